import RungTestSupport

/// A text that somebody types into, and each change as the protocol has it.
struct TypedText {
  private var scalars: [Unicode.Scalar]
  private static let pieces = [
    "a", " ", "  ", "\n", "\r\n", "\n  ", ":", ": ", "- ", "{", "}", "[", "]", ",", "\"", "'", "#", "# rung: allow ladder/gop-mismatch -- x\n", "ä", "📺", "e\u{301}", "\t", "&a ", "*a", "2s", "3000k",
    "25", "fps: 30\n", "targets: [tenbyte, mkio]\n", "ladder:\n", "    - {name: 360p, resolution: 640x360, bitrate: 800k}\n", "extends: base.yaml\n", "---\n", "null", "rung: 1\n", "|\n", "\u{200B}", "name: ",
  ]

  init(_ text: String) { scalars = Array(text.unicodeScalars) }

  var text: String {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars)
    return String(text)
  }

  /// Changes some of it.
  ///
  /// - Returns: the change, with its range in UTF-16.
  mutating func edit(_ random: inout SplitMix) -> [String: Any] {
    var lower = Int.random(in: 0...scalars.count, using: &random)
    var upper = min(scalars.count, lower + (Int.random(in: 0..<3, using: &random) == 0 ? Int.random(in: 0..<12, using: &random) : 0))
    // No position is between CR and LF.
    if lower > 0, lower < scalars.count, scalars[lower - 1] == "\r", scalars[lower] == "\n" { lower -= 1 }
    if upper > 0, upper < scalars.count, scalars[upper - 1] == "\r", scalars[upper] == "\n" { upper += 1 }
    let piece = Self.pieces.randomElement(using: &random) ?? ""
    let change: [String: Any] = ["range": ["start": position(lower), "end": position(upper)], "text": piece]
    scalars.replaceSubrange(lower..<upper, with: piece.unicodeScalars)
    return change
  }

  private func position(_ index: Int) -> [String: Int] {
    var (line, units) = (0, 0)
    for at in 0..<index {
      let isEnd = scalars[at] == "\n" || scalars[at] == "\r" && !(at + 1 < scalars.count && scalars[at + 1] == "\n")
      if isEnd { (line, units) = (line + 1, 0) } else { units += scalars[at].value > 0xFFFF ? 2 : 1 }
    }
    return ["line": line, "character": units]
  }
}
