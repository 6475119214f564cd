internal import RungSource
internal import RungSpec

extension Cloudflare {
  static let inputCodecNotTaken = Rule<Fit<Cloudflare>>(
    "input-codec-not-taken", family: id, severity: .error,
    summary: "the encoder sends a codec that Cloudflare does not take over the protocol",
    why: "Over RTMPS and SRT a live input takes H.264 and AAC; over WebRTC H.264, VP8 and VP9, and Opus. Anything else is not played.",
    citation: Source.start("requirements: Stream Live only supports H.264 video and AAC audio codecs as inputs"),
    bad: [
      Example("""
        rung: 1
        name: news
        targets: [cloudflare]
        ingest: {protocols: [srt], video: {codec: ⟦h265⟧, resolution: 1920x1080}}
        """),
      Example("""
        rung: 1
        name: news
        targets: [cloudflare]
        ingest: {protocols: [rtmps], audio: {codec: ⟦opus⟧}}
        """),
      Example("""
        rung: 1
        name: news
        targets: [cloudflare]
        ingest: {protocols: [whip], video: {codec: ⟦av1⟧}}
        """)
    ],
    good: [
      Example("""
        rung: 1
        name: news
        targets: [cloudflare]
        ingest: {protocols: [rtmps], video: {codec: h264}, audio: {codec: aac}}
        """),
      Example("""
        rung: 1
        name: news
        targets: [cloudflare]
        ingest: {protocols: [whip], video: {codec: vp9}, audio: {codec: opus}}
        """),
      Example("""
        rung: 1
        name: news
        targets: [cloudflare]
        ingest: {protocols: [rtmps, whip], video: {codec: vp8}, audio: {codec: opus}}
        """)
    ]
  ) { fit, report in
    let webRTC = fit.protocols.contains(.whip)
    // With several protocols the encoder may use the one that takes its codec.
    let video: [VideoCodec] = webRTC ? [.h264, .vp8, .vp9] : [.h264]
    let audio: [AudioCodec] = (webRTC ? [.opus] : []) + (fit.isOnlyWebRTC ? [] : [.aac])
    let names = fit.protocols.map(\.rawValue).joined(separator: ", ")
    let source = webRTC ? Source.webRTC("supported broadcast codecs: VP9, VP8, h264") : nil
    for sent in fit.stream.sent(&report).map(\.value) {
      if let codec = sent.codec, !video.contains(codec.value) {
        report.flag(
          codec.place, "`\(codec.value.rawValue)` is not taken over \(names); Cloudflare takes \(oneOf(video.map(\.rawValue)))", help: "send H.264 from the encoder", citation: source)
      }
      if let codec = sent.audio?.value.codec, !audio.contains(codec.value) {
        report.flag(
          codec.place, "`\(codec.value.rawValue)` is not taken over \(names); Cloudflare takes \(oneOf(audio.map(\.rawValue)))",
          help: "send \(audio[audio.count - 1] == .aac ? "AAC" : "Opus") from the encoder", citation: source)
      }
    }
  }
}
