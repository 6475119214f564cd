internal import RungSource

/// How a text is written.
public enum SourceFormat: Sendable, Hashable {
  /// YAML 1.2, the core schema.
  case yaml
  /// JSON, RFC 8259.
  case json
}
