internal import RungSource
internal import RungSpec

/// What FFmpeg's encoder of an audio codec supports. The same in 5.1 and in 8.1, where both were run.
struct AudioEncoder: Sendable {
  /// As in `ffmpeg -encoders`.
  let name: String
  /// In Hz. FFmpeg does not start with others: a rate that is set is not converted.
  let sampleRates: [Int]
  /// In Hz, the rate that the stream always has; nil where it has the rate that is set.
  var streamRate: Int?
  /// Layouts that FFmpeg chooses for a number of channels and that the encoder supports.
  let channels: [Int]
  let bitrates: Bitrates
  let citation: Citation

  enum Bitrates: Sendable {
    /// In kbps, for each channel. libopus: 500 bps to 256 kbps a channel.
    case eachChannel(Int)
    /// In kbps, for all channels: the minimum by sample rate and number of channels, and the maximum. AC-3 changes what is below
    /// 32 kbps or above 640 kbps to these; it does not start with the rest.
    case all(least: [Int: [Int]], most: Int)
    /// In kbps, for mono, stereo and 5.1 at up to 48 kHz: FDK AAC encodes AAC-LC outside of it.
    case heAAC
    /// 6144 bits a channel in a frame of 1024 samples (ISO/IEC 14496-3).
    case byFrame
    /// MPEG-1, MPEG-2 and MPEG-2.5 audio, Layer III.
    case mp3
  }

  static func of(_ codec: AudioCodec) -> AudioEncoder {
    switch codec {
    case .aac: aac
    case .opus: opus
    case .mp3: mp3
    case .ac3: ac3
    case .eac3: eac3
    case .heAAC: heAAC
    }
  }

  private static let aac = AudioEncoder(
    name: "aac", sampleRates: [7350, 8000, 11025, 12000, 16000, 22050, 24000, 32000, 44100, 48000, 64000, 88200, 96000],
    channels: Array(1...8), bitrates: .byFrame,
    citation: FFmpeg.Source.both("-c:a aac: sample rates, channels and bitrates, one by one; \"Too many bits per frame requested, clamping to max\""))
  // No build that was run has libfdk_aac: ffmpeg/encoder-not-built-in.
  private static let heAAC = AudioEncoder(
    name: "libfdk_aac", sampleRates: [16000, 22050, 24000, 32000, 44100, 48000], channels: [1, 2, 6], bitrates: .heAAC,
    citation: Citation(
      "Fraunhofer FDK AAC", "libAACenc/include/aacenc_lib.h: supported bitrates of HE-AAC (SBR), and AAC-LC where a combination is not available",
      url: "https://github.com/mstorsjo/fdk-aac/blob/master/libAACenc/include/aacenc_lib.h", checked: "2026-11-26"))
  private static let opus = AudioEncoder(
    name: "libopus", sampleRates: [8000, 12000, 16000, 24000, 48000], streamRate: 48000, channels: [1, 2, 5, 6, 7, 8], bitrates: .eachChannel(256),
    citation: FFmpeg.Source.both("-c:a libopus: \"Specified sample rate 44100 is not supported\"; \"The bit rate 700000 bps is unsupported\""))
  private static let mp3 = AudioEncoder(
    name: "libmp3lame", sampleRates: [8000, 11025, 12000, 16000, 22050, 24000, 32000, 44100, 48000], channels: [1, 2], bitrates: .mp3,
    citation: FFmpeg.Source.both("-c:a libmp3lame: sample rates and channels, one by one; bitrates are those of ISO/IEC 11172-3 and 13818-3"))
  private static let ac3 = AudioEncoder(
    name: "ac3", sampleRates: [32000, 44100, 48000], channels: Array(1...6),
    bitrates: .all(
      least: [48000: [32, 32, 40, 40, 48, 48], 44100: [32, 32, 32, 40, 40, 40], 32000: [32, 32, 32, 32, 32, 32]], most: 640),
    citation: FFmpeg.Source.both("-c:a ac3: sample rates, channels and bitrates, one by one"))
  private static let eac3 = AudioEncoder(
    name: "eac3", sampleRates: [32000, 44100, 48000], channels: Array(1...6),
    bitrates: .all(
      least: [48000: [16, 24, 36, 40, 40, 40], 44100: [12, 28, 32, 36, 40, 36], 32000: [12, 16, 20, 24, 28, 28]], most: 6144),
    citation: FFmpeg.Source.both("-c:a eac3: sample rates, channels and bitrates, one by one"))

  /// Whether a sample rate or a number of channels that is not listed ends the command; FDK AAC encodes AAC-LC then.
  var refusesSampleRates: Bool { if case .heAAC = bitrates { false } else { true } }

  /// FLV allows MP3 at four rates, MP4 none of the rates of MPEG-2.5; all other pairs that the encoders support are written.
  func sampleRates(in containers: Set<AudioContainer>) -> [Int] {
    guard case .mp3 = bitrates else { return sampleRates }
    return sampleRates.filter { rate in
      (!containers.contains(.flv) || [11025, 22050, 44100, 48000].contains(rate)) && (!containers.contains(.mp4) || rate >= 16000)
    }
  }

  /// In kbps, and whether FFmpeg does not start outside of it; otherwise the nearest bound is used.
  func bitrates(channels: Int, sampleRate: Int) -> (range: ClosedRange<Int>, refusesBelow: Bool, refusesAbove: Bool) {
    switch bitrates {
    case .eachChannel(let most): (1...Swift.max(1, most * channels), true, true)
    case .all(let least, let most):
      lowest(least[sampleRate], channels).map { ($0...most, $0 != 32, most > 640) } ?? (1...most, false, most > 640)
    case .heAAC:
      switch channels {
      case 1: ((sampleRate < 48000 ? 8 : 12)...(sampleRate < 22050 ? 48 : 64), false, false)
      case 2: (16...(sampleRate < 22050 ? 96 : 128), false, false)
      default: ((sampleRate < 48000 ? 46 : 50)...(sampleRate < 22050 ? 199 : 266), false, false)
      }
    case .byFrame: (1...Swift.max(1, 6144 * channels * sampleRate / 1_024_000), false, false)
    case .mp3: (sampleRate >= 32000 ? 32...320 : sampleRate >= 16000 ? 8...160 : 8...64, false, false)
    }
  }

  /// In kbps, the only bitrates that a frame can have; others are changed to the nearest, the lower of two. Nil where any is
  /// possible within a frame's rounding.
  func bitrateSteps(sampleRate: Int) -> [Int]? {
    switch bitrates {
    // ATSC A/52, table 5.18.
    case .all(_, 640): [32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 384, 448, 512, 576, 640]
    case .mp3:
      sampleRate >= 32000
        ? [32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320] : [8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160]
    case .all, .eachChannel, .byFrame, .heAAC: nil
    }
  }

  private func lowest(_ row: [Int]?, _ channels: Int) -> Int? {
    row.flatMap { $0.indices.contains(channels - 1) ? $0[channels - 1] : nil }
  }
}

extension Fit<FFmpeg> {
  var audioContainers: Set<AudioContainer> {
    switch decision.delivery {
    case .push(.srt): return [.mpegts]
    case .push: return [.flv]
    case .nowhere: return []
    case .package:
      var containers: Set<AudioContainer> = []
      if let hls = spec.packaging?.value.hls?.value { containers.insert(hls.isMP4 ? .mp4 : .mpegts) }
      if spec.packaging?.value.dash != nil { containers.insert(.mp4) }
      return containers
    }
  }
}
