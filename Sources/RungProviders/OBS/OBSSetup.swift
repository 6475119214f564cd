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
/// Keys as in OBS Studio's source: `InitBasicConfigDefaults` (basic.ini), `OBSVideo` (streamEncoder.json),
/// plugins/rtmp-services/rtmp-custom.c (service.json).
private struct OBSProfile {
  private let fit: Fit<OBS>
  private let sent: Rendition
  private var ini = Grouped<String, (String, String)>()
  private var encoder: [OBSSetting] = []
  private var settings: [EncoderSetting] = []
  private var remarks: [String] = []

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
    if let entry = fit.decision.entry { set("AdvOut", "Encoder", entry.id) }
    // The service is a custom one, which has no settings to apply; this keeps it so when another is chosen.
    set("AdvOut", "ApplyServiceSettings", "false")
    set("AdvOut", "UseRescale", "false")
    set("AdvOut", "TrackIndex", "1")
    stream(&report)
    list("Output", "Output Mode", "Advanced")
    encode(&report)
    audio(&report)
    video(&report)
  }

  var setup: EncoderSetup {
    let basic = ini.groups.map { section, pairs in "[\(section)]\n" + pairs.map { "\($0.0)=\($0.1)\n" }.joined() }.joined(separator: "\n")
    let stream = Self.json(encoder.map { ($0.key, $0.value) })
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
    let members: [(String, OBSSetting.Value)] =
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
    color(&report)
  }

  /// `GetVideoColorSpaceFromName` of OBS's source. Its software encoders take no HDR: obs/not-expressible says so.
  private mutating func color(_ report: inout Report) {
    let takesHDR = fit.decision.encoder?.takesHDR == true
    if takesHDR || sent.transfer == nil, sent.encodedBitDepth > 8 {
      report.use(sent.bitDepth)
      set("Video", "ColorFormat", "P010")
      list("Advanced", "Color Format", "P010 (10-bit, 4:2:0, 2 planes)")
    } else if sent.bitDepth?.value == 8 {
      report.use(sent.bitDepth)
    }
    guard let transfer = sent.transfer?.value, !transfer.isHDR || takesHDR else { return }
    let primaries = sent.primaries?.value
    if primaries == nil || primaries == (transfer.isHDR ? .bt2020 : .bt709) {
      report.use(sent.transfer)
      report.use(sent.primaries)
      let (space, shown) =
        switch transfer {
        case .sdr: ("709", "Rec. 709")
        case .pq: ("2100PQ", "Rec. 2100 (PQ)")
        case .hlg: ("2100HLG", "Rec. 2100 (HLG)")
        }
      set("Video", "ColorSpace", space)
      list("Advanced", "Color Space", shown)
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

  // MARK: Encoder

  private mutating func encode(_ report: inout Report) {
    guard let encoder = fit.decision.encoder, let entry = fit.decision.entry else { return }
    list("Output, Streaming", "Video Encoder", entry.name)
    var video = OBSVideo(sent, encoder, fit.decision.codec)
    video.write(&report)
    self.encoder = video.settings
    for shown in video.settings.compactMap(\.shown) { list("Output, Streaming", shown.name, shown.value) }
    if let version = OBS.firstVersion(of: fit.decision.codec, over: fit.decision.scheme, with: encoder) {
      remarks.append("This profile requires OBS Studio \(version) or later.")
    }
  }

  // MARK: Forms

  private mutating func set(_ section: String, _ key: String, _ value: String) {
    // A value in an ini file is one line.
    ini.add((key, String(value.map { $0.isNewline ? " " : $0 })), to: section)
  }

  private mutating func list(_ page: String, _ name: String, _ value: String) { settings.append(EncoderSetting(page, name, value)) }

  private static func json(_ members: [(String, OBSSetting.Value)]) -> String {
    "{\n\(members.map { key, value in "  \"\(key)\": \(value.json)" }.joined(separator: ",\n"))\n}\n"
  }
}
