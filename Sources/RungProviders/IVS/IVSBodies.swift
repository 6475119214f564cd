package import RungSource
internal import RungSpec

/// The content of each request.
package struct IVSBodies: PlanContent {
  var channel = IVSChannel()
  var recording: Located<IVSRecordingConfiguration>?
  var policy: Located<IVSPlaybackRestrictionPolicy>?
  /// A part of every URL.
  let region: Located<String>?
  /// What the plan says for the encoder.
  let sent: [Rendition]

  private let fit: Fit<IVS>

  init(_ fit: Fit<IVS>, _ report: inout Report) {
    self.fit = fit
    let (spec, options) = (fit.spec, fit.options)
    region = options.region
    sent = fit.stream.sent(&report).map(\.value)
    channel.name = options.channel ?? spec.name.flatMap { PlainNames.slug($0, length: 128, &report) }
    channel.latencyMode = spec.lowLatency?.map { $0 ? "LOW" : "NORMAL" }
    channel.type = fit.decision.isGuess ? nil : fit.decision.type.map(\.rawValue)
    channel.authorized = spec.playback?.value.policy?.map { $0 == .authenticated }
    channel.recordingConfigurationArn = options.recordingConfiguration
    channel.tags = spec.labels
    channel.insecureIngest = options.insecureIngest ?? insecure(&report)
    channel.preset = options.preset
    channel.playbackRestrictionPolicyArn = options.playbackRestrictionPolicy
    channel.multitrackInputConfiguration = multitrack(&report)
    channel.containerFormat = container(&report)
    channel.adConfigurationArn = options.adConfiguration
    channel.failoverSlateConfigurationArn = options.failoverSlateConfiguration
    if options.recordingConfiguration == nil { recording = recordingConfiguration(&report) }
    if options.playbackRestrictionPolicy == nil { policy = options.playbackRestriction }
  }

  // MARK: Leaves

  package func useBodies(_ report: inout Report) {
    IVSChannel.shape.use(channel, &report)
    if let recording { IVSRecordingConfiguration.shape.use(recording.value, &report) }
    if let policy { IVSPlaybackRestrictionPolicy.shape.use(policy.value, &report) }
  }

  package func useWords(_ report: inout Report) {
    report.use(region)
    report.use(fit.stream.kind)
    report.use(fit.spec.duration)
    if fit.options.channel != nil { report.use(fit.spec.name) }
    if fit.stream.media.value == .video { report.use(fit.stream.media) }
    report.use(fit.stream.encoding)
    if fit.stream.ingestMode?.value == .push { report.use(fit.stream.ingestMode) }
    // The encoder may use any of them, and each has its URL in the plan.
    for one in fit.spec.ingest?.value.protocols?.value ?? [] { report.use(one) }
    if let multitrack = fit.options.multitrack { report.use(multitrack) }
    if let hls = fit.spec.packaging?.value.hls { report.use(hls) }
    for rendition in sent { EncoderWords.use(rendition, &report) }
    // A rule compares them.
    if region != nil { report.use(fit.spec.recording?.value.destinations?.value.first?.value.region) }
  }

  // MARK: The channel

  private func insecure(_ report: inout Report) -> Located<Bool>? {
    guard let protocols = fit.spec.ingest?.value.protocols, let plain = protocols.value.first(where: { $0.value == .rtmp }),
      !protocols.value.contains(where: { $0.value == .rtmps })
    else { return nil }
    return report.derive(true, "the encoder pushes with `rtmp`, which is not encrypted", from: [plain.place])
  }

  private func multitrack(_ report: inout Report) -> Located<IVSMultitrack>? {
    guard fit.decision.isMultitrack else { return nil }
    let stated = fit.options.multitrack
    let place = stated?.place ?? fit.ladder?.place ?? fit.stream.encoding.place
    func made<Value>(_ value: Value, _ why: String) -> Located<Value> {
      report.derive(value, why, from: [place]) ?? Located(value, at: place)
    }
    var multitrack = IVSMultitrack()
    multitrack.enabled = made(true, "the encoder sends the renditions")
    multitrack.policy = stated?.value.policy ?? made("REQUIRE", "viewers get what the encoder sends")
    multitrack.maximumResolution = stated?.value.maximumResolution ?? largest.map { made($0, "the largest rendition") }
    return Located(multitrack, at: place)
  }

  /// The class of the largest rendition; Full HD where no size is known.
  private var largest: String? {
    let classes = (IVS.sentSizes(fit.stream) ?? []).map { IVSDefinition(of: $0.value) ?? .fullHD }
    return (classes.max { $0.lines < $1.lines } ?? .fullHD).rawValue
  }

  private func container(_ report: inout Report) -> Located<String>? {
    if let format = fit.spec.packaging?.value.hls?.value.segmentFormat { return format.map { $0 == .mpegts ? "TS" : "FRAGMENTED_MP4" } }
    guard let multitrack = channel.multitrackInputConfiguration else { return nil }
    return report.derive("FRAGMENTED_MP4", "multitrack input requires it", from: [multitrack.place])
  }

  // MARK: Recording

  private func recordingConfiguration(_ report: inout Report) -> Located<IVSRecordingConfiguration>? {
    guard let destination = fit.spec.recording?.value.destinations?.value.first else { return nil }
    let options = fit.options.recording?.value
    var body = IVSRecordingConfiguration()
    body.name = options?.name ?? channel.name
    if let url = destination.value.url {
      body.destinationConfiguration = IVS.bucket(of: url.value).map { bucket in
        Located(IVSDestination(s3: Located(IVSBucket(bucketName: Located(bucket, at: url.place)), at: url.place)), at: url.place)
      }
    }
    body.tags = fit.spec.labels
    body.thumbnailConfiguration = options?.thumbnails
    body.recordingReconnectWindowSeconds = options?.reconnectWindow?.compactMap(\.value.whole)
    if options?.renditions != nil || options?.renditionSelection != nil {
      var renditions = IVSRenditions(renditionSelection: options?.renditionSelection, renditions: options?.renditions)
      if renditions.renditionSelection == nil, let list = renditions.renditions {
        renditions.renditionSelection = report.derive("CUSTOM", "renditions are listed", from: [list.place])
      }
      body.renditionConfiguration = Located(renditions, at: options?.renditions?.place ?? options?.renditionSelection?.place ?? destination.place)
    }
    return Located(body, at: destination.place)
  }
}

extension IVS {
  /// The bucket of `s3://bucket` and of `s3://s3.eu-west-1.amazonaws.com/bucket`; nil where a URL has none.
  static func bucket(of url: StreamURL) -> String? {
    guard let address = S3Address(url) else { return nil }
    return address.endpoint == nil ? url.host : address.bucket
  }
}
