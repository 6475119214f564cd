internal import RungSource
internal import RungSpec

extension Tenbyte {
  static let lowLatencyWithBframes = Rule<Fit<Tenbyte>>(
    "low-latency-with-bframes", family: id, severity: .warning,
    summary: "low latency is asked for with B-frames",
    why: "A B-frame waits for the frame behind it: each one in a row holds the picture back by a frame, and the encoder holds it longer still.",
    citation: Source.reference("packaging.hls.low_latency; general practice", strength: .inferred),
    bad: [
      Example("""
        rung: 1
        name: news
        low_latency: true
        targets: [tenbyte]
        ladder:
          defaults: {bframes: ⟦2⟧}
          renditions:
            - {name: 720p}
            - {name: 480p}
        """,
        mended: """
        rung: 1
        name: news
        low_latency: true
        targets: [tenbyte]
        ladder:
          defaults: {bframes: 0}
          renditions:
            - {name: 720p}
            - {name: 480p}
        """)
    ],
    good: [
      Example("""
        rung: 1
        name: news
        low_latency: true
        targets: [tenbyte]
        ladder:
          defaults: {bframes: 0}
          renditions:
            - {name: 720p}
        """)
    ]
  ) { fit, report in
    guard let wish = fit.spec.lowLatency, wish.value else { return }
    for bframes in fit.measured.video(\.bframes) where bframes.value > 0 {
      report.flag(
        bframes.place, "low latency is asked for with \(bframes.value) B-frame\(bframes.value == 1 ? "" : "s") in a row; without them it is shorter",
        notes: [Note("low latency is asked for here", at: wish.place.span)], help: "write `bframes: 0`",
        fix: .replace(bframes.place.span, with: "0", .unsafe))
    }
  }
}
