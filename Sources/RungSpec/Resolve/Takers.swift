package import RungSource

/// The targets that a stream is checked for: a general rule that suggests a value asks them, so that none is suggested which
/// one of them rejects. Only rules that have found something ask.
package struct Takers: Sendable {
  private let ask: @Sendable (Report) -> [Taken]

  /// - Parameter ask: gets a report without findings, which is discarded.
  package init(_ ask: @escaping @Sendable (Report) -> [Taken]) { self.ask = ask }

  /// No target that rejects anything is known.
  package static let unknown = Takers { _ in [] }

  func asked(_ report: Report) -> [Taken] { ask(report.withoutFindings()) }
}

extension [Taken] {
  func take(_ fps: FrameRate) -> Bool {
    allSatisfy { $0.frameRates?.contains(fps) != false && ($0.frameRateMaximum.map { fps <= $0 } ?? true) }
  }

  func take(height: Int) -> Bool { allSatisfy { $0.heights?.contains(height) != false } }

  /// Rates that all targets accept and that show a source's frames evenly: each once, equally often, or one in n. Highest
  /// first.
  func evenRates(of source: FrameRate) -> [FrameRate] {
    let listed = lazy.compactMap(\.frameRates).first
    // A third of 25 or 50 is no rate that anything works with, and has no keyframes at whole seconds.
    let parts = (1...4).compactMap { part in
      source.value.divided(by: Rational(part)).flatMap { part == 3 && $0.denominator != source.value.denominator ? nil : FrameRate($0) }
    }
    return (listed ?? parts).filter { rate in take(rate) && rate.isEven(beside: source) }.sorted(by: >)
  }

  /// Whether every one of them keeps the aspect ratio by itself.
  var keepShape: Bool { !isEmpty && allSatisfy(\.keepsShape) }
}

extension FrameRate {
  /// Whether one rate is a whole multiple of the other. NTSC rates count as the whole rates beside them: one frame in a
  /// thousand that is dropped or shown twice is not visible.
  func isEven(beside other: FrameRate) -> Bool {
    let (fast, slow) = self > other ? (self, other) : (other, self)
    // Above a million to one nothing is even, and 64 bits are limited.
    guard let ratio = fast.value.divided(by: slow.value), let whole = ratio.rounded, (1...1_000_000).contains(whole),
      let low = Rational(Int64(whole) * 1000, 1001), let high = Rational(Int64(whole) * 1001, 1000)
    else { return false }
    return low <= ratio && ratio <= high
  }

  /// Whether it is the other rate, or the NTSC rate beside it.
  func isBeside(_ other: FrameRate) -> Bool {
    let (fast, slow) = self > other ? (self, other) : (other, self)
    guard let most = Rational(1001, 1000).flatMap({ slow.value.times($0) }) else { return false }
    return fast.value <= most
  }
}
