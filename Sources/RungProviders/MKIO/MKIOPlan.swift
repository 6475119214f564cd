package import RungSource
internal import RungSpec

extension MKIO {
  private static let base = "https://app.mk.io/api/v1/projects/{project}/media"

  package static func content(_ fit: Fit<MKIO>, _ report: inout Report) -> MKIOBodies { MKIOBodies(fit, &report) }

  package static func plan(_ fit: Fit<MKIO>, _ bodies: MKIOBodies) -> RequestPlan {
    let plan = Plan(fit: fit, bodies: bodies)
    return RequestPlan(provider: id, steps: plan.steps, teardown: plan.teardown())
  }

  /// The input's keyframe interval where none is set.
  static let usualInterval = Seconds(2)
  /// The archive window where none is set: an hour is enough to rewind, and costs little.
  static let usualWindow = Seconds.hours(1)

  /// The protocol that the event is created for: the first of the author's that the type supports.
  static func streamingProtocol(_ fit: Fit<MKIO>) -> Located<IngestProtocol>? {
    fit.spec.ingest?.value.protocols?.value.first { fit.facts.pushProtocols.value?.contains($0.value) ?? true }
  }

  /// What decides which viewers are allowed.
  static func streamingPolicy(_ fit: Fit<MKIO>, _ report: inout Report) -> Located<String> {
    if let stated = fit.options.streamingPolicy { return stated }
    guard let policy = fit.spec.playback?.value.policy else {
      return report.byDefault("Predefined_ClearStreamingOnly", "no protection is set", near: fit.measured.target)
    }
    switch policy.value {
    case .public: return Located("Predefined_ClearStreamingOnly", at: policy.place)
    // Keys are given to bearers of a token; the clear policies allow everybody who knows the URL.
    case .authenticated: return Located("Predefined_ClearKey", at: policy.place)
    }
  }

  /// The requests around the bodies.
  private struct Plan {
    let fit: Fit<MKIO>
    let bodies: MKIOBodies
    var names: MKIONames { bodies.names }
    var options: Options { fit.options }
    var spec: Spec { fit.spec }
    var target: SourcePlace { fit.measured.target }

    // MARK: Steps

    var steps: [RequestStep] {
      [liveEvent()] + [asset()].compactMap(\.self) + [liveOutput(), start(), ingest(), publication()] + endpoint() + [listPaths(), playback()]
    }

    private func liveEvent() -> RequestStep {
      var remarks: [String] = []
      if let because = fit.decision.because { remarks.append("\(Vocabulary.spec.text(because.message)).") }
      remarks += [
        "Everything but `properties.pipeline` is fixed now; to change another setting later, create another event under another name.",
        "`/state` says StandBy, the event itself Stopped: both mean that it is ready to start. A name that is in use may be answered with 400 instead of 409.",
      ]
      if options.transcription != nil || options.pipeline != nil {
        remarks.append("The reference says that pipelines are not currently supported, the changelog that live transcription is; ask MK.IO.")
      }
      return RequestStep(
        Step.liveEvent, "Create the live event", method: "PUT", url: url("/liveEvents/{event_name}", [event]), headers: sending,
        bodyKind: "live-event", body: BodyContent(bodies.liveEvent, MKIOLiveEvent.shape, at: target),
        wait: wait("/liveEvents/{event_name}", [event], until: ["StandBy", "Stopped"]),
        irreversible: ["The event's name cannot be reused in the project, even once the event is deleted."], remarks: remarks,
        resending: created("/liveEvents/{event_name}", [event]))
    }

    private func asset() -> RequestStep? {
      guard let asset = options.asset, let body = bodies.asset else { return nil }
      return RequestStep(
        Step.asset, "Create the asset to archive into", method: "PUT", url: url("/assets/{asset_name}", [assetName]), headers: sending,
        bodyKind: "asset", body: BodyContent(body, MKIOAsset.shape, at: asset.place),
        wait: wait("/assets/{asset_name}", [assetName], until: ["Ready"]),
        remarks: ["Storage account, container and folder are fixed now."], resending: created("/assets/{asset_name}", [assetName]))
    }

    private func liveOutput() -> RequestStep {
      var remarks = ["A live output cannot be changed; to change it, delete it and create another."]
      if options.asset?.value.storageAccount == nil {
        remarks.append("The asset must exist: no `storage_account` is set to create it in.")
      }
      return RequestStep(
        Step.liveOutput, "Archive the event into the asset", method: "PUT",
        url: url("/liveEvents/{event_name}/liveOutputs/{output_name}", [event, output]), headers: sending, bodyKind: "live-output",
        body: BodyContent(bodies.liveOutput, MKIOLiveOutput.shape, at: target),
        wait: wait("/liveEvents/{event_name}/liveOutputs/{output_name}", [event, output], until: ["Running"]), remarks: remarks,
        resending: created("/liveEvents/{event_name}/liveOutputs/{output_name}", [event, output]))
    }

    private func start() -> RequestStep {
      RequestStep(
        Step.start, "Start the live event", method: "POST", url: url("/liveEvents/{event_name}/start", [event]), headers: asking,
        wait: wait(
          "/liveEvents/{event_name}", [event], until: ["Running"], webhook: Wait.Webhook("MediaKind.ChannelInstanceStarted", webhooks)),
        billing: Billing(
          .starts, "the live event", fit.stream.kind.value == .linear ? "with or without an encoder, around the clock" : "with or without an encoder"),
        remarks: [
          "Do not call `allocate` or `reset`: neither is implemented.",
        ],
        resending: became("/liveEvents/{event_name}", [event], ["Starting", "Running"]))
    }

    private func ingest() -> RequestStep {
      let chosen = MKIO.streamingProtocol(fit)?.value ?? .rtmp
      let silence = chosen == .srt ? [] : ["After about 10 s without data the connection is dropped: send without a pause."]
      let handovers =
        chosen == .srt
        ? [Handover(to: .encoder, "SRT", bound: "ingest_url")]
        : [
          Handover(to: .encoder, "\(chosen.rawValue.uppercased()) server", bound: "ingest_url"),
          Handover(to: .encoder, "stream key", "stream"),
          Handover(to: .encoder, "both in one", "{ingest_url}/stream", [PlanParameter(bound: "ingest_url")]),
        ]
      return RequestStep(
        Step.ingest, "Read where to push to", method: "GET", url: url("/liveEvents/{event_name}", [event]), headers: asking,
        // The access token is part of it.
        reads: [PlanBinding("ingest_url", "/properties/input/endpoints/0/url", "where the encoder pushes to", isSecret: true)],
        handovers: handovers, manual: [ManualTask(.after, "Start the encoder.")],
        remarks: (chosen == .srt ? ["The access token is the passphrase, with keys of 16 bytes (`pbkeylen=16`)."] : [])
          + MKIOEncoder.remarks(fit, bodies.sent) + silence)
    }

    private func publication() -> RequestStep {
      RequestStep(
        Step.streamingLocator, "Publish the asset", method: "PUT", url: url("/streamingLocators/{locator_name}", [locator]),
        headers: sending, bodyKind: "streaming-locator", body: BodyContent(bodies.locator, MKIOStreamingLocator.shape, at: target),
        wait: wait("/streamingLocators/{locator_name}", [locator], until: ["Created"]),
        remarks: ["One locator serves both HLS (`m3u8-cmaf`) and DASH (`mpd-time-cmaf`)."],
        resending: created("/streamingLocators/{locator_name}", [locator]))
    }

    private func endpoint() -> [RequestStep] {
      guard let stated = options.endpoint, let body = bodies.endpoint else { return [] }
      return [
        RequestStep(
          Step.streamingEndpoint, "Create the streaming endpoint", method: "PUT",
          url: url("/streamingEndpoints/{endpoint_name}", [endpointName]), headers: sending, bodyKind: "streaming-endpoint",
          body: BodyContent(body, MKIOStreamingEndpoint.shape, at: stated.place),
          wait: wait("/streamingEndpoints/{endpoint_name}", [endpointName], until: ["Created", "Stopped", "Running"]),
          remarks: ["One endpoint serves a whole project. Where it exists and runs, remove `endpoint.location` from the spec: this step and the next are omitted then."],
          resending: created("/streamingEndpoints/{endpoint_name}", [endpointName])),
        RequestStep(
          Step.startEndpoint, "Start the streaming endpoint", method: "POST",
          url: url("/streamingEndpoints/{endpoint_name}/start", [endpointName]), headers: asking,
          wait: wait("/streamingEndpoints/{endpoint_name}", [endpointName], until: ["Running"]),
          billing: Billing(.starts, "the streaming endpoint"),
          resending: became("/streamingEndpoints/{endpoint_name}", [endpointName], ["Starting", "Running"])),
      ]
    }

    private func listPaths() -> RequestStep {
      func path(_ name: String, _ protocol: String) -> PlanBinding {
        PlanBinding(
          name, "/paths/0", "the path of \(`protocol`.uppercased())",
          in: PlanBinding.Element(of: "/streamingPaths", where: "streamingProtocol", is: `protocol`))
      }
      return RequestStep(
        Step.listPaths, "Ask for the playback paths", method: "POST", url: url("/streamingLocators/{locator_name}/listPaths", [locator]),
        headers: asking, reads: [path("hls_path", "Hls"), path("dash_path", "Dash")], resending: .harmless)
    }

    private func playback() -> RequestStep {
      func player(_ title: String, _ path: String) -> Handover {
        Handover(
          to: .player, title, "https://{host}{base}{path}",
          [.init(bound: "host", from: "playback_host"), .init(bound: "base", from: "playback_base"), .init(bound: "path", from: path)])
      }
      return RequestStep(
        Step.playback, "Ask for the playback host", method: "GET", url: url("/streamingEndpoints/{endpoint_name}", [endpointName]),
        headers: asking,
        reads: [
          PlanBinding("playback_host", "/properties/hostName", "the endpoint's host"),
          PlanBinding("playback_base", "/properties/cdnBasePath", "the CDN's prefix of every path", isOptional: true),
        ],
        handovers: [player("HLS", "hls_path"), player("DASH", "dash_path")],
        remarks: options.endpoint?.value.location == nil ? ["The endpoint must be running: the plan does not start it."] : [])
    }

    // MARK: The way back

    /// The output before the event stops, as production clients do it. The guide stops the event first; this order works
    /// either way, because a rejected stop (400) does no harm.
    func teardown() -> [RequestStep] {
      var steps = [
        delete(
          Step.deleteOutput, "Stop archiving", "/liveEvents/{event_name}/liveOutputs/{output_name}", [event, output],
          manual: [ManualTask(.before, "Stop the encoder.")], irreversible: [], remarks: ["What is archived stays in the asset."],
          undoes: [Step.liveOutput]),
        RequestStep(
          Step.stop, "Stop the live event", method: "POST", url: url("/liveEvents/{event_name}/stop", [event]), headers: asking,
          wait: stopped("/liveEvents/{event_name}", [event], ["StandBy", "Stopped"], webhook: Wait.Webhook("MediaKind.ChannelInstanceStopped", webhooks)),
          tolerated: [ToleratedStatus(404, "the event is gone already", skipsWait: true)],
          billing: Billing(.ends, "the live event"),
          remarks: ["400 says that the event does not run, or that it is still starting: then stop it later."],
          resending: stopping("/liveEvents/{event_name}", [event], ["StandBy", "Stopped"]), about: Step.liveEvent, undoes: [Step.start]),
        delete(
          Step.deleteEvent, "Delete the live event", "/liveEvents/{event_name}", [event],
          irreversible: ["The event and its ingest URLs are gone for good."], undoes: [Step.liveEvent, Step.start, Step.ingest]),
      ]
      if options.endpoint?.value.location != nil {
        let condition = "no other stream of the project is played through the endpoint"
        steps.append(
          RequestStep(
            Step.stopEndpoint, "Stop the streaming endpoint", method: "POST",
            url: url("/streamingEndpoints/{endpoint_name}/stop", [endpointName]), headers: asking, onlyIf: condition,
            wait: stopped("/streamingEndpoints/{endpoint_name}", [endpointName], ["Created", "Stopped"]),
            tolerated: [ToleratedStatus(404, "the endpoint is gone already", skipsWait: true)],
            billing: Billing(.ends, "the streaming endpoint"),
            remarks: ["400 says that the endpoint does not run, or that it is still starting: then stop it later."],
            resending: stopping("/streamingEndpoints/{endpoint_name}", [endpointName], ["Created", "Stopped"]), about: Step.streamingEndpoint, undoes: [Step.startEndpoint]))
        steps.append(
          delete(
            Step.deleteEndpoint, "Delete the streaming endpoint", "/streamingEndpoints/{endpoint_name}", [endpointName],
            onlyIf: condition, irreversible: ["Its host name is gone for good, and with it every URL on it."],
            undoes: [Step.streamingEndpoint, Step.startEndpoint, Step.playback]))
      }
      let nobodyWatches = "nobody watches the recording any more"
      steps.append(
        delete(
          Step.deleteLocator, "Unpublish the asset", "/streamingLocators/{locator_name}", [locator], onlyIf: nobodyWatches,
          irreversible: ["The playback paths are gone for good."], undoes: [Step.streamingLocator, Step.listPaths]))
      if options.asset?.value.storageAccount != nil {
        steps.append(
          delete(
            Step.deleteAsset, "Delete the asset", "/assets/{asset_name}", [assetName], onlyIf: nobodyWatches,
            irreversible: [
              options.asset?.value.deletionPolicy?.value == "Delete"
                ? "The recording is gone for good: the container is deleted with the asset."
                : "The asset is gone for good; its container stays in the storage account."
            ], undoes: [Step.asset]))
      }
      return steps
    }

    private func delete(
      _ id: StepID, _ title: String, _ path: String, _ parameters: [URLTemplate.Parameter], onlyIf condition: String? = nil,
      manual: [ManualTask] = [], irreversible: [String], remarks: [String] = [], undoes: [StepID]
    ) -> RequestStep {
      RequestStep(
        id, title, method: "DELETE", url: url(path, parameters), headers: asking, onlyIf: condition,
        wait: Wait(url(path, parameters), pointer: "", until: [], untilGone: true), manual: manual,
        // In practice it is answered with 204.
        tolerated: [ToleratedStatus(404, "it is gone already", skipsWait: true)], irreversible: irreversible, remarks: remarks,
        // What is being deleted refuses a second deletion.
        resending: became(path, parameters, ["Deleting", "Deleted"], orGone: true), undoes: undoes)
    }

    // MARK: After a lost answer

    /// No document says what a second PUT does.
    private func created(_ path: String, _ parameters: [URLTemplate.Parameter]) -> Resending { .asked(Lookup(url(path, parameters), .exists)) }

    private func became(_ path: String, _ parameters: [URLTemplate.Parameter], _ states: [String], orGone: Bool = false) -> Resending {
      .asked(Lookup(url("\(path)/state", parameters), .state("/status/state", states, orGone: orGone)))
    }

    /// What is at rest refuses a stop, and so does what is starting, which has to be stopped all the same.
    private func stopping(_ path: String, _ parameters: [URLTemplate.Parameter], _ states: [String]) -> Resending {
      became(path, parameters, ["Stopping"] + states + ["Deleting", "Deleted"], orGone: true)
    }

    // MARK: URLs

    private var project: URLTemplate.Parameter { .init("project", options.project, source: "the project that the token belongs to") }
    private var event: URLTemplate.Parameter { .init("event_name", names.event, source: "a name for the live event") }
    private var output: URLTemplate.Parameter { .init("output_name", names.output, source: "a name for the live output") }
    private var assetName: URLTemplate.Parameter { .init("asset_name", names.asset, source: "the asset's name") }
    private var locator: URLTemplate.Parameter { .init("locator_name", names.locator, source: "a name for the streaming locator") }
    private var endpointName: URLTemplate.Parameter {
      // One endpoint serves the project, so its name does not follow the event's.
      let made = options.endpoint?.value.location.map { Located("live", at: $0.place) }
      return .init("endpoint_name", options.endpoint?.value.name ?? made, source: "a running streaming endpoint of the project")
    }

    private func url(_ path: String, _ parameters: [URLTemplate.Parameter]) -> URLTemplate {
      URLTemplate(MKIO.base + path, [project] + parameters)
    }

    private func wait(
      _ path: String, _ parameters: [URLTemplate.Parameter], until: [String], webhook: Wait.Webhook? = nil
    ) -> Wait {
      Wait(
        url("\(path)/state", parameters), pointer: "/status/state", until: until, failing: ["Error", "Failed", "Deleting", "Deleted"],
        webhook: webhook)
    }

    /// What is being deleted, by an earlier run, does not run either.
    private func stopped(
      _ path: String, _ parameters: [URLTemplate.Parameter], _ states: [String], webhook: Wait.Webhook? = nil
    ) -> Wait {
      var wait = wait(path, parameters, until: states + ["Deleting", "Deleted"], webhook: webhook)
      wait.failing = ["Error", "Failed"]
      wait.untilGone = true
      return wait
    }

    private var webhooks: String { "the webhooks of the project" }

    private var asking: [RequestHeader] { [RequestHeader("Authorization", "Bearer ${env:MKIO_TOKEN}")] }
    private var sending: [RequestHeader] { asking + [RequestHeader("Content-Type", "application/json")] }
  }
}
