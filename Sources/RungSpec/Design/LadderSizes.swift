/// The sizes that a ladder may have below a source.
package enum LadderSizes {
  /// Short sides where nothing else is requested: those of Apple's ladder (1.25), and 270 and 180, which LiveKit's layers and
  /// MK.IO's presets use.
  package static let usualSides = [2160, 1440, 1080, 720, 540, 432, 360, 270, 234, 180]
  /// The smallest size of any published ladder.
  package static let leastSide = 180
  /// A ladder that reaches this has a rendition for every connection.
  package static let lowSide = 240

  /// Largest first: no side above the source's, both even, the source's aspect ratio as nearly as possible.
  ///
  /// - Parameter heights: the only accepted ones; nil for any.
  package static func below(_ source: Resolution, heights: [Int]?, widest: Int?) -> [Resolution] {
    var sizes: [Resolution] = []
    if let heights {
      sizes = heights.compactMap { height in
        height <= source.height ? Resolution(width: even(source.width * height, over: source.height), height: height) : nil
      }
    } else {
      // The source's own size, and the usual ones below it.
      let own = Swift.min(source.width, source.height)
      sizes = ([own] + usualSides.filter { $0 < own }).map { side in
        source.width >= source.height
          ? Resolution(width: even(source.width * side, over: source.height), height: side)
          : Resolution(width: side, height: even(source.height * side, over: source.width))
      }
    }
    return sizes.filter { size in
      (size == source || size.shortSide >= leastSide) && size.width <= Swift.min(source.width, widest ?? .max) && size.height <= source.height
        && (size.width | size.height) & 1 == 0
    }.sorted { $0.pixels > $1.pixels }
  }

  /// The nearest even number, halves up.
  private static func even(_ top: Int, over bottom: Int) -> Int { Swift.max(2, (top + bottom) / (2 * bottom) * 2) }
}

extension Resolution {
  package var shortSide: Int { Swift.min(width, height) }

  /// Whether it is no larger than another, one of them turned where that helps.
  package func fits(in largest: Resolution) -> Bool {
    Swift.max(width, height) <= Swift.max(largest.width, largest.height) && shortSide <= largest.shortSide
  }
}
