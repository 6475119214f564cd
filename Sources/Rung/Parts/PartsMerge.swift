internal import RungProviders
internal import RungSource

/// Puts analyses of the parts of a run together: each as it would be in the whole run, given in its order.
///
/// What streams claim is compared here, and what a run says once is said of the first text.
package struct PartsMerge {
  private var fleet = Fleet()
  private var saysUsualKeyframes = false

  package init() {}

  /// What the streams of a part claim: words that are equal where claims are.
  package static func claims(of part: PartNode) throws(PartFault) -> [String] {
    var words: [String] = []
    for item in try part.list("claims") { words.append(try claim(item).word) }
    return words
  }

  /// - Parameters:
  ///   - part: what `Analysis.written` holds.
  ///   - policy: what settles findings of a text when all parts are known: a baseline.
  ///   - text: the bytes of a file by its name and its hash, which is nil where none was taken; nil where only places of it are known.
  package mutating func analysis(
    of part: PartNode, _ policy: Policy? = nil, text: (_ name: String, _ hash: String?) throws(PartFault) -> [UInt8]?
  ) throws(PartFault) -> Analysis {
    var sources = try Self.files(of: part, text)
    var report = Report()
    for span in try part.spans("secrets") { report.hide(span) }
    var all: [Diagnostic] = []
    var settlement = Settlement()
    for item in try part.list("findings") {
      let (finding, suppression) = try Self.finding(item)
      if finding.id.rawValue.hasSuffix("/\(TargetFaults.keyframeIntervalNotSet.name)"), saysUsualKeyframes { continue }
      settlement.suppressions[all.count] = suppression
      all.append(finding)
    }
    saysUsualKeyframes = saysUsualKeyframes || all.contains { $0.id.rawValue.hasSuffix("/\(TargetFaults.keyframeIntervalNotSet.name)") }
    guard let own = sources.files.first else { throw PartFault("`files` names no file") }
    let ownCount = sources.files.count
    fleet.begin(own.name)
    var met = Findings()
    for item in try part.list("claims") {
      let claim = try Self.claim(item)
      for (finding, suppression) in fleet.add(claim, in: own, &sources) {
        let count = met.all.count
        met.add(finding)
        if met.all.count > count { settlement.suppressions[all.count + count] = suppression }
      }
    }
    // The texts of streams that others meet.
    for index in sources.files.indices.dropFirst(ownCount) where sources.files[index].bytes.isEmpty {
      if let bytes = try text(sources.files[index].name, nil) { sources.fill(index, with: bytes) }
    }
    var findings = Findings(all + met.all)
    for finding in findings.all { Self.addPresets(of: finding, to: &sources) }
    report.exchange(&findings)
    var analysis = Analysis(sources: sources, streams: [], report: report, jsonFiles: [])
    analysis.settlement = settlement
    analysis.extended = Set(try part.texts("extends"))
    (analysis.isBase, analysis.mayBeBase, analysis.isPassedOver) = (try part.flag("base"), try part.flag("maybe_base"), try part.flag("not_asked"))
    policy?.settle(&analysis, isWhole: try part.flag("whole"), for: Set(try part.texts("judged_for")))
    return analysis
  }

  private static func files(of part: PartNode, _ text: (String, String?) throws(PartFault) -> [UInt8]?) throws(PartFault) -> SourceMap {
    var positions: [Int: [UInt32: LineMap.Position]] = [:]
    for item in try part.list("points") {
      guard let point = PartNode.numbers(item.node), point.count == 4, point[2] > 0, point[3] > 0 else { throw PartFault("`points` is not a list of [file, byte, line, column]") }
      positions[point[0], default: [:]][UInt32(point[1])] = LineMap.Position(line: point[2], column: point[3])
    }
    var sources = SourceMap()
    for (index, item) in try part.list("files").enumerated() {
      let words = item.node.items.compactMap { $0.scalar?.text }
      guard words.count == 2 || words.count == 1 else { throw PartFault("`files` is not a list of [name, hash]") }
      // Nothing of a text without a hash is shown.
      let bytes = words.count == 2 ? try text(words[0], words[1]) : nil
      _ = sources.add(bytes.map { SourceFile(name: words[0], bytes: $0) } ?? SourceFile(name: words[0], positions: positions[index] ?? [:]))
    }
    return sources
  }

  private static func addPresets(of finding: Diagnostic, to sources: inout SourceMap) {
    for span in [finding.span] + finding.notes.compactMap(\.span) + finding.values.map(\.span) where span.file.isShipped {
      if let preset = Presets.of(span.file) { sources.add(preset.file, shippedAs: preset.id) }
    }
  }

  private static func finding(_ part: PartNode) throws(PartFault) -> (Diagnostic, Suppression?) {
    guard let severity = Severity.allCases.first(where: { $0.name == (try? part.text("severity")) }) else { throw PartFault("a severity is none of note, warning and error") }
    let unlisted = try part.number("unlisted", or: 0)
    var notes: [DiagnosticNote] = []
    for item in try part.list("notes") {
      var note = DiagnosticNote(try item.text("text"), at: try item.optionalSpan("at"))
      note.isExtension = try item.flag("extension")
      notes.append(note)
    }
    var fixes: [FixIt] = []
    for item in try part.list("fixes") {
      var edits: [FixIt.Edit] = []
      for edit in try item.list("edits") { edits.append(FixIt.Edit(try edit.span("at"), try edit.text("text"))) }
      fixes.append(FixIt(try item.text("title"), try item.choice("degree"), edits: edits))
    }
    var finding = Diagnostic(
      id: RuleID(rawValue: try part.text("id")), severity: severity, message: unlisted > 0 ? "" : try part.text("message"), place: SourcePlace(try part.span("at")),
      notes: notes, help: try part.optionalText("help"), fixIts: fixes, citation: try citation(part), provider: try part.optionalText("provider").map(TargetID.init),
      missing: try part.optionalText("missing"), unlisted: unlisted)
    finding.values = try part.spans("values").map { SourcePlace($0) }
    guard part.optional("suppressed") != nil else { return (finding, nil) }
    let by = try part.member("suppressed")
    return (finding, Suppression(try by.choice("kind"), reason: try by.optionalText("reason"), at: try by.optionalSpan("at")))
  }

  private static func citation(_ part: PartNode) throws(PartFault) -> Citation? {
    guard part.optional("citation") != nil else { return nil }
    let citation = try part.member("citation")
    return Citation(
      try citation.text("document"), try citation.text("locator"), url: try citation.optionalText("url"), checked: try citation.optionalText("checked"),
      strength: try citation.choice("strength"))
  }

  private static func claim(_ part: PartNode) throws(PartFault) -> WrittenClaim {
    guard let origin = part.optional("origin").flatMap({ PartNode.numbers($0.node) }), origin.count == 2 else { throw PartFault("`origin` of a claim is not [file, byte]") }
    var sayings: [WrittenClaim.Saying] = []
    for item in try part.list("says") {
      let (finding, suppression) = try finding(try item.member("finding"))
      sayings.append(WrittenClaim.Saying(finding, named: try item.list("named").map { $0.node.items.compactMap { $0.scalar?.text } }, suppression))
    }
    return WrittenClaim(
      provider: try part.text("provider"), kind: try part.text("kind"), key: try part.text("key"), stream: try part.optionalText("stream"),
      origin: (FileID(index: UInt32(origin[0])), UInt32(origin[1])), place: try part.span("at"), sayings: sayings)
  }
}
