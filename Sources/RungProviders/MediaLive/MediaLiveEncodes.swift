internal import RungSource
internal import RungSpec

/// What is encoded: the video of each rendition, and each audio once, however many renditions have it.
struct MediaLiveEncodes {
  /// A rendition, and the descriptions that it is made of.
  struct Made {
    let rendition: Rendition
    /// In names of files.
    let plain: String
    let video: Located<String>?
    let audio: Located<String>?
  }

  private(set) var video: [Located<MediaLiveVideo>] = []
  private(set) var audio: [Located<MediaLiveAudio>] = []
  private(set) var renditions: [Made] = []
  let selector: Located<String>
  /// Audio settings that an earlier rendition has as well.
  private var repeated: [AudioSettings] = []

  private let fit: Fit<MediaLive>

  init(_ fit: Fit<MediaLive>, _ report: inout Report) {
    self.fit = fit
    selector = report.byDefault("default", "the first audio of the input", near: fit.measured.target)
    let ladder = fit.ladder?.source == .ladder ? fit.ladder?.renditions ?? [] : []
    let names = PlainNames.of(ladder.map(\.value))
    var known: [(settings: AudioSettings, name: Located<String>)] = []
    for (index, located) in ladder.enumerated() {
      let rendition = located.value
      let name = rendition.name ?? report.byDefault(names[index], "a rendition without a name", near: located.place)
      let isVideo = fit.stream.media.value == .video
      var audioName: Located<String>?
      if let sound = rendition.audio {
        if isVideo, let same = known.first(where: { $0.settings.isSame(as: sound.value) }) {
          audioName = same.name
          repeated.append(sound.value)
        } else {
          let called = isVideo ? report.byDefault("audio\(known.count + 1)", "the name that outputs refer to", near: sound.place) : name
          known.append((sound.value, called))
          audio.append(Located(Self.audio(sound, called, selector, &report), at: sound.place))
          audioName = called
        }
      }
      if isVideo { video.append(Located(Self.video(rendition, name, fit, &report), at: located.place)) }
      renditions.append(Made(rendition: rendition, plain: names[index], video: isVideo ? name : nil, audio: audioName))
    }
  }

  /// The protocol that decided on the kind of input, where the spec has one.
  var takenProtocol: Located<IngestProtocol>? {
    guard fit.options.inputType == nil, fit.options.input == nil, let type = fit.decision.input?.value else { return nil }
    return fit.spec.ingest?.value.protocols?.value.first { $0.value == (type == .srtListener ? .srt : .rtmp) && type.isPush }
  }

  func use(_ report: inout Report) {
    for rendition in renditions.map(\.rendition) {
      // One of the two is sent, and the other follows from it.
      report.use(rendition.gop)
      report.use(rendition.keyframeInterval)
      report.use(rendition.fps)
      // The member that is set says it.
      if [.h264, .h265, .av1].contains(rendition.codec?.value) { report.use(rendition.codec) }
      if [.ac3, .eac3].contains(rendition.audio?.value.codec?.value) { report.use(rendition.audio?.value.codec) }
      if rendition.bitDepth?.value == Self.bits(rendition) { report.use(rendition.bitDepth) }
      if rendition.primaries?.value == Self.primaries(rendition) { report.use(rendition.primaries) }
    }
    for sound in repeated {
      report.use(sound.codec)
      report.use(sound.channels)
      report.use(sound.bitrate)
      if Self.hasSampleRate(sound) { report.use(sound.sampleRate) }
    }
  }

  // MARK: Video

  private static func video(_ rendition: Rendition, _ name: Located<String>, _ fit: Fit<MediaLive>, _ report: inout Report) -> MediaLiveVideo {
    var made = MediaLiveVideo(name: name)
    made.width = rendition.resolution?.map(\.width)
    made.height = rendition.resolution?.map(\.height)
    let codec = rendition.codec ?? report.byDefault(.h264, "every player has H.264", near: name.place)
    let settings = Located(Self.settings(rendition, codec, fit, &report), at: codec.place)
    var kind = MediaLiveVideoCodec()
    switch codec.value {
    case .h264: kind.h264 = settings
    case .h265: kind.h265 = settings
    case .av1: kind.av1 = settings
    case .vp8, .vp9: return made
    }
    made.codecSettings = Located(kind, at: codec.place)
    return made
  }

  private static func settings(_ rendition: Rendition, _ codec: Located<VideoCodec>, _ fit: Fit<MediaLive>, _ report: inout Report) -> MediaLiveVideoSettings {
    let options = fit.options
    var made = MediaLiveVideoSettings()
    if let fps = rendition.fps {
      made.framerateNumerator = fps.compactMap { Int(exactly: $0.value.numerator) }
      made.framerateDenominator = fps.compactMap { Int(exactly: $0.value.denominator) }
      if codec.value == .h264 { made.framerateControl = report.derive("SPECIFIED", "a frame rate is set", from: [fps.place]) }
    }
    gop(rendition, &made, options, &report)
    if codec.value != .av1 {
      made.gopClosedCadence = report.byDefault(1, "0 breaks output segmenting, and 1 is recommended for streaming", near: codec.place)
      made.gopNumBFrames = rendition.bframes
    }
    if codec.value == .h264 { made.numRefFrames = rendition.refFrames }
    rateControl(rendition, codec, &made, options, &report)
    made.bufSize = rendition.buffer?.compactMap { Int(exactly: $0.bits) }
    made.sceneChangeDetect = options.sceneChangeDetect?.map { $0 ? "ENABLED" : "DISABLED" }
      ?? report.byDefault("DISABLED", "a keyframe where a scene changes would end a segment early", near: codec.place)
    let prefix = codec.value == .h264 ? "H264" : codec.value == .h265 ? "H265" : "AV1"
    made.level = rendition.level?.map { MediaLiveVideoSettings.level($0, of: prefix) }
    made.profile = rendition.profile.flatMap { profile in word(of: profile.value, codec.value).map { word in profile.map { _ in word } } }
    if codec.value == .h265 { made.tier = rendition.tier?.map { $0 == .high ? "HIGH" : "MAIN" } }
    if codec.value == .av1 { made.bitDepth = rendition.bitDepth?.map { "DEPTH_\($0)" } }
    made.colorSpaceSettings = color(rendition, codec.value)
    return made
  }

  private static func gop(_ rendition: Rendition, _ made: inout MediaLiveVideoSettings, _ options: MediaLive.Options, _ report: inout Report) {
    let isInSeconds = options.gopUnits?.value == "SECONDS" || rendition.gop == nil
    if isInSeconds, let interval = rendition.keyframeInterval {
      made.gopSize = interval.map(\.value)
      made.gopSizeUnits = options.gopUnits?.value == "SECONDS" ? options.gopUnits : report.derive("SECONDS", "the frame rate is not set", from: [interval.place])
    } else if let gop = rendition.gop {
      made.gopSize = gop.map { Rational($0) }
      made.gopSizeUnits = options.gopUnits ?? report.byDefault("FRAMES", "exact at every frame rate", near: gop.place)
    }
  }

  private static func rateControl(
    _ rendition: Rendition, _ codec: Located<VideoCodec>, _ made: inout MediaLiveVideoSettings, _ options: MediaLive.Options, _ report: inout Report
  ) {
    let mode: Located<String>
    switch rendition.rateControl?.value {
    case .cbr: mode = rendition.rateControl!.map { _ in "CBR" }
    case .vbr: mode = rendition.rateControl!.map { _ in "VBR" }
    case .cappedCRF: mode = rendition.rateControl!.map { _ in "QVBR" }
    case nil:
      if let most = rendition.maxBitrate, most.value != rendition.bitrate?.value, codec.value == .h264 {
        mode = report.derive("VBR", "a maximum is set", from: [most.place]) ?? Located("VBR", at: most.place)
      } else {
        mode = report.byDefault("CBR", "no maximum is set", near: codec.place)
      }
    }
    made.rateControlMode = mode
    if mode.value == "QVBR" {
      made.maxBitrate = rendition.maxBitrate?.compactMap { Int(exactly: $0.bitsPerSecond) }
      made.qvbrQualityLevel = options.quality
    } else {
      made.bitrate = rendition.bitrate?.compactMap { Int(exactly: $0.bitsPerSecond) }
      if mode.value == "VBR" { made.maxBitrate = rendition.maxBitrate?.compactMap { Int(exactly: $0.bitsPerSecond) } }
    }
  }

  /// The API's word for a profile; nil where the codec has no such profile there.
  static func word(of profile: VideoProfile, _ codec: VideoCodec) -> String? {
    switch (codec, profile) {
    case (.h264, .baseline): "BASELINE"
    case (.h264, .main), (.h265, .main): "MAIN"
    case (.h264, .high): "HIGH"
    case (.h264, .high10): "HIGH_10BIT"
    case (.h265, .main10): "MAIN_10BIT"
    default: nil
    }
  }

  private static func color(_ rendition: Rendition, _ codec: VideoCodec) -> Located<MediaLiveColor>? {
    guard let transfer = rendition.transfer else { return nil }
    let empty = Located(Node.map([], at: transfer.place), at: transfer.place)
    var made = MediaLiveColor()
    switch transfer.value {
    case .sdr: made.rec709 = empty
    case .pq where codec != .h264: made.hdr10 = empty
    case .hlg where codec != .h264: made.hlg = empty
    default: return nil
    }
    return Located(made, at: transfer.place)
  }

  /// The bits per sample that follow from the profile.
  private static func bits(_ rendition: Rendition) -> Int { [.main10, .high10].contains(rendition.profile?.value) ? 10 : 8 }

  /// The primaries that follow from the transfer characteristics.
  private static func primaries(_ rendition: Rendition) -> ColorPrimaries? {
    rendition.transfer.map { $0.value == .sdr ? .bt709 : .bt2020 }
  }

  // MARK: Audio

  private static func hasSampleRate(_ sound: AudioSettings) -> Bool { [.aac, .heAAC, nil].contains(sound.codec?.value) }

  private static func audio(_ sound: Located<AudioSettings>, _ name: Located<String>, _ selector: Located<String>, _ report: inout Report) -> MediaLiveAudio {
    var made = MediaLiveAudio(name: name, audioSelectorName: selector)
    let codec = sound.value.codec ?? report.byDefault(.aac, "every player has AAC", near: sound.place)
    var settings = MediaLiveAudioSettings()
    settings.bitrate = sound.value.bitrate?.compactMap { Int(exactly: $0.bitsPerSecond) }
    var kind = MediaLiveAudioCodec()
    func mode(_ modes: KeyValuePairs<String, String>) -> Located<String>? {
      sound.value.channels.flatMap { channels in modes.first { $0.key == "\(channels.value)" }.map { mode in channels.map { _ in mode.value } } }
    }
    switch codec.value {
    case .aac, .heAAC:
      settings.profile = codec.map { $0 == .heAAC ? "HEV1" : "LC" }
      settings.codingMode = mode(MediaLiveAudioSettings.aacModes)
      settings.sampleRate = sound.value.sampleRate?.map(\.hertz)
      settings.rateControlMode = report.byDefault("CBR", "a bitrate is what is asked for", near: codec.place)
      kind.aac = Located(settings, at: codec.place)
    case .ac3:
      settings.codingMode = mode(MediaLiveAudioSettings.ac3Modes)
      kind.ac3 = Located(settings, at: codec.place)
    case .eac3:
      settings.codingMode = mode(MediaLiveAudioSettings.eac3Modes)
      if sound.value.channels?.value == 6 { settings.lfeControl = sound.value.channels.map { $0.map { _ in "LFE" } } }
      kind.eac3 = Located(settings, at: codec.place)
    case .mp3, .opus: return made
    }
    made.codecSettings = Located(kind, at: codec.place)
    return made
  }
}
