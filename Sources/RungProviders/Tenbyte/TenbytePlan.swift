package import RungSource
internal import RungSpec

extension Tenbyte {
  private static let base = "https://api.tenbyte.io/v1/livestream"

  package struct Content: PlanContent {
    let create: TenbyteCreate

    package func useBodies(_ report: inout Report) { TenbyteCreate.shape.use(create, &report) }
    package func useWords(_ report: inout Report) {}
  }

  package static func content(_ fit: Fit<Tenbyte>, _ report: inout Report) -> Content { Content(create: create(fit, &report)) }

  package static func plan(_ fit: Fit<Tenbyte>, _ content: Content) -> RequestPlan {
    let body = BodyContent(content.create, TenbyteCreate.shape, at: fit.measured.target)
    var live = wait(until: ["live"], failing: ["errored"], event: "stream.started", fit)
    live.isForMedia = true
    // Names are not unique. The list has the newest first, 100 at most, and neither keys nor URLs.
    let created = Lookup(
      URLTemplate("\(base)/streams?per_page=100&order=desc"),
      .added(
        .init(
          to: "/data", matching: [("/name", "/name"), ("/region", "/region")], isNewestFirst: true, answer: URLTemplate("\(base)/streams/{id}", [stream])))
    )
    let create = RequestStep(
      Step.create, "Create the stream", method: "POST", url: URLTemplate("\(base)/streams"), headers: headers, bodyKind: "create",
      body: body, reads: reads(fit), handovers: handovers(fit), wait: live, manual: manual(fit), remarks: remarks(fit), resending: .asked(created))
    return RequestPlan(provider: Self.id, steps: [create], teardown: teardown(fit))
  }

  // MARK: Around the body

  private static let stream = URLTemplate.Parameter(bound: "id", from: "stream_id")

  private static func wait(until: [String], failing: [String] = [], event: String, _ fit: Fit<Tenbyte>) -> Wait {
    Wait(
      URLTemplate("\(base)/streams/{id}", [stream]), pointer: "/data/status", until: until, failing: failing,
      webhook: fit.spec.webhook == nil ? nil : Wait.Webhook(event, "`webhook_url` of the stream"))
  }

  private static func pushes(_ fit: Fit<Tenbyte>, _ protocol: IngestProtocol) -> Bool {
    fit.stream.ingestMode?.value != .pull && fit.spec.ingest?.value.protocols?.value.contains { $0.value == `protocol` } == true
  }

  private static func reads(_ fit: Fit<Tenbyte>) -> [PlanBinding] {
    var reads = [PlanBinding("stream_id", "/data/id", "the stream's id")]
    if fit.stream.ingestMode?.value != .pull {
      reads.append(PlanBinding("stream_key", "/data/stream_key", "the encoder's stream key", isSecret: true))
    }
    if pushes(fit, .rtmp) { reads.append(PlanBinding("rtmp_url", "/data/ingest/rtmp", "the RTMP ingest URL")) }
    // It holds the stream key.
    if pushes(fit, .srt) { reads.append(PlanBinding("srt_url", "/data/ingest/srt", "the SRT ingest URL", isSecret: true)) }
    if fit.spec.packaging?.value.hls != nil { reads.append(PlanBinding("hls_url", "/data/playback/hls", "the HLS origin URL")) }
    if fit.spec.packaging?.value.dash != nil { reads.append(PlanBinding("dash_url", "/data/playback/dash", "the DASH origin URL")) }
    return reads
  }

  private static func handovers(_ fit: Fit<Tenbyte>) -> [Handover] {
    var handovers: [Handover] = []
    if pushes(fit, .rtmp) { handovers += [Handover(to: .encoder, "RTMP server", bound: "rtmp_url"), Handover(to: .encoder, "RTMP stream key", bound: "stream_key")] }
    if pushes(fit, .srt) { handovers.append(Handover(to: .encoder, "SRT", bound: "srt_url")) }
    if fit.spec.packaging?.value.hls != nil { handovers.append(Handover(to: .player, "HLS origin", bound: "hls_url")) }
    if fit.spec.packaging?.value.dash != nil { handovers.append(Handover(to: .player, "DASH origin", bound: "dash_url")) }
    return handovers
  }

  private static func manual(_ fit: Fit<Tenbyte>) -> [ManualTask] {
    [
      fit.stream.ingestMode?.value == .pull
        ? ManualTask(
          .after, "Activate the stream, so that Tenbyte starts to pull. No request for it is documented; `POST /streams/{id}/restart` is the closest.")
        : ManualTask(.after, "Start the encoder: the stream goes live when it sends."),
      ManualTask(.after, "Create a CDN distribution for the playback origins and give its URLs to players: players must not use the origins."),
    ]
  }

  private static func teardown(_ fit: Fit<Tenbyte>) -> [RequestStep] {
    let gone = "the stream is already deleted"
    return [
      RequestStep(
        Step.stop, "Stop the stream", method: "POST", url: URLTemplate("\(base)/streams/{id}/stop", [stream]), headers: [credential],
        // A failed stream can be deleted like a stopped one.
        wait: wait(until: ["idle", "errored"], event: "stream.idle", fit),
        manual: fit.stream.ingestMode?.value == .pull ? [] : [ManualTask(.before, "Stop the encoder, or it is disconnected.")],
        // The reference has 409 without saying when.
        tolerated: [ToleratedStatus(404, gone, skipsWait: true), ToleratedStatus(409, "the stream does not run")],
        remarks: ["The stream remains and goes live again when an encoder sends."],
        resending: .harmless,
        about: Step.create),
      RequestStep(
        Step.delete, "Delete the stream", method: "DELETE", url: URLTemplate("\(base)/streams/{id}", [stream]), headers: [credential],
        tolerated: [ToleratedStatus(404, gone)],
        irreversible: ["The stream, its key and its URLs are deleted permanently; recordings are kept."],
        // The reference says both "stops the stream if live" and "409: cannot delete stream while live".
        remarks: ["The stream is stopped first, because Tenbyte may reject the deletion of a live stream with 409."],
        undoes: [Step.create]),
    ]
  }

  private static func remarks(_ fit: Fit<Tenbyte>) -> [String] {
    var remarks: [String] = []
    // These two are remarks and not findings: the request is correct, and the official examples do the same.
    let video = fit.ladder?.media == .video ? fit.measured.renditions.map(\.value) : []
    if video.contains(where: { $0.crf != nil && $0.rateControl != nil }) {
      remarks.append("`crf` is sent together with `rate_control`, as in Tenbyte's own examples; no document states which one takes precedence.")
    }
    if video.contains(where: { $0.bframes?.value == 0 }) { remarks.append("The answer omits `bframes` when it is 0; this is not a difference.") }
    remarks.append("No request changes a stream later: stop it, delete it and create it again.")
    return remarks
  }

  private static let credential = RequestHeader("Authorization", "Bearer ${env:TENBYTE_TOKEN}")
  private static let headers = [credential, RequestHeader("Content-Type", "application/json")]

  // MARK: The body

  private static func create(_ fit: Fit<Tenbyte>, _ report: inout Report) -> TenbyteCreate {
    let spec = fit.spec
    useImplied(fit, &report)
    return TenbyteCreate(
      name: spec.name, type: fit.stream.kind, mode: fit.stream.media, region: fit.options.region, ingest: ingest(fit, &report),
      outputProtocols: outputs(fit), ladder: ladder(fit, &report), packaging: spec.packaging.map { packaging($0, spec, &report) },
      recording: recording(spec, &report), webhookURL: spec.webhook?.map(\.text),
      meta: spec.labels.map { Located(FieldType.dictionary(.string).write($0.value, $0.place), at: $0.place) })
  }

  /// What always applies and has no field.
  private static func useImplied(_ fit: Fit<Tenbyte>, _ report: inout Report) {
    let spec = fit.spec
    if fit.stream.encoding.value == .transcode { report.use(fit.stream.encoding.place) }
    // Low latency has no field only where DASH is the only output; without any output, that is the finding.
    let isOnlyDASH = fit.stream.written("packaging", "hls") == nil && spec.packaging?.value.dash != nil
    if spec.lowLatency?.value == false || !isOnlyDASH { report.use(spec.lowLatency) }
    // Where the kind could not be read, whether the stream has an end is unknown.
    if spec.kind == nil, fit.stream.written("kind") != nil { report.use(spec.duration) }
    if spec.playback?.value.policy?.value == .public { report.use(spec.playback?.value.policy) }
    if spec.recording?.value.source?.value == .auto { report.use(spec.recording?.value.source) }
  }

  private static func ingest(_ fit: Fit<Tenbyte>, _ report: inout Report) -> Located<TenbyteIngest>? {
    guard let ingest = fit.spec.ingest else { return nil }
    var body = TenbyteIngest(kind: fit.stream.ingestMode)
    // `protocols` belongs to push and `primary` to pull; the other one is a finding of its own.
    if fit.stream.ingestMode?.value == .pull {
      body.primary = ingest.value.source.map { endpoint($0, &report) }
    } else {
      body.protocols = ingest.value.protocols?.map { $0.map { $0.map(\.rawValue) } }
    }
    body.backup = ingest.value.backup.map { endpoint($0, &report) }
    return Located(body, at: ingest.place)
  }

  private static func endpoint(_ source: Located<IngestSource>, _ report: inout Report) -> Located<TenbyteEndpoint> {
    source.map { source in
      var endpoint = TenbyteEndpoint()
      guard let url = source.url else { return endpoint }
      endpoint.protocol =
        url.value.scheme == "rtmps"
        ? report.derive("rtmp", "rtmps is RTMP over TLS", from: [url.place])
        : report.derive(url.value.scheme, "the URL's scheme", from: [url.place])
      endpoint.url = url.map(\.text)
      return endpoint
    }
  }

  /// In the order of the spec.
  private static func outputs(_ fit: Fit<Tenbyte>) -> Located<[Located<String>]>? {
    guard let packaging = fit.spec.packaging else { return nil }
    var names: [Located<String>] = []
    for entry in fit.stream.written("packaging")?.entries ?? [] {
      switch entry.key.value {
      case "hls": if let hls = packaging.value.hls { names.append(Located("hls", at: hls.place)) }
      case "dash": if let dash = packaging.value.dash { names.append(Located("dash", at: dash.place)) }
      default: break
      }
    }
    return names.isEmpty ? nil : Located(names, at: packaging.place)
  }

  private static func ladder(_ fit: Fit<Tenbyte>, _ report: inout Report) -> Located<TenbyteLadder>? {
    guard let ladder = fit.ladder, !ladder.renditions.isEmpty else { return nil }
    // The body has one of the two fields for a GOP; the other was compared with it. Where no frame rate could be read, that is
    // the finding.
    for rendition in ladder.renditions where ladder.media == .video {
      report.use(rendition.value.keyframeInterval)
    }
    var body = TenbyteLadder()
    switch ladder.media {
    case .video: body.video = Located(ladder.renditions.map { $0.map(video) }, at: ladder.place)
    case .audio: body.audio = Located(ladder.renditions.map { $0.map(audio) }, at: ladder.place)
    }
    return Located(body, at: ladder.place)
  }

  private static func video(_ rendition: Rendition) -> TenbyteVideo {
    TenbyteVideo(
      name: rendition.name, width: rendition.resolution?.map(\.width), height: rendition.resolution?.map(\.height),
      fps: rendition.fps?.compactMap(\.value.whole), gop: rendition.gop, bitrate: rendition.bitrate?.compactMap(\.kilobits),
      maxBitrate: rendition.maxBitrate?.compactMap(\.kilobits), bufferSize: rendition.buffer?.compactMap(\.kilobits), codec: rendition.codec,
      preset: rendition.encoderPreset, profile: rendition.profile, level: rendition.level, rateControl: rendition.rateControl, crf: rendition.crf?.compactMap(\.whole),
      bframes: rendition.bframes, refFrames: rendition.refFrames, lookahead: rendition.lookahead, audio: rendition.audio.map { $0.map(sound) })
  }

  private static func sound(_ audio: AudioSettings) -> TenbyteSound {
    TenbyteSound(
      codec: audio.codec, channels: audio.channels, sampleRate: audio.sampleRate?.map(\.hertz), bitrate: audio.bitrate?.compactMap(\.kilobits))
  }

  private static func audio(_ rendition: Rendition) -> TenbyteAudio {
    let made = rendition.audio.map { sound($0.value) }
    return TenbyteAudio(
      name: rendition.name, codec: made?.codec, channels: made?.channels, sampleRate: made?.sampleRate, bitrate: made?.bitrate)
  }

  private static func packaging(_ packaging: Located<Packaging>, _ spec: Spec, _ report: inout Report) -> Located<TenbytePackaging> {
    packaging.map { packaging in
      TenbytePackaging(
        hls: packaging.hls?.map { hls in
          TenbyteHLS(
            segmentFormat: hls.segmentFormat, playlistSize: hls.playlistSegments, preservedSegments: hls.preservedSegments,
            lowLatency: spec.lowLatency)
        },
        dash: packaging.dash.map { dash in
          // The segment format is required, with one possible value.
          let format = dash.value.segmentFormat ?? report.fact(.fmp4, Source.reference("packaging.dash.segment_format: fmp4"), near: dash.place)
          return dash.map { TenbyteDASH(segmentFormat: format, window: $0.window?.compactMap(\.whole), minBuffer: $0.minBuffer?.compactMap(\.whole)) }
        })
    }
  }

  /// One target: the library, or the first storage. More than one is a finding of its own.
  private static func recording(_ spec: Spec, _ report: inout Report) -> Located<TenbyteRecording>? {
    guard let recording = spec.recording else { return nil }
    if let library = recording.value.library {
      return recording.map { _ in
        TenbyteRecording(
          enabled: report.derive(true, "a library is set", from: [library.place]),
          target: report.derive("library", "a library is set", from: [library.place]), libraryID: library.value.id, folderID: library.value.folder,
          prefix: library.value.prefix)
      }
    }
    guard let destination = recording.value.destinations?.value.first else { return nil }
    return recording.map { _ in
      TenbyteRecording(
        enabled: report.derive(true, "a storage destination is set", from: [destination.place]),
        target: report.derive("s3", "a storage destination is set", from: [destination.place]), s3: destination.map { s3($0, &report) })
    }
  }

  private static func s3(_ destination: RecordingDestination, _ report: inout Report) -> TenbyteS3 {
    var body = TenbyteS3(
      region: destination.region, key: destination.key, secret: destination.secret, storageClass: destination.storageClass)
    if let url = destination.url, let address = S3Address(url.value) {
      body.endpoint = address.endpoint.flatMap { report.derive($0, "the host of the destination URL", from: [url.place]) }
      body.bucket = address.bucket.flatMap { report.derive($0, "the first part of the URL's path", from: [url.place]) }
      body.prefix = address.prefix.flatMap { report.derive($0, "the rest of the URL's path", from: [url.place]) }
    }
    return body
  }

  private static let atCDN = "viewer access is set on the CDN distribution in front of the stream"

  package static let inexpressible: [Inexpressible] = Inexpressible.hdr + [
    Inexpressible("description", "use `labels`, which are sent as `meta`", Source.reference("meta")),
    Inexpressible("duration", "a linear stream has no planned end, and an event ends when it is stopped", Source.reference("type")),
    Inexpressible("low_latency", "low latency is an HLS setting, and HLS is not set", Source.reference("packaging.hls.low_latency")),
    Inexpressible(
      "encoding", "the API always transcodes into the ladder; the guide mentions transmuxing on request",
      Source.guide("FAQ, question 23")),

    Inexpressible("ingest.source", "a source requires `mode: pull`", Source.reference("ingest.primary")),
    Inexpressible.reliedOn("ingest.allow", "the API has no address filter, so anyone with the stream key may push", Source.reference("ingest")),
    Inexpressible("ingest.token", "Tenbyte generates the stream key: `data.stream_key` of the answer", Source.reference("response, stream_key")),
    Inexpressible("ingest.video", "Tenbyte accepts what the encoder sends and encodes the ladder from it", Source.reference("ingest")),
    Inexpressible("ingest.audio", "Tenbyte accepts what the encoder sends and encodes the ladder from it", Source.reference("ingest")),

    Inexpressible("ladder.renditions.tier", "the API has no field for the tier and Tenbyte does not document which one it uses", Source.reference("ladder.video[]")),
    Inexpressible("ladder.defaults.tier", "the API has no field for the tier and Tenbyte does not document which one it uses", Source.reference("ladder.video[]")),

    Inexpressible(
      "packaging.hls.segment_duration", "Tenbyte sets the segment duration; segments are cut at keyframes",
      Source.reference("packaging.hls")),
    Inexpressible("packaging.hls.part_duration", "Tenbyte sets the part duration", Source.reference("packaging.hls.low_latency")),
    Inexpressible("packaging.hls.part_hold_back", "Tenbyte sets the part hold back", Source.reference("packaging.hls.low_latency")),
    Inexpressible("packaging.dash.segment_duration", "Tenbyte sets the segment duration", Source.reference("packaging.dash")),

    Inexpressible("recording.window", "the rewind length is set on the server by the Tenbyte team", Source.guide("FAQ, question 28")),
    Inexpressible("recording.max_file_duration", "Tenbyte does not document splitting of recordings", Source.reference("recording")),
    Inexpressible("recording.source", "the API has no field for it and Tenbyte does not document which rendition it records", Source.reference("recording")),
    Inexpressible("recording.resolution", "the API has no field for it and Tenbyte does not document which rendition it records", Source.reference("recording")),
    Inexpressible("recording.formats", "HLS and MP4 are set in the dashboard; the API has no field", Source.guide("FAQ, question 24")),
    Inexpressible(
      "recording.destinations.permissions", "objects get the permissions of the bucket", Source.reference("recording.s3_config", strength: .inferred)),

    Inexpressible("playback", atCDN, Source.guide("FAQ, question 30")),
    Inexpressible.reliedOn("playback.policy", atCDN, Source.guide("FAQ, question 30"), except: "public"),
    Inexpressible.reliedOn("playback.allowed_referers", atCDN, Source.guide("FAQ, question 30")),
    Inexpressible.reliedOn("simulcast", "restreaming is set in the dashboard; the API has no field", Source.guide("FAQ, question 4")),
    Inexpressible("idle_timeout", "a linear stream stays active without its encoder; the API has no field for a timeout", Source.guide("FAQ, question 1", strength: .inferred)),
  ]
}
