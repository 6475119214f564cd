internal import RungSource

extension Rendition {
  /// What the rendition requires of a decoder at least: values that are not set count at their least, so that nothing is found
  /// that might not be there. Nil when the size is not known.
  package var leastLoad: VideoLoad? { load(refFrames: 1, bframes: 0) }

  /// The same with what a preset implies. A level that is set limits the references of the preset.
  var impliedLoad: VideoLoad? {
    guard level == nil, let preset = encoderPreset?.value, let codec = codec?.value, let settings = PresetSettings.of(preset, codec) else {
      return leastLoad
    }
    var load = load(refFrames: settings.refFrames, bframes: settings.bframes)
    load?.codingUnit = settings.smallestUnit
    return load
  }

  /// What it requires of a decoder when values that are not set are chosen by the usual encoder: x264, x265, SVT-AV1. Nil when
  /// the frame rate or every bitrate is not known.
  package var usualLoad: VideoLoad? {
    guard fps != nil, maxBitrate != nil || bitrate != nil, let codec = codec?.value else { return nil }
    // The presets from `medium` on up: three references, and three (x264) or four (x265) B-frames.
    guard var load = load(refFrames: 3, bframes: 3) else { return nil }
    if codec == .h264 {
      // Without a maximum x264 assumes twice the target.
      if maxBitrate == nil, let bitrate { load.bitrate = bitrate.value.doubled }
      // The smaller factor, so that no profile needs more than is reported.
      if load.profile == nil { load.profile = .main }
    }
    return load
  }

  /// Nil as well for a codec that has no tiers, which ladder/tier-not-of-codec reports.
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

  /// The place of the value that a limit of a level is about; that of the size where it is not set.
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
