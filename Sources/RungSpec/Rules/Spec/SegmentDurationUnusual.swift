internal import RungSource

extension SpecRules {
  static let segmentDurationUnusual = Rule<Stream>(
    "segment-duration-unusual", family: "spec", severity: .warning,
    summary: "segments of less than one or more than ten seconds",
    why: "Players start and switch by whole segments: long ones make viewers wait and put a live stream half a minute behind. Short ones cost a request each, and a keyframe at least.",
    citation: Standard.apple("7.5 (SHOULD): a target duration of six seconds"),
    bad: [
      Example("""
        rung: 1
        name: news
        packaging: {hls: {segment_duration: ⟦20s⟧}}
        """),
      Example("""
        rung: 1
        name: news
        packaging: {dash: {segment_duration: ⟦500ms⟧}}
        """),
    ],
    good: [
      Example("""
        rung: 1
        name: news
        packaging: {hls: {segment_duration: 6s}, dash: {segment_duration: 2s}}
        """)
    ]
  ) { stream, report in
    guard let packaging = stream.spec.packaging?.value else { return }
    for (output, asked) in [("HLS", packaging.hls?.value.segmentDuration), ("DASH", packaging.dash?.value.segmentDuration)] {
      // Of none at all spec/duration-of-zero speaks.
      guard let asked, asked.value != Seconds(0), asked.value < Seconds(1) || asked.value > Seconds(10) else { continue }
      report.flag(
        asked.place, "\(output) segments are to be \(asked.value.text); expected 1s to 10s",
        help: "write `segment_duration: 6s`\(stream.spec.lowLatency?.value == true ? ", or `2s` for low latency" : "")")
    }
  }
}
