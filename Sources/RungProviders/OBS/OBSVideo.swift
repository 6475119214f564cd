internal import RungSource
internal import RungSpec

/// The settings of the video encoder. Keys as in OBS Studio's source: plugins/obs-x264/obs-x264.c,
/// plugins/obs-ffmpeg/obs-ffmpeg-av1.c, plugins/obs-nvenc/nvenc-properties.c and nvenc-opts-parser.c, plugins/obs-qsv11/obs-qsv11.c,
/// plugins/obs-ffmpeg/texture-amf.cpp, plugins/mac-videotoolbox/encoder.c.
struct OBSVideo {
  private let sent: Rendition
  private let encoder: OBSEncoder
  private let codec: VideoCodec
  private(set) var settings: [OBSSetting] = []
  /// Settings that are words of one: `x264opts`, `opts`, `ffmpeg_opts`.
  private var options: [String] = []

  init(_ sent: Rendition, _ encoder: OBSEncoder, _ codec: VideoCodec) { (self.sent, self.encoder, self.codec) = (sent, encoder, codec) }

  /// Whether the bitrate is a mean, with a maximum of its own.
  static func isVariable(_ sent: Rendition) -> Bool {
    guard let control = sent.rateControl?.value else { return (sent.maxBitrate?.value).map { $0 > sent.bitrate?.value ?? $0 } ?? false }
    return control != .cbr
  }

  /// The keyframe interval in whole seconds: the nearest where it is none.
  static func seconds(of sent: Rendition) -> Int? { sent.keyframeInterval.map { max(1, $0.value.value.rounded ?? 1) } }

  mutating func write(_ report: inout Report) {
    if sent.codec?.value == codec || sent.codec == nil { report.use(sent.codec) }
    if encoder == .x264 { x264Rate(&report) } else { rate(&report) }
    keyframes(&report)
    report.use(sent.profile)
    // H.264 has no tiers: where the spec names it, that is a finding of its own.
    if codec != .h264 || sent.codec != nil { report.use(sent.tier) }
    switch encoder {
    case .x264: x264(&report)
    case .svtAV1: svtAV1(&report)
    case .aomAV1: break
    case .nvenc: nvenc(&report)
    case .qsv: qsv(&report)
    case .amf: amf(&report)
    case .apple: apple(&report)
    }
  }

  // MARK: x264

  private mutating func x264(_ report: inout Report) {
    if let preset = report.taken(sent.encoderPreset) { set("preset", .text(preset.rawValue), "CPU Usage Preset", preset.rawValue) }
    profile()
    set("tune", .text(""), "Tune", "(None)")
    if let count = report.taken(sent.bframes) {
      // A key that OBS reads but does not show; the options say the same for those who enter them by hand.
      hide("bf", .number(count))
      options.append("bframes=\(count)")
    }
    if let count = report.taken(sent.refFrames) {
      options.append("ref=\(count)")
    } else if let count = sent.refFramesWithinLevel {
      // FFmpeg limits the references of a preset to those of the level; OBS passes both on unchanged.
      options.append("ref=\(count)")
    }
    if let count = report.taken(sent.lookahead) { options.append("rc-lookahead=\(count)") }
    if let level = report.taken(sent.level) { options.append("level=\(level)") }
    set("x264opts", .text(options.joined(separator: " ")), "x264 Options", options.joined(separator: " "))
  }

  private mutating func x264Rate(_ report: inout Report) {
    report.use(sent.rateControl)
    if let factor = EncodedRate(sent).factor {
      report.use(factor)
      set("rate_control", .text("CRF"), "Rate Control", "CRF")
      let whole = factor.value.value.rounded.map { Int($0) } ?? 0
      set("crf", .number(whole), "CRF", "\(whole)")
      // OBS's own setting is a whole number; x264's option replaces it.
      if factor.value.whole == nil { options.append("crf=\(factor.value.text)") }
      // OBS clears bitrate and buffer for CRF, and applies x264's own options after that.
      ceiling(sent.maxBitrate ?? sent.bitrate, &report)
      return
    }
    if let bitrate = sent.bitrate, let kilobits = bitrate.value.kilobits {
      report.use(bitrate)
      // VBR in OBS is a constant rate factor with a maximum; a target that is kept on average is ABR.
      let isVariable = sent.rateControl?.value == .vbr
      set("rate_control", .text(isVariable ? "ABR" : "CBR"), "Rate Control", isVariable ? "ABR" : "CBR")
      set("bitrate", .number(kilobits), "Bitrate", "\(kilobits) Kbps")
    }
    if let buffer = sent.buffer, let kilobits = buffer.value.kilobits {
      report.use(buffer)
      set("use_bufsize", .bool(true), "Use Custom Buffer Size", "on")
      set("buffer_size", .number(kilobits), "Buffer Size", "\(kilobits)")
    }
    if let most = sent.maxBitrate, let kilobits = most.value.kilobits {
      report.use(most)
      options.append("vbv-maxrate=\(kilobits)")
    }
  }

  private mutating func ceiling(_ most: Located<Bitrate>?, _ report: inout Report) {
    guard let most, let kilobits = most.value.kilobits else { return }
    report.use(most)
    report.use(sent.buffer)
    options.append("vbv-maxrate=\(kilobits)")
    options.append("vbv-bufsize=\(sent.buffer?.value.kilobits ?? kilobits)")
  }

  // MARK: Rate

  /// What an encoder does not take is obs/setting-not-of-encoder.
  private mutating func rate(_ report: inout Report) {
    report.use(sent.rateControl)
    let isAV1Software = encoder == .svtAV1 || encoder == .aomAV1
    if let factor = EncodedRate(sent).factor, let whole = factor.value.whole, isAV1Software {
      report.use(factor)
      // FFmpeg's `crf`; without a maximum the bitrate of both is unused.
      report.use(sent.bitrate)
      set("rate_control", .text("CQP"), "Rate Control", "CQP")
      set("cqp", .number(whole), "CQ Level", "\(whole)")
      return
    }
    report.use(sent.bitrate)
    report.use(sent.maxBitrate)
    guard let kilobits = (sent.bitrate ?? sent.maxBitrate)?.value.kilobits else { return }
    let isVariable = Self.isVariable(sent)
    let mode = isVariable ? (encoder == .apple ? "ABR" : "VBR") : "CBR"
    set("rate_control", .text(mode), "Rate Control", mode)
    set("bitrate", .number(kilobits), "Bitrate", "\(kilobits) Kbps")
    if encoder == .svtAV1 {
      // OBS hands these to FFmpeg under a name that it does not have: without them CBR is VBR.
      parameters += isVariable ? ["rc=1"] : ["rc=2", "pred-struct=1"]
    }
    if let most = sent.maxBitrate?.value.kilobits ?? (encoder == .apple ? nil : kilobits), isVariable {
      switch encoder {
      case .nvenc: set("max_bitrate", .number(most), "Maximum Bitrate", "\(most) Kbps")
      case .qsv: set("max_bitrate", .number(most), "Max Bitrate", "\(most) Kbps")
      case .apple:
        set("limit_bitrate", .bool(true), "Limit bitrate", "on")
        set("max_bitrate", .number(most), "Maximum bitrate", "\(most) Kbps")
      case .x264, .svtAV1, .aomAV1, .amf: break
      }
    }
    if encoder == .nvenc, let buffer = report.taken(sent.buffer) { options.append("vbvBufferSize=\(buffer.bits)") }
  }

  // MARK: Keyframes

  /// `keyint_sec` counts whole seconds, and OBS truncates seconds × rate to whole frames: 2 s at 29.97 fps are 59. The options of
  /// an encoder set it in frames; where it has none, obs/keyframe-interval-changed says what comes of it.
  private mutating func keyframes(_ report: inout Report) {
    report.use(sent.gop)
    report.use(sent.keyframeInterval)
    let countsFrames = encoder.countsFrames(codec) && sent.gop != nil
    if let seconds = countsFrames ? sent.keyframeInterval?.value.whole : Self.seconds(of: sent) {
      set("keyint_sec", .number(seconds), encoder == .nvenc ? "Keyframe interval (seconds, 0 = auto)" : "Keyframe Interval (0=auto)", "\(seconds) s")
    }
    if countsFrames, let frames = sent.gop?.value {
      switch encoder {
      case .x264: options += ["keyint=\(frames)", "min-keyint=\(frames)"]
      case .svtAV1: parameters.append("keyint=\(frames)")
      case .nvenc, .amf: options.append("keyint=\(frames)")
      case .aomAV1, .qsv, .apple: break
      }
    }
    switch encoder {
    case .x264: options.append("scenecut=0")
    // Type 2 is a keyframe that begins a closed GOP.
    case .svtAV1: parameters += ["irefresh-type=2", "scd=0"]
    case .nvenc: options.append("disableIadapt=1")
    case .aomAV1, .qsv, .amf, .apple: break
    }
  }

  // MARK: AV1 in software

  private var parameters: [String] = []

  private mutating func svtAV1(_ report: inout Report) {
    if let preset = report.taken(sent.encoderSpeed) { set("preset", .number(preset), "Preset", "\(preset)") }
    if let level = report.taken(sent.level) { parameters.append("level=\(level.filter { $0 != "." })") }
    if let count = report.taken(sent.lookahead) { parameters.append("lookahead=\(count)") }
    let text = "svtav1-params=\(parameters.joined(separator: ":"))"
    set("ffmpeg_opts", .text(text), "FFmpeg Options", text)
  }

  // MARK: Hardware

  private mutating func nvenc(_ report: inout Report) {
    profile()
    if let count = report.taken(sent.bframes) { set("bf", .number(count), "B-Frames", "\(count)") }
    if let count = report.taken(sent.lookahead) {
      set("lookahead", .bool(count > 0), "Look-ahead", count > 0 ? "on" : "off")
      if count > 0 { options.append("lookaheadDepth=\(count)") }
    }
    if let level = report.taken(sent.level) { options.append("level=\(codec == .av1 ? Self.index(of: level) : level)") }
    if codec != .h264, sent.tier?.value == .high { options.append("tier=1") }
    let text = options.joined(separator: " ")
    if !text.isEmpty { set("opts", .text(text), "Custom Encoder Options", text) }
  }

  /// seq_level_idx: 8 for "4.0".
  private static func index(of level: String) -> String {
    let parts = level.split(separator: ".").compactMap { Int($0) }
    return parts.count == 2 ? "\((parts[0] - 2) * 4 + parts[1])" : level
  }

  private mutating func qsv(_ report: inout Report) {
    profile()
    if let count = report.taken(sent.bframes) { set("bframes", .number(count), "B Frames", "\(count)") }
  }

  private mutating func amf(_ report: inout Report) {
    // In HEVC the color format sets it.
    if codec != .h265 {
      profile()
      if let count = report.taken(sent.bframes) { set("bf", .number(count), "Max B-frames", "\(count)") }
    } else if sent.tier?.value == .high {
      options.append("profile_tier=high")
    }
    let text = options.joined(separator: " ")
    if !text.isEmpty { set("ffmpeg_opts", .text(text), "AMF/FFmpeg Options", text) }
  }

  private mutating func apple(_ report: inout Report) {
    profile()
    if sent.bframes?.value == 0 {
      report.use(sent.bframes)
      set("bframes", .bool(false), "Use B-Frames", "off")
    }
  }

  // MARK: Forms

  private mutating func profile() {
    guard let profile = sent.profile?.value, profile != .high10 || encoder == .x264 || encoder == .nvenc else { return }
    set("profile", .text(profile.rawValue), "Profile", profile.rawValue)
  }

  private mutating func set(_ key: String, _ value: OBSSetting.Value, _ name: String, _ shown: String) {
    settings.append(OBSSetting(key: key, value: value, shown: (name, shown)))
  }

  private mutating func hide(_ key: String, _ value: OBSSetting.Value) { settings.append(OBSSetting(key: key, value: value, shown: nil)) }
}
