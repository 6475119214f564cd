package import RungSource

/// A body that is no body of the provider's, and that people have beside those that are.
package struct ForeignBody: Sendable {
  /// All of them stand in it.
  package let keys: [String]
  /// What it is, as a sentence.
  package let message: Message

  package init(_ keys: [String], _ message: Message) {
    self.keys = keys
    self.message = message
  }
}
