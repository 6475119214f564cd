internal import RungSource

/// Text in Markdown, or without its signs for editors that show it as it is.
enum ShownText {
  static func node(_ markdown: String, isMarkdown: Bool) -> Node {
    .object([("kind", .text(isMarkdown ? "markdown" : "plaintext")), ("value", .text(isMarkdown ? markdown : plain(markdown)))])
  }

  /// Without `**`, backslashes before signs and fences, and with the addresses of links behind their texts.
  static func plain(_ markdown: String) -> String {
    var (plain, rest) = ("", Substring(markdown))
    while let character = rest.first {
      if rest.hasPrefix("**") {
        rest = rest.dropFirst(2)
      } else if rest.hasPrefix("```") {
        // To the end of its line: the language.
        rest = rest.drop { $0 != "\n" }
      } else if character == "\\", let next = rest.dropFirst().first, next.isPunctuation || next.isSymbol {
        plain.append(next)
        rest = rest.dropFirst(2)
      } else if character == "[", let end = linkEnd(in: rest) {
        plain += Self.plain(String(rest[rest.index(after: rest.startIndex)..<end])) + " "
        rest = rest[end...].dropFirst()
      } else {
        plain.append(character)
        rest = rest.dropFirst()
      }
    }
    return plain
  }

  /// The bracket that ends the text of a link, where an address follows it.
  private static func linkEnd(in text: Substring) -> Substring.Index? {
    var depth = 0
    for index in text.indices where text[index] != "\\" {
      if text[index] == "\n" { return nil }
      if text[index] == "[" { depth += 1 }
      guard text[index] == "]" else { continue }
      depth -= 1
      if depth == 0 { return text[index...].hasPrefix("](") ? index : nil }
    }
    return nil
  }
}
