internal import RungSource

/// What a preset sets of what a level depends on, where the spec states nothing: the same in x264 build 164 and 165, and in
/// x265 3.5 and 4.2.
package struct PresetSettings: Sendable {
  package let refFrames: Int
  package let bframes: Int
  /// x264's `ultrafast` leaves out CABAC and the 8x8 transform, and with them what Main and High are for.
  package let isPlain: Bool
  /// HEVC: the side of the smallest coding unit, which the coded size is a multiple of.
  package let smallestUnit: Int

  private init(_ refFrames: Int, _ bframes: Int, isPlain: Bool = false, smallestUnit: Int = 8) {
    (self.refFrames, self.bframes, self.isPlain, self.smallestUnit) = (refFrames, bframes, isPlain, smallestUnit)
  }

  /// - Parameter preset: nil for the encoder's own default, `medium` in both.
  /// - Returns: nil for codecs whose encoders have no such presets.
  package static func of(_ preset: EncoderPreset?, _ codec: VideoCodec) -> PresetSettings? {
    switch codec {
    case .h264: x264(preset ?? .medium)
    case .h265: x265(preset ?? .medium)
    case .av1, .vp8, .vp9: nil
    }
  }

  /// x264 --fullhelp, --preset.
  private static func x264(_ preset: EncoderPreset) -> PresetSettings {
    switch preset {
    case .ultrafast: PresetSettings(1, 0, isPlain: true)
    case .superfast, .veryfast: PresetSettings(1, 3)
    case .faster, .fast: PresetSettings(2, 3)
    case .medium: PresetSettings(3, 3)
    case .slow: PresetSettings(5, 3)
    case .slower: PresetSettings(8, 3)
    case .veryslow: PresetSettings(16, 8)
    case .placebo: PresetSettings(16, 16)
    }
  }

  /// x265 documentation, Preset Options.
  private static func x265(_ preset: EncoderPreset) -> PresetSettings {
    switch preset {
    case .ultrafast: PresetSettings(1, 3, smallestUnit: 16)
    case .superfast: PresetSettings(1, 3)
    case .veryfast, .faster: PresetSettings(2, 4)
    case .fast, .medium: PresetSettings(3, 4)
    case .slow: PresetSettings(4, 4)
    case .slower, .veryslow, .placebo: PresetSettings(5, 8)
    }
  }

  /// Frames that x265 looks ahead, where the spec states nothing.
  package static func lookaheadOfX265(_ preset: EncoderPreset?) -> Int {
    switch preset ?? .medium {
    case .ultrafast: 5
    case .superfast: 10
    case .veryfast, .faster, .fast: 15
    case .medium: 20
    case .slow: 25
    case .slower, .veryslow: 40
    case .placebo: 60
    }
  }
}

extension Rendition {
  private var presetSettings: PresetSettings? { codec.flatMap { PresetSettings.of(encoderPreset?.value, $0.value) } }

  /// The profile that the encoder signals. Without one it is what encoders make by themselves: High of H.264, else Main.
  package var signalledProfile: VideoProfile? {
    guard let codec = codec?.value else { return nil }
    let profile = profile?.value ?? usualProfile(codec)
    guard codec == .h264, presetSettings?.isPlain == true, profile == .high || profile == .main else { return profile }
    return (bframes?.value ?? 0) > 0 ? .main : .baseline
  }

  private func usualProfile(_ codec: VideoCodec) -> VideoProfile {
    switch codec {
    case .h264: encodedBitDepth > 8 ? .high10 : .high
    case .h265: encodedBitDepth > 8 ? .main10 : .main
    case .av1, .vp8, .vp9: .main
    }
  }

  /// What the usual encoder signals, where every value is known: references and B-frames are those of its preset, and
  /// rates those that it is given. Its level is the lowest for this load. Nil when size or codec are not known.
  package var encodedLoad: VideoLoad? {
    guard let resolution, let codec = codec?.value else { return nil }
    let rate = EncodedRate(self)
    let settings = presetSettings
    let bframes = bframes?.value ?? settings?.bframes ?? 0
    var load = VideoLoad(
      resolution.value, fps: fps?.value, profile: signalledProfile, bitrate: nil, buffer: nil,
      refFrames: refFrames?.value ?? settings?.refFrames ?? 1,
      // A GOP has room for one less than its frames.
      bframes: gop.map { Swift.min(bframes, Swift.max(0, $0.value - 1)) } ?? bframes, isIntraOnly: gop?.value == 1)
    load.codingUnit = settings?.smallestUnit ?? load.codingUnit
    switch codec {
    case .h264:
      // Without a maximum x264 reckons with twice the target.
      load.bitrate = rate.ceiling?.value ?? rate.target.map { $0.value.doubled }
      load.buffer = rate.buffer
    case .h265:
      load.bitrate = rate.ceiling?.value ?? rate.target?.value
      load.buffer = rate.buffer
    // SVT-AV1, and FFmpeg for VP9, derive the level from size and frame rate.
    case .av1, .vp8, .vp9: break
    }
    return load
  }
}

extension Rendition {
  /// As many references as the stated level has room for, where the preset would take more. Nil where it would not.
  package var refFramesWithinLevel: Int? {
    guard refFrames == nil, let size = resolution?.value, let level, let preset = encoderPreset?.value,
      let row = VideoLevel.named(level.value, of: .h264), let settings = PresetSettings.of(preset, .h264)
    else { return nil }
    let room = row.room(for: VideoLoad(size, fps: nil, profile: nil, bitrate: nil, buffer: nil, refFrames: 1, bframes: 0))
    return settings.refFrames > room ? Swift.max(1, room) : nil
  }
}

extension Bitrate {
  var doubled: Bitrate {
    let (twice, overflow) = bitsPerSecond.multipliedReportingOverflow(by: 2)
    return Bitrate(bitsPerSecond: overflow ? .max : twice)
  }
}
