/// The bitrate of every size at up to 30 frames per second, for one codec and one kind of content: a line through numbers of published ladders.
package struct BitrateCurve: Sendable {
  /// A size with its bitrate, and the published numbers that it is: one, or two that it lies between.
  package struct Point: Sendable {
    package let size: Resolution
    package let quotes: [PublishedLadder.Quote]

    /// The number, or the geometric mean of the two.
    package var bitrate: Bitrate {
      let logarithms = quotes.map { BinaryLogarithm.of($0.point.bitrate.bitsPerSecond) }
      if quotes.count == 1 { return quotes[0].point.bitrate }
      return Bitrate(bitsPerSecond: BinaryLogarithm.number(logarithms.reduce(0, +) / Swift.max(1, logarithms.count)))
    }
  }

  /// Smallest first.
  package let points: [Point]
  private let codec: VideoCodec
  private let line: Line?

  init(_ codec: VideoCodec, _ points: [Point]) {
    self.codec = codec
    self.points = points.sorted { $0.size.pixels < $1.size.pixels }
    line = Line(points.map { ($0.size.pixels, $0.bitrate) })
  }

  /// On the line, and never below the lowest or above the highest of the published ladders, which do not all change where the line does.
  package func bitrate(of size: Resolution) -> Bitrate {
    guard let bitrate = line?.bitrate(size.pixels), let range = PublishedLadder.range(codec, size.pixels) else { return Bitrate(bitsPerSecond: 0) }
    return Swift.min(Swift.max(bitrate, range.low), range.high)
  }

  /// The names of the ladders that it takes numbers from, in the order of its sizes from the largest on.
  package var sources: [String] {
    points.reversed().flatMap(\.quotes).map(\.ladder.name).reduce(into: []) { names, name in if !names.contains(name) { names.append(name) } }
  }

  /// Bitrates over pixels, straight between its points where both scales are logarithmic, and beyond its ends with the power of ¾, by which
  /// bitrates grow with frames: twice the pixels take 2^¾ = 1.68 times the bits.
  struct Line: Sendable {
    private let points: [(pixels: Int, bits: Int)]

    /// Nil without a point.
    init?(_ points: [(pixels: Int, bitrate: Bitrate)]) {
      guard !points.isEmpty else { return nil }
      self.points = points.sorted { $0.pixels < $1.pixels }.map { (BinaryLogarithm.of(Int64($0.pixels)), BinaryLogarithm.of($0.bitrate.bitsPerSecond)) }
    }

    func bitrate(_ pixels: Int) -> Bitrate {
      let place = BinaryLogarithm.of(Int64(pixels))
      let bits: Int
      if let next = points.firstIndex(where: { $0.pixels >= place }) {
        let upper = points[next]
        if next == 0 {
          bits = upper.bits - (upper.pixels - place) * 3 / 4
        } else {
          let lower = points[next - 1]
          bits = lower.bits + (upper.bits - lower.bits) * (place - lower.pixels) / (upper.pixels - lower.pixels)
        }
      } else {
        let last = points[points.count - 1]
        bits = last.bits + (place - last.pixels) * 3 / 4
      }
      return Bitrate(bitsPerSecond: BinaryLogarithm.number(bits))
    }
  }
}
