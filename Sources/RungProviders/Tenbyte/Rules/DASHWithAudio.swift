internal import RungSource
internal import RungSpec

extension Tenbyte {
  static let dashWithAudio = Rule<Fit<Tenbyte>>(
    "dash-with-audio", family: id, severity: .error,
    summary: "DASH is set for an audio-only stream",
    why: "Tenbyte packages audio-only streams as HLS only, and rejects a request that contains DASH.",
    citation: Source.reference("output_protocols: dash not allowed when mode=audio"),
    bad: [
      Example("""
        rung: 1
        name: radio
        media: audio
        targets: [tenbyte]
        packaging:
          hls: {segment_format: mpegts}
          ⟦dash⟧: {segment_format: fmp4}
        """)
    ],
    good: [
      Example("""
        rung: 1
        name: radio
        media: audio
        targets: [tenbyte]
        packaging:
          hls: {segment_format: mpegts}
        """)
    ]
  ) { fit, report in
    guard fit.stream.media.value == .audio, let dash = fit.stream.writtenKey("packaging", "dash") else { return }
    report.flag(
      dash, "\(path: .dash) is set for an audio-only stream; Tenbyte supports HLS only",
      notes: [MessageNote("audio-only is set here", at: fit.stream.media.place.span)],
      help: fit.spec.packaging?.value.hls == nil ? "rename \(.dash) to \(.hls)" : "remove \(path: .dash)")
  }
}
