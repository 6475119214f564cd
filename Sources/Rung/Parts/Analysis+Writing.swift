internal import RungOutput
internal import RungProviders
internal import RungReading
package import RungSource
internal import RungSpec

/// An analysis of a part as plain data, from which ``PartsMerge`` makes the same one where another part is known as well: files by
/// their names and hashes, places by bytes, findings as settled (by comments and a configuration, and before a baseline), what
/// streams claim. Texts of files are not among it, and secrets are masked. What is not set is left out; of a brief part
/// (``Fleet/Part/brief``) also what can be found again in the texts.
extension Analysis {
  /// One line of JSON.
  package var written: String { JSONWriter.shown(writtenNode, indent: 0) }

  package var writtenNode: Node {
    let claims = part?.claims ?? []
    let found = forParts
    let isBrief = part?.kept == .brief
    // Without a finding nothing of a text is shown.
    let isShown = !isBrief || !found.isEmpty
    let secrets = isShown ? self.secrets : []
    // What was met only in this part is not among them.
    let spans = found.flatMap { Self.spans(of: $0.diagnostic) + [$0.suppression?.span].compactMap { $0 } } + claims.flatMap { [$0.place] + $0.sayings.flatMap { Self.spans(of: $0.finding) } }
      + claims.map { SourceSpan(file: $0.origin.file, lower: $0.origin.lower, upper: $0.origin.lower) } + Array(secrets)
    let last = spans.lazy.filter { !$0.file.isShipped }.map { Int($0.file.index) }.max() ?? 0
    let files = sources.files.prefix(last + 1)
    let mask = isBrief || found.isEmpty && claims.isEmpty ? nil : SecretMask(secrets, in: sources)
    let words = PartWords { mask?.masked($0) ?? $0 }
    var members: [(String, Node)] = [
      ("files", .array(files.map { .array([.text($0.name)] + (isShown ? [.text(Self.hash($0.bytes))] : [])) })),
    ]
    if !found.isEmpty { members.append(("findings", .array(found.map { words.finding($0.diagnostic, $0.suppression) }))) }
    if !claims.isEmpty { members.append(("claims", .array(claims.map(words.claim)))) }
    if !secrets.isEmpty {
      let sorted = secrets.sorted { ($0.file.index, $0.lower, $0.upper) < ($1.file.index, $1.lower, $1.upper) }
      members.append(("secrets", .array(sorted.map(PartWords.span))))
    }
    let points = isBrief ? [] : points(of: spans)
    if !points.isEmpty { members.append(("points", .array(points))) }
    if !extended.isEmpty { members.append(("extends", .array(extended.sorted().map { .text($0) }))) }
    if let part, !part.families.isEmpty { members.append(("judged_for", .array(part.families.sorted().map { .text($0) }))) }
    for (name, flag) in [("whole", part?.isWhole ?? false), ("base", isBase), ("maybe_base", mayBeBase), ("not_asked", isPassedOver)] where flag {
      members.append((name, .bool(true, at: .nowhere)))
    }
    return .object(members)
  }

  /// By which the text of a file is known again.
  package static func hash(_ bytes: [UInt8]) -> String { TextHash.wide(of: bytes) }

  /// All findings in the order of their places, without those of rules between streams, which are met again.
  private var forParts: [SettledFinding] {
    let between = Set(FleetRules.all.map(\.info.name))
    let found = indexed.filter { !between.contains(String($0.finding.id.rawValue.drop { $0 != "/" }.dropFirst())) }
    let forms = FixItForms(sources: sources, jsonFiles: jsonFiles)
    return Self.order(found.map(\.finding)).map { position in
      let (index, finding) = found[position]
      let suppression = settlement.suppressions[index]
      return SettledFinding(forms.adapted(settlement.settled(finding, at: index)), suppression?.kind == .baseline ? nil : suppression)
    }
  }

  private static func spans(of finding: Diagnostic) -> [SourceSpan] {
    [finding.span] + finding.notes.compactMap(\.span) + finding.values.map(\.span) + finding.fixIts.flatMap { $0.edits.map(\.span) }
  }

  /// `[file, byte, line, column]` of the ends of places, for who does not have the texts.
  private func points(of spans: [SourceSpan]) -> [Node] {
    let views = SourceViews(sources)
    var ends: Set<SourceSpan> = []
    for span in spans where !span.file.isShipped {
      for end in [span.lower, span.upper] { ends.insert(SourceSpan(file: span.file, lower: end, upper: end)) }
    }
    return ends.sorted { ($0.file.index, $0.lower) < ($1.file.index, $1.lower) }.map { end in
      let position = views.position(of: end.lower, in: end.file)
      return .array([.number(Int(end.file.index)), .number(Int(end.lower)), .number(position.line), .number(position.column)])
    }
  }
}

/// How the members of a part are written.
private struct PartWords {
  /// Keeps secrets out.
  let masked: (String) -> String

  static func span(_ span: SourceSpan) -> Node {
    let file = span.file.isShipped ? PartNode.shipped + Int(span.file.index - SourceMap.shippedID(0).index) : Int(span.file.index)
    return .array([.number(file), .number(Int(span.lower)), .number(Int(span.upper))])
  }

  func finding(_ finding: Diagnostic, _ suppression: Suppression?) -> Node {
    var members: [(String, Node)] = [("id", .text(finding.id.rawValue)), ("severity", .text(finding.severity.name)), ("at", Self.span(finding.span))]
    if finding.unlisted > 0 { members.append(("unlisted", .number(finding.unlisted))) } else { members.append(("message", .text(masked(finding.message)))) }
    if !finding.notes.isEmpty { members.append(("notes", .array(finding.notes.map(note)))) }
    if let help = finding.help { members.append(("help", .text(masked(help)))) }
    if !finding.fixIts.isEmpty { members.append(("fixes", .array(finding.fixIts.map(fix)))) }
    if let citation = finding.citation { members.append(("citation", Self.citation(citation))) }
    if let provider = finding.provider { members.append(("provider", .text(provider.rawValue))) }
    if let missing = finding.missing { members.append(("missing", .text(masked(missing)))) }
    if !finding.values.isEmpty { members.append(("values", .array(finding.values.map { Self.span($0.span) }))) }
    if let suppression { members.append(("suppressed", self.suppression(suppression))) }
    return .object(members)
  }

  private func note(_ note: DiagnosticNote) -> Node {
    var members: [(String, Node)] = [("text", .text(masked(note.text)))]
    if let span = note.span { members.append(("at", Self.span(span))) }
    if note.isExtension { members.append(("extension", .bool(true, at: .nowhere))) }
    return .object(members)
  }

  private func fix(_ fix: FixIt) -> Node {
    let edits = fix.edits.map { Node.object([("at", Self.span($0.span)), ("text", .text(masked($0.replacement)))]) }
    return .object([("title", .text(masked(fix.title))), ("degree", .text(fix.degree.rawValue)), ("edits", .array(edits))])
  }

  private static func citation(_ citation: Citation) -> Node {
    var members: [(String, Node)] = [("document", .text(citation.document)), ("locator", .text(citation.locator)), ("strength", .text(citation.strength.rawValue))]
    if let url = citation.url { members.append(("url", .text(url))) }
    if let checked = citation.checked { members.append(("checked", .text(checked))) }
    return .object(members)
  }

  private func suppression(_ suppression: Suppression) -> Node {
    var members: [(String, Node)] = [("kind", .text(suppression.kind.rawValue))]
    if let reason = suppression.reason { members.append(("reason", .text(masked(reason)))) }
    if let span = suppression.span { members.append(("at", Self.span(span))) }
    return .object(members)
  }

  func claim(_ claim: WrittenClaim) -> Node {
    var members: [(String, Node)] = [("provider", .text(claim.provider)), ("kind", .text(claim.kind)), ("key", .text(claim.key))]
    if let stream = claim.stream { members.append(("stream", .text(masked(stream)))) }
    members += [
      ("origin", .array([.number(Int(claim.origin.file.index)), .number(Int(claim.origin.lower))])), ("at", Self.span(claim.place)),
    ]
    if !claim.sayings.isEmpty {
      members.append(("says", .array(claim.sayings.map { saying in
        .object([("finding", finding(saying.finding, saying.suppression)), ("named", .array(saying.named.map { .array($0.map { .text(masked($0)) }) }))])
      })))
    }
    return .object(members)
  }
}
