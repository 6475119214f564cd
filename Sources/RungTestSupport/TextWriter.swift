/// Writes trees as YAML in the ways that people do: blocks and flow collections, every style of scalar, comments and empty lines, lists as far in as
/// their key and further.
package struct TextWriter {
  private var random: SplitMix

  package init(seed: UInt64) { random = SplitMix(seed: seed) }

  /// Of one document, or two.
  package mutating func text() -> String {
    var text = oneIn(8) ? filler() + "---\n" : ""
    text += filler() + document()
    if oneIn(10) { text += "---\n" + document() }
    if oneIn(8) { text.removeLast() }
    return text
  }

  /// A mapping to stand below a key.
  ///
  /// - Parameter indent: how far in its keys are.
  package mutating func block(indent: Int) -> String { mapping(indent: indent, depth: 0) }

  /// With one character more, less, or another one.
  package mutating func changed(_ text: String) -> String {
    var scalars = Array(text.unicodeScalars)
    guard !scalars.isEmpty else { return text }
    let index = number(scalars.count)
    switch number(3) {
    case 0: scalars.remove(at: index)
    case 1: scalars.insert(Self.signs[number(Self.signs.count)], at: index)
    default: scalars[index] = Self.signs[number(Self.signs.count)]
    }
    var changed = String.UnicodeScalarView()
    changed.append(contentsOf: scalars)
    return String(changed)
  }

  private static let signs = Array("  \n\n\t\r:-#,[]{}'\"|>&*!?%@`~<.ax0é\u{85}\u{2028}\\".unicodeScalars)
  private static let plain = [
    "a", "1920x1080", "48 kHz", "4.0", "-1", "-.5", ".5", "~", "null", "true", "${env:KEY}", "https://example.com/a?b=c#d", "a#b", "a:b", "é ü", "日本語 text", "x  y", "s3://h/p", "(a)", "a, b", "a [b]", "a{b}", "$x", "<<", "=", "-a-",
    "12:30", "a & b", "a * b", "it's", "a \"b\" c", "100%", "\\n", "--x", "a -b", "a - b", "+1", "/", "...", "_",
  ]
  private static let flow = ["a", "1080p", "48 kHz", "-1", "4.0", "12:30", "https://example.com/a", "é", "x y  z", "~", "a-b", "a & b", "it's", "$x", "(a)", "a.b"]
  private static let quoted = ["", "a", "4.0", " a ", "# b", "a: b", "[", "é", "- ", "---", "a, b", "x # y", "# rung: allow a", "%"]
  private static let keys = ["a", "b", "name", "bitrate", "x-y", "k_1", "0", "a.b", "a/b", "true", "null", "\"a b\"", "'c'", "\"é\"", "\"<<\"", "'x: y'"]

  private mutating func document() -> String {
    oneIn(6) ? list(indent: 0, depth: 0) : mapping(indent: 0, depth: 0)
  }

  /// Each line with its indentation, and the end of the last one.
  private mutating func mapping(indent: Int, depth: Int) -> String {
    var keys = Self.keys
    var text = ""
    for _ in 0...number(3) {
      let key = keys.remove(at: number(keys.count))
      text += spaces(indent) + key + ":" + value(indent: indent, depth: depth, isOfMapping: true) + filler()
    }
    return text
  }

  private mutating func list(indent: Int, depth: Int) -> String {
    var text = ""
    for _ in 0...number(3) {
      let gap = 1 + (oneIn(5) ? number(3) : 0)
      text += spaces(indent) + "-"
      if depth < 4, oneIn(3) {
        let inner = indent + 1 + gap
        let block = oneIn(3) ? list(indent: inner, depth: depth + 1) : mapping(indent: inner, depth: depth + 1)
        text += block.dropFirst(indent + 1)
      } else {
        text += value(indent: indent, depth: depth, isOfMapping: false)
      }
      text += filler()
    }
    return text
  }

  /// Behind a colon or a dash, to the end of the line or of the lines below.
  private mutating func value(indent: Int, depth: Int, isOfMapping: Bool) -> String {
    if depth < 4, oneIn(3) {
      let inner = indent + 1 + number(3)
      let lower = isOfMapping && oneIn(2) ? indent : inner
      return ending() + filler() + (oneIn(3) ? list(indent: lower, depth: depth + 1) : mapping(indent: inner, depth: depth + 1))
    }
    let gap = spaces(1 + (oneIn(6) ? number(3) : 0))
    switch number(9) {
    case 0: return ending()
    case 1: return gap + flowList(0) + ending()
    case 2: return gap + flowMapping(0) + ending()
    case 3: return gap + quotedText() + ending()
    case 4: return gap + blockScalar(indent: indent)
    default: return gap + one(Self.plain) + ending()
    }
  }

  private mutating func flowValue(_ depth: Int) -> String {
    switch number(depth > 2 ? 4 : 6) {
    case 0: quotedText()
    case 4: flowList(depth + 1)
    case 5: flowMapping(depth + 1)
    default: one(Self.flow)
    }
  }

  private mutating func flowList(_ depth: Int) -> String {
    let members = (0..<number(4)).map { _ in flowValue(depth) }
    return "[" + spaces(number(2)) + members.joined(separator: oneIn(4) ? " , " : ", ") + spaces(number(2)) + "]"
  }

  private mutating func flowMapping(_ depth: Int) -> String {
    var keys = Self.keys
    let members = (0..<number(4)).map { _ in keys.remove(at: number(keys.count)) + ": " + flowValue(depth) }
    return "{" + spaces(number(2)) + members.joined(separator: ",") + spaces(number(2)) + "}"
  }

  private mutating func quotedText() -> String {
    let quote = oneIn(2) ? "'" : "\""
    return quote + one(Self.quoted) + quote
  }

  private mutating func blockScalar(indent: Int) -> String {
    let width = indent + 1 + number(4)
    var text = one(["|", ">"]) + one(["", "-", "+"]) + "\n" + spaces(width) + "first # line\n"
    for _ in 0..<number(6) {
      switch number(5) {
      case 0: text += spaces(number(width + 1)) + "\n"
      case 1: text += spaces(width + number(3)) + "  further in\n"
      case 2: text += spaces(width + number(3)) + "\n"
      default: text += spaces(width) + one(["text", "a: b", "- c", "# no comment", "# rung: allow no", "é  ", "'", "{", "\\", "---"]) + "\n"
      }
    }
    return text
  }

  private mutating func ending() -> String {
    switch number(8) {
    case 0: " # comment\n"
    case 1: "  #rung: allow x # rung: allow y\n"
    case 2: "  \n"
    default: "\n"
    }
  }

  /// Lines without content.
  private mutating func filler() -> String {
    switch number(8) {
    case 0: "\n"
    case 1: spaces(number(6)) + "# a comment, ∂é\tand to its end: [\n"
    case 2: spaces(number(6)) + "\n"
    case 3: "# rung: allow a/b -- why\n"
    default: ""
    }
  }

  private mutating func number(_ limit: Int) -> Int { Int.random(in: 0..<limit, using: &random) }
  private mutating func oneIn(_ times: Int) -> Bool { number(times) == 0 }
  private mutating func one(_ texts: [String]) -> String { texts[number(texts.count)] }
  private func spaces(_ count: Int) -> String { String(repeating: " ", count: count) }
}
