internal import RungSource

extension Severity {
  /// What another format calls it.
  func word(_ error: String, _ warning: String, _ note: String) -> String {
    switch self {
    case .error: error
    case .warning: warning
    case .note: note
    }
  }
}
