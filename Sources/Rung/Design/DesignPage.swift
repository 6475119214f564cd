internal import RungProviders

/// YAML with comments, line by line. Its values are Rung's own: numbers, words and flow mappings that need no quotes.
struct DesignPage {
  private(set) var text = ""

  private static let width = 118

  mutating func line(_ line: String) { text += line + "\n" }

  mutating func blank() { text += "\n" }

  /// Keys one below the other, each with its remark.
  mutating func lines(_ lines: [SpecLine], at indent: Int = 0) {
    for one in lines {
      let start = String(repeating: " ", count: indent) + (one.value.isEmpty ? "\(one.key):" : "\(one.key): \(one.value)")
      guard let remark = one.remark else {
        line(start)
        continue
      }
      // Above a long line.
      if start.count > 60 || start.count + remark.count + 4 > Self.width {
        self.remark(remark, at: indent)
        line(start)
      } else {
        line("\(start)  # \(remark)")
      }
    }
  }

  mutating func block(_ key: String, _ lines: [SpecLine], at indent: Int = 0) {
    line(String(repeating: " ", count: indent) + "\(key):")
    self.lines(lines, at: indent + 2)
  }

  /// A comment, wrapped.
  mutating func remark(_ remark: String, at indent: Int = 0) {
    let lead = String(repeating: " ", count: indent) + "#"
    var current = lead
    for word in remark.split(separator: " ") {
      if current.count + 1 + word.count > Self.width, current != lead, current != lead + "  " {
        line(current)
        current = lead + "  "
      }
      current += " " + word
    }
    line(current)
  }

  /// The entries of `{a: b, c: {d: e}}`.
  static func entries(ofFlow text: String) -> [(key: String, value: String)] {
    var depth = 0
    var entries: [String] = [""]
    for character in text {
      switch character {
      case "{", "[": depth += 1
      case "}", "]": depth -= 1
      default: break
      }
      if depth == 0 || depth == 1 && character == "{" && entries == [""] { continue }
      if character == ",", depth == 1 { entries.append("") } else { entries[entries.count - 1].append(character) }
    }
    return entries.compactMap { entry in
      guard let colon = entry.firstIndex(of: ":") else { return nil }
      let value = entry[entry.index(after: colon)...]
      return (String(entry[..<colon].drop { $0 == " " }), String(value.drop { $0 == " " }))
    }
  }
}
