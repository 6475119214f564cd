internal import RungSource
internal import RungSpec

extension Mux {
  static let simulcastOverSRT = Rule<Fit<Mux>>(
    "simulcast-over-srt", family: id, severity: .error,
    summary: "the stream is sent on over SRT, and does not come in over SRT",
    why: "Mux sends a stream on over SRT only while the encoder pushes over SRT: nothing arrives otherwise.",
    citation: Source.simulcast("url: SRT simulcast targets can only be used when an source is connected over SRT"),
    // No body says what the encoder pushes with.
    scope: .specs,
    bad: [
      Example("""
        rung: 1
        name: news
        targets: [mux]
        playback: {policy: public}
        ingest: {protocols: [rtmps]}
        simulcast: [{url: ⟦"srt://a.example.com:9000"⟧}]
        """),
      Example("""
        rung: 1
        name: news
        targets: [mux]
        playback: {policy: public}
        simulcast: [{url: ⟦"srt://a.example.com:9000"⟧}]
        """)
    ],
    good: [
      Example("""
        rung: 1
        name: news
        targets: [mux]
        playback: {policy: public}
        ingest: {protocols: [srt]}
        simulcast: [{url: "srt://a.example.com:9000"}]
        """),
      Example("""
        rung: 1
        name: news
        targets: [mux]
        playback: {policy: public}
        ingest: {protocols: [rtmps]}
        simulcast: [{url: "rtmps://a.example.com/live", key: "${env:KEY}"}]
        """),
      Example("""
        rung: 1
        name: news
        targets: [mux]
        playback: {policy: public}
        ingest: {protocols: [rtmps, srt]}
        simulcast: [{url: "srt://a.example.com:9000"}]
        """)
    ]
  ) { fit, report in
    guard !fit.protocols.contains(.srt) else { return }
    for target in fit.spec.simulcast?.value ?? [] {
      guard let url = target.value.url, url.value.scheme == "srt" else { continue }
      report.flag(url.place, "an SRT target gets nothing: the encoder pushes with \(oneOf(fit.protocols.map(\.rawValue))), and Mux sends on over SRT only what comes in over SRT", help: ["set \(.ingestProtocols, "[srt]")", "use an RTMP URL of the service"])
    }
  }
}
