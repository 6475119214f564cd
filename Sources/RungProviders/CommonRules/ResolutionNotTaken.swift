internal import RungSource
internal import RungSpec

extension CommonRules {
  static let resolutionNotTaken = Rule<Measured>(
    "resolution-not-taken", family: nil, severity: .error,
    summary: "the width or height of a rendition is not supported by the provider",
    why: "Providers support a list of heights rather than any number. One rendition with another height, and the whole request is rejected.",
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
        allowed.append("height \(either(heights.map(String.init)))")
      }
      if let widths, !widths.contains(resolution.value.width) {
        let isTooWide = resolution.value.width > widths.upperBound
        allowed.append(isTooWide ? "width at most \(widths.upperBound)" : "width at least \(widths.lowerBound)")
      }
      guard !allowed.isEmpty else { continue }
      let near = nearest(to: resolution.value, heights: heights, widths: widths)
      report.flag(
        resolution.place, "resolution \(resolution.value.text) is not supported by \(facts.party); allowed: \(allowed.joined(separator: " and "))",
        notes: facts.notes(on: facts.heights),
        help: near.map { Help.set(.resolution, $0.text, at: resolution.place.span, note: "the nearest with this aspect ratio") },
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
