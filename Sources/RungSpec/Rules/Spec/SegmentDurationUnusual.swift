internal import RungSource

extension SpecRules {
  static let segmentDurationUnusual = Rule<Stream>(
    "segment-duration-unusual", family: "spec", severity: .warning,
    summary: "segments of less than one or more than ten seconds",
    why: "Players start and switch by whole segments: long ones make viewers wait and put a live stream half a minute behind. Short ones cost a request each, and a keyframe at least.",
    citation: Standard.apple("7.5 (SHOULD): a target duration of six seconds"),
    bad: [
      Example("""
        rung: 1
        name: news
        packaging: {hls: {segment_duration: ⟦20s⟧}}
        """),
      Example("""
        rung: 1
        name: news
        packaging: {dash: {segment_duration: ⟦500ms⟧}}
        """),
    ],
    good: [
      Example("""
        rung: 1
        name: news
        packaging: {hls: {segment_duration: 10s}, dash: {segment_duration: 1s}}
        """)
    ]
  ) { stream, report in
    guard let packaging = stream.spec.packaging?.value else { return }
    for (output, asked) in [("HLS", packaging.hls?.value.segmentDuration), ("DASH", packaging.dash?.value.segmentDuration)] {
      // Of none at all spec/duration-of-zero speaks.
      guard let asked, asked.value != Seconds(0), asked.value.isUnusualSegment else { continue }
      let usual = stream.ladder?.usualSegment ?? Seconds(6)
      let short = stream.spec.lowLatency?.value == true && usual != Seconds(2) && stream.ladder?.isCut(into: Seconds(2)) ?? true
      report.flag(
        asked.place, "\(output) segments are to be \(asked.value.text); expected 1s to 10s",
        help: "write `segment_duration: \(usual.text)`\(short ? ", or `2s` for low latency" : "")")
    }
  }
}

extension Seconds {
  /// Segments that every player wonders at. Of none at all, 0 s, spec/duration-of-zero speaks.
  var isUnusualSegment: Bool { self < Seconds(1) || self > Seconds(10) }

  /// What Apple asks for: 6 s, or 6.006 at rates such as 29.97.
  var isSixSeconds: Bool { value == Rational(6) || value == Rational(6006, 1000) }
}

extension Ladder {
  /// Six seconds, or the nearest length up to ten that holds whole keyframe intervals of every rendition, as they are or as they
  /// are to be mended.
  fileprivate var usualSegment: Seconds {
    let intervals = renditions.indices.compactMap { index -> Rational? in
      guard let interval = renditions[index].value.keyframeInterval?.value else { return nil }
      return interval.isUsualInterval ? interval.value : usualLength(at: index)
    }
    guard let first = intervals.first, first.isPositive, let most = Rational(10).divided(by: first)?.roundedDown, most > 0 else { return Seconds(6) }
    func distance(_ length: Rational) -> Rational { (length > Rational(6) ? length.minus(Rational(6)) : Rational(6).minus(length)) ?? Rational(.max) }
    return (1...most).compactMap { first.times(Rational($0)) }
      .filter { length in Seconds(length).isDecimal && length >= Rational(1) && intervals.allSatisfy { length.divided(by: $0)?.whole != nil } }
      .min { distance($0) < distance($1) }.map { Seconds($0) } ?? Seconds(6)
  }
}
