internal import RungSource
internal import RungSpec

/// How one rendition's video is encoded.
struct FFmpegVideo {
  private let rendition: Rendition
  /// The suffix of each option: `v:0`.
  private let stream: String
  /// Whether every container of the video allows filler data.
  private let takesFiller: Bool
  /// Whether it is written to MP4.
  private let isPackaged: Bool

  init(_ rendition: Rendition, _ stream: String, takesFiller: Bool, isPackaged: Bool) {
    (self.rendition, self.stream, self.takesFiller, self.isPackaged) = (rendition, stream, takesFiller, isPackaged)
  }

  func write(_ arguments: inout FFmpegArguments, _ report: inout Report) {
    let codec = rendition.codec?.value ?? .h264
    report.use(rendition.codec)
    arguments.add("-c:\(stream)", Self.encoder(of: codec))
    var own = Own()
    switch codec {
    case .h264: x264(&arguments, &report)
    case .h265: x265(&arguments, &own, &report)
    case .av1: svtAV1(&arguments, &own, &report)
    case .vp9, .vp8: vpx(&arguments, &report)
    }
    rate(codec, &arguments, &own, &report)
    keyframes(codec, &arguments, &own, &report)
    if let option = own.option(of: codec) { arguments.add("-\(option):\(stream)", own.text) }
  }

  static func encoder(of codec: VideoCodec) -> String {
    switch codec {
    case .h264: "libx264"
    case .h265: "libx265"
    case .av1: "libsvtav1"
    case .vp9: "libvpx-vp9"
    case .vp8: "libvpx"
    }
  }

  /// Settings that the encoder takes in its own syntax.
  private struct Own {
    var pairs: [String] = []

    mutating func set(_ key: String, _ value: some CustomStringConvertible) { pairs.append("\(key)=\(value)") }

    func option(of codec: VideoCodec) -> String? {
      guard !pairs.isEmpty else { return nil }
      switch codec {
      case .h265: return "x265-params"
      case .av1: return "svtav1-params"
      case .h264, .vp8, .vp9: return nil
      }
    }

    var text: String { pairs.joined(separator: ":") }
  }

  // MARK: Encoders

  private func x264(_ arguments: inout FFmpegArguments, _ report: inout Report) {
    if let preset = report.taken(rendition.encoderPreset) { arguments.add("-preset:\(stream)", preset.rawValue) }
    if let profile = report.taken(rendition.profile) { arguments.add("-profile:\(stream)", profile.rawValue) }
    // Without one x264 signals the lowest level that the stream fits into.
    if let level = report.taken(rendition.level) { arguments.add("-level:\(stream)", level) }
    if let count = report.taken(rendition.bframes) { arguments.add("-bf:\(stream)", "\(count)") }
    if let count = report.taken(rendition.refFrames) { arguments.add("-refs:\(stream)", "\(count)") }
    if let count = report.taken(rendition.lookahead) { arguments.add("-rc-lookahead:\(stream)", "\(count)") }
  }

  private func x265(_ arguments: inout FFmpegArguments, _ own: inout Own, _ report: inout Report) {
    if let preset = report.taken(rendition.encoderPreset) { arguments.add("-preset:\(stream)", preset.rawValue) }
    if let profile = report.taken(rendition.profile) { arguments.add("-profile:\(stream)", profile.rawValue) }
    // Apple's players require this tag for HEVC (HLS Authoring Specification, 1.10); FFmpeg 8.1 does not start FLV with it.
    if isPackaged { arguments.add("-tag:\(stream)", "hvc1") }
    if let level = report.taken(rendition.level) { own.set("level-idc", level) }
    // By default x265 uses the High tier, which a level alone does not mean.
    own.set(report.taken(rendition.tier) == .high ? "high-tier" : "no-high-tier", 1)
    if let count = report.taken(rendition.bframes) { own.set("bframes", count) }
    if let count = report.taken(rendition.refFrames) { own.set("ref", count) }
    if let count = report.taken(rendition.lookahead) { own.set("rc-lookahead", count) }
  }

  private func svtAV1(_ arguments: inout FFmpegArguments, _ own: inout Own, _ report: inout Report) {
    // A ladder rule reports x264's names.
    if let preset = report.taken(rendition.encoderSpeed) { arguments.add("-preset:\(stream)", "\(preset)") }
    if rendition.profile?.value == .main { report.use(rendition.profile) }
    if let level = report.taken(rendition.level) {
      arguments.add("-level:\(stream)", String(level.filter { $0 != "." }))
    }
    // It signals the Main tier in any case: ffmpeg/high-tier-not-signalled.
    if rendition.tier?.value == .main { report.use(rendition.tier) }
    if let count = report.taken(rendition.lookahead) { own.set("lookahead", count) }
  }

  private func vpx(_ arguments: inout FFmpegArguments, _ report: inout Report) {
    arguments.add("-deadline:\(stream)", "realtime")
    if let speed = report.taken(rendition.encoderSpeed) { arguments.add("-cpu-used:\(stream)", "\(speed)") }
    if let count = report.taken(rendition.lookahead) { arguments.add("-lag-in-frames:\(stream)", "\(min(count, 25))") }
  }

  // MARK: Rate

  private func rate(_ codec: VideoCodec, _ arguments: inout FFmpegArguments, _ own: inout Own, _ report: inout Report) {
    report.use(rendition.rateControl)
    report.use(rendition.buffer)
    let rate = EncodedRate(rendition)
    if let factor = report.taken(rate.factor) { arguments.add("-crf:\(stream)", "\(factor)") }
    report.use(rate.target)
    report.use(rate.ceiling)
    switch codec {
    case .h264, .h265: vbv(rate, codec, &arguments, &own)
    case .vp9, .vp8: libvpx(rate, &arguments)
    case .av1: svtAV1(rate, &arguments, &own)
    }
  }

  private func vbv(_ rate: EncodedRate, _ codec: VideoCodec, _ arguments: inout FFmpegArguments, _ own: inout Own) {
    if let target = rate.target { arguments.add("-b:\(stream)", Self.text(target.value)) }
    if let ceiling = rate.ceiling { arguments.add("-maxrate:\(stream)", Self.text(ceiling.value)) }
    if let buffer = rate.buffer { arguments.add("-bufsize:\(stream)", Self.text(buffer.bits)) }
    guard takesFiller, rate.isConstant else { return }
    // Filler data, for static video at a constant bitrate.
    if codec == .h264 { arguments.add("-nal-hrd:\(stream)", "cbr") } else { own.set("strict-cbr", 1) }
  }

  /// libvpx supports a maximum and a buffer only with a target; with a factor the target is the limit.
  private func libvpx(_ rate: EncodedRate, _ arguments: inout FFmpegArguments) {
    guard let target = rate.target ?? rate.ceiling else { return }
    arguments.add("-b:\(stream)", Self.text(target.value))
    // The same rate three times makes FFmpeg choose libvpx's constant bitrate.
    if rate.control == .cbr { arguments.add("-minrate:\(stream)", Self.text(target.value)) }
    if let most = rate.control == .cbr ? target : rate.ceiling { arguments.add("-maxrate:\(stream)", Self.text(most.value)) }
    if let buffer = rate.buffer { arguments.add("-bufsize:\(stream)", Self.text(buffer.bits)) }
  }

  /// SVT-AV1 supports a maximum only with a factor: 4.1 does not start with one and a target, 1.4.1 does not with one that
  /// is no larger than the target. Its constant bitrate is a mode of the low-delay structure.
  private func svtAV1(_ rate: EncodedRate, _ arguments: inout FFmpegArguments, _ own: inout Own) {
    if let target = rate.target {
      arguments.add("-b:\(stream)", Self.text(target.value))
      if rate.control == .cbr {
        own.set("rc", 2)
        own.set("pred-struct", 1)
      }
    } else if let ceiling = rate.ceiling {
      arguments.add("-maxrate:\(stream)", Self.text(ceiling.value))
    }
    if let buffer = rate.buffer, rate.target == nil || rendition.buffer != nil { arguments.add("-bufsize:\(stream)", Self.text(buffer.bits)) }
  }

  private static func text(_ rate: Bitrate) -> String { text(rate.bitsPerSecond) }
  private static func text(_ bits: Int64) -> String { bits > 0 && bits % 1000 == 0 ? "\(bits / 1000)k" : "\(bits)" }

  // MARK: Keyframes

  private func keyframes(_ codec: VideoCodec, _ arguments: inout FFmpegArguments, _ own: inout Own, _ report: inout Report) {
    report.use(rendition.gop)
    report.use(rendition.keyframeInterval)
    let frames = rendition.gop?.value
    if let frames {
      arguments.add("-g:\(stream)", "\(frames)")
      arguments.add("-keyint_min:\(stream)", "\(frames)")
    } else if let time = rendition.keyframeInterval?.value.value {
      // The source's rate is unknown, or the time is not a whole number of frames: the first frame after each multiple.
      arguments.add("-force_key_frames:\(stream)", "expr:gte(t,n_forced*\(time.numerator)/\(time.denominator))")
      arguments.add("-g:\(stream)", "9999")
    }
    switch codec {
    case .h264, .vp8, .vp9:
      // A scene cut would move every keyframe after it.
      arguments.add("-sc_threshold:\(stream)", "0")
    case .h265:
      own.set("scenecut", 0)
      own.set("open-gop", 0)
      if let frames {
        own.set("keyint", frames)
        own.set("min-keyint", frames)
      }
    case .av1: own.set("scd", 0)
    }
    if codec == .h264 || codec == .av1 { arguments.add("-flags:\(stream)", "+cgop") }
  }
}
