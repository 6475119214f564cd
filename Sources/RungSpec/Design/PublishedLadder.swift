package import RungSource

/// Published bitrates for one codec, size by size: the numbers of the curves of `rung ladder design`.
package struct PublishedLadder: Sendable {
  package enum Use: String, Sendable {
    /// What viewers get.
    case delivery
    /// What an encoder sends to a service, which encodes it once more.
    case ingest
  }

  package struct Point: Sendable, Hashable {
    package let size: Resolution
    package let bitrate: Bitrate
    /// Whether it is for 50 and 60 frames per second; for up to 30 otherwise.
    package let isFast: Bool
  }

  /// In a few words: `Apple`, `LiveKit, high motion`.
  package let name: String
  package let codec: VideoCodec
  package let use: Use
  package let source: Citation
  /// Smallest first; several of one size rise.
  package let points: [Point]
  /// Through the lowest and through the highest bitrate of each size at up to 30 frames per second.
  private let lines: [BitrateCurve.Line]

  /// - Parameters:
  ///   - bits: width, height, and one bitrate or several in kbps, for at most 30 frames per second.
  ///   - fast: the same for 50 and 60.
  init(
    _ name: String, _ codec: VideoCodec, _ source: Citation, _ bits: [(Int, Int, [Double])], fast: [(Int, Int, [Double])] = [], use: Use = .delivery
  ) {
    func points(_ list: [(Int, Int, [Double])], _ isFast: Bool) -> [Point] {
      list.flatMap { width, height, rates in
        rates.map { Point(size: Resolution(width: width, height: height), bitrate: Bitrate(bitsPerSecond: Int64(($0 * 1000).rounded())), isFast: isFast) }
      }
    }
    (self.name, self.codec, self.use, self.source) = (name, codec, use, source)
    self.points = (points(bits, false) + points(fast, true)).sorted { ($0.size.pixels, $0.bitrate) < ($1.size.pixels, $1.bitrate) }
    let sizes = Dictionary(grouping: points(bits, false)) { $0.size.pixels }
    lines = [true, false].compactMap { isLow in
      BitrateCurve.Line(sizes.compactMap { pixels, all in (isLow ? all.map(\.bitrate).min() : all.map(\.bitrate).max()).map { (pixels, $0) } })
    }
  }

  /// The points of one class of frame rates.
  package func points(isFast: Bool) -> [Point] { points.filter { $0.isFast == isFast } }

  /// One of its numbers, as a curve takes it.
  package struct Quote: Sendable {
    package let ladder: PublishedLadder
    package let point: Point
  }

  /// The lowest bitrate of a size at up to 30 frames per second; nil where it has none.
  func low(_ width: Int, _ height: Int) -> Quote? {
    points.first { $0.size == Resolution(width: width, height: height) && !$0.isFast }.map { Quote(ladder: self, point: $0) }
  }

  /// The highest.
  func high(_ width: Int, _ height: Int) -> Quote? {
    points.last { $0.size == Resolution(width: width, height: height) && !$0.isFast }.map { Quote(ladder: self, point: $0) }
  }

  /// The lowest and the highest bitrate that it has for a size at up to 30 frames per second: between its sizes in proportion of logarithms, beyond
  /// them by the power rule.
  package func range(_ pixels: Int) -> (low: Bitrate, high: Bitrate)? {
    guard let low = lines.first?.bitrate(pixels), let high = lines.last?.bitrate(pixels) else { return nil }
    return (low, high)
  }

  /// The same of all published ladders of a codec.
  package static func range(_ codec: VideoCodec, _ pixels: Int) -> (low: Bitrate, high: Bitrate)? {
    let ranges = all.filter { $0.codec == codec }.compactMap { $0.range(pixels) }
    guard let low = ranges.map(\.low).min(), let high = ranges.map(\.high).max() else { return nil }
    return (low, high)
  }
}
