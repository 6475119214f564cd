package import RungSource
internal import RungSpec

extension Tenbyte {
  private static let base = "https://api.tenbyte.io/v1/livestream"

  package static func plan(_ fit: Fit<Tenbyte>, _ report: inout Report) -> RequestPlan {
    let target = fit.measured.target
    let body = BodyContent(create(fit, &report), TenbyteCreate.shape, at: target)
    let id = URLTemplate.Parameter("id", nil, source: "`data.id` of the answer to `create`")
    let wait = Wait(
      URLTemplate("\(base)/streams/{id}", [id]), pointer: "/data/status", until: ["live"], failing: ["errored"])
    return RequestPlan(
      provider: Self.id,
      steps: [
        RequestStep(
          "create", "Create the stream", method: "POST", url: URLTemplate("\(base)/streams"), headers: headers,
          bodyKind: "create", body: body, wait: wait,
          remarks: [
            fit.stream.ingestMode?.value == .pull
              ? "Tenbyte starts to pull when the stream is activated."
              : "Point the encoder at `data.ingest.rtmp` with `data.stream_key`, or at `data.ingest.srt`; the stream goes live when it sends.",
            "Play from `data.playback`, through a CDN of your own.",
          ])
      ])
  }

  private static let headers = [
    Header("Authorization", "Bearer ${env:TENBYTE_TOKEN}"), Header("Content-Type", "application/json"),
  ]

  private static func create(_ fit: Fit<Tenbyte>, _ report: inout Report) -> TenbyteCreate {
    let spec = fit.spec
    var body = TenbyteCreate()
    body.name = spec.name
    body.type = fit.stream.kind
    body.mode = fit.stream.media
    body.region = fit.options.region
    body.ingest = ingest(fit, &report)
    body.outputProtocols = outputs(spec)
    body.ladder = ladder(fit)
    body.packaging = spec.packaging.map { packaging($0, spec, &report) }
    body.webhookURL = spec.webhook?.map(\.text)
    body.meta = spec.labels.map { labels in
      Located(FieldType.dictionary(.string).write(labels.value, labels.place), at: labels.place)
    }
    return body
  }

  private static func ingest(_ fit: Fit<Tenbyte>, _ report: inout Report) -> Located<TenbyteIngest>? {
    guard let ingest = fit.spec.ingest else { return nil }
    var body = TenbyteIngest()
    body.kind = fit.stream.ingestMode
    body.protocols = ingest.value.protocols?.map { $0.map { $0.map(\.rawValue) } }
    body.primary = ingest.value.source.map(endpoint)
    body.backup = ingest.value.backup.map(endpoint)
    return Located(body, at: ingest.place)
  }

  private static func endpoint(_ source: Located<IngestSource>) -> Located<TenbyteEndpoint> {
    source.map { source in
      var endpoint = TenbyteEndpoint()
      endpoint.protocol = source.url?.map(\.scheme)
      endpoint.url = source.url?.map(\.text)
      return endpoint
    }
  }

  private static func outputs(_ spec: Spec) -> Located<[Located<String>]>? {
    guard let packaging = spec.packaging else { return nil }
    var names: [Located<String>] = []
    if let hls = packaging.value.hls { names.append(Located("hls", at: hls.place)) }
    if let dash = packaging.value.dash { names.append(Located("dash", at: dash.place)) }
    return names.isEmpty ? nil : Located(names, at: packaging.place)
  }

  private static func ladder(_ fit: Fit<Tenbyte>) -> Located<TenbyteLadder>? {
    guard let ladder = fit.ladder else { return nil }
    var body = TenbyteLadder()
    switch ladder.media {
    case .video: body.video = Located(ladder.renditions.map { $0.map(video) }, at: ladder.place)
    case .audio: body.audio = Located(ladder.renditions.map { $0.map(audio) }, at: ladder.place)
    }
    return Located(body, at: ladder.place)
  }

  private static func video(_ rendition: Rendition) -> TenbyteVideo {
    var body = TenbyteVideo()
    body.name = rendition.name
    body.width = rendition.resolution?.map(\.width)
    body.height = rendition.resolution?.map(\.height)
    body.fps = rendition.fps?.compactMap(\.value.whole)
    body.gop = rendition.gop
    body.bitrate = rendition.bitrate?.compactMap(\.kilobits)
    body.maxBitrate = rendition.maxBitrate?.compactMap(\.kilobits)
    body.bufferSize = rendition.buffer?.compactMap(\.kilobits)
    body.codec = rendition.codec
    body.preset = rendition.encoderPreset
    body.profile = rendition.profile
    body.level = rendition.level
    body.rateControl = rendition.rateControl
    body.crf = rendition.crf
    body.bframes = rendition.bframes
    body.refFrames = rendition.refFrames
    body.lookahead = rendition.lookahead
    body.audio = rendition.audio.map { audio in
      audio.map { audio in
        var sound = TenbyteSound()
        sound.codec = audio.codec
        sound.channels = audio.channels
        sound.sampleRate = audio.sampleRate?.map(\.hertz)
        sound.bitrate = audio.bitrate?.compactMap(\.kilobits)
        return sound
      }
    }
    return body
  }

  private static func audio(_ rendition: Rendition) -> TenbyteAudio {
    var body = TenbyteAudio()
    body.name = rendition.name
    let audio = rendition.audio?.value
    body.codec = audio?.codec
    body.channels = audio?.channels
    body.sampleRate = audio?.sampleRate?.map(\.hertz)
    body.bitrate = audio?.bitrate?.compactMap(\.kilobits)
    return body
  }

  private static func packaging(_ packaging: Located<Packaging>, _ spec: Spec, _ report: inout Report) -> Located<TenbytePackaging> {
    packaging.map { packaging in
      var body = TenbytePackaging()
      body.hls = packaging.hls?.map { hls in
        var body = TenbyteHLS()
        body.segmentFormat = hls.segmentFormat
        body.playlistSize = hls.playlistSegments
        body.preservedSegments = hls.preservedSegments
        body.lowLatency = spec.lowLatency
        return body
      }
      body.dash = packaging.dash?.map { dash in
        var body = TenbyteDASH()
        body.segmentFormat = dash.segmentFormat
        body.window = dash.window?.compactMap(\.whole)
        body.minBuffer = dash.minBuffer?.compactMap(\.whole)
        return body
      }
      return body
    }
  }

  package static let inexpressible: [Inexpressible] = [
    Inexpressible("recording.window", "the rewind length is set by the Tenbyte team", Source.guide("FAQ, question 28"))
  ]
}
