package import RungSource
package import RungSpec

/// A `Representation` of a manifest, with what it inherits from its set.
package struct ManifestRepresentation: Sendable {
  /// The start tag.
  package let place: SourcePlace
  package let id: Located<String>?
  /// The smallest rate at which a client that has buffered `minBufferTime` never stalls (ISO/IEC 23009-1, section 5.3.5.4).
  package let bandwidth: Located<Bitrate>?
  package let mimeType: Located<String>?
  /// RFC 6381, one for each track.
  package let codecs: Located<[String]>?
  /// In pixels.
  package let width: Located<Int>?
  /// In pixels.
  package let height: Located<Int>?
  package let frameRate: Located<FrameRate>?
  /// `progressive`, `interlaced` or `unknown`, as it is written.
  package let scanType: Located<String>?
  /// The shape of a pixel, width over height.
  package let sar: Located<Rational>?
  /// Nil also for a range of two rates.
  package let audioSamplingRate: Located<SampleRate>?
  /// Nil also for schemes that Rung does not know.
  package let channels: Located<Int>?
  /// Schemes of its own `ContentProtection`; those of its set hold for it too.
  package let protections: [Located<String>]
  /// The property by which it is for trick play only; its value names the set that it belongs to.
  package let trickPlay: Located<String>?
  /// Nil where the manifest says nothing of segments: a file that is played as a whole.
  package let segments: ManifestSegments?

  /// Where both sides are known; its place is the width's.
  package var resolution: Located<Resolution>? {
    height.flatMap { height in width.map { $0.map { Resolution(width: $0, height: height.value) } } }
  }
}
