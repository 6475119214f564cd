package import RungSource
internal import RungSpec

extension MediaLive {
  package static func content(_ fit: Fit<MediaLive>, _ report: inout Report) -> MediaLiveBodies { MediaLiveBodies(fit, &report) }

  package static func plan(_ fit: Fit<MediaLive>, _ bodies: MediaLiveBodies) -> RequestPlan {
    let plan = Plan(fit: fit, bodies: bodies)
    return RequestPlan(provider: id, steps: plan.steps, teardown: plan.teardown)
  }

  /// The requests around the bodies: MediaPackage first, because the channel sends there; then the input, then the channel.
  private struct Plan {
    let fit: Fit<MediaLive>
    let bodies: MediaLiveBodies
    var target: SourcePlace { fit.measured.target }

    var steps: [RequestStep] {
      [group, packageChannel].compactMap { $0 } + bodies.endpoints.enumerated().map { endpoint($1, at: $0) }
        + [securityGroup, input].compactMap { $0 } + [channel] + [addresses].compactMap { $0 } + [start] + bodies.endpoints.enumerated().map { playback($1, at: $0) }
    }

    // MARK: MediaPackage

    private var group: RequestStep? {
      guard let body = bodies.group else { return nil }
      return RequestStep(
        Step.group, "Create the channel group of MediaPackage", method: "POST", url: mediapackage("/channelGroup"), headers: packaging,
        bodyKind: "mediapackage-channel-group", body: BodyContent(body.value, MediaPackageGroup.shape, at: body.place),
        resending: named(mediapackage("/channelGroup/{channel_group}", [groupName])))
    }

    private var packageChannel: RequestStep? {
      guard let body = bodies.packageChannel else { return nil }
      return RequestStep(
        Step.packageChannel, "Create the channel of MediaPackage", method: "POST", url: mediapackage("/channelGroup/{channel_group}/channel", [groupName]), headers: packaging,
        bodyKind: "mediapackage-channel", body: BodyContent(body.value, MediaPackageChannel.shape, at: body.place),
        resending: named(mediapackage("/channelGroup/{channel_group}/channel/{package_channel}/", [groupName, channelName])))
    }

    private func endpoint(_ body: Located<MediaPackageEndpoint>, at index: Int) -> RequestStep {
      let step = index == 0 ? Step.endpoint : Step.dashEndpoint
      let name = endpointName(body, at: index)
      let isOpen = fit.spec.playback?.value.policy?.value == .public
      return RequestStep(
        step, "Create the origin endpoint\(index == 0 ? "" : " for DASH")", method: "POST",
        url: mediapackage("/channelGroup/{channel_group}/channel/{package_channel}/originEndpoint", [groupName, channelName]), headers: packaging,
        bodyKind: "mediapackage-origin-endpoint", body: BodyContent(body.value, MediaPackageEndpoint.shape, at: body.place),
        manual: [
          ManualTask(
            .after,
            "Attach a policy to the endpoint (PutOriginEndpointPolicy), which says who may read\(isOpen ? ": everyone, or a CDN in front of it" : ""); nobody can play without one.")
        ],
        resending: named(
          mediapackage("/channelGroup/{channel_group}/channel/{package_channel}/originEndpoint/{\(name.name)}", [groupName, channelName, name])))
    }

    /// What the endpoint serves, once something comes in.
    private func playback(_ body: Located<MediaPackageEndpoint>, at index: Int) -> RequestStep {
      let name = endpointName(body, at: index)
      let manifests = [
        (isThere: body.value.hlsManifests != nil, list: "HlsManifests", binding: "hls_url", title: "HLS"),
        (isThere: body.value.lowLatencyHlsManifests != nil, list: "LowLatencyHlsManifests", binding: "low_latency_hls_url", title: "low-latency HLS"),
        (isThere: body.value.dashManifests != nil, list: "DashManifests", binding: "dash_url", title: "DASH"),
      ].filter(\.isThere)
      return RequestStep(
        index == 0 ? Step.playback : Step.dashPlayback, "Look up where players play\(index == 0 ? "" : " DASH")", method: "GET",
        url: mediapackage("/channelGroup/{channel_group}/channel/{package_channel}/originEndpoint/{\(name.name)}", [groupName, channelName, name]),
        headers: Array(packaging.dropLast()), reads: manifests.map { PlanBinding($0.binding, "/\($0.list)/0/Url", "the \($0.title) URL") },
        handovers: manifests.map { Handover(to: .player, $0.title, bound: $0.binding) })
    }

    // MARK: What comes in

    private var securityGroup: RequestStep? {
      guard let body = bodies.securityGroup else { return nil }
      return RequestStep(
        Step.securityGroup, "Create the input security group", method: "POST", url: medialive("/inputSecurityGroups"), headers: live,
        bodyKind: "create-input-security-group", body: BodyContent(body.value, MediaLiveSecurityGroup.shape, at: body.place),
        reads: [PlanBinding("input_security_group_id", "/securityGroup/id", "the input security group's id")],
        resending: added("/inputSecurityGroups", "inputSecurityGroups", under: "securityGroup", matching: []))
    }

    private var input: RequestStep? {
      guard let body = bodies.input else { return nil }
      let fills = bodies.securityGroup == nil ? [] : [BodyFill("/InputSecurityGroups/0", bound: "input_security_group_id")]
      return RequestStep(
        Step.input, "Create the input", method: "POST", url: medialive("/inputs"), headers: live, bodyKind: "create-input",
        body: BodyContent(body.value, MediaLiveInput.shape, at: body.place), fills: fills, reads: [PlanBinding("input_id", "/input/id", "the input's id")],
        wait: Wait(medialive("/inputs/{input_id}", [inputID]), pointer: "/state", until: ["DETACHED"], failing: ["DELETING", "DELETED"]),
        resending: added("/inputs", "inputs", under: "input", matching: [("/name", "/Name")]))
    }

    private var inputID: PlanParameter { bodies.input == nil ? PlanParameter("input_id", fit.options.input) : PlanParameter(bound: "input_id") }

    /// Where the encoder pushes to is known once the input is there.
    private var addresses: RequestStep? {
      guard let type = fit.decision.input?.value, type.isPush, bodies.input != nil else { return nil }
      let title = type == .srtListener ? "SRT" : type == .rtpPush ? "RTP" : "RTMP"
      let all = (0..<fit.decision.pipelines).map { index in
        (binding: index == 0 ? "ingest_url" : "backup_ingest_url", title: index == 0 ? title : "\(title), second pipeline", index: index)
      }
      return RequestStep(
        Step.addresses, "Look up where the encoder pushes to", method: "GET", url: medialive("/inputs/{input_id}", [inputID]), headers: Array(live.dropLast()),
        reads: all.map { PlanBinding($0.binding, "/destinations/\($0.index)/url", "the address that the encoder pushes to", isSecret: type == .rtmpPush) },
        handovers: all.map { Handover(to: .encoder, $0.title, bound: $0.binding) },
        remarks: type == .rtmpPush ? ["The last two parts of the URL are the application name and the instance: who has them can push from an allowed address."] : [])
    }

    // MARK: The channel

    private var channel: RequestStep {
      RequestStep(
        Step.channel, "Create the channel", method: "POST", url: medialive("/channels"), headers: live, bodyKind: "create-channel",
        body: BodyContent(bodies.channel, MediaLiveChannel.shape, at: target),
        fills: bodies.input == nil ? [] : [BodyFill("/InputAttachments/0/InputId", bound: "input_id")],
        reads: [PlanBinding("channel_id", "/channel/id", "the channel's id")],
        wait: Wait(medialive("/channels/{channel_id}", [channelID]), pointer: "/state", until: ["IDLE"], failing: ["CREATE_FAILED"]),
        manual: bodies.channel.roleArn == nil ? [ManualTask(.before, "Set `role` where the channel reads from or writes to other services of the account.")] : [],
        resending: added("/channels", "channels", under: "channel", matching: [("/name", "/Name")]))
    }

    private var start: RequestStep {
      let time = fit.spec.duration.map { " (\($0.value.text))" } ?? ""
      let ends =
        fit.stream.kind.value == .event
        ? "The event is over when the channel is stopped\(time): a running channel costs the same without a source."
        : "A channel runs until it is stopped\(time), and costs the same without a source."
      let sent = fit.spec.ingest.flatMap { ingest -> String? in
        var report = Report()
        return Stream.sent(by: ingest, &report).map { EncoderWords.line($0.value) }
      }
      return RequestStep(
        Step.start, "Start the channel", method: "POST", url: medialive("/channels/{channel_id}/start", [channelID]), headers: Array(live.dropLast()),
        wait: Wait(medialive("/channels/{channel_id}", [channelID]), pointer: "/state", until: ["RUNNING"], failing: ["DELETING", "DELETED", "UPDATE_FAILED"]),
        manual: fit.decision.input?.value.isPush == true ? [ManualTask(.after, "Start the encoder.")] : [],
        billing: Billing(.starts, billed, "while the channel runs, with or without a source"),
        remarks: [sent].compactMap { $0 } + [ends],
        resending: .asked(Lookup(medialive("/channels/{channel_id}", [channelID]), .state("/state", ["STARTING", "RUNNING"], orGone: false))))
    }

    private let billed = "the running channel"

    // MARK: Teardown

    var teardown: [RequestStep] {
      var steps = [
        settle(
          Step.settleChannel, "Wait until the channel is neither created nor started", medialive("/channels/{channel_id}", [channelID]),
          until: ["IDLE", "RUNNING", "CREATE_FAILED", "UPDATE_FAILED", "DELETED"], about: Step.channel),
        RequestStep(
          Step.stop, "Stop the channel", method: "POST", url: medialive("/channels/{channel_id}/stop", [channelID]), headers: Array(live.dropLast()),
          wait: Wait(medialive("/channels/{channel_id}", [channelID]), pointer: "/state", until: ["IDLE", "UPDATE_FAILED", "DELETED"], untilGone: true),
          tolerated: [ToleratedStatus(404, "the channel is gone already"), ToleratedStatus(409, "the channel does not run")],
          billing: Billing(.ends, billed), remarks: ["Players see the end of the stream."], resending: .harmless, about: Step.start, undoes: [Step.start]),
        delete(
          Step.deleteChannel, "Delete the channel", medialive("/channels/{channel_id}", [channelID]), live,
          wait: Wait(medialive("/channels/{channel_id}", [channelID]), pointer: "/state", until: ["DELETED"], failing: ["STARTING", "RUNNING"], untilGone: true),
          tolerated: [ToleratedStatus(409, "it is being deleted already, or it runs")], irreversible: "The channel and its settings are deleted permanently; recordings remain in their bucket.", undoes: [Step.channel]),
      ]
      if bodies.input != nil {
        steps.append(
          settle(
            Step.settleInput, "Wait until no channel has the input", medialive("/inputs/{input_id}", [inputID]), until: ["DETACHED", "DELETED"],
            about: Step.input))
        steps.append(
          delete(
            Step.deleteInput, "Delete the input", medialive("/inputs/{input_id}", [inputID]), live,
            wait: Wait(medialive("/inputs/{input_id}", [inputID]), pointer: "/state", until: ["DELETED"], untilGone: true),
            irreversible: "The input and the addresses that encoders push to are deleted permanently.", undoes: [Step.input] + (addresses == nil ? [] : [Step.addresses])))
      }
      if bodies.securityGroup != nil {
        steps.append(
          delete(
            Step.deleteSecurityGroup, "Delete the input security group",
            medialive("/inputSecurityGroups/{input_security_group_id}", [PlanParameter(bound: "input_security_group_id")]), live,
            irreversible: "The input security group is deleted permanently.", undoes: [Step.securityGroup]))
      }
      for (index, body) in bodies.endpoints.enumerated().reversed() {
        let name = endpointName(body, at: index)
        steps.append(
          delete(
            index == 0 ? Step.deleteEndpoint : Step.deleteDashEndpoint, "Delete the origin endpoint\(index == 0 ? "" : " for DASH")",
            mediapackage("/channelGroup/{channel_group}/channel/{package_channel}/originEndpoint/{\(name.name)}", [groupName, channelName, name]), packaging,
            irreversible: "The endpoint and its URLs are deleted permanently.", undoes: index == 0 ? [Step.endpoint, Step.playback] : [Step.dashEndpoint, Step.dashPlayback]))
      }
      if bodies.packageChannel != nil {
        steps.append(
          delete(
            Step.deletePackageChannel, "Delete the channel of MediaPackage",
            mediapackage("/channelGroup/{channel_group}/channel/{package_channel}/", [groupName, channelName]), packaging,
            irreversible: "The channel of MediaPackage and what viewers could go back to are deleted permanently.", undoes: [Step.packageChannel]))
      }
      if bodies.group != nil {
        steps.append(
          delete(
            Step.deleteGroup, "Delete the channel group of MediaPackage", mediapackage("/channelGroup/{channel_group}", [groupName]), packaging,
            irreversible: "The channel group and its domain are deleted permanently: another group gets another domain.", undoes: [Step.group]))
      }
      return steps
    }

    /// What is still being made, or in use, refuses to be deleted (ConflictException).
    private func settle(_ id: StepID, _ title: String, _ url: URLTemplate, until states: [String], about step: StepID) -> RequestStep {
      RequestStep(
        id, title, method: "GET", url: url, headers: Array(live.dropLast()), wait: Wait(url, pointer: "/state", until: states, untilGone: true),
        tolerated: [ToleratedStatus(404, "it is gone already")], about: step)
    }

    private func delete(
      _ id: StepID, _ title: String, _ url: URLTemplate, _ headers: [RequestHeader], wait: Wait? = nil, tolerated: [ToleratedStatus] = [], irreversible: String, undoes: [StepID]
    ) -> RequestStep {
      RequestStep(
        id, title, method: "DELETE", url: url, headers: Array(headers.dropLast()), wait: wait, tolerated: [ToleratedStatus(404, "it is gone already")] + tolerated,
        irreversible: [irreversible], undoes: undoes)
    }

    // MARK: After a lost answer

    /// The name is in the URL, and is taken once the resource is there.
    private func named(_ url: URLTemplate) -> Resending { .asked(Lookup(url, .exists)) }

    private func added(_ path: String, _ list: String, under member: String, matching: [(element: String, body: String)]) -> Resending {
      .asked(Lookup(medialive("\(path)?maxResults=1000"), .added(.init(to: "/\(list)", matching: matching, more: "/nextToken", under: member))))
    }

    // MARK: URLs

    private var channelID: PlanParameter { PlanParameter(bound: "channel_id") }
    private var region: PlanParameter { PlanParameter("region", bodies.region, source: "the AWS region, as us-east-1") }
    private var groupName: PlanParameter { PlanParameter("channel_group", bodies.packageChannel?.value.channelGroupName, source: "the channel group of MediaPackage") }
    private var channelName: PlanParameter { PlanParameter("package_channel", bodies.packageChannel?.value.channelName, source: "the channel of MediaPackage") }

    private func endpointName(_ body: Located<MediaPackageEndpoint>, at index: Int) -> PlanParameter {
      PlanParameter(index == 0 ? "origin_endpoint" : "dash_origin_endpoint", body.value.originEndpointName, source: "the origin endpoint")
    }

    private func medialive(_ path: String, _ parameters: [PlanParameter] = []) -> URLTemplate {
      URLTemplate("https://medialive.{region}.amazonaws.com/prod\(path)", [region] + parameters)
    }

    private func mediapackage(_ path: String, _ parameters: [PlanParameter] = []) -> URLTemplate {
      URLTemplate("https://mediapackagev2.{region}.amazonaws.com\(path)", [region] + parameters)
    }

    private var live: [RequestHeader] { RequestHeader.aws(service: "medialive", region: region) + [RequestHeader("Content-Type", "application/json")] }
    private var packaging: [RequestHeader] { RequestHeader.aws(service: "mediapackagev2", region: region) + [RequestHeader("Content-Type", "application/json")] }
  }
}
