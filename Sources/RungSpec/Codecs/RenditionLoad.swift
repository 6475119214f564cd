internal import RungSource

extension Rendition {
  /// What the rendition asks of a decoder at the least: what is not stated is taken at its least, so that nothing is found
  /// that might not be there. Nil when the size is not known.
  package var leastLoad: VideoLoad? { load(refFrames: 1, bframes: 0) }

  /// The same with what a stated preset implies. A stated level limits the references of the preset, and says all there is
  /// to say.
  var impliedLoad: VideoLoad? {
    guard level == nil, let preset = encoderPreset?.value, let codec = codec?.value, let settings = PresetSettings.of(preset, codec) else {
      return leastLoad
    }
    var load = load(refFrames: settings.refFrames, bframes: settings.bframes)
    load?.codingUnit = settings.smallestUnit
    return load
  }

  /// What it asks of a decoder when what is not stated is left to the encoder that most have: x264, x265, SVT-AV1. Nil when
  /// the frame rate or every bitrate is open.
  package var usualLoad: VideoLoad? {
    guard fps != nil, maxBitrate != nil || bitrate != nil, let codec = codec?.value else { return nil }
    // The presets from `medium` on up: three references, and three (x264) or four (x265) B-frames.
    guard var load = load(refFrames: 3, bframes: 3) else { return nil }
    if codec == .h264 {
      // Without a maximum x264 reckons with twice the target.
      if maxBitrate == nil, let bitrate { load.bitrate = bitrate.value.doubled }
      // The smaller factor, so that no profile needs more than is said.
      if load.profile == nil { load.profile = .main }
    }
    return load
  }

  /// Nil as well for a codec that has no tiers: that is a fault of its own (ladder/tier-not-of-codec).
  package var statedTier: LevelTier? {
    guard let tier = tier?.value, let codec = codec?.value, CodecVocabulary.hasTiers(codec) else { return nil }
    return tier
  }

  private func load(refFrames: Int, bframes: Int) -> VideoLoad? {
    guard let resolution else { return nil }
    return VideoLoad(
      resolution.value, fps: fps?.value, profile: profile?.value, bitrate: (maxBitrate ?? bitrate)?.value, buffer: buffer?.value,
      refFrames: self.refFrames?.value ?? refFrames, bframes: self.bframes?.value ?? bframes, isIntraOnly: gop?.value == 1)
  }

  /// Where the value stands that a limit of a level is about; the size where it is not stated.
  func place(of limit: LevelLimit) -> SourcePlace? {
    let own: SourcePlace? =
      switch limit {
      case .frameSize, .side: nil
      case .rate: fps?.place
      case .pictures: refFrames?.place
      case .bitrate: (maxBitrate ?? bitrate)?.place
      case .buffer: buffer?.place
      }
    return own ?? resolution?.place
  }
}
