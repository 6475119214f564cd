internal import RungSource
internal import RungSpec

extension CommonRules {
  static let keyframeIntervalOutOfRange = Rule<Measured>(
    "keyframe-interval-out-of-range", family: nil, severity: .error,
    summary: "keyframes are closer together or further apart than the provider takes",
    why: "Segments begin at keyframes. Outside the range the provider refuses the setting, or players wait too long for the first picture.",
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
        "keyframes are \(interval.value.text) apart; \(facts.party) takes \(range.lowerBound.text) to \(range.upperBound.text)",
        severity: facts.keyframeInterval.citation?.strength == .byAnalogy ? .warning : nil,
        notes: facts.notes(on: facts.keyframeInterval), help: "2s suits most streams", citation: facts.keyframeInterval.citation)
    }
  }
}
