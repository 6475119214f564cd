internal import RungSource

extension LadderRules {
  static let crfBesideBitrate = Rule<Ladder>(
    "crf-beside-bitrate", family: "ladder", severity: .note,
    summary: "a constant rate factor together with a bitrate mode",
    why: "An encoder uses one of the two: the quality (crf) or the bitrate (cbr, vbr). Some providers accept both, and their own examples send both; which one they use is their choice.",
    citation: Standard.practice("x264 --crf and --bitrate each choose a rate control method of their own"),
    bad: [
      Example("""
        rung: 1
        name: news
        ladder:
          renditions:
            - {name: 720p, resolution: 1280x720, rate_control: cbr, bitrate: 3000k, crf: ⟦23⟧}
        """),
      Example("""
        rung: 1
        name: news
        ⟦ladder⟧:
          defaults: {rate_control: vbr}
          renditions:
            - {name: 720p, resolution: 1280x720, bitrate: 3000k, crf: 23}
            - {name: 480p, resolution: 854x480, bitrate: 1500k, crf: 25}
        """),
    ],
    good: [
      Example("""
        rung: 1
        name: news
        ladder:
          renditions:
            - {name: 720p, resolution: 1280x720, rate_control: capped-crf, max_bitrate: 3000k, buffer: 6000k, crf: 23}
        """)
    ]
  ) { ladder, report in
    guard ladder.media == .video else { return }
    let found = ladder.renditions.indices.filter { index in
      let rendition = ladder.renditions[index].value
      return rendition.crf != nil && (rendition.rateControl?.value == .cbr || rendition.rateControl?.value == .vbr)
    }
    guard let first = found.first, let control = ladder.renditions[first].value.rateControl else { return }
    ladder.flagOnce(
      &report, found, at: { $0.crf?.place },
      FaultText(
        message: "\(.crf) and \(.rateControl, control.value.rawValue) are both set for \(ladder.naming(found)); an encoder uses only one of them",
        help: "remove \(.crf), unless the provider requires both"))
  }
}
