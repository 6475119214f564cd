/// A text in which `⟦` and `⟧` stand around the place that is meant.
package struct MarkedText: Sendable {
  /// The text without the marks.
  package let text: String
  /// Byte ranges between the marks, in order.
  package let ranges: [Range<Int>]

  package init(_ marked: String) {
    var bytes: [UInt8] = []
    var ranges: [Range<Int>] = []
    var open: Int?
    for character in marked {
      switch character {
      case "⟦": open = bytes.count
      case "⟧":
        if let lower = open { ranges.append(lower..<bytes.count) }
        open = nil
      default: bytes += Array(String(character).utf8)
      }
    }
    text = String(decoding: bytes, as: UTF8.self)
    self.ranges = ranges
  }
}
