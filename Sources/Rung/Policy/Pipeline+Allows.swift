internal import RungProviders
internal import RungSource
internal import RungSpec

extension Pipeline {
  /// Reads the comments of a file.
  mutating func readAllows(_ spans: ArraySlice<SourceSpan>, of file: FileID, _ documents: [Node]) {
    let bytes = sources[file].bytes
    var reach = AllowReach(bytes, file, documents)
    if file.index == 0, documents.contains(where: { $0.has("base") }) { allows.isShared = true }
    for span in spans {
      switch AllowComment.read(span, bytes, reach: { reach.reach(of: span) }) {
      case .allow(let comment): allows.comments.append(comment)
      case .malformed(let span, let word): allows.malformed.append((span, word))
      case .other: break
      }
    }
  }

  /// Reports what is wrong with comments, and tells what they allow.
  ///
  /// - Parameter isWhole: whether all findings of the text are there: only then can a comment be unused.
  mutating func settleAllows(isWhole: Bool) -> Settlement {
    guard !allows.isEmpty else { return Settlement() }
    let (settlement, used) = allowed()
    flagAllows()
    if isWhole { flagUnused(used) }
    return settlement
  }

  /// What comments allow of the findings so far, and the places of those that do.
  func allowed() -> (settlement: Settlement, used: Set<SourceSpan>) {
    var settlement = Settlement()
    var used: Set<SourceSpan> = []
    guard !allows.isEmpty else { return (settlement, used) }
    for (index, finding) in report.diagnostics.enumerated() where !FirmRules.hold(finding) {
      guard let (comment, rule) = allowing(finding) else { continue }
      used.insert(rule.place.span)
      // One that stands for others on other lines is allowed with them.
      settlement.suppressions[index] = Suppression(.inSource, reason: comment.reason, at: comment.span)
    }
    return (settlement, used)
  }

  /// Tells of errors that a comment allows that it does not count where requests are planned.
  func disregardedAllows() -> Settlement {
    var settlement = Settlement()
    for (index, finding) in report.diagnostics.enumerated() where finding.severity == .error && !FirmRules.hold(finding) {
      guard let (comment, _) = allowing(finding) else { continue }
      settlement.notes[index] = DiagnosticNote("allowed by a comment for `rung check` and `rung compile`; `rung diff` plans no request for a stream with an error", at: comment.span)
    }
    return settlement
  }

  private func allowing(_ finding: Diagnostic) -> (AllowComment, Located<String>)? {
    let ways = [finding.span] + report.provenance.ways(to: finding.place)
    for comment in allows.comments {
      guard ways.contains(where: { comment.covers($0, asOneOfMany: finding.unlisted > 0) }), let rule = comment.rules.first(where: { RuleNames.match(finding.id, $0.value) }) else { continue }
      return (comment, rule)
    }
    return nil
  }

  private mutating func flagAllows() {
    for (span, word) in allows.malformed {
      report.flag(
        AllowFaults.malformed, SourcePlace(span), word.map { "Rung knows no comment `\(SecretSigns.maskedWord($0))`" } ?? "the comment allows nothing: it is not of the form `# rung: allow RULE -- REASON`",
        help: "write `# rung: allow RULE -- REASON`, or `allow-file` for the whole file")
    }
    for comment in allows.comments {
      for rule in comment.rules {
        if !RuleNames.has(rule.value) {
          let near = RuleNames.guess(rule.value)
          let isPattern = rule.value.contains("*")
          report.flag(
            AllowFaults.unknownRule, rule.place, isPattern ? "a comment allows rules one by one, and `\(SecretSigns.maskedWord(rule.value))` is a pattern" : "there is no rule `\(SecretSigns.maskedWord(rule.value))`",
            help: isPattern ? "name each rule; `severity` in rung.yaml takes patterns" : near.help ?? "`rung rules` lists them",
            fix: isPattern ? nil : near.only.map { .replace(rule.place.span, with: $0, .unsafe) })
        } else if FirmRules.hold(rule.value) {
          report.flag(
            AllowFaults.cannotBeAllowed, rule.place, "`\(rule.value)` cannot be allowed: it is \(FirmRules.reason(rule.value))",
            help: "mend what it finds, and remove it here")
        }
      }
      guard comment.reason == nil else { continue }
      let rules = comment.rules.map(\.value).joined(separator: ", ")
      let word = comment.reach == nil ? "allow-file" : "allow"
      report.flag(
        AllowFaults.reasonMissing, SourcePlace(comment.span),
        comment.stray == nil ? "the comment says not why `\(rules)` is allowed" : "what follows the rule is no reason without `--` before it",
        help: comment.stray == nil ? "write `# rung: \(word) \(rules) -- REASON`" : "write `--` before the reason",
        fix: comment.stray.map { FixIt("write `--` before the reason", .safe, edits: [FixIt.Edit(SourceSpan(file: $0.file, lower: $0.lower, upper: $0.lower), "-- ")]) })
    }
  }

  /// Only in the text itself: what a base allows may be used by another that extends it.
  private mutating func flagUnused(_ used: Set<SourceSpan>) {
    guard !allows.isShared else { return }
    for comment in allows.comments where comment.span.file.index == 0 {
      let unused = comment.rules.filter { !used.contains($0.place.span) && isJudged($0.value) }
      guard !unused.isEmpty else { continue }
      let isWhole = unused.count == comment.rules.count
      for rule in isWhole ? Array(unused.prefix(1)) : unused {
        let fix = isWhole ? FixIt("remove the comment", .safe, edits: [FixIt.Edit(AllowComment.removal(of: comment.span, in: sources[comment.span.file].bytes), "")]) : nil
        report.flag(
          AllowFaults.unused, isWhole ? SourcePlace(comment.span) : rule.place,
          "nothing of `\(isWhole ? unused.map(\.value).joined(separator: "`, `") : rule.value)` is found \(comment.reach == nil ? "in this file" : "here")",
          help: isWhole ? "remove the comment" : "remove the rule from the comment", fix: fix)
      }
    }
  }

  /// Whether a rule of the id would have found something.
  private func isJudged(_ id: String) -> Bool {
    guard RuleNames.has(id), !FirmRules.hold(id) else { return false }
    let family = String(id.prefix { $0 != "/" })
    let name = String(id.drop { $0 != "/" }.dropFirst())
    // What two files cannot both have is found where both are judged.
    if FleetRules.all.contains(where: { $0.info.name == name }) { return false }
    // What is said once in a run is found in one text only.
    if name == TargetFaults.keyframeIntervalNotSet.name { return false }
    return !JudgedParts.isOptional(family) || judgedParts.families.contains(family)
  }
}

extension AllowComment {
  /// - Parameter asOneOfMany: whether the finding stands for others that are not listed.
  fileprivate func covers(_ place: SourceSpan, asOneOfMany: Bool) -> Bool {
    guard place.file == span.file else { return false }
    guard let reach else { return true }
    return !asOneOfMany && reach.contains(place.lower)
  }
}
