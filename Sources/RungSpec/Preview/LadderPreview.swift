/// What viewers get of every stream in a text: variants, rates, totals. Worked out from the spec and from nothing else.
///
/// `preview(_:for:loader:)` makes it, and the writers of `RungOutput` take it.
public struct LadderPreview: Sendable {
  /// One for each document of the file, in their order. Empty when the text does not read.
  public var streams: [PreviewedStream]

  /// A value made by hand.
  public init(streams: [PreviewedStream]) {
    self.streams = streams
  }
}
