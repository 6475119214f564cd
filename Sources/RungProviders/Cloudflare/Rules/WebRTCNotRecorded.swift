internal import RungSource
internal import RungSpec

extension Cloudflare {
  static let webRTCNotRecorded = Rule<Fit<Cloudflare>>(
    "webrtc-not-recorded", family: id, severity: .error,
    summary: "the encoder pushes over WebRTC only, and HLS, DASH, a recording or low-latency HLS is asked for",
    why: "A WebRTC broadcast (WHIP) is played over WebRTC (WHEP). Cloudflare neither records it nor offers it as HLS or DASH.",
    citation: Source.webRTC("limitations: WHIP and WHEP must be used together; recording and live HLS playback are not yet supported"),
    bad: [
      Example("""
        rung: 1
        name: news
        targets: [cloudflare]
        ingest: {protocols: [⟦whip⟧]}
        packaging: {hls: {}}
        """),
      Example("""
        rung: 1
        name: news
        targets: [cloudflare]
        ingest: {protocols: [⟦whip⟧]}
        recording: {window: 4h}
        """),
      Example("""
        rung: 1
        name: news
        targets: [cloudflare]
        ingest: {protocols: [⟦whip⟧]}
        low_latency: true
        """),
      Example("""
        rung: 1
        name: news
        targets: {cloudflare: {record: true}}
        ingest: {protocols: [⟦whip⟧]}
        """)
    ],
    good: [
      Example("""
        rung: 1
        name: news
        targets: [cloudflare]
        ingest: {protocols: [whip]}
        """),
      Example("""
        rung: 1
        name: news
        targets: [cloudflare]
        ingest: {protocols: [whip, rtmps]}
        packaging: {hls: {}}
        """),
      Example("""
        rung: 1
        name: news
        targets: [cloudflare]
        ingest: {protocols: [whip]}
        low_latency: false
        """)
    ]
  ) { fit, report in
    guard let first = fit.spec.ingest?.value.protocols?.value.first, fit.isOnlyWebRTC else { return }
    var asked: [String] = []
    if fit.spec.packaging?.value.hls != nil || fit.spec.lowLatency?.value == true { asked.append("HLS") }
    if fit.spec.packaging?.value.dash != nil { asked.append("DASH") }
    if fit.spec.recording != nil || fit.options.record?.value == true { asked.append("a recording") }
    guard let last = asked.popLast() else { return }
    // Over WebRTC the encoder may send what the other protocols do not take.
    let ingest = fit.spec.ingest?.value
    let takesOthers = ingest?.video?.value.codec?.value ?? .h264 == .h264 && ingest?.audio?.value.codec?.value ?? .aac == .aac
    report.flag(
      first.place, "\(asked.isEmpty ? last : asked.joined(separator: ", ") + " and " + last) cannot be made of a WebRTC broadcast; viewers watch it over WebRTC",
      help: takesOthers ? ["use \(.ingestProtocols, "[rtmps]")", "use \(.ingestProtocols, "[srt]")"] : "send H.264 and AAC over RTMPS or SRT")
  }
}
