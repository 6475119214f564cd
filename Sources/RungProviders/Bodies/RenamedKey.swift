package import RungSource

/// A key that a mapping does not have, with the key to use or the thing to do instead.
package struct RenamedKey: Sendable {
  package let key: String
  /// The name of the declared mapping; nil for any.
  package let mapping: String?
  package let told: UnknownKey

  package init(_ key: String, in mapping: String, is meant: String) {
    self.key = key
    self.mapping = mapping
    told = UnknownKey(meant: meant)
  }

  /// - Parameter mapping: the name of the declared mapping; nil for any.
  package init(_ key: String, in mapping: String? = nil, help: Help) {
    self.key = key
    self.mapping = mapping
    told = UnknownKey(help: help)
  }
}
