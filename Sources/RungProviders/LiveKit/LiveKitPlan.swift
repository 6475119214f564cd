package import RungSource
internal import RungSpec

extension LiveKit {
  package struct Content: PlanContent {
    let create: LiveKitCreate
    /// A part of every URL.
    let host: Located<StreamURL>?
    /// What the plan says for the encoder.
    let sent: [Rendition]

    package func useBodies(_ report: inout Report) { LiveKitCreate.shape.use(create, &report) }

    package func useWords(_ report: inout Report) {
      report.use(host)
      for rendition in sent { EncoderWords.use(rendition, &report) }
    }
  }

  package static func content(_ fit: Fit<LiveKit>, _ report: inout Report) -> Content {
    Content(create: create(fit, &report), host: fit.options.host, sent: sent(fit, &report))
  }

  package static func plan(_ fit: Fit<LiveKit>, _ content: Content) -> RequestPlan {
    let step = RequestStep(
      Step.create, "Create the ingress", method: "POST", url: url("CreateIngress", fit), headers: headers, bodyKind: "create",
      body: BodyContent(content.create, LiveKitCreate.shape, at: fit.measured.target), reads: reads(fit), handovers: handovers(fit), wait: wait(fit),
      manual: manual(fit), billing: Billing(.starts, billed, "on LiveKit Cloud, by the minute of a session, more with transcoding"),
      remarks: remarks(fit, content), resending: .asked(created(content.create, fit)))
    return RequestPlan(provider: id, steps: [step], teardown: [delete(fit)])
  }

  // MARK: Around the body

  private static let billed = "the ingress"
  private static let ingress = "ingress_id"
  private static let headers = [
    RequestHeader("Authorization", "Bearer ${env:LIVEKIT_TOKEN}"), RequestHeader("Content-Type", "application/json"),
  ]

  private static func url(_ method: String, _ fit: Fit<LiveKit>) -> URLTemplate {
    let path = "/twirp/livekit.Ingress/\(method)"
    guard let host = fit.options.host else {
      return URLTemplate("https://{host}\(path)", [PlanParameter("host", nil, source: "the host of the project, as in `LIVEKIT_URL`")])
    }
    // SDKs take wss://, and so may the spec; the API itself uses HTTP.
    let scheme = host.value.scheme == "wss" || host.value.scheme == "https" ? "https" : "http"
    // An IPv6 address has brackets around it, and a reference names its own origin.
    let isPlain = host.value.isHostKnown && !host.value.host.utf8.contains(UInt8(ascii: ":"))
    let authority = isPlain ? "{host}\(host.value.authority.dropFirst(host.value.host.count))" : host.value.authority
    return URLTemplate("\(scheme)://\(authority)\(path)", [PlanParameter("host", host.map(\.host))])
  }

  private static func isPushed(_ fit: Fit<LiveKit>) -> Bool { fit.decision.input?.value.isPushed ?? true }

  private static func reads(_ fit: Fit<LiveKit>) -> [PlanBinding] {
    let id = PlanBinding(ingress, "/ingress_id", "the ingress's id")
    guard isPushed(fit) else { return [id] }
    return [
      id, PlanBinding("ingress_url", "/url", "where the encoder pushes to"),
      PlanBinding("stream_key", "/stream_key", "the key that lets an encoder push", isSecret: true),
    ]
  }

  private static func handovers(_ fit: Fit<LiveKit>) -> [Handover] {
    var handovers: [Handover] = []
    switch fit.decision.input?.value {
    case .rtmp: handovers = [Handover(to: .encoder, "RTMP server", bound: "ingress_url"), Handover(to: .encoder, "RTMP stream key", bound: "stream_key")]
    case .whip: handovers = [Handover(to: .encoder, "WHIP URL", bound: "ingress_url"), Handover(to: .encoder, "WHIP bearer token", bound: "stream_key")]
    case .url, nil: break
    }
    if let room = fit.options.room { handovers.append(Handover(to: .player, "room", "{room}", [PlanParameter("room", room)])) }
    return handovers
  }

  private static func wait(_ fit: Fit<LiveKit>) -> Wait? {
    // It is no use to wait for an encoder that is rejected.
    if isPushed(fit), fit.options.enabled?.value == false { return nil }
    return Wait(
      url("ListIngress", fit), method: "POST", headers: headers, body: BodyContent(LiveKitList(), LiveKitList.shape, at: fit.measured.target),
      fills: [BodyFill("/ingress_id", bound: ingress)], bodyKind: "list", pointer: "/items/0/state/status", until: ["ENDPOINT_PUBLISHING"],
      // A pull that is complete was too short to be seen, or ended at once.
      failing: isPushed(fit) ? ["ENDPOINT_ERROR"] : ["ENDPOINT_ERROR", "ENDPOINT_COMPLETE"], reason: "/items/0/state/error",
      webhook: Wait.Webhook("ingress_started", "the webhooks of the project"), isForMedia: true)
  }

  /// An ingress without a room is looked for among all.
  private static func created(_ create: LiveKitCreate, _ fit: Fit<LiveKit>) -> Lookup {
    let same = ["/name", "/room_name", "/participant_identity"].map { (element: $0, body: $0) }
    return Lookup(
      url("ListIngress", fit), .added(.init(to: "/items", id: "/ingress_id", matching: same, more: "/next_page_token/token")), method: "POST",
      headers: headers, bodyKind: "list", body: BodyContent(LiveKitList(roomName: create.roomName), LiveKitList.shape, at: fit.measured.target))
  }

  private static func manual(_ fit: Fit<LiveKit>) -> [ManualTask] {
    var tasks = [
      ManualTask(
        .before,
        "Sign a token with the project's key and secret: a JWT (HS256) with `iss` (the key), `exp`, and `video: {\"ingressAdmin\": true}`. Without that grant the answer is 401.")
    ]
    if isPushed(fit) { tasks.append(ManualTask(.after, "Start the encoder: the ingress joins its room when media comes in.")) }
    tasks.append(
      ManualTask(.after, "Give each viewer a token that lets them join the room: a JWT with `video: {\"roomJoin\": true, \"room\": …}`, signed by you, not requested from an API."))
    return tasks
  }

  private static func delete(_ fit: Fit<LiveKit>) -> RequestStep {
    RequestStep(
      Step.delete, "Delete the ingress", method: "POST", url: url("DeleteIngress", fit), headers: headers, bodyKind: "delete",
      body: BodyContent(LiveKitDelete(), LiveKitDelete.shape, at: fit.measured.target), fills: [BodyFill("/ingress_id", bound: ingress)],
      manual: isPushed(fit) ? [ManualTask(.before, "Stop the encoder: it would be disconnected.")] : [],
      tolerated: [ToleratedStatus(404, "the ingress is gone already")], billing: Billing(.ends, billed),
      irreversible: [
        isPushed(fit) ? "The ingress, its URL and its stream key are gone for good." : "The ingress is gone for good; the next pull is another ingress."
      ],
      remarks: ["A running session is ended first."], resending: .harmless, undoes: [Step.create])
  }

  // MARK: Create

  private static func create(_ fit: Fit<LiveKit>, _ report: inout Report) -> LiveKitCreate {
    takeForGranted(fit, &report)
    let (spec, options) = (fit.spec, fit.options)
    var body = LiveKitCreate()
    // What the spec does not set is LiveKit's default.
    body.inputType = fit.spec.ingest == nil && options.input == nil ? nil : fit.decision.input
    body.name = options.ingress.map { $0.value.isEmpty ? nil : $0 } ?? spec.name
    report.use(options.ingress)
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

  /// Set where the author sets it, and for WHIP, where LiveKit's default differs from the spec's.
  private static func transcoding(_ fit: Fit<LiveKit>) -> Located<Bool>? {
    let isWHIP = fit.decision.input?.value == .whip
    guard isWHIP || fit.spec.encoding != nil else { return nil }
    // Only WHIP works without transcoding; a rule says so.
    return fit.decision.transcodes || isWHIP ? fit.stream.encoding.map { $0 == .transcode } : nil
  }

  /// What LiveKit does without a field for it.
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
    let made = ladder.media == .video ? LiveKitQuality.useful.count : 1
    // Tracks and layers do not have the names of renditions; the plan says which is which.
    for index in fit.decision.order.prefix(made) { report.use(ladder.renditions[index].value.name) }
    if ladder.media == .video { for index in ladder.renditions.indices { takeForGranted(ladder.renditions[index].value, &report) } }
    // Of excess renditions only the number is reported. What they inherit, the others inherit as well.
    let most = (ladder.media == .video ? fit.facts.videoRenditions : fit.facts.audioRenditions).value?.upperBound ?? 0
    for index in fit.decision.order.dropFirst(made) where ladder.renditions.count > most {
      let place = ladder.renditions[index].place
      if let written = ladder.written?["renditions"]?.items.first(where: { $0.place == place }) { report.nameLeaves(of: written) }
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
    guard rendition.codec?.value ?? .h264 == .h264 else { return }
    if rendition.profile?.value == .baseline { report.use(rendition.profile) }
    if rendition.encoderPreset?.value == .veryfast { report.use(rendition.encoderPreset) }
    if rendition.bframes?.value == 0 { report.use(rendition.bframes) }
    if rendition.lookahead?.value == 0 { report.use(rendition.lookahead) }
  }

  // MARK: Remarks

  private static func remarks(_ fit: Fit<LiveKit>, _ content: Content) -> [String] {
    let body = content.create
    var remarks: [String] = []
    if let ingress = fit.options.ingress, !ingress.value.isEmpty, let name = fit.spec.name { remarks.append("The ingress `\(ingress.value)` carries the stream `\(name.value)`.") }
    if let because = fit.decision.because { remarks.append("\(Vocabulary.spec.text(because.message)).") }
    if fit.options.host.map({ !$0.value.host.hasSuffix(".livekit.cloud") }) ?? true { remarks.append(needs(fit, body)) }
    remarks += encoder(fit, content.sent)
    remarks += layers(fit, body)
    if fit.spec.lowLatency?.value == true { remarks.append("Viewers watch over WebRTC; low latency needs no setting.") }
    if body.audio?.value.preset != nil || (body.audio?.value.options).map({ $0.value.disableDTX?.value != true }) ?? false {
      remarks.append("During silence almost nothing is sent (DTX); for music, set `audio: {disable_dtx: true}` under this target.")
    }
    remarks.append(end(fit))
    if isPushed(fit) { remarks.append("UpdateIngress changes everything but the input type. Each update ends a running session: the encoder must connect again.") }
    return remarks
  }

  private static func needs(_ fit: Fit<LiveKit>, _ body: LiveKitCreate) -> String {
    let isUsed = [
      body.url != nil, body.url?.value.lowercased().hasPrefix("srt:") == true, body.participantMetadata != nil, body.enableTranscoding != nil,
      body.enabled != nil,
    ]
    // The table is sorted by version, so the last one that is used requires the newest.
    let most = zip(since, isUsed).filter(\.1).last?.0
    let version = most.map { ", and LiveKit \($0.version) or later for \($0.feature)" } ?? ""
    return "A self-hosted server requires Redis and the ingress service\(version)."
  }

  private static func encoder(_ fit: Fit<LiveKit>, _ sent: [Rendition]) -> [String] {
    var lines: [String] = []
    switch fit.decision.input?.value {
    case .rtmp: lines.append("As one URL: the server's URL, a slash and the stream key.")
    case .whip:
      lines.append("Or as one URL, without a token: the URL of the answer, a slash and the stream key. Trickle ICE is not supported.")
      lines.append("Offer one video track and one audio track: more is answered 406, `more than 1 track with given media kind`.")
      if fit.decision.transcodes {
        lines.append("Turn simulcast off in the encoder: with transcoding it is answered 406, `simulcast is not supported when transcoding`.")
      }
    case .url:
      lines.append("LiveKit pulls at once: a source that cannot be reached, or `server capacity exceeded` (429), is the answer to this request.")
      lines.append("It ends with its source, does not start again and cannot be changed. To start again, create another ingress.")
    case nil: break
    }
    return lines + sent.map { EncoderWords.line($0) }
  }

  /// What the encoder must send: what is passed through to viewers, and what `ingest` says.
  private static func sent(_ fit: Fit<LiveKit>, _ report: inout Report) -> [Rendition] {
    var sent: [Rendition] = []
    if !fit.decision.transcodes, let ladder = fit.ladder, ladder.source == .ladder { sent = ladder.renditions.map(\.value) }
    if let ingest = fit.spec.ingest, let rendition = Stream.sent(by: ingest, &report) { sent.append(rendition.value) }
    return sent
  }

  private static func layers(_ fit: Fit<LiveKit>, _ body: LiveKitCreate) -> [String] {
    guard fit.decision.transcodes else { return [] }
    guard fit.stream.media.value == .video else {
      let best = fit.decision.order.first.flatMap { fit.ladder?.renditions[$0].value.name }
      return best.map { ["The audio of the room is \($0.value)."] } ?? []
    }
    let layers = fit.layers
    guard !layers.isEmpty else { return ["Without a ladder LiveKit uses its default, H264_720P_30FPS_3_LAYERS."] }
    let names = layers.map { "\($0.quality.rawValue) is \(fit.ladder?.renditions[$0.index].value.name?.value ?? $0.size?.value.text ?? "?")" }
    let preset = body.video?.value.preset.map { "The ladder is LiveKit's \($0.value.rawValue): " } ?? ""
    return ["\(preset)\(names.joined(separator: ", "))."]
  }

  private static func end(_ fit: Fit<LiveKit>) -> String {
    let time = fit.spec.duration.map { " (\($0.value.text))" } ?? ""
    switch fit.stream.kind.value {
    case .event: return "When the event is over\(time), stop the encoder and delete the ingress; until then it exists and accepts an encoder again."
    case .linear: return "An ingress exists until it is deleted\(time); one that is pushed to accepts its encoder again after a break."
    }
  }
}
