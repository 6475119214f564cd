/// How findings are written.
public enum FindingsFormat: String, Sendable, CaseIterable {
  /// To read: as `rung check` shows them.
  case text
  /// For programs: a document of the schema `diagnostics.v1`.
  case json
}
