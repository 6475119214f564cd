internal import RungSource

extension SpecRules {
  static let partsWithoutLowLatency = Rule<Stream>(
    "parts-without-low-latency", family: "spec", severity: .warning,
    summary: "LL-HLS parts without low latency",
    why: "Parts are used by low-latency HLS only: without `low_latency: true` no provider is asked for them.",
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
    // A value that could not be read may have been `true`.
    guard asked?.value != true, asked != nil || !stream.document.has("low_latency") else { return }
    report.flag(
      part.place, asked == nil ? "\(.hlsPartDuration) is set, but \(.lowLatency) is not" : "\(.hlsPartDuration) is set, but \(.lowLatency) is `false`",
      notes: asked.map { [MessageNote("low latency is switched off here", at: $0.place.span)] } ?? [],
      help: asked == nil
        ? ["set \(.lowLatency, "true")", "remove \(.hlsPartDuration)"] : ["remove \(.hlsPartDuration)", "set \(.lowLatency, "true")"])
  }
}
