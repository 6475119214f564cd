public import RungSource

/// A body holds a number that JSON cannot carry: `.inf`, `.nan`, an integer beyond 64 bits. Checks find it at its place.
public struct UnwritableValue: Error, Sendable, Hashable {
  /// The number as its author wrote it.
  public let text: String
  public let place: Place
  /// One line, for whoever meets it where no finding is shown.
  public let message: String
}
