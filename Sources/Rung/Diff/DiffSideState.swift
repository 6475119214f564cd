/// How much is known of one of the two versions that are compared.
public enum DiffSideState: Sendable, Comparable {
  /// Judged without an error.
  case clean
  /// Compared as far as it could be read: differences are shown, and no request is planned.
  case hasErrors
  /// Neither a spec nor a body nor an answer: the text does not parse, is an answer that refuses, or is something else.
  /// Its analysis has the reason; nothing is compared.
  case notUnderstood
}
