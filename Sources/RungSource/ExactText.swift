/// Text by its code points. For Swift a `'` followed by an accent is one character, and not `'`; a shell, a terminal or a
/// reader of Markdown sees a `'`, and then something else.
extension StringProtocol {
  package func exactRange(of text: String) -> Range<String.Index>? { utf8.firstRange(of: text.utf8) }

  package func replacingExactly(_ old: String, with new: String) -> String {
    var result = ""
    var rest = self[...]
    while let range = rest.exactRange(of: old) {
      result += String(rest[..<range.lowerBound]) + new
      rest = rest[range.upperBound...]
    }
    return result + String(rest)
  }
}
