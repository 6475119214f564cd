internal import RungSource

extension SpecRules {
  static let segmentDurationUnusual = Rule<Stream>(
    "segment-duration-unusual", family: "spec", severity: .warning,
    summary: "segments of less than one or more than ten seconds",
    why: "Players start and switch by whole segments: long ones make viewers wait and delay a live stream by half a minute. Short ones cost a request each, and at least one keyframe.",
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
    let outputs: [(String, SpecKey, Located<Seconds>?)] = [
      ("HLS", .hlsSegmentDuration, packaging.hls?.value.segmentDuration), ("DASH", .dashSegmentDuration, packaging.dash?.value.segmentDuration),
    ]
    for (output, key, asked) in outputs {
      // Zero is found by spec/duration-of-zero.
      guard let asked, asked.value != Seconds(0), asked.value.isUnusualSegment else { continue }
      let usual = stream.ladder?.usualSegment ?? Seconds(6)
      let short = stream.spec.lowLatency?.value == true && usual != Seconds(2) && stream.ladder?.isCut(into: Seconds(2)) ?? true
      report.flag(
        asked.place, "\(output) segment duration is \(asked.value.text); expected 1s to 10s",
        help: ["set \(key, usual.text)", short ? "set \(key, "2s") for low latency" : nil])
    }
  }
}

extension Seconds {
  /// Less than one or more than ten seconds. Zero is found by spec/duration-of-zero.
  var isUnusualSegment: Bool { self < Seconds(1) || self > Seconds(10) }

  /// What Apple recommends: 6 s, or 6.006 at rates such as 29.97.
  var isSixSeconds: Bool { value == Rational(6) || value == Rational(6006, 1000) }
}

extension Ladder {
  /// Six seconds, or the nearest length up to ten that holds whole keyframe intervals of every rendition, as set or as
  /// suggested.
  fileprivate var usualSegment: Seconds {
    let intervals = renditions.indices.compactMap { index -> Rational? in
      guard let interval = renditions[index].value.keyframeInterval?.value else { return nil }
      return interval.isUsualInterval ? interval.value : usualLength(at: index)
    }
    guard let first = intervals.first, first.isPositive, let most = Rational(10).divided(by: first)?.roundedDown, most > 0 else { return Seconds(6) }
    return (1...most).compactMap { first.times(Rational($0)) }
      .filter { length in Seconds(length).isDecimal && length >= Rational(1) && intervals.allSatisfy { length.divided(by: $0)?.whole != nil } }
      .min { $0.distance(to: Rational(6)) < $1.distance(to: Rational(6)) }.map { Seconds($0) } ?? Seconds(6)
  }
}
