internal import RungSource
internal import RungSpec

extension MKIO {
  static let layerBitrateAboveLimit = Rule<Fit<MKIO>>(
    "layer-bitrate-above-limit", family: id, severity: .warning,
    summary: "one pushed stream exceeds its share of the ingest cap",
    why: "The service whose live events MK.IO follows limits each stream as well as their total. MK.IO itself does not say so, and Rung ignores it when it chooses a type.",
    bad: [
      Example("""
        rung: 1
        name: news
        targets:
          mkio:
            encoding_type: PassthroughBasic
        encoding: passthrough
        ingest:
          video: {codec: h264, resolution: 1280x720, fps: 30, keyframe_interval: 2s, bitrate: ⟦5M⟧}
        """),
      Example("""
        rung: 1
        name: news
        targets:
          mkio:
            encoding_type: PassthroughBasic
        encoding: passthrough
        ingest:
          video: {codec: h264, resolution: 1280x720, fps: 30, keyframe_interval: 2s, bitrate: ⟦4500k⟧}
        """)
    ],
    good: [
      Example("""
        rung: 1
        name: news
        targets:
          mkio:
            encoding_type: PassthroughBasic
        encoding: passthrough
        ingest:
          video: {codec: h264, resolution: 1280x720, fps: 30, keyframe_interval: 2s, bitrate: 4M}
        """),
      Example("""
        rung: 1
        name: news
        targets:
          mkio:
            encoding_type: PassthroughBasic
        encoding: passthrough
        ingest:
          video: {codec: h264, resolution: 1280x720, fps: 30, keyframe_interval: 2s, bitrate: 3M}
        """)
    ]
  ) { fit, report in
    let limit = MKIOProduct.of(fit.decision.type.value).layerBitrate
    guard let most = limit.value, let total = fit.facts.ingestBitrate.value else { return }
    for bitrate in (fit.ladder?.renditions ?? []).compactMap(\.value.bitrate) where bitrate.value > most && bitrate.value <= total {
      report.flag(
        bitrate.place, "one stream has \(bitrate.value.prose); \(fit.facts.party) may accept at most \(most.prose) per stream",
        severity: fit.decision.because == nil ? nil : .note, notes: fit.facts.notes(on: fit.facts.ingestBitrate), help: ["lower \(.bitrate)", "use an encoding type that accepts more"], citation: limit.citation)
    }
  }
}
