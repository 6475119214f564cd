internal import RungSource
internal import RungSpec

/// One process: the source split and scaled, every rendition encoded, and everything packaged or pushed.
struct FFmpegCommandLine {
  let fit: Fit<FFmpeg>
  let renditions: [Located<Rendition>]
  let hasVideo: Bool
  /// In paths and variables.
  private let names: [String]

  init(_ fit: Fit<FFmpeg>) {
    self.fit = fit
    renditions = fit.decision.renditions
    names = PlainNames.of(renditions.map(\.value))
    hasVideo = fit.stream.media.value == .video
  }

  func setup(_ report: inout Report) -> EncoderSetup {
    report.use(fit.spec.name)
    // It runs until its input ends.
    report.use(fit.stream.kind)
    if fit.spec.lowLatency?.value == false { report.use(fit.spec.lowLatency) }
    let stream = fit.spec.name?.value
    guard !renditions.isEmpty, fit.decision.delivery != .nowhere else { return EncoderSetup(encoder: FFmpeg.id, stream: stream) }
    report.use(fit.stream.media)
    if fit.options.input == nil { report.use(fit.stream.ingestMode) }
    var parts: [EncoderCommand.Part] = []
    var directories: [String] = []
    var files: [EncoderFile] = []
    if let filters = filters(&report) { parts.append(filters) }
    switch fit.decision.delivery {
    case .package:
      let packager = FFmpegPackaging(fit, names: names)
      parts += packager.parts(self, &report)
      directories = packager.directories
      files = packager.files
    case .push(let scheme):
      for index in renditions.indices { parts.append(push(index, scheme, &report)) }
    case .nowhere: break
    }
    let command = EncoderCommand(
      program: "ffmpeg", input: input(&report), testInput: testInput, parts: parts, directories: directories)
    return EncoderSetup(encoder: FFmpeg.id, stream: stream, command: command, files: files, remarks: remarks)
  }

  private var remarks: [String] {
    var remarks = ["Keyframe intervals are fixed and GOPs closed: segments of all renditions can begin at the same times."]
    if case .push = fit.decision.delivery, renditions.count > 1 {
      remarks.append("Each rendition is pushed separately, with its own key.")
    }
    var oblong: [Resolution] = []
    for size in renditions.compactMap({ $0.value.resolution?.value }) where pixel(size) != Rational(1) && !oblong.contains(size) { oblong.append(size) }
    if !oblong.isEmpty {
      remarks.append("The pixels of \(oblong.map(\.text).joined(separator: ", ")) are not square: FFmpeg's DASH muxer requires the same aspect ratio for all renditions.")
    }
    remarks += FFmpegPicture(source: fit.decision.source).remarks(renditions.map(\.value))
    if fit.predictedPlaylist != nil {
      remarks.append("The multivariant playlist is that of `rung ladder preview --hls`, written before FFmpeg starts. `--delivered` writes it with the rates of the segments.")
    }
    if case .package = fit.decision.delivery, fit.spec.packaging?.value.dash != nil {
      remarks.append(
        "The DASH manifest has no UTCTiming: players use their own clock, and one that is off by more than a segment does not play. Set `-utc_timing_url` to the URL of your own time server.")
    }
    return remarks
  }

  // MARK: The source

  private func input(_ report: inout Report) -> [CommandArgument] {
    report.use(fit.options.input)
    if let input = fit.options.input { return [CommandArgument("-i"), CommandArgument(input.value)] }
    // What a provider pulls is the source; a pushed stream has another one.
    if fit.stream.ingestMode?.value == .pull, let url = fit.spec.ingest?.value.source?.value.url {
      report.use(url)
      return [CommandArgument("-i"), CommandArgument(url.value.text)]
    }
    return [CommandArgument("-i"), CommandArgument("${env:RUNG_INPUT}")]
  }

  /// Video and a tone, both in one input, as in a real one, and as the spec describes the source.
  private var testInput: [CommandArgument] {
    let picture = FFmpegPicture(source: fit.decision.source)
    let largest = renditions.compactMap { $0.value.resolution?.value }.max { $0.pixels < $1.pixels }
    let size = fit.decision.source?.resolution?.value ?? largest ?? Resolution(width: 1280, height: 720)
    let rate = fit.decision.source?.fps?.value ?? renditions.lazy.compactMap { $0.value.fps?.value }.first ?? FrameRate(25)
    let samples = renditions.lazy.compactMap { $0.value.audio?.value.sampleRate?.value.hertz }.first ?? 48000
    let tone = "sine=frequency=440:sample_rate=\(samples)"
    let graph = hasVideo ? "\(picture.testPattern(size, rate).joined(separator: ","))[out0];\(tone)[out1]" : tone
    // A push to a service is in real time.
    let pace = if case .push = fit.decision.delivery { ["-re"] } else { [String]() }
    return (pace + ["-f", "lavfi", "-i", graph]).map(CommandArgument.init)
  }

  // MARK: Video

  private func filters(_ report: inout Report) -> EncoderCommand.Part? {
    guard hasVideo else { return nil }
    let count = renditions.count
    let picture = FFmpegPicture(source: fit.decision.source)
    // What is done once for all of them.
    let common = picture.prepared(for: renditions.map(\.value), &report)
    var chains: [String] = []
    if count > 1 { chains.append("[0:v:0]\((common + ["split=\(count)"]).joined(separator: ","))\((0..<count).map { "[s\($0)]" }.joined())") }
    for (index, rendition) in renditions.enumerated() {
      var steps = count > 1 ? [] : common
      report.use(rendition.value.fps)
      if let fps = picture.rate(of: rendition.value, among: renditions.map(\.value)) { steps.append("fps=\(fps.fraction)") }
      if let size = rendition.value.resolution {
        report.use(size)
        steps += fitted(size.value)
      } else if let side = rendition.value.statedSide {
        report.use(side)
        steps += fitted(side.value)
      }
      steps += picture.color(of: rendition.value, &report)
      steps.append("format=\(rendition.value.encodedBitDepth > 8 ? "yuv420p10le" : "yuv420p")")
      chains.append("[\(count > 1 ? "s\(index)" : "0:v:0")]\(steps.joined(separator: ","))[v\(index)]")
    }
    return EncoderCommand.Part("Video: one source, scaled to each size", [["-filter_complex", chains.joined(separator: ";")].map(CommandArgument.init)])
  }

  /// The display aspect ratio of all renditions, where it must not differ: FFmpeg's DASH muxer rejects a set of renditions
  /// whose aspect ratios are not exactly the same, such as 1280x720 and 854x480 in square pixels.
  private var commonShape: Rational? {
    guard case .package = fit.decision.delivery, fit.spec.packaging?.value.dash != nil else { return nil }
    return fit.ladder?.modelShape?.aspect
  }

  /// Width over height of a pixel, square wherever possible.
  private func pixel(_ size: Resolution) -> Rational { commonShape?.divided(by: size.aspect) ?? Rational(1) }

  /// To that size. A source of the rendition's aspect ratio, up to a hundredth, fills it; another one is scaled to fit and gets
  /// bars. By default FFmpeg stretches the video and signals non-square pixels.
  private func fitted(_ size: Resolution) -> [String] {
    let shape = commonShape ?? size.aspect
    let ratio = "dar*\(shape.denominator)/\(shape.numerator)"
    func side(_ full: Int, _ part: String) -> String { "'if(lt(abs(\(ratio)-1),0.01),\(full),max(2,2*trunc(\(full)*min(1,\(part))/2)))'" }
    let pixel = pixel(size)
    let sar = pixel == Rational(1) ? "1" : "\(pixel.numerator)/\(pixel.denominator):max=\(Swift.max(pixel.numerator, pixel.denominator))"
    return [
      "scale=w=\(side(size.width, ratio)):h=\(side(size.height, "1/(\(ratio))"))", "pad=\(size.width):\(size.height):-1:-1", "setsar=\(sar)",
    ]
  }

  /// To the stated side of a source whose size is not known. The video keeps its aspect ratio; samples are square, but in DASH, whose
  /// muxer requires exactly the same aspect ratio for all renditions.
  private func fitted(_ side: RequestedResolution) -> [String] {
    let scale: String
    switch side {
    case .height(let height): scale = "scale=w='max(2,2*round(\(height)*dar/2))':h=\(height)"
    case .width(let width): scale = "scale=w=\(width):h='max(2,2*round(\(width)/dar/2))'"
    case .exact(let size): return fitted(size)
    }
    guard case .package = fit.decision.delivery, fit.spec.packaging?.value.dash != nil else { return [scale, "setsar=1"] }
    return [scale]
  }

  /// - Parameter stream: nil where the rendition is the only one of its output.
  func video(_ index: Int, stream: Int?, _ report: inout Report) -> FFmpegArguments {
    var arguments = FFmpegArguments()
    FFmpegVideo(renditions[index].value, stream.map { "v:\($0)" } ?? "v", takesFiller: fit.takesFiller, isPackaged: fit.decision.delivery == .package).write(&arguments, &report)
    return arguments
  }

  func audio(_ index: Int, stream: Int?, _ report: inout Report) -> FFmpegArguments {
    var arguments = FFmpegArguments()
    if let audio = renditions[index].value.audio?.value {
      FFmpegAudio.write(audio, stream.map { "a:\($0)" } ?? "a", &arguments, &report)
    }
    return arguments
  }

  // MARK: Pushing

  private func push(_ index: Int, _ scheme: IngestProtocol, _ report: inout Report) -> EncoderCommand.Part {
    report.use(renditions[index].value.name)
    var arguments = FFmpegArguments()
    if hasVideo { arguments.add("-map", "[v\(index)]") }
    if renditions[index].value.audio != nil { arguments.add("-map", "0:a:0") }
    var lines = arguments.lines
    if hasVideo { lines += video(index, stream: nil, &report).lines }
    lines += audio(index, stream: nil, &report).lines
    report.use(fit.options.pushURL)
    report.use(fit.options.pushKey)
    let url = address("")
    let own = renditions.count > 1 ? "_\(names[index].map { $0 == "-" ? "_" : $0.uppercased() }.joined())" : ""
    let key = reference(fit.options.pushKey?.value, "PUSH_KEY", own)
    switch scheme {
    case .srt:
      // An SRT address names the stream itself.
      lines.append(["-f", "mpegts", address(own)].map(CommandArgument.init))
    case .rtmp, .rtmps, .whip:
      lines.append(["-flvflags", "no_duration_filesize"].map(CommandArgument.init))
      lines.append(["-f", "flv", "\(url.hasSuffix("/") ? url : url + "/")\(key)"].map(CommandArgument.init))
    }
    return EncoderCommand.Part("\(renditions[index].value.name?.value ?? "The stream"), pushed with \(scheme.rawValue.uppercased())", lines)
  }

  private func address(_ own: String) -> String {
    let stated = fit.options.pushURL?.value
    return stated?.isLiteral == true ? stated?.revealed ?? "" : reference(stated, "PUSH_URL", own)
  }

  private func reference(_ stated: SecretText?, _ variable: String, _ own: String = "") -> String {
    switch stated?.kind {
    case .environment(let name): "${env:\(name)\(own)}"
    case .placeholder(let name): "${env:\(name)\(own)}"
    // A literal is a finding, and is never repeated.
    case .literal, nil: "${env:\(variable)\(own)}"
    }
  }
}
