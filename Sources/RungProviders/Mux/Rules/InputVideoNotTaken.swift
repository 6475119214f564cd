internal import RungSource
internal import RungSpec

extension Mux {
  static let inputVideoNotTaken = Rule<Fit<Mux>>(
    "input-video-not-taken", family: id, severity: .warning,
    summary: "the encoder sends a video codec that is not known to work with Mux",
    why: "Mux takes H.264, and HEVC over SRT. No document mentions other codecs.",
    citation: Source.srt("HEVC (h.265) as the live stream input codec, with SRT"),
    bad: [
      Example("""
        rung: 1
        name: news
        targets: [mux]
        playback: {policy: public}
        ingest: {protocols: [rtmps], video: {codec: ⟦h265⟧}}
        """),
      Example("""
        rung: 1
        name: news
        targets: [mux]
        playback: {policy: public}
        ingest: {protocols: [srt], video: {codec: ⟦av1⟧}}
        """)
    ],
    good: [
      Example("""
        rung: 1
        name: news
        targets: [mux]
        playback: {policy: public}
        ingest: {protocols: [srt], video: {codec: h265}}
        """),
      Example("""
        rung: 1
        name: news
        targets: [mux]
        playback: {policy: public}
        ingest: {protocols: [rtmps, srt], video: {codec: h265}}
        """),
      Example("""
        rung: 1
        name: news
        targets: [mux]
        playback: {policy: public}
        ingest: {protocols: [rtmps], video: {codec: h264}}
        """)
    ]
  ) { fit, report in
    // With several protocols the encoder may use the one that takes its codec.
    let taken = (fit.protocols.contains(.srt) ? Destination.mux.srtVideoCodecs : Destination.mux.videoCodecs).value ?? []
    for codec in fit.stream.sent(&report).compactMap(\.value.codec) where !taken.contains(codec.value) {
      report.flag(
        codec.place, "`\(codec.value.rawValue)` is not known to be taken over \(oneOf(fit.protocols.map(\.rawValue))); Mux takes \(oneOf(taken.map(\.rawValue)))",
        help: "send H.264 from the encoder")
    }
  }
}
