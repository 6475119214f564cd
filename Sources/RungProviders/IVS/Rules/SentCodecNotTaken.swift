internal import RungSource
internal import RungSpec

extension IVS {
  static let sentCodecNotTaken = Rule<Fit<IVS>>(
    "sent-codec-not-taken", family: id, severity: .error,
    summary: "the encoder sends a codec that a channel does not take",
    why: "A channel takes H.264 and AAC; multitrack input may carry others.",
    citation: Source.streaming("video codec: H.264; audio codec: AAC (LC)"),
    bad: [
      Example("""
        rung: 1
        name: news
        targets: [ivs]
        ingest:
          video: {codec: ⟦h265⟧}
        """),
      Example("""
        rung: 1
        name: news
        targets: [ivs]
        ingest:
          audio: {codec: ⟦opus⟧}
        """),
      Example("""
        rung: 1
        name: news
        targets: {ivs: {type: BASIC}}
        encoding: passthrough
        ladder: {renditions: [{name: a, codec: ⟦h265⟧, resolution: 1280x720, bitrate: 2M, audio: {codec: aac}}]}
        """),
      Example("""
        rung: 1
        name: news
        targets: {ivs: {type: BASIC}}
        encoding: passthrough
        ladder: {renditions: [{name: a, codec: h264, resolution: 1280x720, bitrate: 2M, audio: {codec: ⟦opus⟧}}]}
        """),
    ],
    good: [
      Example("""
        rung: 1
        name: news
        targets: [ivs]
        ingest:
          video: {codec: h264}
          audio: {codec: aac}
        """),
      Example("""
        rung: 1
        name: news
        targets:
          ivs:
            multitrack: {policy: ALLOW}
        ingest:
          video: {codec: h265}
        """),
    ]
  ) { fit, report in
    // With multitrack input Amazon IVS tells the encoder what to send.
    guard !fit.decision.isMultitrack else { return }
    let (ingest, taken) = (fit.spec.ingest?.value, Destination.amazonIVS)
    let isForwarded = fit.stream.encoding.value == .passthrough
    let video = isForwarded ? fit.measured.video(\.codec) : [ingest?.video?.value.codec].compactMap { $0 }
    let sound = isForwarded ? fit.measured.sound(\.codec) : [ingest?.audio?.value.codec].compactMap { $0 }
    for codec in video where !(taken.videoCodecs.value?.contains(codec.value) ?? true) {
      report.flag(codec.place, "`\(codec.value.rawValue)` is not a video codec that a channel takes; expected `h264`")
    }
    for codec in sound where !(taken.audioCodecs.value?.contains(codec.value) ?? true) {
      report.flag(codec.place, "`\(codec.value.rawValue)` is not an audio codec that a channel takes; expected `aac`")
    }
  }
}
