package import RungSource

/// A body holds a value that JSON cannot carry: a number like `.inf`, `.nan` or an integer above 64 bits, which checks report
/// at its place, or a duplicate key.
package struct UnwritableValue: Error, Sendable, Hashable {
  /// The number, or the key, as its author wrote it.
  package let text: String
  /// Where the value is.
  package let place: SourcePlace
  /// One line, for places where no finding is shown.
  package let message: String
}
