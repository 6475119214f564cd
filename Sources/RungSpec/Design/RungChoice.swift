/// Which of the candidates form a ladder.
package struct RungChoice {
  /// The smallest step of Apple's ladder (1.25, H.264) is 1.30.
  package static let leastStep = Rational(13, 10) ?? Rational(1)
  /// The largest step of Apple's ladder.
  static let appleStep = Rational(63, 25) ?? Rational(2)
  /// LiveKit's layers, sides halved: 2^1.5 with rounding.
  package static let widestStep = Rational(72, 25) ?? Rational(3)
  /// Sides halved, and bits with the pixels. Only to reach a low rung with few of them; a larger step is a finding.
  package static let lastStep = Rational(4)

  /// The most that a viewer of 1.5 Mbps can watch without a pause: players leave a part of the bandwidth unused (Shaka Player's
  /// `bandwidthUpgradeTarget` is 0.85), and 128 kbps of audio and peaks of 6/5 have to fit.
  package static let lean = Bitrate(kilobits: 950)

  /// Falling in size, and in bitrate within a size.
  private let candidates: [RungCandidate]

  package init(_ candidates: [RungCandidate]) { self.candidates = candidates }

  /// The fewest rungs from the best candidate down to a small one, in steps as large as Apple's where these suffice; nil where there are not so many.
  ///
  /// - Parameters:
  ///   - counts: how many rungs there may be.
  ///   - widest: the largest step; the rungs reach down as far as it allows.
  package func best(_ counts: ClosedRange<Int>, widest: Rational = lastStep) -> [RungCandidate]? {
    let most = Swift.min(counts.upperBound, candidates.count)
    guard let lowest = candidates.last?.size.shortSide, most >= counts.lowerBound else { return nil }
    let goal = Swift.max(lowest, LadderSizes.lowSide)
    for step in [Self.appleStep, Self.widestStep, Self.lastStep] where step <= widest {
      let chains = chains(step, most)
      if let chain = (counts.lowerBound...most).lazy.compactMap({ chains[$0] }).first(where: { $0.last.map { $0.size.shortSide <= goal } ?? false }) { return chain }
    }
    let chains = chains(widest, most)
    let lean = (counts.lowerBound...most).lazy.compactMap { chains[$0] }.first { $0.last.map { $0.bitrate <= Self.lean } ?? false }
    return lean ?? (counts.lowerBound...most).reversed().lazy.compactMap { chains[$0] }.first
  }

  /// Exactly so many, down to the lowest that they reach.
  package func best(_ count: Int) -> [RungCandidate]? { chains(Self.widestStep, count)[count] ?? chains(Self.lastStep, count)[count] }

  /// The longest possible ladder.
  package var longest: Int { chains(Self.lastStep, candidates.count).keys.max() ?? 0 }

  /// The best chain of each length that begins with the first candidate.
  private func chains(_ widest: Rational, _ most: Int) -> [Int: [RungCandidate]] {
    guard !candidates.isEmpty, most >= 1 else { return [:] }
    // From the end: the rest of the chain is known when a candidate is reached.
    var tables: [[Int: Chain]] = Array(repeating: [:], count: candidates.count)
    for index in candidates.indices.reversed() {
      var table = [1: Chain(candidates[index], at: index)]
      for next in candidates.indices where next > index {
        guard let step = Self.step(candidates[index], candidates[next]), step >= Self.leastStep, step <= widest else { continue }
        for (length, tail) in tables[next] where length < most {
          let chain = Chain(candidates[index], step, tail, at: index)
          if table[length + 1].map({ chain.isBetter(than: $0) }) ?? true { table[length + 1] = chain }
        }
      }
      tables[index] = table
    }
    return tables[0].mapValues { chain in chain.indices.map { candidates[$0] } }
  }

  private static func step(_ upper: RungCandidate, _ lower: RungCandidate) -> Rational? {
    Rational(upper.bitrate.bitsPerSecond, lower.bitrate.bitsPerSecond)
  }

  private struct Chain {
    /// How far the last rung is above what a small one should be; 0 when it is not.
    let excess: Int
    let seconds: Int
    let widest: Rational
    let indices: [Int]

    init(_ only: RungCandidate, at index: Int) {
      excess = Swift.max(0, only.size.shortSide - LadderSizes.lowSide)
      seconds = only.isSecond ? 1 : 0
      widest = Rational(1)
      indices = [index]
    }

    init(_ first: RungCandidate, _ step: Rational, _ tail: Chain, at index: Int) {
      excess = tail.excess
      seconds = tail.seconds + (first.isSecond ? 1 : 0)
      widest = Swift.max(step, tail.widest)
      indices = [index] + tail.indices
    }

    func isBetter(than other: Chain) -> Bool {
      if excess != other.excess { return excess < other.excess }
      if seconds != other.seconds { return seconds < other.seconds }
      if widest != other.widest { return widest < other.widest }
      return indices.lexicographicallyPrecedes(other.indices)
    }
  }
}
