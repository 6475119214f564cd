package import RungSource

/// Findings as text: header, place, source line with carets, and what belongs to it.
package struct TextDiagnostics {
  private let sources: SourceMap
  private let mask: SecretMask
  private let style: TextStyle
  private var views: [FileID: SourceView] = [:]
  /// Columns of a source line where no terminal sets the width.
  private static let pipeWidth = 200

  package init(sources: SourceMap, secrets: Set<Span>, style: TextStyle = .plain) {
    self.sources = sources
    self.style = style
    mask = SecretMask(secrets, in: sources)
  }

  /// - Returns: several lines, the last one ended.
  package mutating func text(_ diagnostic: Diagnostic) -> String {
    let severity = style.role(of: diagnostic.severity)
    let place = position(diagnostic.span)
    let margin = String(place.line).utf8.count
    var text = style.paint("\(diagnostic.severity.name)[\(diagnostic.id)]", severity)
    text += style.paint(": \(shown(diagnostic.message))", .strong) + "\n"
    text += String(repeating: " ", count: margin) + style.paint("-->", .gutter) + " \(place.text)\n"
    text += snippet(diagnostic.span, line: place.line, margin: margin, severity)
    for note in diagnostic.notes {
      let at = note.span.map { " (\(position($0).text))" } ?? ""
      text += remark("note", shown(note.text) + at, margin)
    }
    if let help = diagnostic.help { text += remark("help", shown(help), margin) }
    for fix in diagnostic.fixIts { text += remark("help", "fix: " + shown(fix.title), margin) }
    let source = diagnostic.citation.map { shown($0.text) + "; " } ?? ""
    text += remark("see", "\(source)rung explain \(diagnostic.id)", margin)
    return text
  }

  private func shown(_ text: String) -> String { VisibleText.of(mask.masked(text)) }

  private mutating func position(_ span: Span) -> (line: Int, text: String) {
    let position = view(span.file) { $0.position(of: span.lower) }
    return (position.line, "\(VisibleText.of(sources[span.file].name)):\(position.line):\(position.column)")
  }

  private mutating func view<Result>(_ id: FileID, _ work: (inout SourceView) -> Result) -> Result {
    var view = views.removeValue(forKey: id) ?? SourceView(sources[id], secrets: mask.ranges(in: id))
    defer { views[id] = view }
    return work(&view)
  }

  private mutating func snippet(_ span: Span, line: Int, margin: Int, _ severity: TextStyle.Role) -> String {
    let room = (style.width.map { max(40, $0 - margin - 3) }) ?? Self.pipeWidth
    let excerpt = view(span.file) { $0.excerpt(span, width: room) }
    let blank = String(repeating: " ", count: margin)
    let bar = style.paint("\(blank) |", .gutter)
    var text = "\(bar)\n" + style.paint("\(line) |", .gutter) + (excerpt.text.isEmpty ? "" : " \(excerpt.text)") + "\n"
    var carets = String(repeating: "^", count: excerpt.carets)
    if let last = excerpt.lastLine { carets += "… to line \(last)" }
    text += bar + String(repeating: " ", count: excerpt.indent + 1) + style.paint(carets, severity) + "\n"
    return text
  }

  private func remark(_ label: String, _ body: String, _ margin: Int) -> String {
    let indent = margin + 3 + label.utf8.count + 2
    let start = String(repeating: " ", count: margin) + style.paint(" =", .gutter) + " " + style.paint(label, .strong) + ": "
    let separator = "\n" + String(repeating: " ", count: indent)
    return start + style.wrapped(body, indent: indent).joined(separator: separator) + "\n"
  }
}
