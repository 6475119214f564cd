internal import RungSource
internal import RungSpec

extension CommonRules {
  static let keyframeIntervalOutOfRange = Rule<Measured>(
    "keyframe-interval-out-of-range", family: nil, severity: .error,
    summary: "the keyframe interval is outside the range that the provider allows",
    why: "Segments begin at keyframes. Outside the range the provider rejects the setting, or players wait too long for the first frame.",
    bad: [
      Example("""
        rung: 1
        name: news
        targets: [mkio]
        ladder:
          renditions:
            - {name: 720p, resolution: 1280x720, fps: 30, keyframe_interval: ⟦500ms⟧}
        """),
      Example("""
        rung: 1
        name: news
        targets: [mkio]
        encoding: passthrough
        ingest:
          video: {codec: h264, resolution: 1280x720, fps: 30, keyframe_interval: ⟦30s⟧, bitrate: 3M}
        """, severity: .warning)
    ],
    good: [
      Example("""
        rung: 1
        name: news
        targets: [mkio]
        ladder:
          renditions:
            - {name: 720p, resolution: 1280x720, fps: 30, keyframe_interval: 2s}
        """)
    ]
  ) { measured, report in
    let facts = measured.facts
    guard let range = facts.keyframeInterval.value else { return }
    for interval in measured.renditions.compactMap(\.value.keyframeInterval) where !range.contains(interval.value) {
      report.flag(
        interval.place,
        "keyframe interval is \(interval.value.text); \(facts.party) allows \(range.lowerBound.text) to \(range.upperBound.text)",
        severity: facts.keyframeInterval.citation?.strength == .byAnalogy ? .warning : nil,
        notes: facts.notes(on: facts.keyframeInterval), help: "use a keyframe interval of 2 s, which suits most streams",
        citation: facts.keyframeInterval.citation)
    }
  }
}
