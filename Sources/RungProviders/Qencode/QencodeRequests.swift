package import RungSource
internal import RungSpec

/// The content of each request: the spec, divided into what creates a stream, what changes it, and its playback ids and targets.
package struct QencodeRequests: PlanContent {
  /// Nil when the stream exists.
  var create: QencodeCreate?
  var update = QencodeUpdate()
  var domain: QencodeDomain?
  /// Playback ids to add; a new stream comes with a public one.
  var playbackIDs: [Located<QencodePlaybackID>] = []
  /// Whether the public playback id of a new stream is deleted.
  var removesPublicID = false
  var simulcastTargets: [Located<QencodeSimulcastTarget>] = []

  private let fit: Fit<Qencode>
  private var spec: Spec { fit.spec }
  private var options: Qencode.Options { fit.options }
  private var target: SourcePlace { fit.measured.target }

  init(_ fit: Fit<Qencode>, _ report: inout Report) {
    self.fit = fit
    let timeout = spec.idleTimeout?.compactMap(\.value.whole)
    let output = outputFormat
    if options.streamID == nil {
      create = QencodeCreate(
        name: spec.name, inputFormat: inputFormat, outputFormat: output, streamTimeout: timeout, playbackDomain: spec.playback?.value.domain)
    } else {
      (update.name, update.inputFormat, update.outputFormat, update.streamTimeout) = (spec.name, inputFormat, output, timeout)
    }
    // The create request has no fields for these.
    update.callbackURL = spec.webhook?.map(\.text)
    update.dvr = dvr(&report)
    domain = newDomain(&report)
    addPlaybackIDs()
    simulcastTargets = (spec.simulcast?.value ?? []).map { target in
      target.map { QencodeSimulcastTarget(url: $0.url, streamKey: $0.key) }
    }
  }

  // MARK: Leaves

  package func useBodies(_ report: inout Report) {
    QencodeCreate.shape.use(create, &report)
    QencodeUpdate.shape.use(update, &report)
    QencodeDomain.shape.use(domain, &report)
    for body in playbackIDs { QencodePlaybackID.shape.use(body.value, &report) }
    for body in simulcastTargets { QencodeSimulcastTarget.shape.use(body.value, &report) }
  }

  package func useWords(_ report: inout Report) {
    report.use(options.streamID)
    report.use(create?.playbackDomain)
    // The remarks about the end contain these.
    report.use(fit.stream.kind)
    if fit.stream.kind.value == .event { report.use(spec.duration) }
    if fit.stream.media.value == .video { report.use(fit.stream.media) }
    if fit.stream.encoding.value == .transcode { report.use(fit.stream.encoding) }
    if spec.lowLatency?.value == false { report.use(spec.lowLatency) }
    if fit.stream.ingestMode?.value == .push { report.use(fit.stream.ingestMode) }
    // The encoder may use any of them, and each has its URL in the plan.
    for one in spec.ingest?.value.protocols?.value ?? [] { report.use(one) }
    // Where the ids are set one by one, they are compared with the policy.
    if spec.playback?.value.policy?.value == .public || options.playbackIDs != nil { report.use(spec.playback?.value.policy) }
    for one in options.playbackIDs?.value ?? [] { report.use(one) }
    // The output has the frame rate of the input; a rule reports a ladder with another one.
    if let sent = spec.ingest?.value.video?.value.fps {
      report.use(sent)
      for rate in fit.measured.video(\.fps) where rate.value == sent.value { report.use(rate) }
    }
  }

  // MARK: The stream

  private var inputFormat: Located<QencodeInputFormat>? {
    options.inputFormat ?? spec.ingest?.value.protocols?.value.first.map { $0.map(Qencode.inputFormat) }
  }

  /// DASH and the others are announced only: an output that does not exist is not requested, unless the option does.
  private var outputFormat: Located<QencodeOutputFormat>? {
    options.outputFormat ?? spec.packaging?.value.hls.map { Located(.hls, at: $0.place) }
  }

  private func newDomain(_ report: inout Report) -> QencodeDomain? {
    guard options.streamID == nil, let name = spec.playback?.value.domain, let create = options.createDomain else { return nil }
    report.use(create)
    guard create.value else { return nil }
    let type = report.fact("live", Qencode.Source.delivery("domains, type: live"), near: create.place)
    return QencodeDomain(name: name, type: type)
  }

  // MARK: Recording

  private func dvr(_ report: inout Report) -> Located<QencodeDVR>? {
    let recording = spec.recording?.value
    var dvr = QencodeDVR(
      streamSource: recording?.source, resolution: recording?.resolution,
      format: recording?.formats.flatMap { $0.value.isEmpty ? nil : $0 },
      maxFileDuration: recording?.maxFileDuration?.compactMap(\.value.whole))
    if let destinations = recording?.destinations, !destinations.value.isEmpty {
      dvr.destination = destinations.map { list in
        list.map { destination in
          destination.map {
            QencodeDestination(url: $0.url, key: $0.key, secret: $0.secret, permissions: $0.permissions, storageClass: $0.storageClass)
          }
        }
      }
    }
    dvr.enabled =
      options.dvrEnabled
      ?? dvr.destination.flatMap { report.derive(true, "a recording destination is set", from: [$0.place]) }
    let isEmpty =
      dvr.enabled == nil && dvr.streamSource == nil && dvr.resolution == nil && dvr.format == nil && dvr.maxFileDuration == nil
      && dvr.destination == nil
    return isEmpty ? nil : Located(dvr, at: spec.recording?.place ?? options.dvrEnabled?.place ?? target)
  }

  // MARK: Playback

  private mutating func addPlaybackIDs() {
    var wanted: [Located<PlaybackPolicy>] = []
    if let stated = options.playbackIDs {
      wanted = stated.value
    } else if let policy = spec.playback?.value.policy {
      wanted = [policy]
    }
    guard !wanted.isEmpty else { return }
    // A new stream already has one public id.
    if let index = wanted.firstIndex(where: { $0.value == .public }) {
      wanted.remove(at: index)
    } else {
      removesPublicID = true
    }
    playbackIDs = wanted.map { Located(QencodePlaybackID(policy: $0), at: $0.place) }
  }
}

extension Qencode {
  /// Which of Qencode's inputs a protocol uses. RTMPS is RTMP over TLS, with its own URL.
  static func inputFormat(of protocol: IngestProtocol) -> QencodeInputFormat {
    switch `protocol` {
    case .rtmp, .rtmps: .rtmp
    case .srt: .srt
    case .whip: .webrtc
    }
  }
}
