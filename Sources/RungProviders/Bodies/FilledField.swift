internal import RungSource
internal import RungSpec

/// A field of an answer that no request sends.
package struct FilledField: Sendable {
  /// From the top of the body; members of lists are gone into: `ingest.rtmp`.
  package let path: String
  /// A key, or something that holds one: it is shown nowhere.
  package let isSecret: Bool

  package init(_ path: String, isSecret: Bool = false) {
    self.path = path
    self.isSecret = isSecret
  }
}
