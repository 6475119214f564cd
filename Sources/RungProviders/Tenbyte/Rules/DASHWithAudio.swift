internal import RungSource
internal import RungSpec

extension Tenbyte {
  static let dashWithAudio = Rule<Fit<Tenbyte>>(
    "dash-with-audio", family: id, severity: .error,
    summary: "an audio stream asks for DASH",
    why: "Tenbyte packages audio streams as HLS only, and refuses the request when DASH stands in it.",
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
      dash, "`packaging.dash` is asked for a stream of audio; Tenbyte makes audio streams as HLS only",
      notes: [MessageNote("the stream is audio by this", at: fit.stream.media.place.span)],
      help: fit.spec.packaging?.value.hls == nil ? "ask for `hls` in its place" : "take `dash` away; `hls` stays")
  }
}
