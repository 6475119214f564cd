internal import RungSource
internal import RungSpec

extension MKIO {
  static let encoderGopMismatch = Rule<Fit<MKIO>>(
    "encoder-gop-mismatch", family: id, severity: .error,
    summary: "the encoder and the ladder have different keyframe intervals",
    why: "With passthrough MK.IO cuts segments at the ladder's keyframe interval. A mismatch produces broken segments.",
    citation: MKIO.Source.guide("Playback stutters or fails because keyframes do not align"),
    bad: [
      Example("""
        rung: 1
        name: news
        targets:
          mkio:
            encoding_type: PassthroughStandard
        encoding: passthrough
        ingest:
          video: {fps: 30, keyframe_interval: ⟦4s⟧}
        ladder:
          renditions:
            - {name: 720p, resolution: 1280x720, fps: 30, keyframe_interval: 2s, bitrate: 3M}
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
          video: {fps: 30, gop: 60}
        ladder:
          renditions:
            - {name: 720p, resolution: 1280x720, fps: 30, keyframe_interval: 2s, bitrate: 3M}
        """)
    ]
  ) { fit, report in
    guard fit.decision.type.value.mode == .passthrough, let ladder = fit.ladder, ladder.source == .ladder, let ingest = fit.spec.ingest,
      let sent = Stream.sent(by: ingest, &report)?.value.keyframeInterval,
      let wanted = ladder.renditions.lazy.compactMap(\.value.keyframeInterval).first
    else { return }
    report.use(sent.place)
    guard sent.value != wanted.value else { return }
    report.flag(
      sent.place, "the encoder sends a keyframe every \(sent.value.text), but the ladder's \(.keyframeInterval) is \(wanted.value.text)",
      notes: [MessageNote("the ladder's interval is set here", at: wanted.place.span)], help: "set the same \(.keyframeInterval) in \(path: .ingestVideo) and in the ladder")
  }
}
