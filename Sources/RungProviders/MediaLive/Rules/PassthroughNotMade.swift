internal import RungSource
internal import RungSpec

extension MediaLive {
  static let passthroughNotMade = Rule<Fit<MediaLive>>(
    "passthrough-not-made", family: id, severity: .error,
    summary: "the encoder is to send the renditions, which MediaLive encodes",
    why: "MediaLive decodes what comes in, and encodes every output.",
    citation: Source.medialive("VideoDescription.CodecSettings", strength: .inferred),
    bad: [
      Example("""
        rung: 1
        name: news
        targets: [medialive]
        encoding: ⟦passthrough⟧
        """)
    ],
    good: [
      Example("""
        rung: 1
        name: news
        targets: [medialive]
        encoding: transcode
        """)
    ]
  ) { fit, report in
    guard let encoding = fit.spec.encoding, encoding.value == .passthrough else { return }
    report.flag(encoding.place, "MediaLive encodes every output; \(.encoding, "passthrough") is not supported", help: .set(.encoding, "transcode", at: encoding.place.span))
  }
}
