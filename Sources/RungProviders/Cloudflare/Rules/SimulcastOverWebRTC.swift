internal import RungSource
internal import RungSpec

extension Cloudflare {
  static let simulcastOverWebRTC = Rule<Fit<Cloudflare>>(
    "simulcast-over-webrtc", family: id, severity: .error,
    summary: "the encoder pushes over WebRTC only, and the stream is restreamed",
    why: "Cloudflare does not restream a WebRTC broadcast: nothing arrives at the outputs.",
    citation: Source.webRTC("limitations: simulcasting (restreaming via RTMP/SRT) is not supported"),
    bad: [
      Example("""
        rung: 1
        name: news
        targets: [cloudflare]
        ingest: {protocols: [whip]}
        ⟦simulcast⟧: [{url: "rtmp://a.example.com/live2", key: "${env:RESTREAM_KEY}"}]
        """)
    ],
    good: [
      Example("""
        rung: 1
        name: news
        targets: [cloudflare]
        ingest: {protocols: [srt]}
        simulcast: [{url: "rtmp://a.example.com/live2", key: "${env:RESTREAM_KEY}"}]
        """),
      Example("""
        rung: 1
        name: news
        targets: [cloudflare]
        ingest: {protocols: [whip]}
        simulcast: []
        """)
    ]
  ) { fit, report in
    guard fit.isOnlyWebRTC, fit.spec.simulcast?.value.isEmpty == false, let key = fit.stream.writtenKey("simulcast") else { return }
    report.flag(key, "\(.simulcast) is not supported for a WebRTC broadcast", help: ["use \(.ingestProtocols, "[rtmps]") or \(.ingestProtocols, "[srt]")", "remove \(.simulcast)"])
  }
}
