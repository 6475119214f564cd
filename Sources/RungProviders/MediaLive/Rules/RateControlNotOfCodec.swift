internal import RungSource
internal import RungSpec

extension MediaLive {
  static let rateControlNotOfCodec = Rule<Fit<MediaLive>>(
    "rate-control-not-of-codec", family: id, severity: .error,
    summary: "a rate control mode that the codec does not have",
    why: "H.264 has CBR, VBR and QVBR; HEVC and AV1 have CBR and QVBR.",
    citation: Source.medialive("H264Settings.RateControlMode, H265Settings.RateControlMode, Av1Settings.RateControlMode"),
    bad: [
      Example("""
        rung: 1
        name: news
        targets: [medialive]
        ladder:
          renditions:
            - {name: 720p, codec: h265, resolution: 1280x720, fps: 25, bitrate: 3000k, rate_control: ⟦vbr⟧}
        """)
    ],
    good: [
      Example("""
        rung: 1
        name: news
        targets: [medialive]
        ladder:
          renditions:
            - {name: 720p, codec: h265, resolution: 1280x720, fps: 25, bitrate: 3000k, rate_control: cbr}
        """)
    ]
  ) { fit, report in
    for rendition in fit.measured.renditions.map(\.value) {
      guard let mode = rendition.rateControl, mode.value == .vbr, let codec = rendition.codec?.value, [.h265, .av1].contains(codec) else { continue }
      report.flag(mode.place, "\(CodecVocabulary.name(of: codec)) has no VBR at MediaLive; allowed: `cbr`, `capped-crf`", help: .set(.rateControl, "cbr", at: mode.place.span))
    }
  }
}
