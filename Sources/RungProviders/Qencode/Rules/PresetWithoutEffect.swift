internal import RungSource
internal import RungSpec

extension Qencode {
  static let presetWithoutEffect = Rule<Fit<Qencode>>(
    "preset-without-effect", family: id, severity: .note,
    summary: "the ladder is a preset, which Qencode ignores",
    why: "No request has a field for renditions: Qencode generates the ladder, and the preset has no effect.",
    citation: Source.reference("params.mode: auto; no request has a field for it"),
    isAcceptable: true,
    bad: [
      Example("""
        rung: 1
        name: news
        targets: [qencode, livekit]
        ladder:
          preset: ⟦tenbyte-balanced⟧
        """),
      Example("""
        rung: 1
        name: news
        targets: [qencode]
        ladder:
          preset: ⟦tenbyte-balanced⟧
        """)
    ],
    good: [
      Example("""
        rung: 1
        name: news
        targets: [qencode]
        packaging:
          hls: {}
        """)
    ]
  ) { fit, report in
    guard let preset = fit.spec.ladder?.value.preset else { return }
    report.flag(
      preset.place, "ladder preset `\(preset.value)` has no effect: Qencode generates the ladder")
  }
}
