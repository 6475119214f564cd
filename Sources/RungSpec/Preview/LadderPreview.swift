/// What viewers get of every stream in a text: variants, rates, totals. Worked out from the spec and from nothing else.
///
/// `preview(_:for:loader:)` makes it, and the writers of `RungOutput` take it.
package struct LadderPreview: Sendable {
  /// One for each document of the file, in their order. Empty when the text does not read.
  package var streams: [PreviewedStream]

  /// A value made by hand.
  package init(streams: [PreviewedStream]) {
    self.streams = streams
  }
}
