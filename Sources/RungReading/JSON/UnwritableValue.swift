public import RungSource

/// A body holds a value that JSON cannot carry: a number like `.inf`, `.nan` or an integer above 64 bits, which checks report
/// at its place, or a duplicate key.
public struct UnwritableValue: Error, Sendable, Hashable {
  /// The number, or the key, as its author wrote it.
  public let text: String
  /// Where the value is.
  public let place: SourcePlace
  /// One line, for places where no finding is shown.
  public let message: String
}
