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
      let severity =
        switch finding.severity {
        case .error: "ERROR"
        case .warning: "WARNING"
        case .note: "INFO"
        }
      let help = places.help(finding).map { "\nhelp: \($0)" } ?? ""
      var members: [(String, Node)] = [
        ("message", .string(places.message(finding, at: place) + help, at: .nowhere)),
        ("location", .map([("path", .string(place.path, at: .nowhere)), ("range", Self.range(place.span, places))], at: .nowhere)),
        ("severity", .string(severity, at: .nowhere)),
      ]
      let url = (finding.citation ?? rule(finding.id)?.citation)?.url
      members.append(("code", .map([("value", .string(finding.id.rawValue, at: .nowhere))] + (url.map { [("url", .string($0, at: .nowhere))] } ?? []), at: .nowhere)))
      // One that is in the file of the finding: a suggestion has no path of its own.
      let suggestions = finding.fixIts.compactMap { Self.suggestion($0, in: place.span.file, places) }
      if !suggestions.isEmpty { members.append(("suggestions", .list(suggestions, at: .nowhere))) }
      let related = finding.notes.compactMap { note -> Node? in
        guard let span = note.span, places.path(span.file) != nil, span != place.span else { return nil }
        return .map(
          [
            ("message", .string(places.shown(note.text), at: .nowhere)),
            ("location", .map([("path", .string(places.sources[span.file].name, at: .nowhere)), ("range", Self.range(span, places))], at: .nowhere)),
          ], at: .nowhere)
      }
      if !related.isEmpty { members.append(("relatedLocations", .list(related, at: .nowhere))) }
      items.append(JSONWriter.shown(.map(members, at: .nowhere), indent: 0))
    }
    return ""
  }

  package mutating func add(unreadable name: String, reason: String) {
    let item = Node.map(
      [
        ("message", .string("the file \(VisibleText.of(reason))", at: .nowhere)),
        ("location", .map([("path", .string(name, at: .nowhere))], at: .nowhere)), ("severity", .string("ERROR", at: .nowhere)),
      ], at: .nowhere)
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
    return .map([("range", range(span, places)), ("text", .string(text, at: .nowhere))], at: .nowhere)
  }

  private static func range(_ span: SourceSpan, _ places: FindingPlaces) -> Node {
    .map([("start", point(places.bytes(span.lower, in: span.file))), ("end", point(places.bytes(span.upper, in: span.file)))], at: .nowhere)
  }

  private static func point(_ position: LineMap.Position) -> Node {
    .map([("line", .integer(position.line, at: .nowhere)), ("column", .integer(position.column, at: .nowhere))], at: .nowhere)
  }
}
