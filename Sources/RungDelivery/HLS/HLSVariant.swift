package import RungSource
package import RungSpec

/// A variant stream (4.3.4.2).
package struct HLSVariant: Sendable {
  /// The tag.
  package var place: SourcePlace
  package var uri: Located<String>?
  package var bandwidth: Located<Bitrate>?
  package var averageBandwidth: Located<Bitrate>?
  /// As written, separated by commas.
  package var codecs: Located<String>?
  package var resolution: Located<Resolution>?
  /// Rounded to three decimals by its writer.
  package var frameRate: Located<FrameRate>?
  package var videoRange: Located<String>?
  /// GROUP-IDs.
  package var audio: Located<String>?
  package var subtitles: Located<String>?
}
