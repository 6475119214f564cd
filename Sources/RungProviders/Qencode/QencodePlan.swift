package import RungSource
internal import RungSpec

extension Qencode {
  private static let base = "https://api-live.qencode.com/v1"
  private static let delivery = "https://api-cdn.qencode.com/v1"

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
    /// The stream is there already, and is not this plan's own.
    var exists: Bool { fit.options.streamID != nil }

    init(_ fit: Fit<Qencode>, _ requests: QencodeRequests) {
      self.fit = fit
      self.requests = requests
    }

    // MARK: Steps

    /// Everything that creating does not take is set before the stream starts: Qencode says so of callbacks, recording and
    /// referers, and its connector refuses a playback id while the stream runs, because that would end the broadcast.
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

    /// The text of the reference wants the key in a header; every example has it in the path.
    private func token(_ id: StepID) -> RequestStep {
      RequestStep(
        id, "Get an access token", method: "POST", url: URLTemplate("\(base)/access_token/${env:QENCODE_API_KEY}"),
        reads: [PlanBinding("access_token", "/access_token", "lets in for 24 hours", isSecret: true)],
        remarks: id == Step.token
          ? [
            "The API key is that of a project for live streaming. It is a part of this URL: keep the URL out of logs, and ask from a server, never from an app.",
            "The token is good for 24 hours.",
          ] : [])
    }

    private func create(_ domain: QencodeDomain) -> RequestStep {
      RequestStep(
        Step.domain, "Register the playback domain", method: "POST", url: URLTemplate("\(Qencode.delivery)/domains"), headers: sending,
        bodyKind: "domain", body: BodyContent(domain, QencodeDomain.shape, at: target),
        manual: [
          ManualTask(
            .after, "Let the DNS name \(domain.name?.value ?? "") lead to Qencode, with the CNAME record that the answer and the portal show, and wait until it does.")
        ],
        remarks: ["When the domain is there, write `create_domain: false`, and this step goes."])
    }

    private func create(_ body: QencodeCreate) -> RequestStep {
      var reads = [PlanBinding("stream_id", "/stream/id", "the stream's id")]
      if requests.removesPublicID { reads.append(publicID(isOptional: false)) }
      return RequestStep(
        Step.create, "Create the stream", method: "POST", url: URLTemplate("\(base)/live-streams"), headers: sending, bodyKind: "create",
        body: BodyContent(body, QencodeCreate.shape, at: target), reads: reads,
        remarks: body.inputFormat == nil ? [] : ["`input_format` is a hint: whichever URL the encoder uses wins."])
    }

    private func read() -> RequestStep {
      RequestStep(
        Step.read, "Read the playback ids that the stream has", method: "GET", url: url(""), headers: asking, reads: [publicID(isOptional: true)])
    }

    private func publicID(isOptional: Bool) -> PlanBinding {
      PlanBinding(
        "public_playback_id", "/id", "the playback id that lets everybody in",
        in: .init(of: "/stream/playback_ids", where: "policy", is: "public"), isOptional: isOptional)
    }

    private func update() -> RequestStep {
      var remarks: [String] = []
      if !fit.destinations.isEmpty {
        remarks.append("The answer repeats the keys of the storages: keep it out of logs.")
        if fit.destinations.contains(where: { $0.value.permissions == nil && $0.value.url?.value.scheme == "s3" }) {
          remarks.append("Recordings are private where `permissions` does not say otherwise.")
        }
        if fit.stream.kind.value == .linear, let length = spec.recording?.value.maxFileDuration?.value ?? Qencode.usualFileDuration.value {
          remarks.append("A file is closed and sent off after \(length.text), and another begun.")
        }
      }
      if spec.webhook != nil {
        remarks.append("Every change of state is posted to `callback_url`; what the post holds is in no document.")
      }
      return RequestStep(
        Step.update, exists ? "Change the stream" : "Set what creating does not take", method: "PUT", url: url(""), headers: sending,
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
          manual: (exists && index == 0 ? [ManualTask(.before, "Stop the stream if it runs: a playback id that is added to it ends the broadcast.")] : [])
            + (index == signed
              ? [
                ManualTask(
                  .after,
                  "Create a signing key for the stream, in the portal or with POST \(Qencode.delivery)/signing-keys, and sign a token for every viewer. No document names the member of the request that takes the stream's id.")
              ] : []))
      }
    }

    private func deletePublicID() -> RequestStep {
      RequestStep(
        Step.deletePublicID, "Delete the playback id that lets everybody in", method: "DELETE",
        url: url("/playback-ids/{public_playback_id}", [PlanParameter(bound: "public_playback_id")]), headers: asking,
        onlyIf: exists ? "the stream has a public playback id" : nil,
        irreversible: ["The public playback URL is gone for good."],
        remarks: exists ? [] : ["Every new stream comes with one; the stream would stay open to everybody."])
    }

    private func simulcast(_ body: Located<QencodeSimulcastTarget>, _ index: Int) -> RequestStep {
      RequestStep(
        Step.simulcast.numbered(index, of: requests.simulcastTargets.count),
        "Send the stream on to \(body.value.url?.value.host ?? "a service")", method: "POST", url: url("/simulcast-targets"), headers: sending,
        bodyKind: "simulcast-target", body: BodyContent(body.value, QencodeSimulcastTarget.shape, at: body.place),
        remarks: index == 0 ? ["The answer repeats every stream key: keep it out of logs."] : [])
    }

    private func start() -> RequestStep {
      let wait = spec.idleTimeout?.value ?? Qencode.freeTimeout.value ?? Seconds(120)
      let isBilled = Qencode.freeTimeout.value.map { wait > $0 } ?? false
      return RequestStep(
        Step.start, "Start the stream", method: "POST", url: url("/start"), headers: asking,
        wait: self.wait(until: ["waiting", "launching", "live"]),
        tolerated: [
          ToleratedStatus(406, "the stream is started already"),
          ToleratedStatus(504, "Qencode has not answered in time; the state says what became of it"),
        ],
        billing: Billing(.starts, "the live stream", isBilled ? "also while it waits for the encoder" : "while an encoder sends"),
        remarks: [
          "The stream stops by itself when nothing comes in for \(wait.text): start it shortly before the encoder.",
          // RTMP alone would start by itself, if a transcoder is free within seconds; else the encoder is turned away.
          formats.contains(.webrtc) || formats.contains(.srt)
            ? "The URLs for WebRTC and SRT are there only after this, and have another host after every start."
            : "RTMP could do without; then the encoder is turned away when no transcoder is free within about 15 seconds.",
        ])
    }

    private func ingest() -> RequestStep {
      var reads = encoder.reads
      let players = player(&reads)
      return RequestStep(
        Step.ingest, "Read where to push to", method: "GET", url: url(""), headers: asking, reads: reads,
        handovers: encoder.handovers + players, wait: live,
        manual: [ManualTask(.after, "Start the encoder.")],
        remarks: [end] + (encoder.titles.count > 1 ? ["\(encoder.titles.joined(separator: ", ")): one of the URLs can be used at a time."] : []))
    }

    /// An encoder that does not come in time is seen: the stream stops.
    private var live: Wait {
      var wait = wait(until: ["live"])
      if let patience = spec.idleTimeout?.value.whole { wait.timeout = max(wait.timeout, min(patience, 7200) + 60) }
      return wait
    }

    private var end: String {
      guard fit.stream.kind.value == .event else { return "The stream runs until it is stopped, or nothing comes in any more." }
      return "The event ends when the stream is stopped\(spec.duration.map { ", as planned after \($0.value.text)" } ?? ""); Qencode knows of no end."
    }

    // MARK: Encoder and player

    /// What Qencode may be pushed with.
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

    /// URLs are read after every start, never put together: the id in those of SRT and WebRTC is not the stream key, and
    /// the host changes.
    private var encoder: (reads: [PlanBinding], handovers: [Handover], titles: [String]) {
      var reads: [PlanBinding] = []
      var handovers: [Handover] = []
      var titles: [String] = []
      for one in protocols {
        let name: String
        switch one {
        case .rtmp:
          name = "rtmp_url"
          titles.append("RTMP")
          reads.append(PlanBinding(name, "/stream/server_urls/rtmp", "where RTMP is pushed to"))
          handovers.append(Handover(to: .encoder, "RTMP server", "{\(name)}", [PlanParameter(bound: name)]))
        case .rtmps:
          name = "rtmps_url"
          titles.append("RTMPS")
          reads.append(PlanBinding(name, "/stream/server_urls/rtmps", "where RTMPS is pushed to"))
          handovers.append(Handover(to: .encoder, "RTMPS server", "{\(name)}", [PlanParameter(bound: name)]))
        case .srt:
          name = "srt_url"
          titles.append("SRT")
          reads.append(PlanBinding(name, "/stream/server_urls/srt", "where SRT is pushed to", isSecret: true))
          handovers.append(Handover(to: .encoder, "SRT", "{\(name)}", [PlanParameter(bound: name)]))
        case .whip:
          name = "webrtc_url"
          titles.append("WebRTC")
          reads.append(PlanBinding(name, "/stream/server_urls/webrtc", "where WebRTC is pushed to", isSecret: true))
          handovers.append(Handover(to: .encoder, "WebRTC", "{\(name)}", [PlanParameter(bound: name)]))
        }
      }
      if formats.contains(.rtmp) {
        reads.append(PlanBinding("stream_key", "/stream/stream_key", "the key that lets an encoder push", isSecret: true))
        handovers.append(Handover(to: .encoder, "stream key", "{stream_key}", [PlanParameter(bound: "stream_key")]))
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
            name, domain == nil ? "/playback_url" : "/id", isOpen ? "what everybody plays" : "what bearers of a token play",
            in: .init(of: "/stream/playback_ids", where: "policy", is: policy.rawValue), isOptional: exists && isOpen))
        var parameters = [PlanParameter(bound: name)]
        if let domain { parameters.append(PlanParameter("domain", domain)) }
        if !isOpen { parameters.append(PlanParameter("token", nil, source: "a token, signed for the viewer")) }
        return Handover(
          to: .player, isOpen ? "HLS" : "HLS, with a token",
          (domain == nil ? "{\(name)}" : "https://{domain}/{\(name)}.m3u8") + (isOpen ? "" : "?auth={token}"), parameters)
      }
    }

    // MARK: The way back

    /// The reference deletes nothing but what is stopped. Its connector also deletes what was never started, for which a
    /// stop is refused; so a refusal does no harm here.
    var teardown: [RequestStep] {
      var after: [ManualTask] = []
      if requests.domain != nil {
        after.append(ManualTask(.after, "Remove the playback domain in the portal, and its record from the DNS, if nothing else is played through it."))
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
            ToleratedStatus(406, "the stream does not run"), ToleratedStatus(404, "the stream is gone already", skipsWait: true),
          ],
          billing: Billing(.ends, "the live stream")),
        RequestStep(
          Step.delete, "Delete the stream", method: "DELETE", url: url(""), headers: asking,
          onlyIf: exists ? "the stream is not needed any more: it was there before this plan" : nil, manual: after,
          tolerated: [ToleratedStatus(404, "the stream is gone already")],
          irreversible: ["The stream, its key, its playback ids and its simulcast targets are gone for good; recordings stay in their storage."]),
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
