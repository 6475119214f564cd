package import RungSource

/// Findings as text: header, place, source line with carets, and what belongs to it.
package struct TextDiagnostics {
  private let views: SourceViews
  private let mask: SecretMask
  private let style: TextStyle
  /// Columns of a source line where no terminal sets the width.
  private static let pipeWidth = 200

  package init(sources: SourceMap, secrets: Set<SourceSpan>, style: TextStyle = .plain) {
    self.style = style
    mask = SecretMask(secrets, in: sources)
    views = SourceViews(sources, hidden: mask.ranges)
  }

  /// - Returns: several lines, the last one ended.
  package func text(_ diagnostic: Diagnostic) -> String {
    var text = ""
    append(diagnostic, to: &text)
    return text
  }

  /// The same behind what is there already.
  package func append(_ diagnostic: Diagnostic, to text: inout String) {
    let severity = style.role(of: diagnostic.severity)
    let place = views.place(of: diagnostic.span)
    let margin = String(place.line).utf8.count
    text += style.paint(diagnostic.severity.name + "[" + diagnostic.id.rawValue + "]", severity)
    text += style.paint(": " + shown(diagnostic.message), .strong)
    text += "\n"
    text += .blanks(margin)
    text += style.paint("-->", .gutter)
    text += " "
    text += place.text
    let extensions = diagnostic.notes.filter(\.isExtension).compactMap { $0.span.map { views.place(of: $0).text } }
    if !extensions.isEmpty { text += " (extended by \(extensions.joined(separator: ", by ")))" }
    text += "\n"
    appendSnippet(diagnostic.span, line: place.line, margin: margin, severity, to: &text)
    for note in diagnostic.notes where !note.isExtension {
      let at = note.span.map { " (\(views.place(of: $0).text))" } ?? ""
      appendRemark("note", shown(note.text) + at, margin, to: &text)
    }
    if let help = diagnostic.help { appendRemark("help", shown(help), margin, to: &text) }
    // What to do is one line: where there is help, the fix does what it says.
    if diagnostic.help == nil { for fix in diagnostic.fixIts { appendRemark("help", shown(fix.title), margin, to: &text) } }
    let source = diagnostic.citation.map { shown($0.text) + "; " } ?? ""
    appendRemark("see", source + "rung explain " + diagnostic.id.rawValue, margin, to: &text)
  }

  private func shown(_ text: String) -> String { VisibleText.of(mask.masked(text)) }

  private func appendSnippet(
    _ span: SourceSpan, line: Int, margin: Int, _ severity: TextStyle.Role, to text: inout String
  ) {
    let room = (style.width.map { max(40, $0 - margin - 3) }) ?? Self.pipeWidth
    let excerpt = views.excerpt(span, width: room)
    let bar = style.paint("\(String.blanks(margin)) |", .gutter)
    text += bar
    text += "\n"
    text += style.paint("\(line) |", .gutter)
    if !excerpt.text.isEmpty {
      text += " "
      text += excerpt.text
    }
    text += "\n"
    text += bar
    text += .blanks(excerpt.indent + 1)
    var carets = String(repeating: "^", count: excerpt.carets)
    if let last = excerpt.lastLine { carets += "… to line \(last)" }
    text += style.paint(carets, severity)
    text += "\n"
  }

  private func appendRemark(_ label: String, _ body: String, _ margin: Int, to text: inout String) {
    let indent = margin + 3 + label.utf8.count + 2
    text += .blanks(margin)
    text += style.paint(" =", .gutter)
    text += " "
    text += style.paint(label, .strong)
    text += ": "
    var isFirst = true
    for line in style.wrapped(body, indent: indent) {
      if !isFirst {
        text += "\n"
        text += .blanks(indent)
      }
      isFirst = false
      text += line
    }
    text += "\n"
  }
}
