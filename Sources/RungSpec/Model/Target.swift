package import RungSource

/// A provider that the stream is meant for. Its options belong to the provider, which reads them.
package struct Target: Sendable {
  package var id: Located<String>
  /// Nil when the spec only names the provider.
  package var options: Node?

  package init(id: Located<String>, options: Node?) { (self.id, self.options) = (id, options) }
}
