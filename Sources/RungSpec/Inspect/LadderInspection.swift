/// What an encoding engineer wants to know of every rendition, worked out from the spec and from nothing else.
///
/// `inspect(_:for:loader:)` makes it, and the writers of `RungOutput` take it.
package struct LadderInspection: Sendable {
  /// One for each document of the file, in their order. Empty when the text does not read.
  package var streams: [InspectedStream]

  /// A value made by hand.
  package init(streams: [InspectedStream]) {
    self.streams = streams
  }
}
