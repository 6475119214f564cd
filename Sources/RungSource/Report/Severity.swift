

/// How much it matters: a note never fails a run, a warning only with `--strict`.
public enum Severity: Int, Sendable, Hashable, Comparable, CaseIterable {
  /// Worth knowing; nothing needs to be done.
  case note
  /// Allowed, and probably not meant.
  case warning
  /// The provider would refuse it, or it would not do what it says.
  case error

  public static func < (left: Severity, right: Severity) -> Bool { left.rawValue < right.rawValue }

  /// `error`, `warning` or `note`.
  public var name: String {
    switch self {
    case .note: "note"
    case .warning: "warning"
    case .error: "error"
    }
  }
}
