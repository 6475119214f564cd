internal import RungSource

extension SpecRules {
  static let sourceOfAnotherShape = Rule<Stream>(
    "source-of-another-shape", family: "spec", severity: .warning,
    summary: "the encoder's video has another aspect ratio than the ladder",
    why: "Square or portrait video that is transcoded to 16:9 renditions is stretched, or gets black bars on both sides that cost bits and leave a small image in the middle.",
    bad: [
      Example("""
        rung: 1
        name: news
        ingest: {video: {resolution: 1000x1000, fps: 25}}
        ⟦ladder⟧:
          renditions:
            - {name: 720p, resolution: 1280x720}
            - {name: 360p, resolution: 640x360}
        """,
        mended: """
        rung: 1
        name: news
        ingest: {video: {resolution: 1000x1000, fps: 25}}
        ladder:
          renditions:
            - {name: 720p, resolution: 720x720}
            - {name: 360p, resolution: 360x360}
        """),
      Example("""
        rung: 1
        name: news
        ingest: {video: {resolution: 1080x1920, fps: 25}}
        ⟦ladder⟧:
          renditions:
            - {name: 1080p, resolution: 1920x1080}
            - {name: 480p, resolution: 854x480}
        """,
        mended: """
        rung: 1
        name: news
        ingest: {video: {resolution: 1080x1920, fps: 25}}
        ladder:
          renditions:
            - {name: 1080p, resolution: 1080x1920}
            - {name: 480p, resolution: 480x854}
        """),
      // Whatever shape its pixels have: landscape is not portrait.
      Example("""
        rung: 1
        name: news
        ingest: {video: {resolution: 1440x1080, fps: 25}}
        ⟦ladder⟧:
          renditions:
            - {name: 1080p, resolution: 1080x1920}
            - {name: 480p, resolution: 480x854}
        """),
      // Two of three sizes are above the source, and no others are suggested for them.
      Example("""
        rung: 1
        name: news
        ingest: {video: {resolution: 540x960, fps: 25}}
        ⟦ladder⟧:
          renditions:
            - {name: 1080p, resolution: 1920x1080}
            - {name: 720p, resolution: 1280x720}
            - {name: 360p, resolution: 640x360}
        """),
      Example("""
        rung: 1
        name: news
        ingest: {video: {resolution: 720x576, fps: 25, sample_aspect_ratio: "16:15"}}
        ⟦ladder⟧:
          renditions:
            - {name: 576p, resolution: 1024x576}
            - {name: 360p, resolution: 640x360}
        """,
        mended: """
        rung: 1
        name: news
        ingest: {video: {resolution: 720x576, fps: 25, sample_aspect_ratio: "16:15"}}
        ladder:
          renditions:
            - {name: 576p, resolution: 768x576}
            - {name: 360p, resolution: 480x360}
        """),
    ],
    good: [
      Example("""
        rung: 1
        name: news
        ingest: {video: {resolution: 1920x1080, fps: 25}}
        ladder:
          renditions:
            - {name: 1080p, resolution: 1920x1080}
            - {name: 480p, resolution: 854x480}
        """),
      Example("""
        rung: 1
        name: news
        ingest: {video: {resolution: 720x576, fps: 25, sample_aspect_ratio: "64:45"}}
        ladder:
          renditions:
            - {name: 576p, resolution: 1024x576}
            - {name: 360p, resolution: 640x360}
        """),
      // Its pixels are not square.
      Example("""
        rung: 1
        name: news
        ingest: {video: {resolution: 720x576, fps: 25}}
        ladder:
          renditions:
            - {name: 480p, resolution: 854x480}
            - {name: 360p, resolution: 640x360}
        """),
    ]
  ) { stream, report in
    guard stream.encoding.value == .transcode, let ladder = stream.ladder, ladder.media == .video, ladder.source == .ladder,
      let source = stream.spec.ingest?.value.video?.value, let sent = source.shown, let model = ladder.modelShape, ShapeDrift(model, from: sent.value) != nil
    else { return }
    // With oblong pixels the aspect ratio is unknown, but not whether the video is portrait.
    let isTurned = (sent.value.width < sent.value.height) != (model.width < model.height) && sent.value.width != sent.value.height
    let isOblong = source.sampleAspectRatio == nil && sent.value.mayHaveOblongPixels
    guard isTurned || !isOblong else { return }
    let shape = isOblong ? Resolution(width: model.height, height: model.width) : sent.value
    let takers = stream.takers.asked(report)
    guard !takers.keepShape else { return }
    var edits: [FixIt.Edit] = []
    var words: [String] = []
    var beyond: [String] = []
    for rendition in ladder.renditions.map(\.value) {
      guard let own = rendition.resolution, ShapeDrift(own.value, from: shape) != nil else { continue }
      let fitting = own.value.fitting(shape, beside: model, takers)
      let name = rendition.name?.value ?? own.value.text
      guard isOblong || fitting.width <= sent.value.width, fitting.height <= sent.value.height else {
        beyond.append(name)
        continue
      }
      if words.count < 6 { words.append("`\(fitting.text)` for \(name)") }
      if !edits.contains(where: { $0.span == own.place.span }) { edits.append(FixIt.Edit(own.place.span, fitting.text)) }
    }
    let rest = beyond.isEmpty ? nil : "remove \(beyond.prefix(6).joined(separator: ", ")), which would be larger than the source"
    func kind(_ size: Resolution) -> String { isTurned ? size.width < size.height ? "portrait" : "landscape" : "\(size.aspect.roundedText):1" }
    report.flag(
      ladder.place,
      "the encoder sends \(sent.value.text) (\(kind(sent.value))), but the ladder has \(model.text) (\(kind(model))): video is stretched or gets black bars",
      notes: [MessageNote("the encoder's resolution is set here", at: sent.place.span)],
      help: [words.isEmpty ? nil : "set sizes with the source's aspect ratio: \(words.joined(separator: ", "))", rest.map { Message($0) }],
      fix: beyond.isEmpty ? FixIt("write sizes with the source's aspect ratio", .unsafe, edits: edits) : nil)
  }
}

extension Resolution {
  /// Television sizes whose pixels are seldom square: the aspect ratio is not known from them.
  fileprivate var mayHaveOblongPixels: Bool {
    switch height {
    case 480, 486, 576: [352, 480, 528, 544, 704, 720].contains(width)
    case 720: width == 960
    case 1080: width == 1440 || width == 1280
    default: false
    }
  }

  /// A size with the source's aspect ratio: rotated where that is sufficient and supported, else of the same height.
  fileprivate func fitting(_ source: Resolution, beside model: Resolution, _ takers: [Taken]) -> Resolution {
    let turned = Resolution(width: height, height: width)
    if ShapeDrift(Resolution(width: model.height, height: model.width), from: source) == nil, takers.take(height: turned.height) { return turned }
    let half = source.aspect.times(Rational(height))?.divided(by: Rational(2))?.rounded ?? 1
    return Resolution(width: Swift.max(2, half * 2), height: height)
  }
}
