/// Encoding figures of every rendition, computed from the spec alone.
///
/// `inspect(_:for:loader:)` returns it, and the writers of `RungOutput` print it.
public struct LadderInspection: Sendable {
  /// One for each document of the file, in their order. Empty when the text does not read.
  public var streams: [InspectedStream]

  /// A value made by hand.
  public init(streams: [InspectedStream]) {
    self.streams = streams
  }
}
