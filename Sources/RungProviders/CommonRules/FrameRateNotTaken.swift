internal import RungSource
internal import RungSpec

extension CommonRules {
  static let frameRateNotTaken = Rule<Measured>(
    "frame-rate-not-taken", family: nil, severity: .error,
    summary: "a rendition has a frame rate that the provider does not make",
    why: "Providers take a list of frame rates. Half of the source's rate keeps every second frame and looks even; a rate that does not divide it makes motion stutter.",
    bad: [
      Example("""
        rung: 1
        name: news
        targets: [tenbyte]
        ladder:
          defaults: {fps: ⟦50⟧, keyframe_interval: 2s}
          renditions:
            - {name: 720p, resolution: 1280x720}
            - {name: 480p, resolution: 854x480}
        """,
        mended: """
        rung: 1
        name: news
        targets: [tenbyte]
        ladder:
          defaults: {fps: 25, keyframe_interval: 2s}
          renditions:
            - {name: 720p, resolution: 1280x720}
            - {name: 480p, resolution: 854x480}
        """),
      Example("""
        rung: 1
        name: news
        targets: [tenbyte]
        ladder:
          renditions:
            - {name: 720p, fps: ⟦30000/1001⟧, gop: 60}
        """,
        mended: """
        rung: 1
        name: news
        targets: [tenbyte]
        ladder:
          renditions:
            - {name: 720p, fps: 30, gop: 60}
        """),
    ],
    good: [
      Example("""
        rung: 1
        name: news
        targets: [tenbyte]
        ladder:
          renditions:
            - {name: 720p, fps: 60, gop: 120}
        """)
    ]
  ) { measured, report in
    let limit = measured.facts.frameRates
    guard let allowed = limit.value else { return }
    for rate in measured.video(\.fps) where !allowed.contains(rate.value) {
      let half = wholeFraction(of: rate.value, among: allowed)
      let near = half?.rate ?? nearest(to: rate.value, among: allowed)
      report.flag(
        rate.place,
        "the frame rate is \(rate.value.text) fps; \(measured.facts.party) takes \(either(allowed.map(\.text))) fps",
        notes: measured.facts.notes(on: limit),
        help: half.map { "\($0.rate.text) fps keeps \($0.parts == 2 ? "every second frame" : "one frame in \($0.parts)")" } ?? near.map { "\($0.text) fps is the nearest" },
        fix: near.map { .replace(rate.place.span, with: $0.text, .unsafe) }, citation: limit.citation)
    }
  }

  /// The highest allowed rate that the wanted one is a multiple of.
  private static func wholeFraction(of wanted: FrameRate, among allowed: [FrameRate]) -> (rate: FrameRate, parts: Int)? {
    allowed.compactMap { rate in
      wanted.value.divided(by: rate.value)?.whole.flatMap { $0 > 1 ? (rate, $0) : nil }
    }.max { $0.0 < $1.0 }
  }

  private static func nearest(to wanted: FrameRate, among allowed: [FrameRate]) -> FrameRate? {
    func distance(_ rate: FrameRate) -> Rational? {
      rate < wanted ? wanted.value.minus(rate.value) : rate.value.minus(wanted.value)
    }
    return allowed.compactMap { rate in distance(rate).map { (rate, $0) } }.min { $0.1 < $1.1 }?.0
  }
}
