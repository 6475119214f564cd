internal import RungSource

public enum SourceFormat: Sendable, Hashable {
  case yaml
  case json
}
