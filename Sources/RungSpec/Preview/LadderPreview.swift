/// What viewers get of every stream in a text: variants, bitrates, totals. Computed from the spec alone.
///
/// `preview(_:for:loader:)` returns it, and the writers of `RungOutput` print it.
package struct LadderPreview: Sendable {
  /// One for each document of the file, in their order. Empty when the text does not read.
  package var streams: [PreviewedStream]

  /// A value for tests and callers with their own data.
  package init(streams: [PreviewedStream]) { self.streams = streams }
}
