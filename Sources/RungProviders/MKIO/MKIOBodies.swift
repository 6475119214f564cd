package import RungSource
internal import RungSpec

/// The bodies of MK.IO's requests for one stream, and what is accounted for beside them.
package struct MKIOBodies: PlanContent {
  let names: MKIONames
  private(set) var liveEvent = MKIOLiveEvent()
  /// Nil where the plan does not create the asset.
  private(set) var asset: MKIOAsset?
  private(set) var liveOutput = MKIOLiveOutput()
  private(set) var locator = MKIOStreamingLocator()
  /// Nil where the endpoint is there already.
  private(set) var endpoint: MKIOStreamingEndpoint?
  /// The renditions that the encoder is given.
  private(set) var sent: [Rendition]

  private let fit: Fit<MKIO>

  private var options: MKIO.Options { fit.options }
  private var spec: Spec { fit.spec }
  private var type: MKIOEncodingType { fit.decision.type.value }
  private var target: SourcePlace { fit.measured.target }

  init(_ fit: Fit<MKIO>, _ report: inout Report) {
    self.fit = fit
    names = MKIONames(fit.spec, fit.options, &report)
    sent = MKIOEncoder.sent(fit, &report)
    liveEvent = event(&report)
    asset = newAsset()
    liveOutput = output(&report)
    locator = streamingLocator(&report)
    endpoint = newEndpoint(&report)
  }

  package func useBodies(_ report: inout Report) {
    MKIOLiveEvent.shape.use(liveEvent, &report)
    MKIOAsset.shape.use(asset, &report)
    MKIOLiveOutput.shape.use(liveOutput, &report)
    MKIOStreamingLocator.shape.use(locator, &report)
    MKIOStreamingEndpoint.shape.use(endpoint, &report)
  }

  package func useWords(_ report: inout Report) {
    useWhatDecides(&report)
    report.use(options.project)
    report.use(names.event)
    report.use(names.output)
    report.use(names.asset)
    report.use(names.locator)
    report.use(options.endpoint?.value.name)
    for rendition in sent { EncoderWords.use(rendition, &report) }
  }

  /// Leaves that decide about the plan, or that hold without a field of their own.
  private func useWhatDecides(_ report: inout Report) {
    // The plan is filed under the stream's name, whatever the event is called.
    report.use(spec.name)
    report.use(fit.stream.kind)
    report.use(fit.stream.media)
    report.use(spec.duration)
    if fit.stream.ingestMode?.value == .push { report.use(fit.stream.ingestMode) }
    if options.eventDescription != nil { report.use(spec.description) }
    if options.streamingPolicy != nil { report.use(spec.playback?.value.policy) }
    // Delivery is CMAF, which is fragmented MP4.
    if let format = spec.packaging?.value.hls?.value.segmentFormat, format.value == .fmp4 { report.use(format) }
    if let format = spec.packaging?.value.dash?.value.segmentFormat, format.value == .fmp4 { report.use(format) }
    // The archive holds every rendition of what viewers get.
    if let recording = spec.recording?.value {
      let archived: RecordingSource = type.mode == .passthrough ? .original : .transcoded
      if let source = recording.source, source.value == .auto || source.value == archived { report.use(source) }
      if let resolution = recording.resolution, resolution.value == .all { report.use(resolution) }
    }
    // Every rendition that an encoding type makes has the interval of the first.
    if type.mode == .transcode, let renditions = fit.ladder?.renditions.map(\.value), let first = renditions.first?.keyframeInterval {
      for rendition in renditions where rendition.keyframeInterval?.value == first.value {
        report.use(rendition.keyframeInterval)
        report.use(rendition.gop)
      }
    }
  }

  private func event(_ report: inout Report) -> MKIOLiveEvent {
    MKIOLiveEvent(
      location: options.location, tags: spec.labels ?? report.byDefault([], "no `labels`; the schema requires the field", near: target),
      properties: Located(eventProperties(&report), at: target))
  }

  private func newAsset() -> MKIOAsset? {
    guard let asset = options.asset, asset.value.storageAccount != nil else { return nil }
    let properties = MKIOAssetProperties(
      storageAccountName: asset.value.storageAccount, container: asset.value.container, description: asset.value.description,
      subPath: asset.value.subPath, containerDeletionPolicy: asset.value.deletionPolicy)
    return MKIOAsset(properties: Located(properties, at: asset.place), labels: asset.value.labels)
  }

  private func output(_ report: inout Report) -> MKIOLiveOutput {
    var properties = MKIOLiveOutputProperties(
      assetName: names.asset, archiveWindowLength: exact(archiveWindow(&report)), manifestName: options.manifest,
      description: options.outputDescription)
    if let fragments = options.fragmentsPerTSSegment {
      properties.hls = Located(MKIOOutputHLS(fragmentsPerTsSegment: fragments), at: fragments.place)
    }
    return MKIOLiveOutput(properties: Located(properties, at: target))
  }

  private func archiveWindow(_ report: inout Report) -> Located<Seconds> {
    if let stated = spec.recording?.value.window { return stated }
    guard let duration = spec.duration else {
      return report.byDefault(MKIO.usualWindow, "no `recording.window`; the live output needs one", near: target)
    }
    let type = self.type.rawValue
    guard let most = fit.facts.archiveWindow.value?.upperBound, duration.value > most,
      let capped = report.derive(most, "the most that \(type) archives", from: [duration.place])
    else { return report.derive(duration.value, "the length of the event", from: [duration.place]) ?? duration }
    return capped
  }

  private func streamingLocator(_ report: inout Report) -> MKIOStreamingLocator {
    let stated = options.locator?.value
    let properties = MKIOStreamingLocatorProperties(
      assetName: names.asset, streamingPolicyName: MKIO.streamingPolicy(fit, &report),
      defaultContentKeyPolicyName: options.contentKeyPolicy, streamingLocatorId: stated?.id, startTime: stated?.start, endTime: stated?.end,
      filters: stated?.filters)
    return MKIOStreamingLocator(properties: Located(properties, at: target))
  }

  private func newEndpoint(_ report: inout Report) -> MKIOStreamingEndpoint? {
    guard let stated = options.endpoint, let location = stated.value.location else { return nil }
    let properties = MKIOStreamingEndpointProperties(
      description: stated.value.description,
      scaleUnits: stated.value.scaleUnits ?? report.byDefault(0, "0 is the shared Standard endpoint; more is dedicated and costs more", near: target),
      publicName: stated.value.publicName, cdnEnabled: stated.value.cdn, cdnProfile: stated.value.cdnProfile,
      maxCacheAge: stated.value.maxCacheAge?.compactMap(\.whole),
      maxManifestCacheAge: stated.value.maxManifestCacheAge?.compactMap(\.whole))
    return MKIOStreamingEndpoint(location: location, tags: stated.value.tags, properties: Located(properties, at: stated.place))
  }

  // MARK: The live event's settings

  private func eventProperties(_ report: inout Report) -> MKIOLiveEventProperties {
    var properties = MKIOLiveEventProperties(
      description: options.eventDescription ?? spec.description,
      useStaticHostname: options.staticHostname ?? report.byDefault(false, "MK.IO's default; the schema requires the field", near: target),
      hostnamePrefix: options.hostnamePrefix, streamOptions: streamOptions(&report), encoding: Located(encoding(), at: target),
      input: Located(input(&report), at: target), preview: options.preview.map { $0.map { preview($0, &report) } })
    if options.clientAccessPolicy != nil || options.crossDomainPolicy != nil {
      properties.crossSiteAccessPolicies = Located(
        MKIOCrossSitePolicies(clientAccessPolicy: options.clientAccessPolicy, crossDomainPolicy: options.crossDomainPolicy),
        at: target)
    }
    properties.pipeline = options.pipeline ?? options.transcription.flatMap { transcription($0, &report) }
    return properties
  }

  private func streamOptions(_ report: inout Report) -> Located<[Located<String>]> {
    let option =
      spec.lowLatency.map { $0.map { $0 ? "LowLatency" : "Default" } }
      ?? report.byDefault("Default", "`low_latency` is not asked for", near: target)
    return Located([option], at: option.place)
  }

  private func encoding() -> MKIOEncoding {
    var encoding = MKIOEncoding(encodingType: fit.decision.type.map(\.rawValue))
    // The rest is for the encoding types only; a rule reports what is set here for passthrough.
    guard type.mode == .transcode else { return encoding }
    encoding.keyFrameInterval = fit.ladder?.renditions.first?.value.keyframeInterval.flatMap(exact)
    encoding.presetName = options.presetName
    encoding.stretchMode = options.stretchMode
    return encoding
  }

  private func input(_ report: inout Report) -> MKIOInput {
    var input = MKIOInput()
    if fit.spec.ingest?.value.protocols == nil {
      input.streamingProtocol = report.byDefault("RTMP", "MK.IO's default", near: target)
    } else {
      input.streamingProtocol = MKIO.streamingProtocol(fit)?.map { $0.rawValue.uppercased() }
    }
    input.accessControl = accessControl(spec.ingest?.value.allow, &report)
    input.accessToken =
      spec.ingest?.value.token.map { $0.map { .given($0) } }
      ?? report.byDefault(.generated, "no `ingest.token`: MK.IO generates one", near: target)
    input.keyFrameIntervalDuration = inputInterval(&report)
    input.timedMetadataEndpoints =
      options.timedMetadataEndpoints?.map { $0.map { url in Located(MKIOTimedMetadataEndpoint(url: url.map(\.text)), at: url.place) } }
      ?? report.byDefault([], "the schema requires the field", near: target)
    return input
  }

  private func inputInterval(_ report: inout Report) -> Located<Seconds>? {
    guard type.mode == .passthrough else {
      // "Leave the value empty for encoding live events", and the schema requires it: the value that clients send.
      return report.fact(
        MKIO.usualInterval, MKIO.Source.reference("LiveEventInput.keyFrameIntervalDuration, required", strength: .inferred), near: target)
    }
    guard let interval = fit.ladder?.renditions.lazy.compactMap(\.value.keyframeInterval).first else {
      return report.byDefault(
        MKIO.usualKeyframes(of: fit.stream)?.keyframeInterval?.value ?? MKIO.usualInterval, "no keyframe interval is stated; the schema requires the field", near: target)
    }
    return exact(interval)
  }

  private func accessControl(_ allow: Located<[Located<AddressRange>]>?, _ report: inout Report) -> Located<MKIOAccessControl> {
    let list =
      allow.map { $0.map { $0.map { addressRange($0, &report) } } }
      ?? report.byDefault([], "no `allow`: every address may push; the schema requires the field", near: target)
    return Located(MKIOAccessControl(ip: Located(MKIOAddressList(allow: list), at: target)), at: target)
  }

  private func addressRange(_ range: Located<AddressRange>, _ report: inout Report) -> Located<MKIOAddressRange> {
    range.map { value in
      let address = value.addressText
      return MKIOAddressRange(
        name: givenName(value) ?? report.derive("\(address)-\(value.prefix)", "the address and the length of its prefix", from: [range.place]),
        address: Located(address, at: range.place), subnetPrefixLength: Located(value.prefix, at: range.place))
    }
  }

  private func givenName(_ range: AddressRange) -> Located<String>? {
    options.addressNames?.value.first { AddressRange($0.key.value) == range }?.value
  }

  private func preview(_ stated: MKIOPreviewOptions, _ report: inout Report) -> MKIOPreview {
    MKIOPreview(
      accessControl: stated.allow.map { accessControl($0, &report) }, previewLocator: stated.locator,
      streamingPolicyName: stated.streamingPolicy, alternativeMediaId: stated.alternativeMediaID)
  }

  private func transcription(_ stated: Located<MKIOTranscriptionOptions>, _ report: inout Report) -> Located<MKIOPipeline>? {
    guard let language = stated.value.language else { return nil }
    func entry(_ key: String, _ value: Node) -> Node.Entry { Node.Entry(key: Located(key, at: stated.place), value: value) }
    let name = report.fact("Predefined_ACSLiveTranscription", MKIO.Source.concept("live transcription"), near: stated.place)
    let argument = Node(
      .map([entry("name", .string("language", at: name.place)), entry("value", .string(language.value, at: language.place))]),
      at: stated.place)
    let arguments = Node(.map([entry("LiveTranscription", Node(.list([argument]), at: stated.place))]), at: stated.place)
    return Located(MKIOPipeline(name: name, arguments: Located(arguments, at: stated.place)), at: stated.place)
  }

  /// Only what a body can say exactly.
  private func exact(_ time: Located<Seconds>) -> Located<Seconds>? { time.value.iso8601 == nil ? nil : time }
}
