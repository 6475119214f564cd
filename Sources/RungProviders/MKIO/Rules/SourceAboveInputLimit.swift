internal import RungSource
internal import RungSpec

extension MKIO {
  static let sourceAboveInputLimit = Rule<Fit<MKIO>>(
    "source-above-input-limit", family: id, severity: .warning,
    summary: "the encoder sends more than an encoding type accepts",
    why: "The service that the encoding types follow accepts one stream of limited size, frame rate and bitrate; above a limit the input is rejected or degraded.",
    bad: [
      Example("""
        rung: 1
        name: news
        targets: [mkio]
        ingest:
          video: {resolution: ⟦3840x2160⟧}
        """),
      Example("""
        rung: 1
        name: news
        targets: [mkio]
        ingest:
          video: {fps: ⟦120⟧}
        """),
      Example("""
        rung: 1
        name: news
        targets: [mkio]
        ingest:
          video: {bitrate: ⟦25M⟧}
        """)
    ],
    good: [
      Example("""
        rung: 1
        name: news
        targets: [mkio]
        ingest:
          video: {resolution: 1920x1088, fps: 60, bitrate: 20M}
        """)
    ]
  ) { fit, report in
    let product = MKIOProduct.of(fit.decision.type.value)
    guard let video = fit.spec.ingest?.value.video?.value else { return }
    let notes = [fit.facts.because].compactMap { $0 }
    if let sent = video.resolution, let most = product.inputSize.value,
      sent.value.width > most.width || sent.value.height > most.height {
      report.flag(
        sent.place, "the encoder sends \(sent.value.text); \(fit.facts.party) accepts at most \(most.text)", notes: notes,
        help: "send 1920x1080 or less", citation: product.inputSize.citation)
    }
    if let sent = video.fps, let most = product.inputFrameRate.value, sent.value > most {
      report.flag(
        sent.place, "the encoder sends \(sent.value.text) fps; \(fit.facts.party) accepts at most \(most.text) fps", notes: notes,
        help: "send \(most.text) fps or less", citation: product.inputFrameRate.citation)
    }
    if let sent = video.bitrate, let most = product.inputBitrate.value, sent.value > most {
      report.flag(
        sent.place, "the encoder sends \(sent.value.prose); \(fit.facts.party) accepts at most \(most.prose)", notes: notes,
        help: "send \(most.prose) or less", citation: product.inputBitrate.citation)
    }
  }
}
