internal import RungSource
internal import RungSpec

extension MKIO {
  static let codecNotCarried = Rule<Fit<MKIO>>(
    "codec-not-carried", family: id, severity: .warning,
    summary: "the encoder sends a codec that RTMP does not carry to MK.IO",
    why: "MK.IO's RTMP ingest delivers H.264 and AAC. Another codec is accepted by the encoder's side and never plays.",
    citation: MKIO.Source.concept("live event: pre-encoded H.264 video and AAC audio", strength: .inferred),
    bad: [
      Example("""
        rung: 1
        name: news
        targets:
          mkio:
            encoding_type: PassthroughStandard
        encoding: passthrough
        ingest:
          video: {codec: ⟦h265⟧, resolution: 1280x720, fps: 30, keyframe_interval: 2s, bitrate: 3M}
        """),
      Example("""
        rung: 1
        name: news
        targets: [mkio]
        ingest:
          protocols: [rtmp]
          audio: {codec: ⟦opus⟧}
        """)
    ],
    good: [
      Example("""
        rung: 1
        name: news
        targets:
          mkio:
            encoding_type: PassthroughStandard
        encoding: passthrough
        ingest:
          video: {codec: h264, resolution: 1280x720, fps: 30, keyframe_interval: 2s, bitrate: 3M}
        """)
    ]
  ) { fit, report in
    guard MKIO.streamingProtocol(fit)?.value != .srt else { return }
    let isForwarded = fit.decision.type.value.mode == .passthrough
    let ingest = fit.spec.ingest?.value
    let renditions = isForwarded ? (fit.ladder?.renditions ?? []).map(\.value) : []
    for codec in renditions.compactMap(\.codec) + [ingest?.video?.value.codec].compactMap({ $0 }) where codec.value != .h264 {
      report.flag(codec.place, "the encoder sends \(codec.value.rawValue); over RTMP MK.IO takes h264", help: "send h264")
    }
    let sound = renditions.compactMap { $0.audio?.value.codec } + [ingest?.audio?.value.codec].compactMap { $0 }
    for codec in sound where codec.value != .aac && codec.value != .heAAC {
      report.flag(codec.place, "the encoder sends \(codec.value.rawValue); over RTMP MK.IO takes aac", help: "send aac")
    }
  }
}
