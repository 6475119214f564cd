internal import RungSource
internal import RungSpec

/// The page about the streams of one text or of several: everything in one file, without scripts and without anything from elsewhere.
package enum ReportPage {
  package static func text(_ content: ReportContent) -> String {
    let isSingle = content.streams.count == 1
    let title = isSingle ? content.streams.first.map { HTMLText($0.findings).plain($0.name) } ?? "" : plain(content.title, content)
    var tally = FindingTally()
    // What concerns the whole comes first.
    let ofFiles = content.texts.filter { !$0.findings.diagnostics.isEmpty || content.texts.count == 1 }.map { text in
      let words = HTMLText(text.findings)
      let heading = content.texts.count > 1 ? "<h3>\(words.plain(text.file))</h3>\n" : ""
      return heading + FindingList(text.findings, file: text.file, words).text(heading: content.texts.count > 1 ? 4 : 3, &tally)
    }.joined()
    let sections = content.streams.enumerated().map { StreamSection($1, number: $0 + 1, of: content, &tally) }
    var text = head(title)
    text += "<body>\n<a class=\"skip\" href=\"#report\">Skip to the report</a>\n\(ReportMatrix.symbols)"
    text += "<header>\n<p class=\"eyebrow\">Rung report</p>\n<h1>\(title)</h1>\n"
    if isSingle { text += "<p class=\"path\">\(plain(content.streams[0].file, content))</p>\n" }
    text += counts(content) + "</header>\n"
    text += navigation(content, sections)
    text += "<main id=\"report\">\n"
    if content.streams.isEmpty || content.hasFindings {
      let heading = content.streams.isEmpty ? "Findings" : content.wholeHeading
      text += "<section class=\"part\" aria-labelledby=\"findings\">\n<h2 id=\"findings\">\(heading)</h2>\n"
      text += (content.streams.isEmpty ? "<p>There is no stream in \(content.texts.count == 1 ? "this file" : "these files").</p>\n" : "") + ofFiles + "</section>\n"
    }
    for section in sections { text += section.text }
    if content.undrawn > 0 {
      let (count, verb) = content.undrawn == 1 ? ("1 stream more is", "it") : ("\(content.undrawn) streams more are", "them")
      let mend = content.texts.count > 1 ? "name fewer files" : "move \(verb) to \(content.undrawn == 1 ? "its own file" : "their own files")"
      text += "<p>\(count) in \(content.texts.count == 1 ? "this file" : "these files") and not drawn; \(mend) to draw \(verb).</p>\n"
    }
    text += "</main>\n<footer>\n<p>Drawn by <code>rung report</code>, from the \(content.texts.count == 1 ? "file" : "files") alone. \(plain(content.edition, content)). "
    text += "The same as text: <code>rung ladder inspect</code>, <code>rung ladder preview</code>, <code>rung matrix</code>, "
    text += "<code>rung check</code>.</p>\n</footer>\n</body>\n</html>\n"
    return text
  }

  /// Without secrets of any text.
  private static func plain(_ text: String, _ content: ReportContent) -> String {
    content.texts.count == 1 ? HTMLText(content.texts[0].findings).plain(text) : HTMLText.escaped(text)
  }

  /// The policy keeps a browser from fetching or running anything, should a way be found to put it here.
  static func head(_ title: String) -> String {
    """
    <!DOCTYPE html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="referrer" content="no-referrer">
    <title>\(title): Rung report</title>
    <style>
    \(ReportStyle.text)</style>
    </head>

    """
  }

  private static func counts(_ content: ReportContent) -> String {
    let all = content.texts.flatMap(\.findings.diagnostics) + content.streams.flatMap(\.findings.diagnostics)
    let kinds: [(Severity, String)] = [(.error, "error"), (.warning, "warning"), (.note, "note")]
    let parts = kinds.compactMap { severity, noun -> String? in
      let count = all.filter { $0.severity == severity }.count
      return count == 0 ? nil : "<span class=\"\(noun)\">\(count) \(noun)\(count == 1 ? "" : "s")</span>"
    }
    let suppressed = (content.texts.map(\.findings) + content.streams.map(\.findings)).reduce(0) { $0 + $1.suppressed }
    let rest = suppressed == 0 ? "" : " <span>\(suppressed) suppressed</span>"
    return "<p class=\"counts\">\(parts.isEmpty ? "<span>No findings</span>" : parts.joined(separator: " "))\(rest)</p>\n"
  }

  private static func navigation(_ content: ReportContent, _ sections: [StreamSection]) -> String {
    var links: [(to: String, text: String)] = []
    if sections.count == 1, let only = sections.first {
      links = only.parts.map { ($0.id, $0.heading) }
    } else {
      if content.hasFindings { links.append(("findings", content.wholeHeading)) }
      links += sections.map { ($0.id, $0.title) }
    }
    guard links.count > 1 else { return "" }
    return "<nav aria-label=\"Contents\">\n<ul>\n" + links.map { "<li><a href=\"#\($0.to)\">\($0.text)</a></li>\n" }.joined() + "</ul>\n</nav>\n"
  }
}

extension ReportContent {
  /// Whether anything is said of a text as a whole.
  fileprivate var hasFindings: Bool { texts.contains { !$0.findings.diagnostics.isEmpty } }
  fileprivate var wholeHeading: String { texts.count == 1 ? "Findings about the file as a whole" : "Findings about files as a whole" }
}

extension ReportStream {
  var name: String { inspection.name ?? "A stream without a name" }
}

/// One stream on the page: its ladder, its segments, its providers, its findings.
private struct StreamSection {
  let id: String
  /// Escaped.
  let title: String
  let parts: [(id: String, heading: String, text: String)]
  private let facts: String
  private let isOnly: Bool

  init(_ stream: ReportStream, number: Int, of content: ReportContent, _ tally: inout FindingTally) {
    let words = HTMLText(stream.findings)
    let id = "stream-\(number)"
    self.id = id
    title = words.plain(stream.name)
    isOnly = content.streams.count == 1
    // Below the heading of the stream, which one alone does without.
    let level = isOnly ? 2 : 3
    let path = content.texts.count > 1 && !isOnly ? "<p class=\"path\">\(words.plain(stream.file))</p>\n" : ""
    facts = path + Self.facts(stream, words)
    let findings = FindingList(stream.findings, file: stream.file, words)
    let parts = [
      ("findings", "Findings", findings.text(heading: level + 1, &tally)),
      ("ladder", "Ladder", Self.ladder(stream, id, level + 1, words)),
      ("segments", "Keyframes and segments", Self.timelines(stream, id, level + 1, words)),
      ("delivered", "Asked for and delivered", ReportDelivered(stream.delivered, id: "\(id)-delivered").text(level: level + 1, words)),
      ("providers", "Providers", ReportMatrix(stream.matrix, targets: stream.targets, id: "\(id)-matrix", words).text),
    ]
    self.parts = parts.filter { !$0.2.isEmpty }.map { ("\(id)-\($0.0)", $0.1, $0.2) }
  }

  var text: String {
    let level = isOnly ? 2 : 3
    var text =
      isOnly
      ? "<div class=\"stream only\" id=\"\(id)\">\n"
      : "<section class=\"stream\" id=\"\(id)\" aria-labelledby=\"\(id)-name\">\n<h2 id=\"\(id)-name\">\(title)</h2>\n"
    text += facts
    for part in parts {
      text += "<section aria-labelledby=\"\(part.id)\">\n<h\(level) id=\"\(part.id)\">\(part.heading)</h\(level)>\n\(part.text)</section>\n"
    }
    return text + (isOnly ? "</div>\n" : "</section>\n")
  }

  private static func facts(_ stream: ReportStream, _ words: HTMLText) -> String {
    let each = (stream.facts + sums(of: stream)).map { "<div><dt>\(words.plain($0.title))</dt><dd>\(words.plain($0.text))</dd></div>\n" }
    return "<dl class=\"facts\">\n\(each.joined())</dl>\n"
  }

  private static func sums(of stream: ReportStream) -> [ReportStream.Fact] {
    let totals = stream.totals
    var facts: [ReportStream.Fact] = []
    if let ladder = totals.ladder { facts.append(.init("all renditions", ladder.prose)) }
    if let ingest = totals.ingest { facts.append(.init("encoder sends", ingest.prose)) }
    if let lowest = totals.lowest, let highest = totals.highest {
      let range = lowest == highest ? "" : "\(PreviewText.megabits(lowest)) to "
      facts.append(.init("per viewer, on average", range + PreviewText.megabits(highest)))
    }
    if !stream.inspection.renditions.isEmpty {
      facts.append(.init("per viewer and hour, at most", totals.hourAtMost?.text ?? "no upper bound: a maximum is not set"))
    }
    if let window = totals.window { facts.append(.init("rewind window", window.text)) }
    if let archive = totals.archive {
      facts.append(.init("rewind archive, on average", archive.text))
      if let most = totals.archiveAtMost { facts.append(.init("rewind archive, at most", most.text)) }
    }
    return facts
  }

  private static func ladder(_ stream: ReportStream, _ id: String, _ level: Int, _ words: HTMLText) -> String {
    guard !stream.inspection.renditions.isEmpty else { return "<p>The spec has no ladder.</p>\n" }
    var text = stream.inspection.isIngest ? "<p>What the encoder sends is the ladder.</p>\n" : ""
    for (index, plot) in ReportPlot.all(of: stream.inspection, stream.references).enumerated() {
      text += "<h\(level)>\(words.plain(plot.heading))</h\(level)>\n\(plot.text(id: "\(id)-plot-\(index + 1)", words))"
    }
    return text + ReportTables.ladder(stream.inspection, id: "\(id)-table", words)
  }

  private static func timelines(_ stream: ReportStream, _ id: String, _ level: Int, _ words: HTMLText) -> String {
    ReportTimelines.all(of: stream.inspection).enumerated().map { index, timelines in
      "<h\(level)>\(words.plain(timelines.heading))</h\(level)>\n\(timelines.text(id: "\(id)-time-\(index + 1)", words))"
    }.joined()
  }
}
