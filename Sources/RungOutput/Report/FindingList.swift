internal import RungSource

/// Findings as a list: the message, its source line, and the help.
struct FindingList {
  private let findings: ReportFindings
  private let words: HTMLText
  private let file: String
  private let views: SourceViews

  /// A longer page would not be read.
  private static let most = 300
  private static let columns = 160

  init(_ findings: ReportFindings, file: String, _ words: HTMLText) {
    (self.findings, self.file, self.words) = (findings, file, words)
    views = SourceViews(findings.sources, hidden: words.ranges)
  }

  func text(heading level: Int, _ tally: inout FindingTally) -> String {
    guard !findings.diagnostics.isEmpty else { return "<p>No findings.</p>\n" }
    let listed = findings.diagnostics.prefix(Self.most).filter { tally.lists($0) }
    var text = listed.isEmpty ? "" : "<ol class=\"findings\">\n"
    for diagnostic in listed { text += item(diagnostic, level) }
    text += listed.isEmpty ? "" : "</ol>\n"
    let more = findings.diagnostics.count - listed.count
    if more > 0 { text += "<p>\(more) more findings: <code>rung check \(words.plain(file))</code>.</p>\n" }
    return text
  }

  private func item(_ diagnostic: Diagnostic, _ level: Int) -> String {
    let severity = diagnostic.severity.name
    var text = "<li class=\"finding \(severity)\">\n"
    text += "<h\(level)><span class=\"severity\">\(severity)</span> \(words.prose(diagnostic.message))</h\(level)>\n"
    text += "<p class=\"place\"><code>\(place(diagnostic.span))</code> <code class=\"rule\">\(words.plain(diagnostic.id.rawValue))</code></p>\n"
    text += excerpt(diagnostic.span)
    var rows: [(String, String)] = []
    for note in diagnostic.notes {
      rows.append(("note", words.prose(note.text) + (note.span.map { " <code>\(place($0))</code>" } ?? "")))
    }
    if let help = diagnostic.help { rows.append(("help", words.prose(help))) }
    for fix in diagnostic.fixIts { rows.append(("fix", words.prose(fix.title))) }
    if let citation = diagnostic.citation { rows.append(("see", words.plain(citation.text))) }
    if !rows.isEmpty {
      text += "<dl>\n" + rows.map { "<div><dt>\($0.0)</dt><dd>\($0.1)</dd></div>\n" }.joined() + "</dl>\n"
    }
    return text + "</li>\n"
  }

  private func place(_ span: SourceSpan) -> String { words.plain(views.place(of: span).text) }

  /// The line with what is marked in it, as the text for a terminal underlines it.
  private func excerpt(_ span: SourceSpan) -> String {
    let (line, excerpt) = (views.start(of: span).line, views.excerpt(span, width: Self.columns))
    var parts = ["", "", ""]
    var column = 0
    for character in excerpt.text {
      parts[column < excerpt.indent ? 0 : column < excerpt.indent + excerpt.carets ? 1 : 2].append(character)
      column += DisplayWidth.of(character)
    }
    // Secrets are masked by place already; by text as well, in case one is on the line a second time.
    let shown = parts.map { words.plain($0) }
    // At the end of a line there is nothing to mark but the place.
    let mark = "<mark>\(shown[1].isEmpty ? " " : shown[1])</mark>"
    let last = excerpt.lastLine.map { " <span class=\"until\">to line \($0)</span>" } ?? ""
    return "<pre><span class=\"line\">\(line)</span><code>\(shown[0])\(mark)\(shown[2])</code>\(last)</pre>\n"
  }
}
