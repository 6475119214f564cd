/// Encoding figures of every rendition, computed from the spec alone.
///
/// `inspect(_:for:loader:)` returns it, and the writers of `RungOutput` print it.
package struct LadderInspection: Sendable {
  /// One for each document of the file, in their order. Empty when the text does not read.
  package var streams: [InspectedStream]

  /// A value made by hand.
  package init(streams: [InspectedStream]) { self.streams = streams }
}
