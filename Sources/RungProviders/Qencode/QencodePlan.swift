package import RungSource
internal import RungSpec

extension Qencode {
  private static let base = "https://api-live.qencode.com/v1"
  private static let delivery = "https://api-cdn.qencode.com/v1"

  /// In the answer about the stream.
  static let playbackIDAdded = Lookup.Sign.added(.init(to: "/stream/playback_ids", matching: [("/policy", "/policy")]))
  static let simulcastTargetAdded = Lookup.Sign.added(.init(to: "/stream/simulcast_targets", matching: [("/url", "/url")]))

  package static func content(_ fit: Fit<Qencode>, _ report: inout Report) -> QencodeRequests { QencodeRequests(fit, &report) }

  package static func plan(_ fit: Fit<Qencode>, _ requests: QencodeRequests) -> RequestPlan {
    let plan = Plan(fit, requests)
    return RequestPlan(provider: id, steps: plan.steps, teardown: plan.teardown)
  }

  private struct Plan {
    let fit: Fit<Qencode>
    let requests: QencodeRequests
    var spec: Spec { fit.spec }
    var target: SourcePlace { fit.measured.target }
    /// The stream exists and was not created by this plan.
    var exists: Bool { fit.options.streamID != nil }

    init(_ fit: Fit<Qencode>, _ requests: QencodeRequests) { (self.fit, self.requests) = (fit, requests) }

    // MARK: Steps

    /// Everything that the create request has no field for is set before the stream starts: Qencode requires this for callbacks,
    /// recording and referers, and its connector rejects a playback id while the stream runs, because that would end the
    /// broadcast.
    var steps: [RequestStep] {
      var steps = [token(Step.token)]
      if let domain = requests.domain { steps.append(create(domain)) }
      if let create = requests.create { steps.append(self.create(create)) }
      if exists, requests.removesPublicID { steps.append(read()) }
      if !requests.update.isEmpty { steps.append(update()) }
      steps += playbackIDs()
      if requests.removesPublicID { steps.append(deletePublicID()) }
      for (index, target) in requests.simulcastTargets.enumerated() { steps.append(simulcast(target, index)) }
      steps.append(start())
      steps.append(ingest())
      return steps
    }

    /// The text of the reference has the key in a header; every example has it in the path.
    private func token(_ id: StepID) -> RequestStep {
      RequestStep(
        id, "Get an access token", method: "POST", url: URLTemplate("\(base)/access_token/${env:QENCODE_API_KEY}"),
        reads: [PlanBinding("access_token", "/access_token", "the access token, valid for 24 hours", isSecret: true)],
        remarks: id == Step.token
          ? [
            "Use the API key of a live streaming project. It is part of this URL: keep the URL out of logs, and send this request from a server, never from an app.",
            "The token is valid for 24 hours.",
          ] : [],
        resending: .harmless, isForOneRun: true)
    }

    private func create(_ domain: QencodeDomain) -> RequestStep {
      RequestStep(
        Step.domain, "Register the playback domain", method: "POST", url: URLTemplate("\(Qencode.delivery)/domains"), headers: sending,
        bodyKind: "domain", body: BodyContent(domain, QencodeDomain.shape, at: target),
        manual: [
          ManualTask(
            .after, "Point the DNS name \(domain.name?.value ?? "") to Qencode with the CNAME record that the answer and the portal show, and wait until it resolves.")
        ],
        remarks: ["When the domain exists, set `create_domain: false` to remove this step."],
        // No request that lists domains is documented.
        resending: .byHand("whether the portal lists the playback domain \(domain.name?.value ?? "")"))
    }

    private func create(_ body: QencodeCreate) -> RequestStep {
      var reads = [PlanBinding("stream_id", "/stream/id", "the stream's id")]
      if requests.removesPublicID { reads.append(publicID(isOptional: false)) }
      return RequestStep(
        Step.create, "Create the stream", method: "POST", url: URLTemplate("\(base)/live-streams"), headers: sending, bodyKind: "create",
        body: BodyContent(body, QencodeCreate.shape, at: target), reads: reads,
        remarks: body.inputFormat == nil ? [] : ["`input_format` is a hint: the URL that the encoder uses decides."],
        resending: .asked(Lookup(URLTemplate("\(base)/live-streams"), .added(.init(to: "/streams", matching: [("/name", "/name")], answer: url(""))))))
    }

    private func read() -> RequestStep {
      RequestStep(
        Step.read, "Read the playback ids of the stream", method: "GET", url: url(""), headers: asking, reads: [publicID(isOptional: true)])
    }

    private func publicID(isOptional: Bool) -> PlanBinding {
      PlanBinding(
        "public_playback_id", "/id", "the public playback id",
        in: .init(of: "/stream/playback_ids", where: "policy", is: "public"), isOptional: isOptional)
    }

    private func update() -> RequestStep {
      var remarks: [String] = []
      if !fit.destinations.isEmpty {
        remarks.append("The answer contains the storage keys: keep it out of logs.")
        if fit.destinations.contains(where: { $0.value.permissions == nil && $0.value.url?.value.scheme == "s3" }) {
          remarks.append("Recordings are private unless `permissions` is set.")
        }
        if fit.stream.kind.value == .linear, let length = spec.recording?.value.maxFileDuration?.value ?? Qencode.usualFileDuration.value {
          remarks.append("A file is closed and uploaded after \(length.text), and the next one begins.")
        }
      }
      if spec.webhook != nil {
        remarks.append("Every state change is posted to `callback_url`; the content of the post is not documented.")
      }
      return RequestStep(
        Step.update, exists ? "Change the stream" : "Set what the create request has no field for", method: "PUT", url: url(""), headers: sending,
        bodyKind: "update", body: BodyContent(requests.update, QencodeUpdate.shape, at: target), remarks: remarks)
    }

    private func playbackIDs() -> [RequestStep] {
      let signed = requests.playbackIDs.firstIndex { $0.value.policy?.value == .authenticated }
      return requests.playbackIDs.enumerated().map { index, body in
        RequestStep(
          Step.playbackID.numbered(index, of: requests.playbackIDs.count),
          "Add \(body.value.policy?.value == .authenticated ? "an authenticated" : "a public") playback id", method: "POST",
          url: url("/playback-ids"), headers: sending, bodyKind: "playback-id",
          body: BodyContent(body.value, QencodePlaybackID.shape, at: body.place),
          manual: (exists && index == 0 ? [ManualTask(.before, "Stop the stream if it runs: adding a playback id ends the broadcast.")] : [])
            + (index == signed
              ? [
                ManualTask(
                  .after,
                  "Create a signing key for the stream, in the portal or with POST \(Qencode.delivery)/signing-keys, and sign a token for every viewer. The request's field for the stream's id is not documented.")
              ] : []),
          resending: .asked(Lookup(url(""), Qencode.playbackIDAdded)))
      }
    }

    private func deletePublicID() -> RequestStep {
      RequestStep(
        Step.deletePublicID, "Delete the public playback id", method: "DELETE",
        url: url("/playback-ids/{public_playback_id}", [PlanParameter(bound: "public_playback_id")]), headers: asking,
        onlyIf: exists ? "the stream has a public playback id" : nil,
        tolerated: [ToleratedStatus(404, "the playback id is already deleted")],
        irreversible: ["The public playback URL is deleted permanently."],
        remarks: exists ? [] : ["Every new stream has a public playback id, with which everybody can watch."])
    }

    private func simulcast(_ body: Located<QencodeSimulcastTarget>, _ index: Int) -> RequestStep {
      RequestStep(
        Step.simulcast.numbered(index, of: requests.simulcastTargets.count),
        "Restream to \(body.value.url?.value.host ?? "a service")", method: "POST", url: url("/simulcast-targets"), headers: sending,
        bodyKind: "simulcast-target", body: BodyContent(body.value, QencodeSimulcastTarget.shape, at: body.place),
        remarks: index == 0 ? ["The answer contains every stream key: keep it out of logs."] : [],
        resending: .asked(Lookup(url(""), Qencode.simulcastTargetAdded)))
    }

    private func start() -> RequestStep {
      let wait = spec.idleTimeout?.value ?? Qencode.freeTimeout.value ?? Seconds(120)
      let isBilled = Qencode.freeTimeout.value.map { wait > $0 } ?? false
      return RequestStep(
        Step.start, "Start the stream", method: "POST", url: url("/start"), headers: asking,
        wait: self.wait(until: ["waiting", "launching", "live"]),
        tolerated: [
          ToleratedStatus(406, "the stream is already started"),
          ToleratedStatus(504, "Qencode did not answer in time; the state shows the result"),
        ],
        billing: Billing(.starts, "the live stream", isBilled ? "also while it waits for the encoder" : "while an encoder sends"),
        remarks: [
          "The stream stops when it has no input for \(wait.text): start it shortly before the encoder.",
          // RTMP alone would start the stream by itself, if a transcoder is free within seconds; otherwise the encoder is rejected.
          formats.contains(.webrtc) || formats.contains(.srt)
            ? "The URLs for WebRTC and SRT exist only after this step, and their host changes with every start."
            : "RTMP also works without this step, but the encoder is rejected when no transcoder is free within about 15 seconds.",
        ],
        resending: .harmless)
    }

    private func ingest() -> RequestStep {
      var reads = encoder.reads
      let players = player(&reads)
      return RequestStep(
        Step.ingest, "Read the ingest URLs", method: "GET", url: url(""), headers: asking, reads: reads,
        handovers: encoder.handovers + players, wait: live,
        manual: [ManualTask(.after, "Start the encoder.")],
        remarks: [end] + (encoder.titles.count > 1 ? ["\(encoder.titles.joined(separator: ", ")): one of the URLs can be used at a time."] : []))
    }

    /// An encoder that does not connect in time is noticed: the stream stops.
    private var live: Wait {
      var wait = wait(until: ["live"])
      wait.isForMedia = true
      if let patience = spec.idleTimeout?.value.whole { wait.timeout = max(wait.timeout, min(patience, 7200) + 60) }
      return wait
    }

    private var end: String {
      guard fit.stream.kind.value == .event else { return "The stream runs until it is stopped or has no more input." }
      return "The event ends when the stream is stopped\(spec.duration.map { ", as planned after \($0.value.text)" } ?? ""); Qencode does not end it."
    }

    // MARK: Encoder and player

    /// The protocols that the encoder may push with.
    private var protocols: [IngestProtocol] {
      let stated = spec.ingest?.value.protocols?.value.map(\.value) ?? []
      if !stated.isEmpty { return stated }
      switch fit.options.inputFormat?.value ?? .rtmp {
      case .rtmp: return [.rtmp]
      case .srt: return [.srt]
      case .webrtc: return [.whip]
      }
    }

    private var formats: [QencodeInputFormat] { protocols.map(Qencode.inputFormat) }

    /// URLs are read after every start, never composed: the id in those of SRT and WebRTC is not the stream key, and
    /// the host changes.
    private var encoder: (reads: [PlanBinding], handovers: [Handover], titles: [String]) {
      var reads: [PlanBinding] = []
      var handovers: [Handover] = []
      var titles: [String] = []
      for one in protocols {
        let isKeyApart = one == .rtmp || one == .rtmps
        let word = one == .whip ? "webrtc" : one.rawValue
        let title = one == .whip ? "WebRTC" : word.uppercased()
        titles.append(title)
        reads.append(PlanBinding("\(word)_url", "/stream/server_urls/\(word)", "the \(title) ingest URL", isSecret: !isKeyApart))
        handovers.append(Handover(to: .encoder, isKeyApart ? "\(title) server" : title, bound: "\(word)_url"))
      }
      if formats.contains(.rtmp) {
        reads.append(PlanBinding("stream_key", "/stream/stream_key", "the encoder's stream key", isSecret: true))
        handovers.append(Handover(to: .encoder, "stream key", bound: "stream_key"))
      }
      return (reads, handovers, titles)
    }

    /// A URL for each policy that the stream has a playback id of.
    private func player(_ reads: inout [PlanBinding]) -> [Handover] {
      var policies: [PlaybackPolicy] = requests.removesPublicID ? [] : [.public]
      if requests.playbackIDs.contains(where: { $0.value.policy?.value == .authenticated }) { policies.append(.authenticated) }
      let domain = requests.create?.playbackDomain
      return policies.map { policy in
        let isOpen = policy == .public
        let name = "\(policy.rawValue)_\(domain == nil ? "url" : "id")"
        reads.append(
          PlanBinding(
            name, domain == nil ? "/playback_url" : "/id", isOpen ? "the public playback \(domain == nil ? "URL" : "id")" : "the playback \(domain == nil ? "URL" : "id") for viewers with a token",
            in: .init(of: "/stream/playback_ids", where: "policy", is: policy.rawValue), isOptional: exists && isOpen))
        var parameters = [PlanParameter(bound: name)]
        if let domain { parameters.append(PlanParameter("domain", domain)) }
        if !isOpen { parameters.append(PlanParameter("token", nil, source: "a signed token for the viewer")) }
        return Handover(
          to: .player, isOpen ? "HLS" : "HLS, with a token",
          (domain == nil ? "{\(name)}" : "https://{domain}/{\(name)}.m3u8") + (isOpen ? "" : "?auth={token}"), parameters)
      }
    }

    // MARK: Teardown

    /// By the reference only a stopped stream can be deleted. The connector also deletes one that was never started, for which a
    /// stop is rejected; so a rejection does no harm here.
    var teardown: [RequestStep] {
      var after: [ManualTask] = []
      if requests.domain != nil {
        after.append(ManualTask(.after, "Remove the playback domain in the portal and its DNS record, if nothing else uses it."))
      }
      if requests.playbackIDs.contains(where: { $0.value.policy?.value == .authenticated }) {
        after.append(ManualTask(.after, "Delete the signing key in the portal."))
      }
      return [
        token(Step.tokenToStop),
        RequestStep(
          Step.stop, "Stop the stream", method: "POST", url: url("/stop"), headers: asking,
          wait: wait(until: ["stopped", "created"], failing: []), manual: [ManualTask(.before, "Stop the encoder.")],
          tolerated: [
            ToleratedStatus(406, "the stream does not run"), ToleratedStatus(404, "the stream is already deleted", skipsWait: true),
          ],
          billing: Billing(.ends, "the live stream"), resending: .harmless, about: exists ? nil : Step.create, undoes: [Step.start, Step.ingest]),
        RequestStep(
          Step.delete, "Delete the stream", method: "DELETE", url: url(""), headers: asking,
          onlyIf: exists ? "the stream is no longer needed (it existed before this plan)" : nil, manual: after,
          tolerated: [ToleratedStatus(404, "the stream is already deleted")],
          irreversible: ["The stream, its key, its playback ids and its simulcast targets are deleted permanently; recordings remain in their storage."],
          undoes: exists ? [] : steps.map(\.id).filter { $0 != Step.token && $0 != Step.domain }),
      ]
    }

    // MARK: Parts

    private var streamID: PlanParameter {
      fit.options.streamID.map { PlanParameter("stream_id", $0) } ?? PlanParameter(bound: "stream_id")
    }

    private func url(_ path: String, _ parameters: [PlanParameter] = []) -> URLTemplate {
      URLTemplate("\(base)/live-streams/{stream_id}\(path)", [streamID] + parameters)
    }

    private func wait(until states: [String], failing: [String] = ["stopped", "deleted"]) -> Wait {
      Wait(
        url(""), pointer: "/stream/status/name", until: states, failing: failing,
        webhook: spec.webhook == nil ? nil : Wait.Webhook("a change of the stream's status", "`callback_url` of the stream"))
    }

    private var asking: [RequestHeader] { [RequestHeader("Authorization", "Bearer {access_token}", [PlanParameter(bound: "access_token")])] }
    private var sending: [RequestHeader] { asking + [RequestHeader("Content-Type", "application/json")] }
  }
}
