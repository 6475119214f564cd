package import RungSource
internal import RungSpec

extension OBS {
  package static func setup(_ fit: Fit<OBS>, _ report: inout Report) -> EncoderSetup {
    report.use(fit.spec.name)
    guard let sent = fit.decision.sent?.value else { return EncoderSetup(encoder: id, stream: fit.spec.name?.value) }
    var writer = OBSProfile(fit, sent)
    writer.write(&report)
    return writer.setup
  }
}

/// The three files of a profile, and the same as a list to enter by hand.
///
/// Keys as in OBS Studio's source: `InitBasicConfigDefaults` (basic.ini), plugins/obs-x264/obs-x264.c (streamEncoder.json),
/// plugins/rtmp-services/rtmp-custom.c (service.json).
private struct OBSProfile {
  private let fit: Fit<OBS>
  private let sent: Rendition
  private var ini = Grouped<String, (String, String)>()
  private var encoder: [(String, JSONValue)] = []
  private var options: [String] = []
  private var settings: [EncoderSetting] = []
  private var remarks: [String] = []

  enum JSONValue {
    case text(String)
    case number(Int)
    case bool(Bool)
  }

  init(_ fit: Fit<OBS>, _ sent: Rendition) { (self.fit, self.sent) = (fit, sent) }

  mutating func write(_ report: inout Report) {
    report.use(fit.options.profile)
    // It runs until it is stopped.
    report.use(fit.stream.kind)
    report.use(fit.stream.ingestMode)
    report.use(fit.spec.ingest?.value.protocols?.value.first)
    if fit.decision.isPassthrough { report.use(sent.name) }
    set("General", "Name", fit.options.profile?.value ?? fit.spec.name?.value ?? "Rung")
    set("Output", "Mode", "Advanced")
    set("AdvOut", "Encoder", "obs_x264")
    // The service is a custom one, which has no settings to apply; this keeps it so when another is chosen.
    set("AdvOut", "ApplyServiceSettings", "false")
    set("AdvOut", "UseRescale", "false")
    set("AdvOut", "TrackIndex", "1")
    stream(&report)
    list("Output", "Output Mode", "Advanced")
    x264(&report)
    audio(&report)
    video(&report)
  }

  var setup: EncoderSetup {
    let basic = ini.groups.map { section, pairs in "[\(section)]\n" + pairs.map { "\($0.0)=\($0.1)\n" }.joined() }.joined(separator: "\n")
    let stream = Self.json(encoder)
    return EncoderSetup(
      encoder: OBS.id, stream: fit.spec.name?.value, settings: pages,
      files: [EncoderFile("basic.ini", basic), EncoderFile("streamEncoder.json", stream), EncoderFile("service.json", service)],
      remarks: remarks)
  }

  /// Page by page, as in OBS's settings.
  private var pages: [EncoderSetting] {
    var names: [String] = []
    for setting in settings where !names.contains(setting.page) { names.append(setting.page) }
    return names.flatMap { name in settings.filter { $0.page == name } }
  }

  // MARK: Service

  private var isWHIP: Bool { fit.decision.scheme == .whip }

  private func reference(_ stated: SecretText?, _ variable: String) -> String {
    switch stated?.kind {
    case .environment(let name), .placeholder(let name): "${env:\(name)}"
    case .literal, nil: "${env:\(variable)}"
    }
  }

  private var server: String {
    let stated = fit.options.server?.value
    return stated?.isLiteral == true ? stated?.revealed ?? "" : reference(stated, "PUSH_URL")
  }

  private var key: String { reference(fit.options.key?.value, "PUSH_KEY") }

  private var service: String {
    let members: [(String, JSONValue)] =
      isWHIP
      ? [("service", .text("WHIP")), ("server", .text(server)), ("bearer_token", .text(key))]
      : [("server", .text(server)), ("use_auth", .bool(false)), ("key", .text(key))]
    return "{\n  \"type\": \"\(isWHIP ? "whip_custom" : "rtmp_custom")\",\n  \"settings\": "
      + Self.json(members).split(separator: "\n").joined(separator: "\n  ") + "\n}\n"
  }

  private mutating func stream(_ report: inout Report) {
    report.use(fit.options.server)
    report.use(fit.options.key)
    list("Stream", "Service", isWHIP ? "WHIP" : "Custom...")
    list("Stream", "Server", server)
    switch fit.decision.scheme {
    case .whip: list("Stream", "Bearer Token", key)
    case .srt: remarks.append("An SRT address names the stream itself: keep the stream key empty where the service provides none.")
    case .rtmp, .rtmps: list("Stream", "Stream Key", key)
    }
  }

  // MARK: Video

  private mutating func video(_ report: inout Report) {
    if let size = report.taken(sent.resolution) {
      for key in ["Base", "Output"] {
        set("Video", "\(key)CX", "\(size.width)")
        set("Video", "\(key)CY", "\(size.height)")
      }
      list("Video", "Base (Canvas) Resolution", size.text)
      list("Video", "Output (Scaled) Resolution", size.text)
    }
    if let fps = report.taken(sent.fps) {
      // 2 is "Fractional FPS Value": the only one of three ways that sets every rate exactly.
      set("Video", "FPSType", "2")
      set("Video", "FPSNum", "\(fps.value.numerator)")
      set("Video", "FPSDen", "\(fps.value.denominator)")
      list("Video", "Fractional FPS Value", "\(fps.value.numerator)/\(fps.value.denominator)")
    }
  }

  // MARK: Audio

  private static let layouts = [1: "Mono", 2: "Stereo", 3: "2.1", 4: "4.0", 5: "4.1", 6: "5.1", 8: "7.1"]

  private mutating func audio(_ report: inout Report) {
    guard let audio = sent.audio?.value else { return }
    switch audio.codec?.value {
    case .aac, nil:
      report.use(audio.codec)
      set("AdvOut", "AudioEncoder", "ffmpeg_aac")
      list("Output, Streaming", "Audio Encoder", "FFmpeg AAC")
    case .opus:
      report.use(audio.codec)
      set("AdvOut", "AudioEncoder", "ffmpeg_opus")
      list("Output, Streaming", "Audio Encoder", "FFmpeg Opus")
    case .heAAC, .mp3, .ac3, .eac3: break
    }
    if let bitrate = audio.bitrate, let kilobits = bitrate.value.kilobits {
      report.use(bitrate)
      set("AdvOut", "Track1Bitrate", "\(kilobits)")
      list("Output, Audio", "Track 1 Audio Bitrate", "\(kilobits) Kbps")
    }
    if let rate = report.taken(audio.sampleRate) {
      set("Audio", "SampleRate", "\(rate.hertz)")
      list("Audio", "Sample Rate", rate.text)
    }
    if let channels = audio.channels, let layout = Self.layouts[channels.value] {
      report.use(channels)
      set("Audio", "ChannelSetup", layout)
      list("Audio", "Channels", layout)
    }
  }

  // MARK: x264

  private mutating func x264(_ report: inout Report) {
    if sent.codec?.value == .h264 || sent.codec == nil { report.use(sent.codec) }
    list("Output, Streaming", "Video Encoder", "x264")
    rate(&report)
    keyframes(&report)
    if let preset = report.taken(sent.encoderPreset) { both("preset", .text(preset.rawValue), "CPU Usage Preset", preset.rawValue) }
    if let profile = report.taken(sent.profile) { both("profile", .text(profile.rawValue), "Profile", profile.rawValue) }
    both("tune", .text(""), "Tune", "(None)")
    if let count = report.taken(sent.bframes) {
      // A key that OBS reads but does not show; the options say the same for those who enter them by hand.
      encoder.append(("bf", .number(count)))
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
    // Codecs that have tiers have been rejected by now.
    if sent.codec != nil { report.use(sent.tier) }
    both("x264opts", .text(options.joined(separator: " ")), "x264 Options", options.joined(separator: " "))
  }

  private mutating func rate(_ report: inout Report) {
    report.use(sent.rateControl)
    if let factor = sent.crf, sent.rateControl?.value == .cappedCRF || (sent.rateControl == nil && sent.bitrate == nil) {
      report.use(factor)
      both("rate_control", .text("CRF"), "Rate Control", "CRF")
      let whole = factor.value.value.rounded.map { Int($0) } ?? 0
      both("crf", .number(whole), "CRF", "\(whole)")
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
      both("rate_control", .text(isVariable ? "ABR" : "CBR"), "Rate Control", isVariable ? "ABR" : "CBR")
      both("bitrate", .number(kilobits), "Bitrate", "\(kilobits) Kbps")
    }
    if let buffer = sent.buffer, let kilobits = buffer.value.kilobits {
      report.use(buffer)
      both("use_bufsize", .bool(true), "Use Custom Buffer Size", "on")
      both("buffer_size", .number(kilobits), "Buffer Size", "\(kilobits)")
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

  /// `keyint_sec` counts whole seconds, and OBS truncates seconds × rate to whole frames: 2 s at 29.97 fps are 59. x264's
  /// own option sets it in frames.
  private mutating func keyframes(_ report: inout Report) {
    report.use(sent.gop)
    report.use(sent.keyframeInterval)
    if let seconds = sent.keyframeInterval?.value.whole {
      both("keyint_sec", .number(seconds), "Keyframe Interval (0=auto)", "\(seconds) s")
    }
    if let frames = sent.gop?.value {
      options.append("keyint=\(frames)")
      options.append("min-keyint=\(frames)")
    }
    options.append("scenecut=0")
  }

  // MARK: Forms

  private mutating func set(_ section: String, _ key: String, _ value: String) {
    // A value in an ini file is one line.
    ini.add((key, String(value.map { $0.isNewline ? " " : $0 })), to: section)
  }

  private mutating func list(_ page: String, _ name: String, _ value: String) { settings.append(EncoderSetting(page, name, value)) }

  private mutating func both(_ key: String, _ value: JSONValue, _ name: String, _ shown: String) {
    encoder.append((key, value))
    list("Output, Streaming", name, shown)
  }

  /// Keys and values here are plain words and numbers; references are the only text that an author wrote.
  private static func json(_ members: [(String, JSONValue)]) -> String {
    let lines = members.map { key, value in
      switch value {
      case .text(let text): "  \"\(key)\": \"\(text)\""
      case .number(let number): "  \"\(key)\": \(number)"
      case .bool(let bool): "  \"\(key)\": \(bool)"
      }
    }
    return "{\n\(lines.joined(separator: ",\n"))\n}\n"
  }
}
