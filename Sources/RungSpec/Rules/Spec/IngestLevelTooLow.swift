internal import RungSource

extension SpecRules {
  static let ingestLevelTooLow = Rule<Stream>(
    "ingest-level-too-low", family: "spec", severity: .error,
    summary: "the contribution encoder's level is too low for what it sends",
    why: "The encoder either rejects the settings or signals a level that the stream exceeds, and a provider that relies on the level rejects the stream or decodes it with gaps.",
    citation: Standard.h264("Table A-1, level limits (shall)"),
    bad: [
      Example("""
        rung: 1
        name: news
        ingest: {video: {codec: h264, profile: high, level: ⟦"4.0"⟧, resolution: 1920x1080, fps: 60}}
        """,
        mended: """
        rung: 1
        name: news
        ingest: {video: {codec: h264, profile: high, level: "4.2", resolution: 1920x1080, fps: 60}}
        """),
      Example("""
        rung: 1
        name: news
        ingest: {video: {codec: h265, level: ⟦"4.0"⟧, tier: main, resolution: 1920x1080, fps: 30, bitrate: 15M}}
        """,
        mended: """
        rung: 1
        name: news
        ingest: {video: {codec: h265, level: "4.1", tier: main, resolution: 1920x1080, fps: 30, bitrate: 15M}}
        """),
    ],
    good: [
      Example("""
        rung: 1
        name: news
        ingest: {video: {codec: h264, profile: high, level: "4.2", resolution: 1920x1080, fps: 60}}
        """),
      Example("""
        rung: 1
        name: news
        ingest: {video: {codec: h265, level: "4.0", tier: high, resolution: 1920x1080, fps: 30, bitrate: 15M}}
        """),
    ]
  ) { stream, report in
    guard let sent = stream.contribution, let level = sent.level, let shortfall = LevelShortfall(sent) else { return }
    let excesses = shortfall.level.excesses(of: shortfall.load, tier: shortfall.tier)
    report.flag(
      level.place,
      "\(CodecVocabulary.name(of: shortfall.level.codec)) level \(shortfall.level.name) is too low for what the encoder sends: \(excesses.first?.text ?? "its limits are exceeded")",
      notes: excesses.dropFirst().map { MessageNote("also, \($0.text)") }, help: shortfall.help((.ingestLevel, .ingestTier), at: level.place),
      citation: Standard.levels(of: shortfall.level.codec))
  }
}

extension Stream {
  /// The contribution encoder's stream as a rendition; nil where it is the ladder, which the ladder rules check.
  var contribution: Rendition? {
    guard ladder?.source != .ingest, let video = spec.ingest?.value.video?.value else { return nil }
    var sent = Rendition()
    sent.codec = video.codec
    sent.profile = video.profile
    sent.level = video.level
    sent.tier = video.tier
    sent.resolution = video.resolution
    sent.fps = video.fps
    sent.bitrate = video.bitrate
    return sent
  }
}
