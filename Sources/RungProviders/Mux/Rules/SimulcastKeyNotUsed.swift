internal import RungSource
internal import RungSpec

extension Mux {
  static let simulcastKeyNotUsed = Rule<Fit<Mux>>(
    "simulcast-key-not-used", family: id, severity: .warning,
    summary: "an SRT target has a stream key, which Mux does not use",
    why: "For SRT the stream id is a part of the URL. Mux uses a stream key with RTMP and RTMPS only.",
    citation: Source.simulcast("stream_key: only used for RTMP(s) simulcast destinations"),
    bad: [
      Example("""
        rung: 1
        name: news
        targets: [mux]
        playback: {policy: public}
        ingest: {protocols: [srt]}
        simulcast: [{url: "srt://a.example.com:9000", key: ⟦"${env:KEY}"⟧}]
        """)
    ],
    good: [
      Example("""
        rung: 1
        name: news
        targets: [mux]
        playback: {policy: public}
        ingest: {protocols: [srt]}
        simulcast: [{url: "srt://a.example.com:9000?streamid=news"}]
        """),
      Example("""
        rung: 1
        name: news
        targets: [mux]
        playback: {policy: public}
        simulcast: [{url: "rtmp://a.example.com/live", key: "${env:KEY}"}]
        """)
    ]
  ) { fit, report in
    for target in fit.spec.simulcast?.value ?? [] {
      guard let key = target.value.key, target.value.url?.value.scheme == "srt" else { continue }
      report.flag(key.place, "\(.simulcastKey) is not used for an SRT target", help: "remove it and write the stream id into the URL, as `?streamid=…`")
    }
  }
}
