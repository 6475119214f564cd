package import RungSource

/// Rules as `rung rules` and `rung explain` show them.
package enum RuleText {
  /// A general rule that a rule pack has among its requirements.
  package typealias Adopted = (id: RuleID, pack: String, severity: Severity, citation: Citation)

  package static func list(_ rules: [RuleInfo], _ adopted: [Adopted] = [], style: TextStyle = .plain) -> String {
    let width = rules.map(\.id.rawValue.utf8.count).max() ?? 0
    var text = ""
    for rule in rules {
      text += line(rule.id, width, rule.severity, rule.summary, style)
      let packs = adopted.filter { $0.id == rule.id }.map { "\($0.pack): \($0.severity.name)" }
      text += packs.isEmpty ? "\n" : " [\(packs.joined(separator: ", "))]\n"
    }
    return text
  }

  /// What one rule pack requires: its own rules, and the adopted ones with its severity and its citation.
  package static func required(_ rules: [RuleInfo], _ adopted: [Adopted], style: TextStyle = .plain) -> String {
    let width = rules.map(\.id.rawValue.utf8.count).max() ?? 0
    var text = ""
    for rule in rules {
      let adoption = adopted.first { $0.id == rule.id }
      text += line(rule.id, width, adoption?.severity ?? rule.severity, (adoption?.citation ?? rule.citation)?.locator ?? "", style) + "\n"
    }
    return text
  }

  private static func line(_ id: RuleID, _ width: Int, _ severity: Severity, _ words: String, _ style: TextStyle) -> String {
    "\(id.rawValue.padded(to: width))  \(style.paint(severity.name.padded(to: 7), style.role(of: severity)))  \(words)"
  }

  /// - Parameter id: the requested name: a shared rule has one for each provider.
  /// - Parameter adopted: the rule packs that require it.
  package static func explain(
    _ rule: RuleInfo, as id: RuleID, _ adopted: [Adopted] = [], style: TextStyle = .plain
  ) -> String {
    var text = style.paint("\(rule.severity.name)[\(id)]", style.role(of: rule.severity))
    text += style.paint(": \(rule.summary)", .strong) + "\n\n"
    text += paragraph(rule.why, style)
    for example in rule.bad {
      text += "\nWrong\(asBody(example)):\n\n" + marked(example.text, style)
      if let mended = example.mended { text += "\nFixed:\n\n" + numbered(mended, style) }
    }
    for example in rule.good { text += "\nRight\(asBody(example)):\n\n" + numbered(example.text, style) }
    if let citation = rule.citation {
      let url = citation.url.map { " <\($0)>" } ?? ""
      let checked = citation.checked.map { ", checked \($0)" } ?? ""
      text += "\n" + paragraph("Source: \(citation.text)\(checked)\(url)", style)
    } else if rule.family == nil {
      text += "\n" + paragraph("Source: \(source(of: rule))", style)
    }
    for adoption in adopted where adoption.id == rule.id {
      text += "\n" + paragraph("Required by `\(adoption.pack)` (\(adoption.severity.name)): \(adoption.citation.text)", style)
    }
    return text
  }

  /// What an example is, where it is not a spec.
  static func asBody(_ example: Example) -> String { example.request.map { ", as a body of \($0)" } ?? "" }

  /// The source of a shared rule's facts.
  static func source(of rule: RuleInfo) -> String {
    rule.bad.contains { $0.request != nil }
      ? "each request's own documents, which the finding names; its schema: `rung schema`" : "each provider's published limits, see `rung providers NAME`"
  }

  static func paragraph(_ text: String, _ style: TextStyle) -> String {
    style.wrapped(text, indent: 0).joined(separator: "\n") + "\n"
  }

  static func numbered(_ text: String, _ style: TextStyle) -> String {
    draw(Array(text.utf8), marks: nil, style)
  }

  /// An example whose `⟦marks⟧` become carets.
  static func marked(_ text: String, _ style: TextStyle) -> String {
    var bytes: [UInt8] = []
    var lower: Int?
    var range: Range<Int>?
    for scalar in text.unicodeScalars {
      switch scalar {
      case "⟦": lower = bytes.count
      case "⟧": range = lower.map { $0..<bytes.count }
      default: bytes += Array(String(scalar).utf8)
      }
    }
    return draw(bytes, marks: range, style)
  }

  private static func draw(_ bytes: [UInt8], marks: Range<Int>?, _ style: TextStyle) -> String {
    let id = FileID(index: 0)
    let view = SourceView(SourceFile(name: "example", bytes: bytes), secrets: [])
    let map = LineMap(bytes)
    var last = map.lineCount
    if last > 1, map.line(last).isEmpty, marks?.lowerBound != bytes.count { last -= 1 }
    let markedLine = marks.map { map.lineNumber(of: UInt32(clamping: $0.lowerBound)) }
    let margin = String(last).utf8.count
    var text = ""
    for line in 1...last {
      let start = map.contentRange(ofLine: line).lowerBound
      let span =
        markedLine == line
        ? SourceSpan(file: id, lower: marks?.lowerBound ?? start, upper: marks?.upperBound ?? start)
        : SourceSpan(file: id, lower: start, upper: start)
      let excerpt = view.excerpt(span, width: 400)
      let number = .blanks(margin - String(line).utf8.count) + String(line)
      text += style.paint("\(number) |", .gutter) + (excerpt.text.isEmpty ? "" : " \(excerpt.text)") + "\n"
      guard markedLine == line else { continue }
      let carets = String(repeating: "^", count: excerpt.carets)
      text += style.paint(.blanks(margin) + " |", .gutter)
      text += .blanks(excerpt.indent + 1) + style.paint(carets, .error) + "\n"
    }
    return text
  }
}
