package import RungSource
internal import RungSpec

extension Mux {
  static let base = "https://api.mux.com/video/v1/live-streams"
  static let asking = [RequestHeader.basic(user: "MUX_TOKEN_ID", password: "MUX_TOKEN_SECRET")]
  static let sending = asking + [RequestHeader("Content-Type", "application/json")]

  package struct Content: PlanContent {
    let create: MuxLiveStream
    private let fit: Fit<Mux>

    init(_ create: MuxLiveStream, _ fit: Fit<Mux>) { (self.create, self.fit) = (create, fit) }

    package func useBodies(_ report: inout Report) { MuxLiveStream.shape.use(create, &report) }

    package func useWords(_ report: inout Report) {
      let spec = fit.spec
      // The remarks about the end contain these.
      report.use(fit.stream.kind)
      report.use(spec.duration)
      if fit.stream.media.value == .video { report.use(fit.stream.media) }
      if fit.stream.encoding.value == .transcode { report.use(fit.stream.encoding) }
      if fit.stream.ingestMode?.value == .push { report.use(fit.stream.ingestMode) }
      // The encoder may use any of them, and each has its URL in the plan.
      if fit.stream.ingestMode?.value == .push { for one in spec.ingest?.value.protocols?.value ?? [] { report.use(one) } }
      if spec.recording?.value.source?.value == .auto { report.use(spec.recording?.value.source) }
      for format in spec.recording?.value.formats?.value ?? [] where format.value != .ts { report.use(format) }
      // The mode that is sent is the option's; it is the same, or a rule says so.
      if fit.options.latencyMode != nil { report.use(spec.lowLatency) }
      // DRM is a policy that viewers must be authorized for.
      if fit.options.drmConfiguration != nil { report.use(spec.playback?.value.policy) }
    }
  }

  package static func content(_ fit: Fit<Mux>, _ report: inout Report) -> Content { Content(create(fit), fit) }

  package static func plan(_ fit: Fit<Mux>, _ content: Content) -> RequestPlan {
    let created = Lookup(
      URLTemplate("\(base)?limit=100"),
      .added(.init(to: "/data", matching: [("/meta/title", "/meta/title")], answer: URLTemplate("\(base)/{id}", [PlanParameter(bound: "id", from: stream)]))))
    let create = RequestStep(
      Step.create, "Create the live stream", method: "POST", url: URLTemplate(base), headers: sending, bodyKind: "create",
      body: BodyContent(content.create, MuxLiveStream.shape, at: fit.measured.target), reads: reads(fit), handovers: encoder(fit) + players(fit),
      wait: Wait(
        url(""), pointer: "/data/status", until: ["active"], failing: ["disabled"], webhook: Wait.Webhook("video.live_stream.active", "the environment's webhooks"),
        isForMedia: true),
      manual: manual(fit), billing: billing(fit), remarks: remarks(fit), resending: .asked(created))
    let disable = RequestStep(
      Step.disable, "Disable the live stream", method: "PUT", url: url("/disable"), headers: asking,
      wait: Wait(url(""), pointer: "/data/status", until: ["disabled"], untilGone: true), manual: [ManualTask(.before, "Stop the encoder.")],
      tolerated: [ToleratedStatus(404, "the live stream is already deleted")],
      remarks: ["The recording ends at once, not after the reconnect window, and the encoder is disconnected."],
      resending: .harmless, about: Step.create)
    let delete = RequestStep(
      Step.delete, "Delete the live stream", method: "DELETE", url: url(""), headers: asking, tolerated: [ToleratedStatus(404, "the live stream is already deleted")],
      billing: fit.options.test?.value == true ? nil : Billing(.ends, billed),
      irreversible: ["The live stream, its stream key and its playback ids are deleted permanently; recordings are kept, and their storage is billed."],
      undoes: [Step.create])
    return RequestPlan(provider: id, steps: [create], teardown: [disable, delete])
  }

  // MARK: Around the body

  private static let stream = "live_stream_id"
  private static let billed = "encoding, storage and delivery"

  static func url(_ path: String, _ parameters: [PlanParameter] = []) -> URLTemplate {
    URLTemplate("\(base)/{\(stream)}\(path)", [PlanParameter(bound: stream)] + parameters)
  }

  private static func reads(_ fit: Fit<Mux>) -> [PlanBinding] {
    var reads = [
      PlanBinding(stream, "/data/id", "the live stream's id"),
      PlanBinding("stream_key", "/data/stream_key", "the key that lets an encoder push", isSecret: true),
    ]
    if fit.protocols.contains(.srt) { reads.append(PlanBinding("srt_passphrase", "/data/srt_passphrase", "the passphrase that lets an encoder push", isSecret: true)) }
    if fit.policy != nil { reads.append(PlanBinding("playback_id", "/data/playback_ids/0/id", "the id that players play")) }
    return reads
  }

  private static func encoder(_ fit: Fit<Mux>) -> [Handover] {
    fit.protocols.flatMap { one -> [Handover] in
      switch one {
      case .srt:
        [
          Handover(to: .encoder, "SRT", "srt://global-live.mux.com:6001"), Handover(to: .encoder, "SRT stream id", bound: "stream_key"),
          Handover(to: .encoder, "SRT passphrase", bound: "srt_passphrase"),
        ]
      case .rtmp: [Handover(to: .encoder, "RTMP server", "rtmp://global-live.mux.com:5222/app"), Handover(to: .encoder, "RTMP stream key", bound: "stream_key")]
      case .rtmps: [Handover(to: .encoder, "RTMPS server", "rtmps://global-live.mux.com:443/app"), Handover(to: .encoder, "RTMPS stream key", bound: "stream_key")]
      case .whip: []
      }
    }
  }

  private static func players(_ fit: Fit<Mux>) -> [Handover] {
    guard let policy = fit.policy?.value else { return [] }
    let url = "https://stream.mux.com/{playback_id}.m3u8"
    guard policy != .public else { return [Handover(to: .player, "HLS", url, [PlanParameter(bound: "playback_id")])] }
    return [
      Handover(
        to: .player, "HLS, with a token", "\(url)?token={token}",
        [PlanParameter(bound: "playback_id"), PlanParameter("token", nil, source: "a signed token for the viewer")])
    ]
  }

  private static func manual(_ fit: Fit<Mux>) -> [ManualTask] {
    var tasks = [ManualTask(.after, "Start the encoder.")]
    switch fit.policy?.value {
    case .signed: tasks.append(ManualTask(.after, "Give each viewer a signed token for the playback id, as `?token=…` in the URL. Sign it with a signing key of the environment."))
    case .drm: tasks.append(ManualTask(.after, "Give each viewer signed tokens for playback and for the DRM license. Sign them with a signing key of the environment."))
    case .public, nil: break
    }
    return tasks
  }

  private static func billing(_ fit: Fit<Mux>) -> Billing? {
    fit.options.test?.value == true ? nil : Billing(.starts, billed, "by the minute that is encoded, stored and watched")
  }

  private static func remarks(_ fit: Fit<Mux>) -> [String] {
    var remarks = ["Every live stream is recorded as an asset, which is kept until it is deleted."]
    if fit.options.test?.value == true { remarks = ["A test stream is free and has a watermark. It is disabled after 5 minutes, and its recording is deleted after 24 hours."] }
    let time = fit.spec.duration.map { " (\($0.value.text))" } ?? ""
    let most = Seconds(fit.options.maximum?.value ?? continuousSeconds.value?.upperBound ?? 0).text
    remarks.append(
      fit.stream.kind.value == .event
        ? "The event is over when the encoder stops\(time) and the reconnect window has passed; the live stream exists until it is deleted and accepts an encoder again."
        : "A live stream exists until it is deleted\(time). Mux disconnects the encoder after \(most) without a break; it connects again, and another recording begins.")
    return remarks
  }

  // MARK: The body

  private static func create(_ fit: Fit<Mux>) -> MuxLiveStream {
    let (spec, options) = (fit.spec, fit.options)
    var create = MuxLiveStream()
    create.meta = spec.name.map { Located(MuxMeta(title: $0), at: $0.place) }
    create.latencyMode = fit.latency
    create.reconnectWindow = spec.idleTimeout.map { $0.map(\.value) }
    create.usesSlate = options.usesSlate
    create.slate = options.slate
    create.passthrough = options.passthrough
    create.isAudioOnly = fit.stream.media.value == .audio ? fit.stream.media.map { _ in true } : nil
    create.embedded = options.embedded
    create.generated = options.generated
    create.test = options.test
    create.maximum = options.maximum
    create.targets = spec.simulcast.map { list in list.map { $0.map { target in target.map { MuxSimulcastTarget(url: $0.url, key: $0.key) } } } }
    create.policies = policies(fit)
    create.advancedPolicies = advanced(fit)
    let assets = assets(fit)
    if !MuxAssetSettings.shape.write(assets, at: fit.measured.target).entries.isEmpty { create.assets = Located(assets, at: fit.measured.target) }
    return create
  }

  private static func policies(_ fit: Fit<Mux>) -> Located<[Located<MuxPolicy>]>? {
    fit.policy.flatMap { $0.value == .drm ? nil : Located([$0], at: $0.place) }
  }

  private static func advanced(_ fit: Fit<Mux>) -> Located<[Located<MuxPlaybackID>]>? {
    fit.options.drmConfiguration.map { drm in
      Located([Located(MuxPlaybackID(policy: Located(.drm, at: drm.place), drmConfiguration: drm), at: drm.place)], at: drm.place)
    }
  }

  /// Recordings have the policy of the live stream.
  private static func assets(_ fit: Fit<Mux>) -> MuxAssetSettings {
    let options = fit.options
    var assets = MuxAssetSettings()
    assets.policies = policies(fit)
    assets.advancedPolicies = advanced(fit)
    assets.mp4Support = options.mp4Support
    assets.normalizesAudio = options.normalizesAudio
    assets.masterAccess = options.masterAccess
    assets.resolutionTier = options.resolutionTier
    assets.videoQuality = options.videoQuality
    assets.files = files(fit)
    if let place = options.creator?.place ?? options.external?.place {
      assets.meta = Located(MuxAssetMeta(creator: options.creator, external: options.external), at: place)
    }
    return assets
  }

  /// One MP4 file of each recording, where MP4 is asked for.
  private static func files(_ fit: Fit<Mux>) -> Located<[Located<MuxStaticRendition>]>? {
    guard let recording = fit.spec.recording?.value, let mp4 = recording.formats?.value.first(where: { $0.value == .mp4 }) else { return nil }
    let resolution = recording.resolution.map { stated in stated.compactMap(MuxStaticResolution.init) } ?? Located(.highest, at: mp4.place)
    return resolution.map { Located([Located(MuxStaticRendition(resolution: $0), at: $0.place)], at: $0.place) }
  }
}
