internal import RungProviders

/// YAML with comments, line by line. Its values are Rung's own: numbers, words and flow mappings that need no quotes.
struct DesignPage {
  private(set) var text = ""

  private static let width = 118

  mutating func line(_ line: String) { text += line + "\n" }

  mutating func blank() { text += "\n" }

  /// Keys one below the other, with remarks in a column of their own.
  mutating func lines(_ lines: [SpecLine], at indent: Int = 0) {
    let space = String(repeating: " ", count: indent)
    let written = lines.map { ($0.value.isEmpty ? "\(space)\($0.key):" : "\(space)\($0.key): \($0.value)", $0.remark) }
    // A long line keeps its remark to itself, above it, instead of pushing all others to the right.
    let column = written.filter { $0.1 != nil }.map(\.0.count).filter { $0 <= 60 }.max() ?? 0
    for (start, remark) in written {
      guard let remark else {
        line(start)
        continue
      }
      if start.count > column || Swift.max(column, start.count) + remark.count + 4 > Self.width {
        self.remark(remark, at: indent)
        line(start)
      } else {
        line(start + String(repeating: " ", count: column - start.count + 2) + "# \(remark)")
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
