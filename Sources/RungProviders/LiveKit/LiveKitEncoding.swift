internal import RungSource
internal import RungSpec

extension LiveKit {
  /// `video` of the create request: the author's track, with the ladder as a preset or as layers.
  static func video(_ fit: Fit<LiveKit>, _ report: inout Report) -> Located<LiveKitVideo>? {
    var video = LiveKitVideo()
    video.name = fit.options.video?.value.name
    video.source = fit.options.video?.value.source
    let place = fit.options.video?.place ?? fit.ladder?.place
    let layers = fit.layers
    if !layers.isEmpty {
      let encoding = LiveKitEncoding(layers, &report)
      if let preset = encoding.preset {
        video.preset = report.derive(preset, "the ladder is what the preset makes", from: encoding.sources)
      } else {
        video.options = Located(encoding.options(&report), at: place ?? fit.measured.target)
      }
    }
    guard let place, video.name != nil || video.source != nil || !layers.isEmpty else { return nil }
    return Located(video, at: place)
  }

  /// `audio` of the create request.
  static func audio(_ fit: Fit<LiveKit>, _ report: inout Report) -> Located<LiveKitAudio>? {
    let track = fit.options.audio
    var audio = LiveKitAudio()
    audio.name = track?.value.name
    audio.source = track?.value.source
    let sound = fit.sound
    if fit.decision.transcodes, sound != nil || track?.value.disableDTX != nil {
      let asked = sound?.value
      if let preset = preset(asked, track?.value.disableDTX) {
        let sources = [asked?.bitrate?.place, asked?.channels?.place, asked?.codec?.place, track?.value.disableDTX?.place, sound?.place]
        audio.preset = report.derive(preset, "the sound is what the preset makes", from: sources.compactMap { $0 })
      } else {
        audio.options = Located(options(asked, track?.value.disableDTX, &report), at: sound?.place ?? track?.place ?? fit.measured.target)
      }
    }
    guard let place = track?.place ?? sound?.place, audio.name != nil || audio.source != nil || audio.preset != nil || audio.options != nil
    else { return nil }
    return Located(audio, at: place)
  }

  /// The preset that makes the same; what is not said is LiveKit's default: stereo, 96 kbps (mono: 64).
  private static func preset(_ asked: AudioSettings?, _ disableDTX: Located<Bool>?) -> LiveKitAudioPreset? {
    guard disableDTX?.value != true else { return nil }
    let bitrate = asked?.bitrate?.value.bitsPerSecond
    switch asked?.channels?.value ?? 2 {
    case 2: return bitrate ?? 96000 == 96000 ? .stereo : nil
    case 1: return bitrate ?? 64000 == 64000 ? .mono : nil
    default: return nil
    }
  }

  private static func options(_ asked: AudioSettings?, _ disableDTX: Located<Bool>?, _ report: inout Report) -> LiveKitAudioOptions {
    var options = LiveKitAudioOptions()
    options.audioCodec = asked?.codec.flatMap { codec in
      codec.value == .opus ? Located(.opus, at: codec.place) : report.derive(.opus, "Opus is what LiveKit publishes", from: [codec.place])
    }
    options.bitrate = asked?.bitrate?.compactMap { Int(exactly: $0.bitsPerSecond) }
    options.channels = asked?.channels
    options.disableDTX = disableDTX
    return options
  }
}

/// A ladder in LiveKit's terms: one codec, one frame rate, up to three layers.
struct LiveKitEncoding {
  struct Layer {
    let quality: LiveKitQuality
    let asked: Rendition
    let place: Place
  }

  let layers: [Layer]
  /// The best layer's; nil when it says none, or one that LiveKit has not.
  let codec: Located<LiveKitVideoCodec>?
  /// The highest that any layer asks for.
  let frameRate: Located<FrameRate>?
  /// As it goes out: the server cuts decimals off, and the rate is a cap that only drops frames. The next whole number
  /// lets every frame of 29.97 through; the one below would drop one in thirty.
  let wholeFrameRate: Int?

  init(_ renditions: [Located<Rendition>], _ report: inout Report) {
    self.init(renditions)
    for layer in layers {
      // What one layer says and all get.
      if let rate = layer.asked.fps, rate.value == frameRate?.value { report.use(rate) }
      if let own = layer.asked.codec, LiveKitVideoCodec(own.value) == codec?.value { report.use(own) }
    }
  }

  init(_ renditions: [Located<Rendition>]) {
    layers = zip(LiveKitQuality.of(renditions.count), renditions).map { Layer(quality: $0, asked: $1.value, place: $1.place) }
    codec = renditions.lazy.compactMap(\.value.codec).first.flatMap { $0.compactMap { LiveKitVideoCodec($0) } }
    frameRate = renditions.lazy.compactMap(\.value.fps).max { $0.value < $1.value }
    wholeFrameRate = frameRate.flatMap { $0.value.value < Rational(1) ? nil : $0.value.value.roundedUp }
  }

  /// bps; computed as the server would where the layer says none.
  static func bitrate(_ rendition: Rendition, frameRate: Int?) -> Int? {
    if let stated = rendition.bitrate { return Int(exactly: stated.value.bitsPerSecond) }
    return rendition.resolution.map { LiveKitLayers.bitrate(of: $0.value, frameRate: frameRate ?? LiveKitLayers.unstatedFrameRate) }
  }

  /// The preset that makes exactly this.
  var preset: LiveKitVideoPreset? {
    if let codec, codec.value != .h264Baseline { return nil }
    // A frame rate below 1, or a codec that LiveKit has not, is in no preset.
    guard frameRate == nil || wholeFrameRate != nil, layers.allSatisfy({ $0.asked.codec.map { $0.value == .h264 } ?? true }) else { return nil }
    let rate = wholeFrameRate ?? LiveKitLayers.unstatedFrameRate
    return LiveKitLayers.presets.first { candidate in
      candidate.frameRate == rate && candidate.layers.count == layers.count
        && zip(candidate.layers, layers).allSatisfy { made, asked in
          guard let size = asked.asked.resolution?.value, let bitrate = asked.asked.bitrate?.value else { return false }
          return size == made.size && bitrate.bitsPerSecond == Int64(made.bitrate)
        }
    }?.preset
  }

  /// Everything that makes the preset this one.
  var sources: [Place] {
    layers.flatMap { [$0.asked.resolution?.place, $0.asked.bitrate?.place, $0.asked.codec?.place].compactMap { $0 } }
      + [frameRate?.place].compactMap { $0 }
  }

  func options(_ report: inout Report) -> LiveKitVideoOptions {
    var options = LiveKitVideoOptions()
    options.videoCodec = codec
    if let frameRate, let whole = wholeFrameRate {
      let text = frameRate.value.text
      options.frameRate =
        frameRate.value.value.whole == whole
        ? frameRate.map(\.value)
        : report.derive(
          Rational(whole), "\(text) rounded up: the server cuts decimals off, and a cap of \(whole) drops no frame of \(text)",
          from: [frameRate.place])
    }
    options.layers = Located(layers.map { layer($0, &report) }, at: layers[0].place)
    return options
  }

  private func layer(_ layer: Layer, _ report: inout Report) -> Located<LiveKitLayer> {
    var body = LiveKitLayer()
    body.quality = report.byDefault(layer.quality, "the layers are HIGH, MEDIUM and LOW in the order of their sizes", near: layer.place)
    body.width = layer.asked.resolution?.map(\.width)
    body.height = layer.asked.resolution?.map(\.height)
    if let bitrate = layer.asked.bitrate {
      body.bitrate = bitrate.compactMap { Int(exactly: $0.bitsPerSecond) }
    } else if let size = layer.asked.resolution, let computed = Self.bitrate(layer.asked, frameRate: wholeFrameRate) {
      let rate = wholeFrameRate ?? LiveKitLayers.unstatedFrameRate
      body.bitrate = report.derive(
        computed, "LiveKit's own: 3500000 bps × (\(rate) ÷ 30)^¾ × (\(size.value.pixels) ÷ 2073600 pixels)^¾, cut to a whole number",
        from: [size.place])
    }
    return Located(body, at: layer.place)
  }
}
