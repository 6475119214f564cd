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
    guard fit.stream.encoding.value == .transcode else { return }
    let (ingest, taken) = (fit.spec.ingest?.value, Destination.amazonIVS)
    if let codec = ingest?.video?.value.codec, let codecs = taken.videoCodecs.value, !codecs.contains(codec.value) {
      report.flag(codec.place, "`\(codec.value.rawValue)` is not a video codec that a channel takes; expected `h264`")
    }
    if let codec = ingest?.audio?.value.codec, let codecs = taken.audioCodecs.value, !codecs.contains(codec.value) {
      report.flag(codec.place, "`\(codec.value.rawValue)` is not an audio codec that a channel takes; expected `aac`")
    }
  }
}
