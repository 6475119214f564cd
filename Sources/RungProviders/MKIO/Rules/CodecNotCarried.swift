internal import RungSource
internal import RungSpec

extension MKIO {
  static let codecNotCarried = Rule<Fit<MKIO>>(
    "codec-not-carried", family: id, severity: .warning,
    summary: "the encoder sends a codec that MK.IO does not support over RTMP",
    why: "MK.IO's RTMP ingest delivers H.264 and AAC. An encoder may send another codec, but it never plays.",
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
      report.flag(
        codec.place, "the encoder sends `\(codec.value.rawValue)` video; over RTMP MK.IO supports `h264` only",
        help: "send H.264 video from the encoder")
    }
    let audio = renditions.compactMap { $0.audio?.value.codec } + [ingest?.audio?.value.codec].compactMap { $0 }
    for codec in audio where codec.value != .aac && codec.value != .heAAC {
      report.flag(
        codec.place, "the encoder sends `\(codec.value.rawValue)` audio; over RTMP MK.IO supports `aac` only",
        help: "send AAC audio from the encoder")
    }
  }
}
