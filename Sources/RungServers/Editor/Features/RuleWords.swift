/// The ids of rules in a comment that allows findings: `# rung: allow RULE, RULE -- REASON`.
enum RuleWords {
  private static let ends = Array(" \t,".utf8)

  /// Where the ids of a comment may be: between its word and its reason; nil in any other comment.
  static func part(of comment: Range<Int>, _ lines: LineIndex) -> Range<Int>? {
    let bytes = lines.bytes
    var index = comment.lowerBound
    func skipBlanks() { while index < comment.upperBound, bytes[index] == 0x20 || bytes[index] == 0x09 { index += 1 } }
    func word() -> String {
      let start = index
      while index < comment.upperBound, !ends.contains(bytes[index]) { index += 1 }
      return lines.text(start..<index)
    }
    index += 1
    skipBlanks()
    guard word() == "rung:" else { return nil }
    skipBlanks()
    guard ["allow", "allow-file"].contains(word()) else { return nil }
    let start = index
    while index < comment.upperBound {
      skipBlanks()
      let before = index
      if word() == "--" { return start..<before }
      if index == before { index += 1 }
    }
    return start..<comment.upperBound
  }

  /// The id that a byte is in or behind.
  static func word(at offset: Int, in comment: Range<Int>, _ lines: LineIndex) -> (id: String, range: Range<Int>)? {
    guard let part = part(of: comment, lines), part.lowerBound < offset, offset <= part.upperBound else { return nil }
    var (lower, upper) = (offset, offset)
    while lower > part.lowerBound, !ends.contains(lines.bytes[lower - 1]) { lower -= 1 }
    while upper < part.upperBound, !ends.contains(lines.bytes[upper]) { upper += 1 }
    return (lines.text(lower..<upper), lower..<upper)
  }

  /// All ids of a comment.
  static func all(in comment: Range<Int>, _ lines: LineIndex) -> [(id: String, range: Range<Int>)] {
    guard let part = part(of: comment, lines) else { return [] }
    var (found, index): ([(id: String, range: Range<Int>)], Int) = ([], part.lowerBound)
    while index < part.upperBound {
      let start = index
      while index < part.upperBound, !ends.contains(lines.bytes[index]) { index += 1 }
      if index > start { found.append((lines.text(start..<index), start..<index)) }
      index += 1
    }
    return found
  }
}
