package import RungSource
internal import RungSpec

extension IVS {
  package static func content(_ fit: Fit<IVS>, _ report: inout Report) -> IVSBodies { IVSBodies(fit, &report) }

  package static func plan(_ fit: Fit<IVS>, _ bodies: IVSBodies) -> RequestPlan {
    let plan = Plan(fit: fit, bodies: bodies)
    return RequestPlan(provider: id, steps: plan.steps, teardown: plan.teardown)
  }

  /// The requests around the bodies: each is a POST to an operation of the region, signed.
  private struct Plan {
    let fit: Fit<IVS>
    let bodies: IVSBodies
    var target: SourcePlace { fit.measured.target }

    // MARK: Steps

    var steps: [RequestStep] { [recordingConfiguration, policy].compactMap { $0 } + [channel, streamKeys, streamKey] }

    private var recordingConfiguration: RequestStep? {
      guard let body = bodies.recording else { return nil }
      let arn = "recording_configuration_arn"
      return RequestStep(
        Step.recordingConfiguration, "Create the recording configuration", method: "POST", url: url("CreateRecordingConfiguration"), headers: headers,
        bodyKind: "recording-configuration", body: BodyContent(body.value, IVSRecordingConfiguration.shape, at: body.place),
        reads: [PlanBinding(arn, "/recordingConfiguration/arn", "the recording configuration's ARN")],
        wait: Wait(
          url("GetRecordingConfiguration"), method: "POST", headers: headers, body: empty, fills: [BodyFill("/arn", bound: arn)],
          pointer: "/recordingConfiguration/state", until: ["ACTIVE"], failing: ["CREATE_FAILED"]),
        manual: [ManualTask(.before, "Create the bucket in the region of the channel, if it does not exist.")],
        remarks: ["CREATE_FAILED says that the bucket is in another region: delete the configuration then, and create one with a bucket of the region."],
        resending: added(Step.recordingConfiguration, arn, list: "recordingConfigurations", list: "ListRecordingConfigurations", get: "GetRecordingConfiguration", body: all))
    }

    private var policy: RequestStep? {
      guard let body = bodies.policy else { return nil }
      let arn = "playback_restriction_policy_arn"
      return RequestStep(
        Step.policy, "Create the playback restriction policy", method: "POST", url: url("CreatePlaybackRestrictionPolicy"), headers: headers,
        bodyKind: "playback-restriction-policy", body: BodyContent(body.value, IVSPlaybackRestrictionPolicy.shape, at: body.place),
        reads: [PlanBinding(arn, "/playbackRestrictionPolicy/arn", "the policy's ARN")],
        resending: added(Step.policy, arn, list: "playbackRestrictionPolicies", list: "ListPlaybackRestrictionPolicies", get: "GetPlaybackRestrictionPolicy", body: all))
    }

    private var channel: RequestStep {
      var remarks: [String] = []
      if let because = fit.decision.because { remarks.append("\(Vocabulary.spec.text(because.message)).") }
      if fit.decision.isMultitrack {
        remarks.append("The encoder asks Amazon IVS for its configuration (GetClientConfiguration): its answer may set other renditions than the ladder.")
      }
      var fills: [BodyFill] = []
      if bodies.recording != nil { fills.append(BodyFill("/recordingConfigurationArn", bound: "recording_configuration_arn")) }
      if bodies.policy != nil { fills.append(BodyFill("/playbackRestrictionPolicyArn", bound: "playback_restriction_policy_arn")) }
      var reads = [
        PlanBinding("channel_arn", "/channel/arn", "the channel's ARN"), PlanBinding("playback_url", "/channel/playbackUrl", "the playback URL"),
      ]
      if protocols.contains(where: { $0 != .srt }) {
        reads.append(PlanBinding("ingest_endpoint", "/channel/ingestEndpoint", "the host that the encoder pushes to"))
      }
      if protocols.contains(.srt) {
        reads += [
          PlanBinding("srt_endpoint", "/channel/srt/endpoint", "the address that the encoder pushes to with SRT"),
          PlanBinding("srt_passphrase", "/channel/srt/passphrase", "the passphrase of SRT", isSecret: true, isOptional: true),
        ]
      }
      return RequestStep(
        Step.channel, "Create the channel", method: "POST", url: url("CreateChannel"), headers: headers, bodyKind: "channel",
        body: BodyContent(bodies.channel, IVSChannel.shape, at: target), fills: fills, reads: reads,
        manual: bodies.channel.authorized?.value == true
          ? [ManualTask(.before, "Import the public part of a playback key pair into the account (ImportPlaybackKeyPair), if it has none; sign a token for every viewer with the private part.")]
          : [],
        remarks: remarks + ["The answer contains the stream key: keep it out of logs."],
        resending: added(Step.channel, "channel_arn", list: "channels", list: "ListChannels", get: "GetChannel", body: named))
    }

    private var streamKeys: RequestStep {
      RequestStep(
        Step.streamKeys, "Look up the stream key of the channel", method: "POST", url: url("ListStreamKeys"), headers: headers, body: empty,
        fills: [BodyFill("/channelArn", bound: "channel_arn")], reads: [PlanBinding("stream_arn", "/streamKeys/0/arn", "the stream key's ARN")],
        remarks: ["A channel comes with one stream key, and has no other."], resending: .harmless)
    }

    private var streamKey: RequestStep {
      let time = fit.spec.duration.map { " (\($0.value.text))" } ?? ""
      let ends =
        fit.stream.kind.value == .event
        ? "The event is over when the encoder stops\(time); the channel exists until it is deleted and accepts an encoder again."
        : "A channel exists until it is deleted\(time), and accepts an encoder again after each stream."
      return RequestStep(
        Step.streamKey, "Read the stream key", method: "POST", url: url("GetStreamKey"), headers: headers, body: empty,
        fills: [BodyFill("/arn", bound: "stream_arn")],
        reads: [PlanBinding("stream_key", "/streamKey/value", "the encoder's stream key", isSecret: true)],
        handovers: encoder + [player],
        wait: Wait(
          url("GetStream"), method: "POST", headers: headers, body: empty, fills: [BodyFill("/channelArn", bound: "channel_arn")],
          pointer: "/stream/state", until: ["LIVE"], untilThere: true, webhook: Wait.Webhook("Stream Start", "Amazon EventBridge"), isForMedia: true),
        manual: [ManualTask(.after, "Start the encoder.")], billing: Billing(.starts, billed, "while an encoder sends, and for what viewers watch"),
        remarks: bodies.sent.map { EncoderWords.line($0) }
          + ["A stream ends when its encoder has sent nothing for 30 s, and after 48 h at the latest.", ends],
        resending: .harmless)
    }

    private let billed = "the live stream"

    // MARK: Encoder and player

    /// The protocols that the encoder may push with.
    private var protocols: [IngestProtocol] {
      let stated = (fit.spec.ingest?.value.protocols?.value.map(\.value) ?? []).filter { $0 != .whip }
      return stated.isEmpty ? [.rtmps] : stated
    }

    private var encoder: [Handover] {
      protocols.flatMap { (one: IngestProtocol) -> [Handover] in
        switch one {
        case .rtmps:
          return [
            Handover(to: .encoder, "RTMPS server", "rtmps://{ingest_endpoint}:443/app/", [PlanParameter(bound: "ingest_endpoint")]),
            Handover(to: .encoder, "RTMPS stream key", bound: "stream_key"),
          ]
        case .rtmp:
          return [
            Handover(to: .encoder, "RTMP server", "rtmp://{ingest_endpoint}/app/", [PlanParameter(bound: "ingest_endpoint")]),
            Handover(to: .encoder, "RTMP stream key", bound: "stream_key"),
          ]
        case .srt:
          return [
            Handover(to: .encoder, "SRT", bound: "srt_endpoint"), Handover(to: .encoder, "SRT stream id", bound: "stream_key"),
            Handover(to: .encoder, "SRT passphrase", bound: "srt_passphrase"),
          ]
        case .whip: return []
        }
      }
    }

    private var player: Handover {
      guard bodies.channel.authorized?.value == true else { return Handover(to: .player, "HLS", bound: "playback_url") }
      return Handover(
        to: .player, "HLS, with a token", "{playback_url}?token={token}",
        [PlanParameter(bound: "playback_url"), PlanParameter("token", nil, source: "a signed token for the viewer")])
    }

    // MARK: Teardown

    var teardown: [RequestStep] {
      var steps = [
        RequestStep(
          Step.stop, "Stop the stream", method: "POST", url: url("StopStream"), headers: headers, body: empty,
          fills: [BodyFill("/channelArn", bound: "channel_arn")],
          wait: Wait(
            url("GetStream"), method: "POST", headers: headers, body: empty, fills: [BodyFill("/channelArn", bound: "channel_arn")],
            pointer: "/stream/state", until: ["OFFLINE"], untilGone: true, webhook: Wait.Webhook("Stream End", "Amazon EventBridge")),
          manual: [ManualTask(.before, "Stop the encoder: most connect again by themselves.")],
          tolerated: [ToleratedStatus(404, "the channel is not live, or is gone already")], billing: Billing(.ends, billed),
          resending: .harmless, about: Step.channel, undoes: []),
        delete(
          Step.deleteChannel, "Delete the channel", "DeleteChannel", "channel_arn",
          "The channel, its stream key, its ingest endpoint and its playback URL are deleted permanently; recordings remain in their bucket.",
          [Step.channel, Step.streamKeys, Step.streamKey]),
      ]
      if bodies.recording != nil {
        steps.append(
          delete(
            Step.deleteRecordingConfiguration, "Delete the recording configuration", "DeleteRecordingConfiguration", "recording_configuration_arn",
            "The recording configuration is deleted permanently; recordings remain in their bucket.", [Step.recordingConfiguration]))
      }
      if bodies.policy != nil {
        steps.append(
          delete(
            Step.deletePolicy, "Delete the playback restriction policy", "DeletePlaybackRestrictionPolicy", "playback_restriction_policy_arn",
            "The playback restriction policy is deleted permanently.", [Step.policy]))
      }
      return steps
    }

    private func delete(
      _ id: StepID, _ title: String, _ operation: String, _ arn: String, _ irreversible: String, _ undoes: [StepID]
    ) -> RequestStep {
      RequestStep(
        id, title, method: "POST", url: url(operation), headers: headers, body: empty, fills: [BodyFill("/arn", bound: arn)],
        tolerated: [ToleratedStatus(404, "it is gone already")], irreversible: [irreversible], resending: .harmless, undoes: undoes)
    }

    // MARK: After a lost answer

    /// The list shows a new element, and a second question says of it what the answer would have said.
    private func added(_ step: StepID, _ arn: String, list key: String, list: String, get: String, body: BodyContent) -> Resending {
      let answer = PlannedRequest(method: "POST", url: url(get), headers: headers, body: empty, fills: [BodyFill("/arn", bound: arn)])
      return .asked(
        Lookup(
          url(list), .added(.init(to: "/\(key)", id: "/arn", matching: [("/name", "/name")], more: "/nextToken", asking: answer)), method: "POST",
          headers: headers, body: body))
    }

    private var named: BodyContent {
      guard let name = bodies.channel.name, !name.value.isEmpty else { return all }
      return BodyContent(.map([("filterByName", .string(name.value, at: name.place)), ("maxResults", .integer(100, at: target))], at: target))
    }

    private var all: BodyContent { BodyContent(.map([("maxResults", .integer(100, at: target))], at: target)) }
    private var empty: BodyContent { BodyContent(.map([], at: target)) }

    // MARK: URLs

    private var region: PlanParameter { PlanParameter("region", bodies.region, source: "the AWS region, as us-east-1") }
    private func url(_ operation: String) -> URLTemplate { URLTemplate("https://ivs.{region}.amazonaws.com/\(operation)", [region]) }
    private var headers: [RequestHeader] { RequestHeader.aws(service: "ivs", region: region) + [RequestHeader("Content-Type", "application/json")] }
  }
}
