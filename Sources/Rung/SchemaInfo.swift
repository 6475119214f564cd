/// A JSON Schema: 2020-12, where the name says no other draft.
public struct SchemaInfo: Sendable {
  /// `stream.v1`, the same as `stream.v1.draft-07`, or a provider's request: `tenbyte.create`.
  public let name: String
  /// One line: what it describes.
  public let summary: String
  /// JSON, with a line break at its end.
  public let text: String
}
