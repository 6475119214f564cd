internal import RungSource
internal import RungSpec

extension Mux {
  static let inputBitrateNotRecommended = Rule<Fit<Mux>>(
    "input-bitrate-not-recommended", family: id, severity: .warning,
    summary: "the encoder's video has a higher bitrate than encoders use for Mux",
    why: "No document of Mux's that was found states a maximum. OBS Studio's list of services has 5 Mbps, which OBS does not exceed where its recommendations are on.",
    citation: Citation.encodingPractice("Mux", "max video bitrate"),
    bad: [
      Example("""
        rung: 1
        name: news
        targets: [mux]
        playback: {policy: public}
        ingest: {protocols: [rtmps], video: {codec: h264, bitrate: ⟦5001k⟧}}
        """),
      Example("""
        rung: 1
        name: news
        targets: [mux]
        playback: {policy: public}
        encoding: passthrough
        ladder: {renditions: [{name: a, resolution: 1280x720, fps: 30, codec: h264, bitrate: ⟦6M⟧}]}
        """)
    ],
    good: [
      Example("""
        rung: 1
        name: news
        targets: [mux]
        playback: {policy: public}
        ingest: {protocols: [rtmps], video: {codec: h264, bitrate: 5000k}}
        """)
    ]
  ) { fit, report in
    guard let most = Destination.mux.videoBitrate.value?.first?.most else { return }
    for sent in fit.stream.sent(&report).compactMap(\.value.bitrate) where sent.value > most {
      report.flag(sent.place, "the encoder sends video at \(sent.value.prose); OBS Studio's list of services has at most \(most.prose) for Mux", help: "lower the bitrate to \(most.prose)")
    }
  }
}
