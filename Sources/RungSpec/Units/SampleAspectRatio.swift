/// Width over height of a sample, which players stretch the video by: 64:45 shows 720x576 at 16:9 (Rec. ITU-T H.264, table E-1).
package struct SampleAspectRatio: UnitValue {
  /// Above zero; 1 for square samples.
  package let value: Rational

  package init(_ value: Rational) { self.value = value }

  package static let noun = "a sample aspect ratio"
  package static let examples = ["64:45", "1:1"]
  package static let pattern = #"^[1-9][0-9]{0,4}:[1-9][0-9]{0,4}$"#

  /// `64:45`, in lowest terms.
  package var text: String { "\(value.numerator):\(value.denominator)" }

  package static func parse(_ text: String) -> UnitParse<SampleAspectRatio> {
    if let value = ratio(text, ":") { return .value(SampleAspectRatio(value)) }
    let plain = text.filter { !$0.isWhitespace }
    if let value = ratio(plain, "/") ?? ratio(plain, "x") ?? ratio(plain, ":") {
      let meant = SampleAspectRatio(value).text
      return .fault(UnitFault(.malformed, "is not in the form WIDTH:HEIGHT", help: "write `\(meant)`", replacements: [meant], isSpelling: true))
    }
    return malformed(text)
  }

  private static func ratio(_ text: String, _ separator: Character) -> Rational? {
    let parts = text.split(separator: separator, omittingEmptySubsequences: false)
    guard parts.count == 2, let width = Resolution.side(parts[0]), let height = Resolution.side(parts[1]) else { return nil }
    return Rational(Int64(width), Int64(height))
  }
}

extension Resolution {
  /// Width over height as it is shown.
  package func displayAspect(_ samples: SampleAspectRatio?) -> Rational { samples.flatMap { aspect.times($0.value) } ?? aspect }

  /// The size in square samples: what a player shows, none of the samples thrown away. Sides are rounded to whole pixels.
  package func shown(_ samples: SampleAspectRatio?) -> Resolution {
    guard let ratio = samples?.value, ratio != Rational(1) else { return self }
    func stretched(_ side: Int, _ factor: Rational?) -> Int? { factor.flatMap { Rational(side).times($0)?.rounded }.map { Swift.max(1, $0) } }
    if ratio > Rational(1) { return stretched(width, ratio).map { Resolution(width: $0, height: height) } ?? self }
    return stretched(height, Rational(1).divided(by: ratio)).map { Resolution(width: width, height: $0) } ?? self
  }
}
