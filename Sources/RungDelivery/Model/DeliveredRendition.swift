package import RungSource
package import RungSpec

/// One rendition as one source shows it. What the source does not show is nil.
package struct DeliveredRendition: Sendable {
  /// Where it is listed.
  package var place: SourcePlace
  /// What messages call it: the address of its playlist, the id of its representation, the name of a file.
  package var label: String
  /// Words by which it may be known: parts of an address, an id.
  package var names: [String] = []
  /// The name of a rendition of the spec that was given for it.
  package var given: String?

  package var size: Located<Resolution>?
  package var fps: Located<FrameRate>?
  /// Whether the rate is rounded to three decimals.
  package var isRateRounded = false
  package var codec: Located<DeliveredVideoCodec>?
  /// Where profile and level are written; nil for the place of the codec.
  package var profilePlace: SourcePlace?
  package var levelPlace: SourcePlace?
  /// CODECS or `codecs`, as written.
  package var codecNames: Located<String>?
  /// The name of a video codec that specs do not have.
  package var otherCodec: Located<String>?
  /// As FFmpeg calls it: `yuv420p10le`.
  package var pixelFormat: Located<String>?
  /// `progressive`, or what it is instead.
  package var scan: Located<String>?
  package var transfer: Located<VideoTransfer>?
  /// Whether a rendition without transfer characteristics is SDR: a variant of HLS, which states them where they are another.
  package var isSDRUnlessStated = false
  package var primaries: Located<ColorPrimaries>?
  /// Width of a pixel by its height.
  package var pixelAspect: Located<Rational>?
  package var referenceFrames: Located<Int>?
  /// Whether there are B-frames at all.
  package var hasBFrames: Located<Bool>?
  package var frames: DeliveredFrames?

  /// Whether there is audio with it; nil where that is not shown.
  package var hasAudio: Bool?
  package var audio: DeliveredAudio?

  /// BANDWIDTH or `bandwidth`: the peak that the packager declares, all of the variant together.
  package var bandwidth: Located<Bitrate>?
  /// AVERAGE-BANDWIDTH.
  package var averageBandwidth: Located<Bitrate>?
  /// Whether `bandwidth` is of the video alone.
  package var isBandwidthOfVideo = false
  /// Of the video alone, measured over the file.
  package var videoBitrate: Located<Bitrate>?
  /// The file of its media playlist; nil where that is not at hand.
  package var playlist: String?
  package var segments: DeliveredSegments?
  /// Of audio that has a playlist of its own, which the declared bitrate counts as well.
  package var audioSegments: DeliveredSegments?
  /// Whether it has one, at hand or not.
  package var hasAudioApart = false
  /// Of the file, where it is no list of segments.
  package var format: Located<SegmentFormat>?
  package var partTarget: Located<Seconds>?
  package var partHoldBack: Located<Seconds>?
  /// Durations of parts.
  package var parts: [Located<Seconds>] = []

  /// Where its address or its name is written.
  package var namePlace: SourcePlace?

  package init(at place: SourcePlace, label: String) { (self.place, self.label) = (place, label) }
}
