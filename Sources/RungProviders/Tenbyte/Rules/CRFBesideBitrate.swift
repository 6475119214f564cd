internal import RungSource
internal import RungSpec

extension Tenbyte {
  static let crfBesideBitrate = Rule<Fit<Tenbyte>>(
    "crf-beside-bitrate", family: id, severity: .note,
    summary: "a rendition has a CRF and a rate control that goes by bitrate",
    why: "CRF asks for a quality, CBR and VBR for a bitrate; an encoder goes by one of them. Tenbyte's own examples send both, and no document says which one rules.",
    citation: Source.reference("ladder.video[].crf; both stand in the official examples", strength: .inferred),
    bad: [
      Example("""
        rung: 1
        name: news
        targets: [tenbyte]
        ladder:
          defaults: {rate_control: cbr}
          renditions:
            - {name: 720p, bitrate: 1500k, crf: ⟦23⟧}
            - {name: 480p, bitrate: 700k, crf: 25}
        """)
    ],
    good: [
      Example("""
        rung: 1
        name: news
        targets: [tenbyte]
        ladder:
          defaults: {rate_control: cbr}
          renditions:
            - {name: 720p, bitrate: 1500k}
        """)
    ]
  ) { fit, report in
    guard fit.ladder?.media == .video else { return }
    // One note for the ladder: it is one question, asked of Tenbyte once.
    let both = fit.measured.renditions.map(\.value).filter { $0.crf != nil && ($0.rateControl?.value == .cbr || $0.rateControl?.value == .vbr) }
    guard let first = both.first, let crf = first.crf, let mode = first.rateControl else { return }
    let others = both.count > 1 ? ", and so in \(both.count - 1) more" : ""
    report.flag(
      crf.place, "\(first.label) has `crf` beside `rate_control: \(mode.value.rawValue)`\(others); Tenbyte takes both and does not say which one rules",
      notes: [Note("the rate control stands here", at: mode.place.span)], help: "leave `crf` away if the bitrate is what counts")
  }
}
