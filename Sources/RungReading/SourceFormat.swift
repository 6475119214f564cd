internal import RungSource

/// How a text is written.
public enum SourceFormat: Sendable, Hashable {
  case yaml
  case json
}
