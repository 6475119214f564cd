package import RungSource
package import RungSpec

/// The audio of a rendition. What is not shown is nil.
package struct DeliveredAudio: Sendable {
  package var place: SourcePlace
  package var codec: Located<AudioCodec>?
  /// The name of a codec that specs do not have.
  package var otherCodec: Located<String>?
  package var channels: Located<Int>?
  package var sampleRate: Located<SampleRate>?
  /// Measured, or declared by the muxer.
  package var bitrate: Located<Bitrate>?

  package init(at place: SourcePlace) { self.place = place }
}
