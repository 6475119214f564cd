internal import RungSource

extension SpecRules {
  static let partsWithoutLowLatency = Rule<Stream>(
    "parts-without-low-latency", family: "spec", severity: .warning,
    summary: "LL-HLS parts without low latency",
    why: "Parts are what low-latency HLS consists of: without `low_latency: true` nobody is asked to make any.",
    citation: Standard.lowLatencyHLS("appendix B: the low-latency server configuration", strength: .inferred),
    bad: [
      Example("""
        rung: 1
        name: news
        packaging: {hls: {part_duration: ⟦1s⟧}}
        """),
      Example("""
        rung: 1
        name: news
        low_latency: false
        packaging: {hls: {part_duration: ⟦1s⟧}}
        """),
    ],
    good: [
      Example("""
        rung: 1
        name: news
        low_latency: true
        packaging: {hls: {part_duration: 1s}}
        """)
    ]
  ) { stream, report in
    guard let part = stream.spec.packaging?.value.hls?.value.partDuration else { return }
    let asked = stream.spec.lowLatency
    // Whatever could not be read may have meant yes.
    guard asked?.value != true, asked != nil || !stream.document.has("low_latency") else { return }
    report.flag(
      part.place, asked == nil ? "parts are asked for, and low latency is not" : "parts are asked for, and `low_latency` is false",
      notes: asked.map { [MessageNote("low latency is switched off here", at: $0.place.span)] } ?? [],
      help: asked == nil ? "write `low_latency: true`, or remove `part_duration`" : "remove `part_duration`, or write `low_latency: true`")
  }
}
