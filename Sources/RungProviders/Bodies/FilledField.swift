/// A field of an answer that no request sends.
package struct FilledField: Sendable {
  /// From the top of the body, through the members of lists: `ingest.rtmp`.
  package let path: String
  /// A key, or something that contains one: it is never shown.
  package let isSecret: Bool

  package init(_ path: String, isSecret: Bool = false) { (self.path, self.isSecret) = (path, isSecret) }
}
