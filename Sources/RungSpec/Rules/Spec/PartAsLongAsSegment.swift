internal import RungSource

extension SpecRules {
  static let partAsLongAsSegment = Rule<Stream>(
    "part-as-long-as-segment", family: "spec", severity: .warning,
    summary: "LL-HLS parts that are not shorter than the segments",
    why: "Parts let a player load a segment while it is being made. A segment with a single part is published when it is complete, as without parts, and only costs requests.",
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
      part.place, "parts of \(part.value.text) are not shorter than segments of \(segment.value.text); expected several parts per segment",
      notes: [MessageNote("the segment duration is set here", at: segment.place.span)],
      help: ["set \(.hlsPartDuration) to a quarter of \(segment.value.text) or less", "remove \(.hlsPartDuration)"])
  }
}
