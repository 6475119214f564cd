package import RungSource
internal import RungSpec

/// The content of each request.
package struct MediaLiveBodies: PlanContent {
  var securityGroup: Located<MediaLiveSecurityGroup>?
  var input: Located<MediaLiveInput>?
  var group: Located<MediaPackageGroup>?
  var packageChannel: Located<MediaPackageChannel>?
  /// One, or one for MPEG-TS and one for DASH.
  var endpoints: [Located<MediaPackageEndpoint>] = []
  var channel = MediaLiveChannel()
  /// A part of every URL.
  let region: Located<String>?

  private let fit: Fit<MediaLive>
  private let encodes: MediaLiveEncodes

  init(_ fit: Fit<MediaLive>, _ report: inout Report) {
    self.fit = fit
    region = fit.options.region
    encodes = MediaLiveEncodes(fit, &report)
    let slug = fit.spec.name.flatMap { PlainNames.slug($0, length: 250, &report) }.flatMap { $0.value.isEmpty ? nil : $0 }
    takeIn(slug, &report)
    if fit.decision.output.value == .mediaPackage { package(slug, &report) }
    channel.name = fit.spec.name
    channel.channelClass = fit.decision.channelClass
    channel.roleArn = fit.options.role
    channel.logLevel = fit.options.logLevel
    channel.tags = fit.spec.labels
    channel.inputSpecification = specification(&report)
    channel.inputAttachments = Located([Located(attachment(&report), at: target)], at: target)
    let outputs = MediaLiveGroups(fit, encodes, group: packageChannel?.value.channelGroupName, channel: packageChannel?.value.channelName, &report)
    channel.destinations = Located(outputs.destinations, at: target)
    var encoder = MediaLiveEncoder()
    encoder.timecodeConfig = Located(
      MediaLiveTimecode(source: fit.options.timecode ?? report.byDefault("SYSTEMCLOCK", "a clock that every input has", near: target)), at: target)
    encoder.audioDescriptions = Located(encodes.audio, at: target)
    encoder.videoDescriptions = Located(encodes.video, at: target)
    encoder.outputGroups = Located(outputs.groups, at: target)
    channel.encoderSettings = Located(encoder, at: target)
  }

  private var target: SourcePlace { fit.measured.target }

  // MARK: Leaves

  package func useBodies(_ report: inout Report) {
    MediaLiveSecurityGroup.shape.use(securityGroup?.value, &report)
    MediaLiveInput.shape.use(input?.value, &report)
    MediaPackageGroup.shape.use(group?.value, &report)
    MediaPackageChannel.shape.use(packageChannel?.value, &report)
    for endpoint in endpoints { MediaPackageEndpoint.shape.use(endpoint.value, &report) }
    MediaLiveChannel.shape.use(channel, &report)
  }

  package func useWords(_ report: inout Report) {
    let spec = fit.spec
    report.use(region)
    report.use(fit.stream.kind)
    report.use(spec.duration)
    report.use(fit.stream.media)
    if fit.stream.encoding.value == .transcode { report.use(fit.stream.encoding) }
    report.use(fit.stream.ingestMode)
    if !endpoints.isEmpty { report.use(fit.options.channelGroupExists) }
    // The kind of input follows from it.
    if let taken = encodes.takenProtocol { report.use(taken) }
    if spec.lowLatency?.value == false || !endpoints.isEmpty { report.use(spec.lowLatency) }
    if let hls = spec.packaging?.value.hls { report.use(hls) }
    if let dash = spec.packaging?.value.dash, endpoints.contains(where: { $0.value.dashManifests != nil }) {
      report.use(dash)
      if dash.value.segmentFormat?.value == .fmp4 { report.use(dash.value.segmentFormat) }
      // One segment duration goes to the channel, and both manifests have it: a rule says where they differ.
      report.use(dash.value.segmentDuration)
    }
    report.use(spec.packaging?.value.hls?.value.segmentFormat)
    if spec.playback?.value.policy?.value == .public { report.use(spec.playback?.value.policy) }
    if let recording = spec.recording?.value, recording.destinations != nil {
      if recording.source?.value != .original { report.use(recording.source) }
      report.use(recording.resolution)
      for format in recording.formats?.value ?? [] where format.value == .ts { report.use(format) }
    }
    encodes.use(&report)
    if let ingest = spec.ingest, let sent = Stream.sent(by: ingest, &report) { EncoderWords.use(sent.value, &report) }
  }

  // MARK: What comes in

  /// The input, and the addresses that may push.
  private mutating func takeIn(_ slug: Located<String>?, _ report: inout Report) {
    guard fit.options.input == nil, let type = fit.decision.input else { return }
    var made = MediaLiveInput()
    made.name = fit.options.inputName ?? fit.spec.name
    made.type = type.map(\.rawValue)
    made.tags = fit.spec.labels
    if type.value.isPush, let allowed = fit.spec.ingest?.value.allow, !allowed.value.isEmpty {
      let rules = allowed.value.map { range in
        Located(MediaLiveRange(cidr: range.map { "\($0.addressText)/\($0.prefix)" }), at: range.place)
      }
      securityGroup = Located(MediaLiveSecurityGroup(whitelistRules: Located(rules, at: allowed.place), tags: fit.spec.labels), at: allowed.place)
      made.inputSecurityGroups = Located([Located("{input_security_group_id}", at: report.derivedPlace(of: allowed))], at: allowed.place)
    }
    switch type.value {
    case .rtmpPush: made.destinations = streamNames(slug, at: type.place, &report)
    case .rtmpPull, .urlPull, .mp4File, .tsFile: made.sources = sources()
    case .srtCaller: made.srtSettings = Located(srt(type, &report), at: type.place)
    // Without a passphrase there is no listener: a rule says so.
    case .srtListener: if fit.options.srtPassphraseARN != nil { made.srtSettings = Located(srt(type, &report), at: type.place) }
    default: break
    }
    input = Located(made, at: type.place)
  }

  private func streamNames(_ slug: Located<String>?, at place: SourcePlace, _ report: inout Report) -> Located<[Located<MediaLiveStreamName>]>? {
    if let stated = fit.options.streamNames {
      return stated.map { $0.map { Located(MediaLiveStreamName(streamName: $0), at: $0.place) } }
    }
    guard let slug else { return nil }
    let names = (0..<fit.decision.pipelines).compactMap { index in
      report.derive("\(slug.value)/\(index == 0 ? "primary" : "backup")", "the stream's name and the pipeline", from: [slug.place])
    }
    return Located(names.map { Located(MediaLiveStreamName(streamName: $0), at: $0.place) }, at: place)
  }

  private var sourceURLs: [Located<StreamURL>] {
    let ingest = fit.spec.ingest?.value
    let urls = [ingest?.source?.value.url, ingest?.backup?.value.url].compactMap { $0 }
    return Array(urls.prefix(fit.decision.pipelines))
  }

  private func sources() -> Located<[Located<MediaLiveSource>]>? {
    guard let first = sourceURLs.first else { return nil }
    return Located(sourceURLs.map { Located(MediaLiveSource(url: $0.map(\.text)), at: $0.place) }, at: first.place)
  }

  private func srt(_ type: Located<MediaLiveInputType>, _ report: inout Report) -> MediaLiveSRT {
    let latency = fit.options.srtLatency?.compactMap { $0.value.times(Rational(1000))?.whole } ?? report.byDefault(2000, "enough to ask for lost packets again on long ways", near: type.place)
    var made = MediaLiveSRT()
    if type.value == .srtCaller {
      let callers = sourceURLs.map { url in
        var caller = MediaLiveSRTCaller(minimumLatency: latency)
        caller.srtListenerAddress = url.map(\.host)
        caller.srtListenerPort = url.compactMap { $0.port.map { "\($0)" } }
        caller.streamId = url.compactMap { $0.query.flatMap { Self.value(of: "streamid", in: $0) } }
        return Located(caller, at: url.place)
      }
      made.srtCallerSources = Located(callers, at: type.place)
    } else {
      var listener = MediaLiveSRTListener(minimumLatency: latency, streamId: fit.options.srtStreamID)
      if let secret = fit.options.srtPassphraseARN {
        let algorithm = fit.options.srtAlgorithm ?? report.byDefault("AES256", "the strongest cipher", near: secret.place)
        listener.decryption = Located(MediaLiveSRTDecryption(algorithm: algorithm, passphraseSecretArn: secret), at: secret.place)
      }
      made.srtListenerSettings = Located(listener, at: type.place)
    }
    return made
  }

  static func value(of key: String, in query: String) -> String? {
    query.split(separator: "&").lazy.compactMap { part -> String? in
      let halves = part.split(separator: "=", maxSplits: 1)
      return halves.count == 2 && halves[0].lowercased() == key ? String(halves[1]) : nil
    }.first
  }

  private func specification(_ report: inout Report) -> Located<MediaLiveInputSpecification>? {
    let video = fit.spec.ingest?.value.video?.value
    var made = MediaLiveInputSpecification()
    made.codec = video?.codec.flatMap { codec in
      switch codec.value {
      case .h264: codec.map { _ in "AVC" }
      case .h265: codec.map { _ in "HEVC" }
      default: nil
      }
    }
    made.resolution = fit.options.inputResolution
      ?? video?.resolution.flatMap { size in
        report.derive(size.value.height < 720 ? "SD" : size.value.height <= 1080 ? "HD" : "UHD", "\(size.value.text) has \(size.value.height) lines", from: [size.place])
      }
    made.maximumBitrate = fit.options.maximumInputBitrate
      ?? fit.measured.sentBitrate.flatMap { sent in
        let limits = [10, 20, 50]
        guard let limit = limits.first(where: { sent.bitrate.value <= Bitrate(kilobits: Int64($0) * 1000) }) else { return nil }
        return report.derive("MAX_\(limit)_MBPS", "the encoder sends \(sent.bitrate.value.prose)", from: [sent.bitrate.place])
      }
    let places = [made.codec?.place, made.resolution?.place, made.maximumBitrate?.place].compactMap { $0 }
    return places.first.map { Located(made, at: $0) }
  }

  private func attachment(_ report: inout Report) -> MediaLiveAttachment {
    var made = MediaLiveAttachment()
    made.inputAttachmentName = fit.options.inputName ?? fit.spec.name
    made.inputId = fit.options.input
    var settings = MediaLiveInputSettings()
    settings.sourceEndBehavior = fit.options.sourceEnd
    if !encodes.audio.isEmpty { settings.audioSelectors = Located([Located(MediaLiveAudioSelector(name: encodes.selector), at: target)], at: target) }
    if settings.sourceEndBehavior != nil || settings.audioSelectors != nil { made.inputSettings = Located(settings, at: target) }
    return made
  }

  // MARK: MediaPackage

  private mutating func package(_ slug: Located<String>?, _ report: inout Report) {
    let options = fit.options
    let name = options.channelGroup ?? slug
    if options.channelGroupExists?.value != true { group = Located(MediaPackageGroup(channelGroupName: name, tags: fit.spec.labels), at: target) }
    var made = MediaPackageChannel(channelGroupName: name, channelName: options.packageChannel ?? slug)
    made.inputType = report.byDefault("CMAF", "one ingest for HLS and DASH", near: target)
    made.description = fit.spec.description
    made.tags = fit.spec.labels
    packageChannel = Located(made, at: target)
    endpoints = MediaLiveManifests(fit, group: name, channel: made.channelName, endpoint: options.originEndpoint ?? slug, &report).endpoints
  }
}

extension Report {
  /// The place of what follows from a value.
  fileprivate mutating func derivedPlace<Value>(of value: Located<Value>) -> SourcePlace {
    derive(true, "the id of the group, once it is created", from: [value.place])?.place ?? value.place
  }
}
