internal import RungSource

extension SpecRules {
  static let holdBackWithoutParts = Rule<Stream>(
    "hold-back-without-parts", family: "spec", severity: .warning,
    summary: "a hold-back for LL-HLS parts without parts",
    why: "`part_hold_back` is a distance in parts from the end of the playlist. In a playlist without parts it has no meaning.",
    citation: Standard.lowLatencyHLS("section 4.4.3.8, PART-HOLD-BACK: belongs to playlists with EXT-X-PART-INF"),
    bad: [
      Example("""
        rung: 1
        name: news
        low_latency: true
        packaging: {hls: {part_hold_back: ⟦3s⟧}}
        """)
    ],
    good: [
      Example("""
        rung: 1
        name: news
        low_latency: true
        packaging: {hls: {part_duration: 1s, part_hold_back: 3s}}
        """)
    ]
  ) { stream, report in
    guard let hls = stream.spec.packaging?.value.hls?.value, let back = hls.partHoldBack, hls.partDuration == nil,
      // One that could not be read counts as set.
      stream.document["packaging"]?["hls"]?.has("part_duration") != true
    else { return }
    report.flag(
      back.place, "\(.hlsPartHoldBack, back.value.text) has no effect without \(.hlsPartDuration)",
      help: back.value < Seconds(3) ? "remove \(.hlsPartHoldBack)" : ["set \(.hlsPartDuration, "1s")", "remove \(.hlsPartHoldBack)"])
  }
}
