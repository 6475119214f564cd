internal import RungSource
internal import RungSpec

extension OBS {
  static let enhancedRTMPUnconfirmed = Rule<Fit<OBS>>(
    "enhanced-rtmp-unconfirmed", family: id, severity: .warning,
    summary: "HEVC or AV1 over RTMP to a service that is not known to take it",
    why: "FLV, the container of RTMP, supports H.264. OBS Studio sends HEVC and AV1 in an extension (enhanced RTMP) to any custom server, and does not ask whether it has it: a service without it accepts the connection and has no video.",
    citation: OBS.Source.code("plugins/obs-outputs/flv-mux.c: enhanced packets; plugins/rtmp-services/rtmp-custom.c: a custom server has no list of codecs"),
    isAcceptable: true,
    bad: [
      Example("""
        rung: 1
        name: news
        targets: [obs]
        encoding: passthrough
        ingest:
          protocols: [rtmp]
          video: {codec: ⟦av1⟧, resolution: 1280x720, fps: 25, keyframe_interval: 2s, bitrate: 3M}
        """),
      Example("""
        rung: 1
        name: news
        targets: {obs: {server: "rtmp://rtmp.rumble.com/live", encoder: qsv}}
        ingest:
          protocols: [rtmp]
          video: {codec: ⟦h265⟧, resolution: 1280x720, fps: 25, keyframe_interval: 2s, bitrate: 3M}
        """),
    ],
    good: [
      Example("""
        rung: 1
        name: news
        targets: {obs: {server: "rtmps://a.rtmps.youtube.com:443/live2"}}
        encoding: passthrough
        ingest:
          protocols: [rtmps]
          video: {codec: av1, resolution: 1280x720, fps: 25, keyframe_interval: 2s, bitrate: 3M}
        """),
      Example("""
        rung: 1
        name: news
        targets: {obs: {encoder: amf}}
        encoding: passthrough
        ingest:
          protocols: [srt]
          video: {codec: h265, resolution: 1280x720, fps: 25, keyframe_interval: 2s, bitrate: 3M}
        """),
      Example("""
        rung: 1
        name: news
        targets: [obs]
        encoding: passthrough
        ingest:
          protocols: [rtmp]
          video: {codec: h264, resolution: 1280x720, fps: 25, keyframe_interval: 2s, bitrate: 3M}
        """),
    ]
  ) { fit, report in
    let scheme = fit.decision.scheme
    guard scheme == .rtmp || scheme == .rtmps, let codec = fit.decision.sent?.value.codec, codec.value == .h265 || codec.value == .av1 else { return }
    // What a known service takes is destination/video-codec-not-ingested.
    let destination = Destinations.at(fit.options.server)
    guard destination?.videoCodecs.value == nil else { return }
    let path = fit.decision.isPassthrough && fit.ladder?.source != .ingest ? "ladder.*.codec" : "ingest.video.codec"
    report.flag(
      codec.place, "`\(codec.value.rawValue)` over \(scheme.rawValue.uppercased()) requires a service with enhanced RTMP; \(destination.map { "\($0.title) does not say whether it has it" } ?? "the server is not known")",
      help: ["use H.264", "check that the service takes it and \(AcceptsOption.way(path, at: OBS.id))"])
  }
}
