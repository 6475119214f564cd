/// A JSON Schema (2020-12).
public struct SchemaInfo: Sendable {
  /// `stream.v1`, or a provider's request: `tenbyte.create`.
  public let name: String
  /// One line: what it describes.
  public let summary: String
  /// JSON, with a line break at its end.
  public let text: String
}
