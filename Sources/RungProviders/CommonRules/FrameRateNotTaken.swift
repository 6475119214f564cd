internal import RungSource
internal import RungSpec

extension CommonRules {
  static let frameRateNotTaken = Rule<Measured>(
    "frame-rate-not-taken", family: nil, severity: .error,
    summary: "the frame rate of a rendition is not supported by the provider",
    why: "Providers support a list of frame rates. Half of the source's rate keeps every second frame and moves evenly; a rate that does not divide it makes motion stutter.",
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
        "frame rate \(rate.value.text) fps is not supported by \(measured.facts.party); allowed: \(either(allowed.map(\.text)))",
        notes: measured.facts.notes(on: limit),
        help: near.map {
          Help.set(.fps, $0.text, at: rate.place.span, note: half.map { $0.parts == 2 ? "keeps every second frame" : "keeps one frame in \($0.parts)" } ?? "the nearest")
        },
        citation: limit.citation)
    }
  }

  /// The highest allowed rate that the wanted one is a multiple of.
  private static func wholeFraction(of wanted: FrameRate, among allowed: [FrameRate]) -> (rate: FrameRate, parts: Int)? {
    allowed.compactMap { rate in
      wanted.value.divided(by: rate.value)?.whole.flatMap { $0 > 1 ? (rate, $0) : nil }
    }.max { $0.0 < $1.0 }
  }

  private static func nearest(to wanted: FrameRate, among allowed: [FrameRate]) -> FrameRate? {
    allowed.min { $0.value.distance(to: wanted.value) < $1.value.distance(to: wanted.value) }
  }
}
