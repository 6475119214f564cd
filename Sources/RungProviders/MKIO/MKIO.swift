package import RungSource
package import RungSpec

/// MediaKind MK.IO, Media API: a live event ingests the stream, a live output archives it into an asset, a streaming
/// locator publishes the asset, a streaming endpoint serves it.
package enum MKIO: Provider {
  package static let id = "mkio"
  package static let title = "MK.IO"

  /// Which of the four kinds of live event is used.
  package struct Decision: Sendable {
    package var type: Located<MKIOEncodingType>
    /// Why, where Rung chose it.
    package var because: MessageNote?
    /// Whether one is written that could not be read: nothing is said of what depends on it.
    package var isGuess = false
  }

  package static let requests = [
    RequestKind(
      "live-event", "PUT …/media/liveEvents/{event_name}", body: MKIOLiveEvent.shape,
      telling: ["properties.input", "properties.encoding", "properties.streamOptions", "properties.useStaticHostname", "properties.preview"],
      filled: filledInEvent, renamed: renamedInEvent, source: Source.reference("LiveEventPutSchema")),
    RequestKind(
      "asset", "PUT …/media/assets/{asset_name}", body: MKIOAsset.shape,
      telling: ["properties.storageAccountName", "properties.container", "properties.containerDeletionPolicy", "properties.subPath", "labels"],
      filled: filledInAsset, source: Source.reference("AssetPutProperties")),
    RequestKind(
      "live-output", "PUT …/media/liveEvents/{event_name}/liveOutputs/{output_name}", body: MKIOLiveOutput.shape,
      telling: ["properties.archiveWindowLength", "properties.assetName", "properties.manifestName", "properties.hls", "properties.rewindWindowLength"],
      filled: filledInOutput, source: Source.reference("LiveOutputPutProperties")),
    RequestKind("start", "POST …/media/liveEvents/{event_name}/start"),
    RequestKind("ingest", "GET …/media/liveEvents/{event_name}"),
    RequestKind(
      "streaming-locator", "PUT …/media/streamingLocators/{locator_name}", body: MKIOStreamingLocator.shape,
      telling: ["properties.streamingPolicyName", "properties.assetName", "properties.streamingLocatorId", "properties.defaultContentKeyPolicyName"],
      filled: filledInLocator, source: Source.reference("StreamingLocatorPutProperties")),
    RequestKind(
      "streaming-endpoint", "PUT …/media/streamingEndpoints/{endpoint_name}", body: MKIOStreamingEndpoint.shape,
      telling: ["properties.scaleUnits", "properties.cdnEnabled", "properties.maxCacheAge", "properties.publicName", "properties.hostName"],
      filled: filledInEndpoint, renamed: renamedInEndpoint, source: Source.reference("StreamingEndpointPutSchema")),
    RequestKind("start-endpoint", "POST …/media/streamingEndpoints/{endpoint_name}/start"),
    RequestKind("list-paths", "POST …/media/streamingLocators/{locator_name}/listPaths"),
    RequestKind("playback", "GET …/media/streamingEndpoints/{endpoint_name}"),
    RequestKind("delete-output", "DELETE …/media/liveEvents/{event_name}/liveOutputs/{output_name}"),
    RequestKind("stop", "POST …/media/liveEvents/{event_name}/stop"),
    RequestKind("delete-event", "DELETE …/media/liveEvents/{event_name}"),
    RequestKind("stop-endpoint", "POST …/media/streamingEndpoints/{endpoint_name}/stop"),
    RequestKind("delete-endpoint", "DELETE …/media/streamingEndpoints/{endpoint_name}"),
    RequestKind("delete-locator", "DELETE …/media/streamingLocators/{locator_name}"),
    RequestKind("delete-asset", "DELETE …/media/assets/{asset_name}"),
  ]

  /// A type that is set decides whether the encoder or MK.IO encodes the ladder, whatever `encoding` says; a rule compares them.
  package static func adapt(_ stream: Stream, _ options: Options, _ report: inout Report) -> Stream {
    guard let stated = options.encodingType, let type = stated.value.type, type.mode != stream.encoding.value,
      let encoding = report.derive(
        type.mode, "\(type.rawValue) is \(type.mode == .passthrough ? "a passthrough" : "an encoding") type", from: [stated.place])
    else { return stream }
    return stream.with(encoding: encoding, &report)
  }

  package static func usualKeyframes(_ fit: Fit<MKIO>) -> (rendition: Rendition, isContribution: Bool)? {
    guard fit.decision.type.value.mode == .passthrough, fit.stream.media.value == .video else { return nil }
    return usualKeyframes(of: fit.stream).map { ($0, false) }
  }

  /// The keyframes of a stream that sets none, as its encoder is configured: the first rendition with them.
  static func usualKeyframes(of stream: Stream) -> Rendition? {
    guard stream.ladder?.renditions.contains(where: { $0.value.keyframeInterval != nil }) != true else { return nil }
    // Findings are reported once, when it is emitted.
    var unheard = Report()
    var rendition = stream.withUsualKeyframes(&unheard).ladder?.renditions.first?.value ?? Rendition()
    if rendition.keyframeInterval?.value.iso8601 == nil { rendition.keyframeInterval = Located(usualInterval, at: stream.place) }
    return rendition
  }

  package static func decide(_ stream: Stream, _ options: Options, _ report: inout Report) -> Decision {
    report.use(options.encodingType)
    report.use(stream.encoding)
    if let stated = options.encodingType, let type = stated.value.type {
      return Decision(type: Located(type, at: stated.place))
    }
    let choice = stream.encoding.value == .passthrough ? passthrough(stream) : transcoding(stream)
    let reason = choice.reason
    let type =
      report.derive(choice.type, reason, from: choice.sources)
      ?? report.byDefault(choice.type, reason, near: stream.encoding.place)
    return Decision(
      type: type,
      because: MessageNote(.ofSpecs("\(choice.type.rawValue) was chosen because \(reason)"), at: (choice.from ?? stream.encoding.place).span),
      isGuess: options.encodingType == nil && stream.written("targets", id, "encoding_type") != nil)
  }

  private struct Choice {
    var type: MKIOEncodingType
    var reason: String
    /// Where a person looks to see it.
    var from: SourcePlace?
    var sources: [SourcePlace]
  }

  /// The cheaper passthrough type where the stream is known to fit into it.
  private static func passthrough(_ stream: Stream) -> Choice {
    let basic = MKIOProduct.of(.passthroughBasic)
    if let window = archiveWindow(of: stream.spec), let most = basic.archive.value?.upperBound, window.value > most {
      return Choice(
        type: .passthroughStandard, reason: "the archive window is \(window.value.text), more than the \(most.text) of PassthroughBasic",
        from: window.place, sources: [window.place])
    }
    guard let ladder = stream.ladder, let total = ladder.totalBitrate, let most = basic.ingestBitrate.value else {
      return Choice(
        type: .passthroughStandard, reason: "not all bitrates that the encoder sends are set", from: nil, sources: [])
    }
    let sources = ladder.renditions.flatMap { [$0.value.bitrate?.place, $0.value.audio?.value.bitrate?.place].compactMap { $0 } }
    let fits = total <= most
    return Choice(
      type: fits ? .passthroughBasic : .passthroughStandard,
      reason: "the ladder totals \(total.prose)\(fits ? "" : ", more than the \(most.prose) of PassthroughBasic")",
      from: ladder.place, sources: sources)
  }

  /// The smaller encoding type where nothing requires more than it produces.
  private static func transcoding(_ stream: Stream) -> Choice {
    let most = MKIOProduct.of(.standard).topHeight ?? 0
    let asked = stream.ladder?.renditions.compactMap(\.value.resolution).max { $0.value.height < $1.value.height }
    if let top = asked {
      let fits = top.value.height <= most
      return Choice(
        type: fits ? .standard : .premium1080p,
        reason: "the top rendition is \(top.value.text)\(fits ? "" : ", and Standard produces at most \(most)p")", from: top.place,
        sources: [top.place])
    }
    if let sent = stream.spec.ingest?.value.video?.value.resolution {
      let fits = sent.value.height <= most
      return Choice(
        type: fits ? .standard : .premium1080p,
        reason: "the encoder sends \(sent.value.text)\(fits ? ", and no rendition is upscaled" : "")", from: sent.place,
        sources: [sent.place])
    }
    return Choice(type: .standard, reason: "nothing requires more than \(most)p", from: nil, sources: [])
  }

  /// `recording.window`, or the duration of an event that sets none.
  static func archiveWindow(of spec: Spec) -> Located<Seconds>? { spec.recording?.value.window ?? spec.duration }
}
