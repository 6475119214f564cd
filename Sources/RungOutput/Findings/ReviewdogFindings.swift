internal import RungReading
package import RungSource

/// Findings in reviewdog's format (rdjson): columns in bytes, and fixes as suggestions.
package struct ReviewdogFindings: FindingsWriter {
  private let least: Severity
  private let rule: (RuleID) -> RuleInfo?
  private var items: [String] = []

  /// - Parameter rule: what is known of a rule.
  package init(from least: Severity, rule: @escaping (RuleID) -> RuleInfo?) { (self.least, self.rule) = (least, rule) }

  package mutating func add(_ found: FoundInText) -> String {
    let places = FindingPlaces(found)
    for finding in found.counted(from: least) {
      let place = places.place(of: finding)
      let severity = finding.severity.word("ERROR", "WARNING", "INFO")
      let help = places.help(finding).map { "\nhelp: \($0)" } ?? ""
      var members: [(String, Node)] = [
        ("message", .text(places.message(finding, at: place) + help)),
        Self.location(place.path, place.span, places), ("severity", .text(severity)),
      ]
      let url = (finding.citation ?? rule(finding.id)?.citation)?.url
      members.append(("code", .object([("value", .text(finding.id.rawValue))] + (url.map { [("url", .text($0))] } ?? []))))
      // One that is in the file of the finding: a suggestion has no path of its own.
      let suggestions = finding.fixIts.compactMap { Self.suggestion($0, in: place.span.file, places) }
      if !suggestions.isEmpty { members.append(("suggestions", .array(suggestions))) }
      let related = finding.notes.compactMap { note -> Node? in
        guard let span = note.span, places.path(span.file) != nil, span != place.span else { return nil }
        return .object([("message", .text(places.shown(note.text))), Self.location(places.sources[span.file].name, span, places)])
      }
      if !related.isEmpty { members.append(("relatedLocations", .array(related))) }
      items.append(JSONWriter.shown(.object(members), indent: 0))
    }
    return ""
  }

  package mutating func add(unreadable name: String, reason: String) {
    let item = Node.object([
      ("message", .text("the file \(VisibleText.of(reason))")), ("location", .object([("path", .text(name))])), ("severity", .text("ERROR")),
    ])
    items.append(JSONWriter.shown(item, indent: 0))
  }

  package mutating func end(_ counts: Counts) -> String {
    let list = items.isEmpty ? "[]" : "[\n\(items.joined(separator: ",\n"))\n]"
    return "{\"source\":{\"name\":\"rung\"},\"diagnostics\":\(list)}\n"
  }

  /// All edits of a fix as one, with the text between them: reviewdog takes several suggestions as choices.
  private static func suggestion(_ fix: FixIt, in file: FileID, _ places: FindingPlaces) -> Node? {
    let edits = fix.edits.sorted { $0.span.lower < $1.span.lower }
    guard let first = edits.first, let last = edits.last, edits.allSatisfy({ $0.span.file == file }), places.isApplicable(fix) else { return nil }
    var text = ""
    var end = first.span.lower
    for edit in edits {
      text += places.sources[file].text(SourceSpan(file: file, lower: end, upper: edit.span.lower)) + edit.replacement
      end = edit.span.upper
    }
    // What stands between the edits may be a secret.
    guard places.mask.masked(text) == text else { return nil }
    let span = SourceSpan(file: file, lower: first.span.lower, upper: last.span.upper)
    return .object([("range", range(span, places)), ("text", .text(text))])
  }

  private static func location(_ path: String, _ span: SourceSpan, _ places: FindingPlaces) -> (String, Node) {
    ("location", .object([("path", .text(path)), ("range", range(span, places))]))
  }

  private static func range(_ span: SourceSpan, _ places: FindingPlaces) -> Node {
    .object([("start", point(places.bytes(span.lower, in: span.file))), ("end", point(places.bytes(span.upper, in: span.file)))])
  }

  private static func point(_ position: LineMap.Position) -> Node {
    .object([("line", .number(position.line)), ("column", .number(position.column))])
  }
}
