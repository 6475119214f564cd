package import RungSource

/// A body holds what JSON cannot carry: a number like `.inf`, `.nan` or an integer beyond 64 bits, which checks find at its
/// place, or one key twice.
package struct UnwritableValue: Error, Sendable, Hashable {
  /// The number, or the key, as its author wrote it.
  package let text: String
  /// Where the value stands.
  package let place: SourcePlace
  /// One line, for whoever meets it where no finding is shown.
  package let message: String
}
