internal import RungSource

extension SpecRules {
  static let partAsLongAsSegment = Rule<Stream>(
    "part-as-long-as-segment", family: "spec", severity: .warning,
    summary: "LL-HLS parts that are no shorter than the segments",
    why: "Parts let a player load a segment while it is being made. A segment of a single part is published when it is whole, as without parts, and costs requests for nothing.",
    citation: Standard.lowLatencyHLS("section 4.4.4.9: parts are pieces of their parent segment", strength: .inferred),
    bad: [
      Example("""
        rung: 1
        name: news
        low_latency: true
        packaging: {hls: {segment_duration: 2s, part_duration: ⟦2s⟧}}
        """)
    ],
    good: [
      Example("""
        rung: 1
        name: news
        low_latency: true
        packaging: {hls: {segment_duration: 2s, part_duration: 500ms}}
        """)
    ]
  ) { stream, report in
    guard let hls = stream.spec.packaging?.value.hls?.value, let part = hls.partDuration, let segment = hls.segmentDuration,
      part.value >= segment.value
    else { return }
    report.flag(
      part.place, "parts of \(part.value.text) are no shorter than the segments of \(segment.value.text); expected several to a segment",
      notes: [MessageNote("the segment duration stands here", at: segment.place.span)],
      help: "write a part duration that goes into \(segment.value.text) four times or more, or leave `part_duration` away")
  }
}
