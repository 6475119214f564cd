/// Texts that are looked for at every place of others, however many they are.
struct SecretTexts {
  private struct Known {
    let text: [UInt8]
    /// The longest other one that this one begins with.
    let beginning: Int?
  }

  /// By their first bytes, in their order.
  private let known: [UInt32: [Known]]
  private let starts: [Bool]

  private static let shortest = 4

  /// - Parameter texts: of 4 bytes or more.
  init(_ texts: Set<[UInt8]>) {
    known = Dictionary(grouping: texts) { Self.key($0[...]) }.mapValues { texts in
      var known: [Known] = []
      for text in texts.sorted(by: { $0.lexicographicallyPrecedes($1) }) {
        var beginning = known.isEmpty ? nil : known.count - 1
        while let index = beginning, !text.starts(with: known[index].text) { beginning = known[index].beginning }
        known.append(Known(text: text, beginning: beginning))
      }
      return known
    }
    var starts = [Bool](repeating: false, count: 256)
    for key in known.keys { starts[Int(key >> 24)] = true }
    self.starts = starts
  }

  var isEmpty: Bool { known.isEmpty }

  /// The longest one at a place, so that one that holds another goes as a whole.
  ///
  /// - Parameter isMeant: which ones count.
  func longest(at index: Int, in bytes: [UInt8], where isMeant: ([UInt8]) -> Bool = { _ in true }) -> [UInt8]? {
    guard starts[Int(bytes[index])], index + Self.shortest <= bytes.count, let known = known[Self.key(bytes[index...])] else { return nil }
    let rest = bytes[index...]
    // Whatever is at the place begins the last one that is not behind it, or is that one.
    var (lower, upper) = (0, known.count)
    while lower < upper {
      let middle = (lower + upper) / 2
      if rest.lexicographicallyPrecedes(known[middle].text) { upper = middle } else { lower = middle + 1 }
    }
    var candidate = lower == 0 ? nil : lower - 1
    while let index = candidate {
      if rest.starts(with: known[index].text), isMeant(known[index].text) { return known[index].text }
      candidate = known[index].beginning
    }
    return nil
  }

  private static func key(_ bytes: ArraySlice<UInt8>) -> UInt32 { bytes.prefix(shortest).reduce(0) { $0 << 8 | UInt32($1) } }
}
