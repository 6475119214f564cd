internal import RungSource

extension SpecRules {
  static let ingestLevelNotOfCodec = Rule<Stream>(
    "ingest-level-not-of-codec", family: "spec", severity: .error,
    summary: "a level of the contribution encoder that its codec does not have",
    why: "Each codec has its own levels; an encoder does not start with another one.",
    citation: Standard.x264("invalid level_idc"),
    bad: [
      Example("""
        rung: 1
        name: news
        ingest: {video: {codec: h264, level: ⟦"4.3"⟧}}
        """,
        mended: """
        rung: 1
        name: news
        ingest: {video: {codec: h264, level: "4.2"}}
        """)
    ],
    good: [
      Example("""
        rung: 1
        name: news
        ingest: {video: {codec: h264, level: "4.2"}}
        """)
    ]
  ) { stream, report in
    guard let sent = stream.contribution, let level = sent.level, let codec = sent.codec?.value,
      let fault = LevelNameFault(level.value, of: codec)
    else { return }
    report.flag(level.place, fault.wording("the contribution encoder", key: .ingestLevel, at: level.place, for: [sent]))
  }
}
