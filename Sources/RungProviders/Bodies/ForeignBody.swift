package import RungSource

/// A body that is not one of the provider's requests, and that is often kept with them.
package struct ForeignBody: Sendable {
  /// It has all of them.
  package let keys: [String]
  /// The message about it.
  package let message: Message

  package init(_ keys: [String], _ message: Message) { (self.keys, self.message) = (keys, message) }
}
