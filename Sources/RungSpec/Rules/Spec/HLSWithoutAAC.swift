internal import RungSource

extension SpecRules {
  static let hlsWithoutAAC = Rule<Stream>(
    "hls-without-aac", family: "spec", severity: .warning,
    summary: "an HLS output without AAC audio",
    why: "AAC is the one audio codec that every HLS player supports. With Opus, MP3 or surround formats alone, some viewers hear nothing.",
    citation: Standard.apple("2.3 (MUST): stereo AAC, HE-AAC v1 or HE-AAC v2 is present"),
    bad: [
      Example("""
        rung: 1
        name: news
        ladder:
          defaults: {audio: {codec: opus}}
          renditions:
            - {name: 1080p, resolution: 1920x1080}
            - {name: 720p, resolution: 1280x720}
        packaging: {⟦hls⟧: {segment_format: fmp4}}
        """)
    ],
    good: [
      Example("""
        rung: 1
        name: news
        ladder:
          renditions:
            - {name: 1080p, resolution: 1920x1080, audio: {codec: eac3}}
            - {name: 720p, resolution: 1280x720, audio: {codec: aac}}
        packaging: {hls: {segment_format: fmp4}}
        """)
    ]
  ) { stream, report in
    guard let hls = stream.document["packaging"]?.entries.first(where: { $0.key.value == "hls" }), let ladder = stream.ladder,
      !ladder.renditions.isEmpty
    else { return }
    var codecs: [AudioCodec] = []
    for index in ladder.renditions.indices {
      guard let codec = ladder.renditions[index].value.audio?.value.codec?.value, codec != .aac, codec != .heAAC else { return }
      if !codecs.contains(codec) { codecs.append(codec) }
    }
    // Opus in MPEG-TS is worse, and has a rule of its own.
    if codecs == [.opus], stream.spec.packaging?.value.hls?.value.segmentFormat?.value == .mpegts { return }
    report.flag(
      hls.key.place, "all audio is \(codecs.map { "`\($0.rawValue)`" }.joined(separator: " or ")); AAC is the only audio codec that every HLS player supports",
      // What the encoder sends is the ladder of a passthrough stream, and renditions may all be those of a preset.
      help: ladder.source != .ladder
        ? "send AAC from the encoder"
        : ladder.renditions.contains { $0.place.span.file == hls.key.place.span.file }
          ? "set \(.audio, "{codec: aac}") in at least one \(term: .rendition)" : "use AAC in at least one \(term: .rendition)")
  }
}
