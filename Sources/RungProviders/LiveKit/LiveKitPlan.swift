package import RungSource
internal import RungSpec

extension LiveKit {
  package static func plan(_ fit: Fit<LiveKit>, _ report: inout Report) -> RequestPlan {
    let body = create(fit, &report)
    let remarks = remarks(fit, body, &report)
    let step = RequestStep(
      "create", "Make the ingress", method: "POST", url: url("CreateIngress", fit, &report), headers: headers, bodyKind: "create",
      body: BodyContent(body, LiveKitCreate.shape, at: fit.measured.target), remarks: remarks)
    return RequestPlan(provider: id, steps: [step])
  }

  private static let headers = [
    Header("Authorization", "Bearer ${env:LIVEKIT_TOKEN}"), Header("Content-Type", "application/json"),
  ]

  private static func url(_ method: String, _ fit: Fit<LiveKit>, _ report: inout Report) -> URLTemplate {
    guard let host = fit.options.host else {
      return URLTemplate(
        "https://{host}/twirp/livekit.Ingress/\(method)", [.init("host", nil, source: "the project's host, as in `LIVEKIT_URL`")])
    }
    report.use(host)
    // SDKs are given wss://, and so may the spec; the API itself is asked over HTTP.
    let scheme = host.value.scheme == "wss" || host.value.scheme == "https" ? "https" : "http"
    let name = host.value.host.utf8.contains(UInt8(ascii: ":")) ? "[\(host.value.host)]" : host.value.host
    return URLTemplate("\(scheme)://\(name)\(host.value.port.map { ":\($0)" } ?? "")/twirp/livekit.Ingress/\(method)")
  }

  // MARK: Create

  private static func create(_ fit: Fit<LiveKit>, _ report: inout Report) -> LiveKitCreate {
    takeForGranted(fit, &report)
    let (spec, options) = (fit.spec, fit.options)
    var body = LiveKitCreate()
    body.inputType = fit.decision.input
    body.name = options.ingress ?? spec.name
    body.roomName = options.room
    body.participantIdentity = options.participant?.value.identity
    body.participantName = options.participant?.value.name
    body.participantMetadata = options.participant?.value.metadata
    body.enableTranscoding = transcoding(fit)
    if fit.decision.input?.value == .url { body.url = spec.ingest?.value.source?.value.url?.map(\.text) }
    body.audio = audio(fit, &report)
    if fit.stream.media.value == .video || options.video != nil { body.video = video(fit, &report) }
    body.enabled = options.enabled
    return body
  }

  /// Said where the author says it, and for WHIP, where LiveKit's default is the other one than the spec's.
  private static func transcoding(_ fit: Fit<LiveKit>) -> Located<Bool>? {
    let isWHIP = fit.decision.input?.value == .whip
    guard isWHIP || fit.spec.encoding != nil else { return nil }
    // Only WHIP can do without; a rule says so.
    return fit.decision.transcodes || isWHIP ? fit.stream.encoding.map { $0 == .transcode } : nil
  }

  /// What is so without a field for it: to ask for it is to have it.
  private static func takeForGranted(_ fit: Fit<LiveKit>, _ report: inout Report) {
    let spec = fit.spec
    report.use(fit.stream.kind)
    report.use(fit.stream.media)
    report.use(spec.duration)
    report.use(spec.lowLatency)
    if fit.options.ingress != nil { report.use(spec.name) }
    if spec.playback?.value.policy?.value == .authenticated { report.use(spec.playback?.value.policy) }
    if let timeout = spec.idleTimeout, timeout.value == silence.value { report.use(timeout) }
    guard fit.decision.transcodes, let ladder = fit.ladder else { return }
    if ladder.media == .video {
      for index in ladder.renditions.indices { takeForGranted(ladder.renditions[index].value, &report) }
      // Of renditions beyond the third only their number is said.
      for index in fit.decision.order.dropFirst(LiveKitQuality.useful.count) {
        var rendition = ladder.renditions[index].value
        Rendition.shape.mark(&rendition, &report)
      }
    }
    guard let sound = fit.sound?.value else { return }
    for index in ladder.renditions.indices {
      guard let audio = ladder.renditions[index].value.audio?.value else { continue }
      if audio.bitrate?.value == sound.bitrate?.value { report.use(audio.bitrate) }
      if audio.channels?.value == sound.channels?.value { report.use(audio.channels) }
      if audio.codec?.value == .opus { report.use(audio.codec) }
      if audio.sampleRate?.value.hertz == 48000 { report.use(audio.sampleRate) }
    }
  }

  private static func takeForGranted(_ rendition: Rendition, _ report: inout Report) {
    // Layers have no names; the plan says which rendition is which layer.
    report.use(rendition.name)
    guard rendition.codec?.value ?? .h264 == .h264 else { return }
    if rendition.profile?.value == .baseline { report.use(rendition.profile) }
    if rendition.encoderPreset?.value == .veryfast { report.use(rendition.encoderPreset) }
    if rendition.bframes?.value == 0 { report.use(rendition.bframes) }
    if rendition.lookahead?.value == 0 { report.use(rendition.lookahead) }
  }

  // MARK: Remarks

  private static func remarks(_ fit: Fit<LiveKit>, _ body: LiveKitCreate, _ report: inout Report) -> [String] {
    var remarks: [String] = []
    if let ingress = fit.options.ingress, let name = fit.spec.name { remarks.append("The ingress `\(ingress.value)` carries the stream `\(name.value)`.") }
    if let because = fit.decision.because { remarks.append("\(because.text).") }
    remarks.append("The token is a JWT with the grant `video: {ingressAdmin: true}`; without it the answer is 401.")
    if fit.options.host.map({ !$0.value.host.hasSuffix(".livekit.cloud") }) ?? true { remarks.append(needs(fit, body)) }
    remarks += encoder(fit, &report)
    remarks += layers(fit, body)
    if fit.spec.lowLatency?.value == true { remarks.append("Viewers watch over WebRTC; low latency needs no setting.") }
    if body.audio?.value.preset != nil || (body.audio?.value.options).map({ $0.value.disableDTX?.value != true }) ?? false {
      remarks.append("During silence next to nothing is sent (DTX); `audio: {disable_dtx: true}` under this target turns that off, for music.")
    }
    remarks.append(end(fit))
    return remarks
  }

  private static func needs(_ fit: Fit<LiveKit>, _ body: LiveKitCreate) -> String {
    let isUsed = [
      body.url != nil, body.url?.value.lowercased().hasPrefix("srt:") == true, body.participantMetadata != nil, body.enableTranscoding != nil,
      body.enabled != nil,
    ]
    // The table goes up, so the last that is used asks for the most.
    let most = zip(since, isUsed).filter(\.1).last?.0
    let version = most.map { ", and LiveKit \($0.version) or later for \($0.feature)" } ?? ""
    return "A server of your own needs Redis and the ingress service\(version)."
  }

  private static func encoder(_ fit: Fit<LiveKit>, _ report: inout Report) -> [String] {
    var lines: [String] = []
    switch fit.decision.input?.value {
    case .rtmp: lines.append("Push to `url`/`stream_key` of the answer; in OBS `url` is the server and `stream_key` the key.")
    case .whip:
      lines.append("Push to `url`/`stream_key` of the answer, or to `url` with `stream_key` as the bearer token. There is no trickle ICE.")
      if fit.decision.transcodes {
        lines.append("Turn simulcast off in the encoder: with transcoding it is answered 406, `simulcast is not supported when transcoding`.")
      }
    case .url:
      lines.append("LiveKit pulls at once: a source that cannot be reached, or `server capacity exceeded` (429), is the answer to this request.")
      lines.append("It ends with its source and does not start again; nothing of it can be changed. Another start is another ingress.")
    case nil: break
    }
    if !fit.decision.transcodes, let ladder = fit.ladder, ladder.source == .ladder {
      lines += ladder.renditions.map { EncoderWords.line($0.value, &report) }
    }
    // In passthrough without a ladder the rendition is what the encoder sends, too.
    if let ingest = fit.spec.ingest, let sent = Stream.sent(by: ingest, &report) { lines.append(EncoderWords.line(sent.value, &report)) }
    return lines
  }

  private static func layers(_ fit: Fit<LiveKit>, _ body: LiveKitCreate) -> [String] {
    guard fit.decision.transcodes, fit.stream.media.value == .video else { return [] }
    let layers = fit.layers
    guard !layers.isEmpty else { return ["Without a ladder LiveKit makes its default, H264_720P_30FPS_3_LAYERS."] }
    let names = zip(LiveKitQuality.of(layers.count), layers).map { "\($0.rawValue) is \($1.value.name?.value ?? $1.value.resolution?.value.text ?? "?")" }
    let preset = body.video?.value.preset.map { "The ladder is LiveKit's \($0.value.rawValue): " } ?? ""
    return ["\(preset)\(names.joined(separator: ", "))."]
  }

  private static func end(_ fit: Fit<LiveKit>) -> String {
    let time = fit.spec.duration.map { " (\($0.value.text))" } ?? ""
    switch fit.stream.kind.value {
    case .event: return "When the event is over\(time), stop the encoder and delete the ingress; until then it is kept, and can be pushed to again."
    case .linear: return "An ingress is kept until it is deleted\(time); one that is pushed to takes its encoder back after a break."
    }
  }
}
