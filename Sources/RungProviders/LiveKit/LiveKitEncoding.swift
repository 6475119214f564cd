package import RungSource
package import RungSpec

extension LiveKit {
  /// `video` of the create request: the author's track, with the ladder as a preset or as layers.
  static func video(_ fit: Fit<LiveKit>, _ report: inout Report) -> Located<LiveKitVideo>? {
    var video = LiveKitVideo()
    video.name = fit.options.video?.value.name
    video.source = fit.options.video?.value.source
    let place = fit.options.video?.place ?? fit.ladder?.place
    if let encoding = fit.decision.encoding {
      encoding.useWhatAllGet(&report)
      report.use(fit.options.video?.value.presets)
      if fit.options.video?.value.presets?.value != false, let preset = encoding.preset {
        video.preset = report.derive(preset, "the ladder is the same as the preset's", from: encoding.sources)
      } else {
        video.options = Located(encoding.options(&report), at: place ?? fit.measured.target)
      }
    }
    guard let place, video.name != nil || video.source != nil || fit.decision.encoding != nil else { return nil }
    return Located(video, at: place)
  }

  /// `audio` of the create request.
  static func audio(_ fit: Fit<LiveKit>, _ report: inout Report) -> Located<LiveKitAudio>? {
    let track = fit.options.audio
    var audio = LiveKitAudio(name: track?.value.name, source: track?.value.source)
    let sound = fit.sound
    let asksForOptions = track?.value.presets?.value == false
    if fit.decision.transcodes, sound != nil || track?.value.disableDTX != nil || asksForOptions {
      let asked = sound?.value
      if let codec = asked?.codec, codec.value != .opus { report.change(codec.place, "\(codec.value.rawValue) becomes Opus") }
      report.use(track?.value.presets)
      if !asksForOptions, let preset = preset(asked, track?.value.disableDTX) {
        let sources = [asked?.bitrate?.place, asked?.channels?.place, asked?.codec?.place, track?.value.disableDTX?.place, sound?.place]
        audio.preset = report.derive(preset, "the audio is the same as the preset's", from: sources.compactMap { $0 })
      } else {
        audio.options = Located(options(asked, track?.value.disableDTX, &report), at: sound?.place ?? track?.place ?? fit.measured.target)
      }
    }
    guard let place = track?.place ?? sound?.place, audio.name != nil || audio.source != nil || audio.preset != nil || audio.options != nil
    else { return nil }
    return Located(audio, at: place)
  }

  /// The preset that produces the same; what is not set is LiveKit's default: stereo, 96 kbps (mono: 64).
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
    LiveKitAudioOptions(
      audioCodec: asked?.codec.flatMap { codec in
        codec.value == .opus ? Located(.opus, at: codec.place) : report.derive(.opus, "LiveKit publishes Opus only", from: [codec.place])
      },
      bitrate: asked?.bitrate?.compactMap { Int(exactly: $0.bitsPerSecond) }, channels: asked?.channels, disableDTX: disableDTX)
  }
}

/// A ladder in LiveKit's terms: one codec, one frame rate, up to three layers.
package struct LiveKitEncoding: Sendable {
  package struct Layer: Sendable {
    package let quality: LiveKitQuality
    /// In the ladder.
    package let index: Int
    package let place: SourcePlace
    package let size: Located<Resolution>?
    package let bitrate: Located<Bitrate>?
    package let fps: Located<FrameRate>?
    package let codec: Located<VideoCodec>?
  }

  package let layers: [Layer]
  /// The best layer's; nil where it sets none, which is H.264, or one that LiveKit does not support.
  package let codec: Located<LiveKitVideoCodec>?
  /// The highest of any layer.
  package let frameRate: Located<FrameRate>?
  /// As it is sent: the server truncates decimals, and the rate is a cap that only drops frames. The next integer
  /// keeps every frame of 29.97; the one below would drop one in thirty. Nil below one.
  package let wholeFrameRate: Int?
  /// The preset that produces exactly this.
  package let preset: LiveKitVideoPreset?

  /// Nil for a ladder without video.
  ///
  /// - Parameter order: the renditions, best first; those after the third are ignored.
  init?(_ ladder: Ladder, _ order: [Int]) {
    guard ladder.media == .video, !order.isEmpty else { return nil }
    let qualities = LiveKitQuality.of(min(order.count, LiveKitQuality.useful.count))
    var layers: [Layer] = []
    layers.reserveCapacity(qualities.count)
    for (quality, index) in zip(qualities, order) {
      layers.append(
        Layer(
          quality: quality, index: index, place: ladder.renditions[index].place, size: ladder.renditions[index].value.resolution,
          bitrate: ladder.renditions[index].value.bitrate, fps: ladder.renditions[index].value.fps,
          codec: ladder.renditions[index].value.codec))
    }
    self.layers = layers
    codec = layers.first?.codec?.compactMap { LiveKitVideoCodec($0) }
    frameRate = layers.lazy.compactMap(\.fps).max { $0.value < $1.value }
    wholeFrameRate = frameRate.flatMap { $0.value.value < Rational(1) ? nil : $0.value.value.roundedUp }
    preset = Self.preset(layers, isTimed: frameRate == nil || wholeFrameRate != nil, wholeFrameRate ?? LiveKitLayers.unstatedFrameRate)
  }

  private static func preset(_ layers: [Layer], isTimed: Bool, _ frameRate: Int) -> LiveKitVideoPreset? {
    // No preset has a frame rate below 1, or another codec.
    guard isTimed, layers.allSatisfy({ $0.codec?.value ?? .h264 == .h264 }) else { return nil }
    return LiveKitLayers.presets.first { candidate in
      candidate.frameRate == frameRate && candidate.layers.count == layers.count
        && zip(candidate.layers, layers).allSatisfy { made, asked in
          asked.size?.value == made.size && asked.bitrate?.value.bitsPerSecond == Int64(made.bitrate)
        }
    }?.preset
  }

  /// What one layer sets and all get.
  func useWhatAllGet(_ report: inout Report) {
    for layer in layers {
      if let rate = layer.fps, rate.value == frameRate?.value {
        report.use(rate)
        if let whole = wholeFrameRate, rate.value.value.whole != whole {
          report.change(rate.place, "\(rate.value.text) fps becomes \(whole) fps")
        }
      }
      if let own = layer.codec, LiveKitVideoCodec(own.value) == codec?.value ?? .h264Baseline { report.use(own) }
    }
  }

  /// Everything that decides the preset.
  var sources: [SourcePlace] {
    layers.flatMap { [$0.size?.place, $0.bitrate?.place, $0.codec?.place].compactMap { $0 } } + [frameRate?.place].compactMap { $0 }
  }

  func options(_ report: inout Report) -> LiveKitVideoOptions {
    var options = LiveKitVideoOptions(videoCodec: codec)
    if let frameRate, let whole = wholeFrameRate {
      let text = frameRate.value.text
      options.frameRate =
        frameRate.value.value.whole == whole
        ? frameRate.map(\.value)
        : report.derive(
          Rational(whole), "\(text) rounded up: the server truncates decimals, and a cap of \(whole) drops no frame of \(text)",
          from: [frameRate.place])
    }
    options.layers = Located(layers.map { layer($0, &report) }, at: layers[0].place)
    return options
  }

  private func layer(_ layer: Layer, _ report: inout Report) -> Located<LiveKitLayer> {
    var body = LiveKitLayer(
      quality: report.byDefault(layer.quality, "the layers are HIGH, MEDIUM and LOW in the order of their sizes", near: layer.place),
      width: layer.size?.map(\.width), height: layer.size?.map(\.height))
    if let bitrate = layer.bitrate {
      body.bitrate = bitrate.compactMap { Int(exactly: $0.bitsPerSecond) }
    } else if let size = layer.size {
      let rate = wholeFrameRate ?? LiveKitLayers.unstatedFrameRate
      body.bitrate = report.derive(
        LiveKitLayers.bitrate(of: size.value, frameRate: rate), "LiveKit's own: 3500000 bps × (\(rate) ÷ 30)^¾ × (\(size.value.pixels) ÷ 2073600 pixels)^¾, cut to a whole number",
        from: [size.place])
    }
    return Located(body, at: layer.place)
  }
}
