internal import RungSource
internal import RungSpec

extension MKIO {
  static let frameRateHalved = Rule<Fit<MKIO>>(
    "frame-rate-halved", family: id, severity: .warning,
    summary: "the encoder sends a higher frame rate than an encoding type produces",
    why: "Every preset produces at most 30 frames per second. A faster source is halved: 50 becomes 25, and sport stutters.",
    citation: MKIO.Source.ams("live event types comparison: above 30 fps the frame rate is halved"),
    isAcceptable: true,
    bad: [
      Example("""
        rung: 1
        name: news
        targets: [mkio]
        ingest:
          video: {fps: ⟦60⟧}
        """),
      Example("""
        rung: 1
        name: news
        targets: [mkio]
        ingest:
          video: {fps: ⟦50⟧}
        """)
    ],
    good: [
      Example("""
        rung: 1
        name: news
        targets: [mkio]
        ingest:
          video: {fps: 30}
        """),
      Example("""
        rung: 1
        name: news
        targets:
          mkio:
            encoding_type: PassthroughStandard
        encoding: passthrough
        ingest:
          video: {codec: h264, resolution: 1280x720, fps: 50, keyframe_interval: 2s, bitrate: 3M}
        """)
    ]
  ) { fit, report in
    let product = MKIOProduct.of(fit.decision.type.value)
    guard let preset = product.preset, let sent = fit.spec.ingest?.value.video?.value.fps, sent.value > preset.frameRate,
      let most = product.inputFrameRate.value, sent.value <= most, let half = sent.value.value.divided(by: Rational(2))
    else { return }
    report.flag(
      sent.place,
      "frame rate \(sent.value.text) fps is halved to \(FrameRate(half).text) fps; \(fit.facts.party) produces at most \(preset.frameRate.text) fps",
      notes: [fit.facts.because].compactMap { $0 }, help: ["send 25 or 30 fps", "set \(.encoding, "passthrough") to keep the frame rate"])
  }
}
