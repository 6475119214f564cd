internal import RungReading
package import RungSource

/// Findings as SARIF 2.1.0, in the form that GitHub code scanning takes: every result has a place in a file.
///
/// GitHub reads 25,000 results of a run and 10 MB of a file that is compressed by gzip, and shows 5,000 results.
package struct SARIFFindings: FindingsWriter {
  private struct Result {
    let severity: Severity
    let isSuppressed: Bool
    let text: String
  }

  private let least: Severity
  private let paths: RepositoryPaths
  private let version: String
  private let rule: (RuleID) -> RuleInfo?
  private let showsSuppressed: Bool
  private var results: [Result] = []
  private var rules: [RuleID: Int] = [:]
  private var ruleTexts: [String] = []
  private var notifications: [Node] = []
  private var hashes: [[UInt8]: LineHashes] = [:]
  package private(set) var remarks: [String] = []

  private static let most = 25_000
  private static let mostShown = 5000
  private static let mostBytes = 10_000_000
  private static let mostText = 1024

  /// - Parameters:
  ///   - version: of Rung.
  ///   - rule: what is known of a rule.
  ///   - showsSuppressed: whether suppressed findings are results, with what suppresses them.
  package init(from least: Severity, _ paths: RepositoryPaths, version: String, showsSuppressed: Bool, rule: @escaping (RuleID) -> RuleInfo?) {
    (self.least, self.paths, self.version, self.showsSuppressed, self.rule) = (least, paths, version, showsSuppressed, rule)
  }

  // MARK: Results

  package mutating func add(_ found: FoundInText) -> String {
    let shown = found.findings.filter { $0.diagnostic.severity >= least && (showsSuppressed || $0.suppression == nil) }
    guard !shown.isEmpty else { return "" }
    let places = FindingPlaces(found, paths)
    for settled in shown {
      let finding = settled.diagnostic
      let place = places.place(of: finding)
      let start = places.utf16(place.span.lower, in: place.span.file)
      var members: [(String, Node)] = [
        ("ruleId", .text(finding.id.rawValue)), ("ruleIndex", .number(index(of: finding.id, finding))),
        ("level", .text(finding.severity.name)),
        ("message", Self.message(places.message(finding, at: place) + (places.help(finding).map { "\nhelp: \($0)" } ?? ""))),
        ("locations", .array([Self.location(Self.uri(place), place.span, places)])),
        ("partialFingerprints", .object([("primaryLocationLineHash", .text(hash(start.line, of: places.sources[place.span.file])))])),
      ]
      let related = finding.notes.compactMap { note -> Node? in
        guard let span = note.span, span != place.span, let path = places.path(span.file) else { return nil }
        return Self.location(RepositoryPaths.uri(path), span, places, message: places.shown(note.text))
      }
      if !related.isEmpty { members.append(("relatedLocations", .array(related))) }
      let fixes = finding.fixIts.compactMap { Self.fix($0, places) }
      if !fixes.isEmpty { members.append(("fixes", .array(fixes))) }
      if let suppression = settled.suppression { members.append(("suppressions", .array([Self.suppression(suppression, places)]))) }
      results.append(
        Result(severity: finding.severity, isSuppressed: settled.suppression != nil, text: JSONWriter.shown(.object(members), indent: 0)))
    }
    return ""
  }

  /// A file outside of the repository has no relative address.
  private static func uri(_ place: FindingPlaces.Place) -> String {
    let uri = RepositoryPaths.uri(place.path)
    return place.path.utf8.first == UInt8(ascii: "/") ? "file://\(uri)" : uri
  }

  private static func location(_ uri: String, _ span: SourceSpan, _ places: FindingPlaces, message: String? = nil) -> Node {
    let location = ("physicalLocation", Node.object([artifact(uri), ("region", region(span, places))]))
    return .object([location] + (message.map { [("message", Self.message($0))] } ?? []))
  }

  private static func artifact(_ uri: String) -> (String, Node) { ("artifactLocation", .object([("uri", .text(uri))])) }

  /// In UTF-16 code units; the end is behind the last one.
  private static func region(_ span: SourceSpan, _ places: FindingPlaces) -> Node {
    let (start, end) = (places.utf16(span.lower, in: span.file), places.utf16(span.upper, in: span.file))
    return .object([
      ("startLine", .number(start.line)), ("startColumn", .number(start.column)), ("endLine", .number(end.line)), ("endColumn", .number(end.column)),
    ])
  }

  private static func fix(_ fix: FixIt, _ places: FindingPlaces) -> Node? {
    guard let file = fix.edits.first?.span.file, fix.edits.allSatisfy({ $0.span.file == file }), let path = places.path(file), places.isApplicable(fix) else { return nil }
    let replacements = fix.edits.map { edit in
      Node.object([("deletedRegion", region(edit.span, places)), ("insertedContent", .object([("text", .text(edit.replacement))]))])
    }
    let change = Node.object([artifact(RepositoryPaths.uri(path)), ("replacements", .array(replacements))])
    return .object([("description", message(places.shown(fix.title))), ("artifactChanges", .array([change]))])
  }

  private static func suppression(_ suppression: Suppression, _ places: FindingPlaces) -> Node {
    var members: [(String, Node)] = [("kind", .text(suppression.kind == .inSource ? "inSource" : "external")), ("status", .text("accepted"))]
    let reason = suppression.reason ?? (suppression.kind == .baseline ? "in the baseline" : nil)
    if let reason { members.append(("justification", .text(places.shown(reason)))) }
    if let span = suppression.span, let path = places.path(span.file) { members.append(("location", location(RepositoryPaths.uri(path), span, places))) }
    return .object(members)
  }

  private mutating func hash(_ line: Int, of file: SourceFile) -> String {
    let key = Array(file.name.utf8)
    if let known = hashes[key] { return known[line] }
    // Files come one after the other; what several texts extend comes again.
    if hashes.count > 64 { hashes.removeAll() }
    let made = LineHashes(file.bytes)
    hashes[key] = made
    return made[line]
  }

  /// A message may hold links, `[text](target)`: what only looks like one is escaped.
  private static func message(_ text: String) -> Node {
    let isLink = text.exactRange(of: "](") != nil
    let plain = isLink ? text.replacingExactly(#"\"#, with: #"\\"#).replacingExactly("[", with: #"\["#).replacingExactly("]", with: #"\]"#) : text
    return .object([("text", .text(plain))])
  }

  package mutating func add(unreadable name: String, reason: String) {
    var members: [(String, Node)] = [("level", .text("error")), ("message", Self.message(VisibleText.of("\(name) \(reason)")))]
    if let path = paths.path(of: name), !path.isEmpty {
      members.append(("locations", .array([.object([("physicalLocation", .object([Self.artifact(RepositoryPaths.uri(path))]))])])))
    }
    notifications.append(.object(members))
  }

  package mutating func add(fault: String) {
    notifications.append(.object([("level", .text("error")), ("message", Self.message(VisibleText.of(fault)))]))
  }

  // MARK: Rules

  private mutating func index(of id: RuleID, _ finding: Diagnostic) -> Int {
    if let known = rules[id] { return known }
    let index = ruleTexts.count
    rules[id] = index
    let info = rule(id)
    let citation = info?.citation ?? finding.citation
    let severity = info?.severity ?? finding.severity
    let summary = info?.summary ?? id.rawValue
    let why = info?.why ?? summary
    let source = citation.map { "\n\nSource: \($0.text)" } ?? ""
    var members: [(String, Node)] = [
      ("id", .text(id.rawValue)), ("name", .text(id.rawValue)), ("shortDescription", Self.help(summary)), ("fullDescription", Self.help(why)),
      ("defaultConfiguration", .object([("level", .text(severity.name))])),
      ("help", Self.help(why + source + "\n\nrung explain \(id) shows wrong and right examples.")),
    ]
    if let url = citation?.url { members.append(("helpUri", .text(url))) }
    let precision =
      switch citation?.strength ?? .stated {
      case .stated: "very-high"
      case .inferred: "high"
      case .byAnalogy: "medium"
      }
    let problem = severity == .note ? "recommendation" : severity.name
    let family = id.rawValue.split(separator: "/").first.map { String($0) } ?? "rung"
    let tags = Node.array([.text("live-streaming"), .text(family)])
    members.append(("properties", .object([("precision", .text(precision)), ("problem.severity", .text(problem)), ("tags", tags)])))
    ruleTexts.append(JSONWriter.shown(.object(members), indent: 0))
    return index
  }

  /// At most as many characters as GitHub shows.
  private static func help(_ text: String) -> Node {
    let text = text.unicodeScalars.count > mostText ? String(String.UnicodeScalarView(text.unicodeScalars.prefix(mostText - 1))) + "…" : text
    return .object([("text", .text(text))])
  }

  // MARK: The document

  package mutating func end(_ counts: Counts) -> String {
    let head =
      "{\"$schema\":\"https://json.schemastore.org/sarif-2.1.0.json\",\"version\":\"2.1.0\",\"runs\":[{\"tool\":{\"driver\":{\"name\":\"rung\",\"version\":\(JSONWriter.quoted(version)),\"semanticVersion\":\(JSONWriter.quoted(version)),\"rules\":"
    let rules = ruleTexts.isEmpty ? "[]" : "[\n\(ruleTexts.joined(separator: ",\n"))\n]"
    let invocation = Node.object(
      [("executionSuccessful", .bool(notifications.isEmpty, at: .nowhere))]
        + (notifications.isEmpty ? [] : [("toolExecutionNotifications", .array(notifications))]))
    let middle =
      "}},\"invocations\":[\(JSONWriter.shown(invocation, indent: 0))],\"columnKind\":\"utf16CodeUnits\",\"newlineSequences\":[\"\\r\\n\",\"\\n\",\"\\r\"],\"results\":"
    let frame = head + rules + middle
    let kept = kept(beside: frame)
    let list = kept.isEmpty ? "[]" : "[\n\(kept.map(\.text).joined(separator: ",\n"))\n]"
    return frame + list + "}]}\n"
  }

  /// What GitHub takes: the most severe where not all have room.
  private mutating func kept(beside frame: String) -> [Result] {
    let all = results.count
    let size = results.reduce(frame.utf8.count) { $0 + $1.text.utf8.count + 2 }
    if all > Self.mostShown { remarks.append("GitHub shows \(Self.mostShown) of \(min(all, Self.most)) results") }
    guard all > Self.most || size > Self.mostBytes else { return results }
    let ranked = results.enumerated().sorted { left, right in
      let (a, b) = (left.element, right.element)
      if a.isSuppressed != b.isSuppressed { return b.isSuppressed }
      return a.severity != b.severity ? a.severity > b.severity : left.offset < right.offset
    }
    var kept = ranked.prefix(Self.most).map(\.element)
    if kept.count < all { remarks.append("\(all - kept.count) of \(all) findings left out: GitHub takes \(Self.most) results") }
    guard size > Self.mostBytes else { return kept }
    var bound = DeflateBound()
    bound.add(frame)
    let fitting = kept.prefix { result in
      bound.add(result.text)
      return bound.bytes < Self.mostBytes
    }
    if fitting.count < kept.count { remarks.append("\(kept.count - fitting.count) of \(all) findings left out: GitHub takes 10 MB of compressed SARIF") }
    kept = Array(fitting)
    return kept
  }
}
