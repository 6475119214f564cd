package import RungSource

/// An alternative rendition (4.3.4.1).
package struct HLSRendition: Sendable {
  /// The tag.
  package var place: SourcePlace
  /// `AUDIO`, `VIDEO`, `SUBTITLES` or `CLOSED-CAPTIONS`.
  package var type: Located<String>?
  package var group: Located<String>?
  package var name: Located<String>?
  package var language: Located<String>?
  /// Nil where the audio is in the variant's own segments.
  package var uri: Located<String>?
  /// The first parameter of CHANNELS.
  package var channels: Located<Int>?
}
