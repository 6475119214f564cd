package import RungSource
internal import RungSpec

extension Cloudflare {
  private static let base = "https://api.cloudflare.com/client/v4/accounts/{account_id}/stream/live_inputs"
  private static let asking = [RequestHeader("Authorization", "Bearer ${env:CLOUDFLARE_API_TOKEN}")]
  private static let sending = asking + [RequestHeader("Content-Type", "application/json")]

  package struct Content: PlanContent {
    let create: CloudflareLiveInput
    let outputs: [Located<CloudflareOutput>]
    private let fit: Fit<Cloudflare>

    init(_ create: CloudflareLiveInput, _ outputs: [Located<CloudflareOutput>], _ fit: Fit<Cloudflare>) {
      (self.create, self.outputs, self.fit) = (create, outputs, fit)
    }

    package func useBodies(_ report: inout Report) {
      CloudflareLiveInput.shape.use(create, &report)
      for output in outputs { CloudflareOutput.shape.use(output.value, &report) }
    }

    package func useWords(_ report: inout Report) {
      let spec = fit.spec
      report.use(fit.options.account)
      // The remarks about the end contain these.
      report.use(fit.stream.kind)
      report.use(spec.duration)
      if fit.stream.media.value == .video { report.use(fit.stream.media) }
      if fit.stream.encoding.value == .transcode { report.use(fit.stream.encoding) }
      if fit.stream.ingestMode?.value == .push { report.use(fit.stream.ingestMode) }
      // The encoder may use any of them, and each has its URL in the plan.
      for one in spec.ingest?.value.protocols?.value ?? [] { report.use(one) }
      if spec.recording?.value.source?.value == .auto { report.use(spec.recording?.value.source) }
    }
  }

  package static func content(_ fit: Fit<Cloudflare>, _ report: inout Report) -> Content {
    Content(create(fit, &report), (fit.spec.simulcast?.value ?? []).map { $0.map { CloudflareOutput(url: $0.url, streamKey: $0.key) } }, fit)
  }

  package static func plan(_ fit: Fit<Cloudflare>, _ content: Content) -> RequestPlan {
    let at = fit.measured.target
    let created = Lookup(
      url("", fit),
      .added(.init(to: "/result/liveInputs", id: "/uid", matching: [("/meta/name", "/meta/name")], isNewestFirst: true, answer: url("/{id}", fit, [.init(bound: "id", from: input)]))))
    let create = RequestStep(
      Step.create, "Create the live input", method: "POST", url: url("", fit), headers: sending, bodyKind: "create",
      body: BodyContent(content.create, CloudflareLiveInput.shape, at: at), reads: reads(fit), handovers: encoder(fit) + (content.outputs.isEmpty ? players(fit) : []),
      wait: content.outputs.isEmpty ? live(fit) : nil,
      manual: content.outputs.isEmpty ? manual(fit) : [], billing: content.outputs.isEmpty ? billing(fit) : nil, remarks: remarks(fit), resending: .asked(created))
    let last = content.outputs.count - 1
    let outputs = content.outputs.enumerated().map { index, output in
      outputStep(
        Step.output.numbered(index, of: content.outputs.count), output.value.url?.value.host ?? "a service", url("/{live_input_id}/outputs", fit, [.init(bound: input)]),
        sending, BodyContent(output.value, CloudflareOutput.shape, at: at), before: index == last ? fit : nil)
    }
    let delete = RequestStep(
      Step.delete, "Delete the live input", method: "DELETE", url: url("/{live_input_id}", fit, [.init(bound: input)]), headers: asking,
      manual: [ManualTask(.before, "Stop the encoder.")], tolerated: [ToleratedStatus(404, "the live input is already deleted")],
      billing: Billing(.ends, billed), irreversible: ["The live input, its keys and its outputs are deleted permanently; recordings are kept, and their storage is billed."],
      undoes: [Step.create] + outputs.map(\.id))
    return RequestPlan(provider: id, steps: [create] + outputs, teardown: [delete])
  }

  /// - Parameter fit: of the last step before the encoder starts.
  static func outputStep(
    _ id: StepID, _ host: String, _ url: URLTemplate, _ headers: [RequestHeader], _ body: BodyContent?, before fit: Fit<Cloudflare>? = nil
  ) -> RequestStep {
    RequestStep(
      id, "Restream to \(host)", method: "POST", url: url, headers: headers, bodyKind: "output", body: body, handovers: fit.map(players) ?? [],
      wait: fit.flatMap(live), manual: fit.map(manual) ?? [], billing: fit.map(billing),
      resending: .asked(Lookup(url, .added(.init(to: "/result", id: "/uid", matching: [("/url", "/url")])))))
  }

  // MARK: Around the body

  private static let input = "live_input_id"
  private static let billed = "delivery and recordings"

  private static func url(_ path: String, _ fit: Fit<Cloudflare>, _ parameters: [PlanParameter] = []) -> URLTemplate {
    let account = fit.options.account.map { PlanParameter("account_id", $0) } ?? PlanParameter("account_id", environment: "CLOUDFLARE_ACCOUNT_ID")
    return URLTemplate(base + path, [account] + parameters)
  }

  private static func reads(_ fit: Fit<Cloudflare>) -> [PlanBinding] {
    var reads = [PlanBinding(input, "/result/uid", "the live input's id")]
    for one in fit.protocols {
      switch one {
      case .srt:
        reads += [
          PlanBinding("srt_url", "/result/srt/url", "the SRT ingest URL"), PlanBinding("srt_stream_id", "/result/srt/streamId", "the SRT stream id"),
          PlanBinding("srt_passphrase", "/result/srt/passphrase", "the passphrase that lets an encoder push", isSecret: true),
        ]
      case .whip: reads.append(PlanBinding("whip_url", "/result/webRTC/url", "the WHIP URL, which lets an encoder push", isSecret: true))
      default:
        guard !reads.contains(where: { $0.name == "rtmps_url" }) else { continue }
        reads += [
          PlanBinding("rtmps_url", "/result/rtmps/url", "the RTMPS ingest URL"),
          PlanBinding("stream_key", "/result/rtmps/streamKey", "the key that lets an encoder push", isSecret: true),
        ]
      }
    }
    if fit.records {
      reads.append(PlanBinding("hls_url", "/result/playback/hls", "the HLS URL", isOptional: true))
      if fit.spec.packaging?.value.dash != nil { reads.append(PlanBinding("dash_url", "/result/playback/dash", "the DASH URL", isOptional: true)) }
    }
    if fit.protocols.contains(.whip) { reads.append(PlanBinding("whep_url", "/result/webRTCPlayback/url", "the WHEP URL")) }
    return reads
  }

  private static func encoder(_ fit: Fit<Cloudflare>) -> [Handover] {
    var handovers: [Handover] = []
    for one in fit.protocols {
      switch one {
      case .srt:
        handovers += [
          Handover(to: .encoder, "SRT", bound: "srt_url"), Handover(to: .encoder, "SRT stream id", bound: "srt_stream_id"),
          Handover(to: .encoder, "SRT passphrase", bound: "srt_passphrase"),
        ]
      case .whip: handovers.append(Handover(to: .encoder, "WHIP URL", bound: "whip_url"))
      default:
        guard !handovers.contains(where: { $0.title == "RTMPS server" }) else { continue }
        handovers += [Handover(to: .encoder, "RTMPS server", bound: "rtmps_url"), Handover(to: .encoder, "RTMPS stream key", bound: "stream_key")]
      }
    }
    return handovers
  }

  private static func players(_ fit: Fit<Cloudflare>) -> [Handover] {
    var handovers: [Handover] = []
    let rewinds = fit.spec.recording?.value.window != nil ? "?dvrEnabled=true" : ""
    if fit.records {
      handovers.append(Handover(to: .player, "HLS", "{hls_url}\(rewinds)", [PlanParameter(bound: "hls_url")]))
      if fit.spec.packaging?.value.dash != nil { handovers.append(Handover(to: .player, "DASH", bound: "dash_url")) }
    }
    if fit.protocols.contains(.whip) { handovers.append(Handover(to: .player, "WHEP", bound: "whep_url")) }
    return handovers
  }

  /// Videos of a live input, the newest first. A WebRTC broadcast makes none, and no document says how its state is asked for.
  private static func live(_ fit: Fit<Cloudflare>) -> Wait? {
    guard fit.records, fit.options.enabled?.value != false else { return nil }
    return Wait(
      url("/{live_input_id}/videos", fit, [.init(bound: input)]), pointer: "/result/0/status/state", until: ["live-inprogress"], failing: ["error"],
      reason: "/result/0/status/errorReasonText", webhook: Wait.Webhook("live_input.connected", "the account's notifications"), isForMedia: true)
  }

  private static func manual(_ fit: Fit<Cloudflare>) -> [ManualTask] {
    var tasks = [ManualTask(.after, "Start the encoder.")]
    if fit.spec.playback?.value.policy?.value == .authenticated {
      tasks.append(ManualTask(.after, "Give each viewer a signed token, which takes the place of the live input's id in the URLs. Sign it with a key of the account (RS256)."))
    }
    return tasks
  }

  private static func billing(_ fit: Fit<Cloudflare>) -> Billing {
    Billing(.starts, billed, fit.records ? "by the minute that is watched, and by the minute that is stored" : "by the minute that is watched")
  }

  private static func remarks(_ fit: Fit<Cloudflare>) -> [String] {
    var remarks: [String] = []
    if fit.records {
      let days = fit.options.deleteAfterDays.map { "deleted after \($0.value) days" } ?? "kept until they are deleted"
      remarks.append("HLS and DASH are offered only while the stream is recorded. Recordings are \(days), and their storage is billed.")
    }
    if fit.spec.simulcast?.value.isEmpty == false { remarks.append("What is restreamed is billed by the minute, as what is watched is.") }
    if fit.spec.lowLatency?.value == true || fit.protocols.contains(.whip) {
      remarks.append("Turn B-frames off in the encoder: Cloudflare does not play them with low-latency HLS, nor over WebRTC.")
    }
    if fit.protocols.contains(.whip) { remarks.append("A WebRTC broadcast is played over WHEP; it is not recorded, and not offered as HLS or DASH.") }
    let time = fit.spec.duration.map { " (\($0.value.text))" } ?? ""
    remarks.append(
      fit.stream.kind.value == .event
        ? "The event is over when the encoder stops\(time); the live input exists until it is deleted and accepts an encoder again."
        : "A live input exists until it is deleted\(time); after a break the encoder connects again.")
    return remarks
  }

  // MARK: The body

  private static func create(_ fit: Fit<Cloudflare>, _ report: inout Report) -> CloudflareLiveInput {
    let (spec, options) = (fit.spec, fit.options)
    return CloudflareLiveInput(
      meta: meta(spec), enabled: options.enabled, defaultCreator: options.creator, preferLowLatency: spec.lowLatency,
      deleteRecordingAfterDays: options.deleteAfterDays,
      recording: Located(
        CloudflareRecording(
          mode: fit.decision.mode, requireSignedURLs: spec.playback?.value.policy.map { $0.map { $0 == .authenticated } },
          allowedOrigins: spec.playback?.value.allowedReferers, hideLiveViewerCount: options.hidesViewerCount,
          timeoutSeconds: spec.idleTimeout?.compactMap(\.value.whole)),
        at: spec.recording?.place ?? fit.measured.target))
  }

  /// The name, and the labels but for one that would be the name.
  private static func meta(_ spec: Spec) -> Located<Node>? {
    let labels = spec.labels.map { FieldType.dictionary(.string).write($0.value, $0.place).entries.filter { $0.key.value != "name" } } ?? []
    let name = spec.name.map { [Node.Entry(key: Located("name", at: $0.place), value: .string($0.value, at: $0.place))] } ?? []
    guard let place = spec.name?.place ?? spec.labels?.place else { return nil }
    return Located(Node(.map(name + labels), at: place), at: place)
  }
}
