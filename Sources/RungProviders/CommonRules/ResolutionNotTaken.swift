internal import RungSource
internal import RungSpec

extension CommonRules {
  static let resolutionNotTaken = Rule<Measured>(
    "resolution-not-taken", family: nil, severity: .error,
    summary: "a rendition has a width or height that the provider does not make",
    why: "Providers take a list of heights rather than any number. One rendition outside of it, and the whole request is refused.",
    replaces: ["ladder/odd-dimensions"],
    bad: [
      Example("""
        rung: 1
        name: news
        targets: [tenbyte]
        ladder:
          renditions:
            - {name: small, resolution: ⟦720x405⟧}
        """,
        mended: """
        rung: 1
        name: news
        targets: [tenbyte]
        ladder:
          renditions:
            - {name: small, resolution: 640x360}
        """),
      Example("""
        rung: 1
        name: news
        targets: [tenbyte]
        ladder:
          renditions:
            - {name: uhd, resolution: ⟦3840x2160⟧}
        """,
        mended: """
        rung: 1
        name: news
        targets: [tenbyte]
        ladder:
          renditions:
            - {name: uhd, resolution: 2560x1440}
        """),
    ],
    good: [
      Example("""
        rung: 1
        name: news
        targets: [tenbyte]
        ladder:
          renditions:
            - {name: 480p, resolution: 854x480}
        """)
    ]
  ) { measured, report in
    let facts = measured.facts
    let widths = facts.width.value
    let heights = facts.heights.value
    for resolution in measured.video(\.resolution) {
      var allowed: [String] = []
      if let heights, !heights.contains(resolution.value.height) {
        allowed.append("heights of \(either(heights.map(String.init)))")
      }
      if let widths, !widths.contains(resolution.value.width) {
        let isTooWide = resolution.value.width > widths.upperBound
        allowed.append(isTooWide ? "widths up to \(widths.upperBound)" : "widths from \(widths.lowerBound)")
      }
      guard !allowed.isEmpty else { continue }
      let near = nearest(to: resolution.value, heights: heights, widths: widths)
      report.flag(
        resolution.place, "the resolution is \(resolution.value.text); \(facts.party) takes \(allowed.joined(separator: " and "))",
        notes: facts.notes(on: facts.heights),
        help: near.map { "`\($0.text)` is the nearest of the same shape" },
        fix: near.map { .replace(resolution.place.span, with: $0.text, .unsafe) },
        citation: heights?.contains(resolution.value.height) == false ? facts.heights.citation : facts.width.citation)
    }
  }

  /// The same aspect ratio at the nearest allowed height, its width even.
  private static func nearest(to wanted: Resolution, heights: [Int]?, widths: ClosedRange<Int>?) -> Resolution? {
    let widest = widths.flatMap { Rational($0.upperBound).divided(by: wanted.aspect)?.rounded }.map { $0 / 2 * 2 }
    let candidates = (heights ?? [widest].compactMap { $0 }).compactMap { height -> Resolution? in
      guard height > 0, let half = wanted.aspect.times(Rational(height))?.divided(by: Rational(2))?.rounded, half > 0 else { return nil }
      let width = half * 2
      return widths?.contains(width) == false ? nil : Resolution(width: width, height: height)
    }
    return candidates.min { (abs($0.height - wanted.height), $0.height) < (abs($1.height - wanted.height), $1.height) }
  }
}
