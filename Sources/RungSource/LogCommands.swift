/// What CI systems interpret as a command in a log: text from outside must not be able to give one.
///
/// GitHub Actions obeys `::warning::` at the start of a line, blanks before it not counted, and `##[error]` anywhere in it;
/// Azure Pipelines obeys `##vso[…]` anywhere, TeamCity `##teamcity[…]`.
package enum LogCommands {
  /// The text with every `##word[` broken up.
  ///
  /// - Parameter hash: how the second `#` is written.
  package static func defused(_ text: String, hash: String = #"\u{23}"#) -> String {
    guard holdsPair(of: UInt8(ascii: "#"), text) else { return text }
    var result = ""
    var rest = text.utf8[...]
    while let start = next(in: rest) {
      let second = rest.index(after: start)
      result += String(Substring(rest[..<second])) + hash
      rest = rest[rest.index(after: second)...]
    }
    return result + String(Substring(rest))
  }

  /// The same for lines of a log, where no line may start with `::` either.
  package static func defusedLines(_ text: String) -> String {
    let text = defused(text)
    guard holdsPair(of: UInt8(ascii: ":"), text) else { return text }
    return lines(text).map { line in
      guard startsCommand(line), let colons = line.exactRange(of: "::") else { return String(line) }
      return line[..<colons.lowerBound] + #"\u{3A}:"# + line[colons.upperBound...]
    }.joined(separator: "\n")
  }

  /// Whether a line starts with `::` after any spaces.
  package static func startsCommand(_ line: Substring) -> Bool {
    line.unicodeScalars.drop { $0.properties.isWhitespace }.starts(with: "::".unicodeScalars)
  }

  /// Whether a text that keeps its lines would give a command.
  package static func areIn(_ text: String) -> Bool {
    holdsPair(of: UInt8(ascii: "#"), text) && next(in: text.utf8[...]) != nil
      || holdsPair(of: UInt8(ascii: ":"), text) && lines(text).contains { startsCommand($0) }
  }

  /// By bytes: `\r\n` is one character.
  private static func lines(_ text: String) -> [Substring] {
    text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false).map { Substring($0) }
  }

  /// Every text comes by here, and hardly any has one.
  private static func holdsPair(of wanted: UInt8, _ text: String) -> Bool {
    var text = text
    return text.withUTF8 { bytes in
      var before: UInt8 = 0
      for byte in bytes {
        if byte == wanted, before == byte { return true }
        before = byte
      }
      return false
    }
  }

  /// The first `#` of the next `##word[`, the word being empty or of letters, digits, `.`, `-` and `_`.
  private static func next(in text: Substring.UTF8View) -> String.Index? {
    var index = text.startIndex
    while index < text.endIndex {
      let second = text.index(after: index)
      if text[index] == UInt8(ascii: "#"), second < text.endIndex, text[second] == UInt8(ascii: "#") {
        let rest = text[text.index(after: second)...].drop { ($0 | 0x20) &- 0x61 < 26 || $0 &- 0x30 < 10 || ".-_".utf8.contains($0) }
        if rest.first == UInt8(ascii: "[") { return index }
      }
      index = second
    }
    return nil
  }
}
