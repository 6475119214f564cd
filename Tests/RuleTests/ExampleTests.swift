import Rung
public import RungSource
import RungTestSupport
public import Testing

/// The examples of a rule are its tests: a bad one is found at its mark and mended as it says, a good one is not found.
/// Each holds in every disguise.
@Suite struct ExampleTests {
  /// `RULES=odd-dimensions,mkio/tag-too-long swift test --filter ExampleTests` runs the examples of these.
  static let chosen: [RuleInfo] = {
    let names = (Repository.variable("RULES") ?? "").split(separator: ",").map(String.init)
    return names.isEmpty ? Rung.allRules : Rung.allRules.filter { names.contains($0.id.rawValue) || names.contains($0.name) }
  }()

  /// Of all rules each example wears one disguise in a quick run; of chosen ones all.
  private static func disguises(of example: Example) -> [Disguise] {
    let others = Disguise.allCases.filter { $0 != .asWritten }
    guard chosen.count == Rung.allRules.count else { return Disguise.allCases }
    return [.asWritten] + Depth.some(others, quick: 1, from: example.line)
  }

  @Test("there are rules to run")
  func named() {
    #expect(!Self.chosen.isEmpty, "RULES names no rule; expected ids or names, separated by commas")
  }

  @Test("bad examples are found at their marks, as often and as severely as they say, and mended as they say", arguments: chosen)
  func bad(_ rule: RungSource.RuleInfo) {
    for example in rule.bad {
      if case .verified(let spec) = example.use {
        check(rule, example, DeliveredExample(example.text, of: spec))
        continue
      }
      let marked = MarkedText(example.text)
      guard let mark = marked.ranges.first, marked.ranges.count == 1 else {
        Issue.record("a bad example has exactly one ⟦mark⟧", sourceLocation: example.sourceLocation)
        continue
      }
      for disguise in Self.disguises(of: example) where !Self.exempt(rule, disguise) {
        if let worn = disguise.worn(by: marked.text, mark: mark) { check(rule, example, worn, disguise) }
      }
    }
  }

  @Test("good examples are not found", arguments: chosen)
  func good(_ rule: RungSource.RuleInfo) {
    for example in rule.good {
      if case .verified(let spec) = example.use {
        let found = DeliveredExample(example.text, of: spec).analysis.diagnostics.filter { rule.isRule(of: $0) }
        #expect(found.isEmpty, "\(found.map(\.message))", sourceLocation: example.sourceLocation)
        continue
      }
      for disguise in Self.disguises(of: example) where !Self.exempt(rule, disguise) {
        guard let worn = disguise.worn(by: example.text, mark: nil) else { continue }
        let found = Self.analyse(worn.text, example).diagnostics.filter { rule.isRule(of: $0) }
        #expect(found.isEmpty, "\(disguise): \(found.map(\.message))", sourceLocation: example.sourceLocation)
      }
    }
  }

  @Test("most bad examples can be worn in every disguise", arguments: Disguise.allCases)
  func worn(_ disguise: Disguise) {
    // Playlists and probes are written in one way.
    let examples = Rung.allRules.flatMap(\.bad).filter(\.isWritten)
    let worn = examples.count { example in
      let marked = MarkedText(example.text)
      return disguise.worn(by: marked.text, mark: marked.ranges.first) != nil
    }
    #expect(worn > examples.count / 2)
  }

  /// What was delivered is marked, and what it breaks in the spec.
  private func check(_ rule: RuleInfo, _ example: Example, _ delivered: DeliveredExample) {
    let analysis = delivered.analysis
    let found = analysis.diagnostics.filter { rule.isRule(of: $0) }
    func isMarked(_ span: SourceSpan, _ text: MarkedText?) -> Bool { text?.ranges.first == Int(span.lower)..<Int(span.upper) }
    func text(of span: SourceSpan) -> MarkedText? {
      let name = analysis.sources[span.file].name
      return name == "spec.yaml" ? delivered.spec : delivered.files.first { $0.name == name }?.text
    }
    let marks = delivered.files.count { !$0.text.ranges.isEmpty }
    #expect(marks == 1, "one file of a bad example has a ⟦mark⟧", sourceLocation: example.sourceLocation)
    guard let hit = found.first(where: { isMarked($0.span, text(of: $0.span)) }) else {
      Issue.record(
        "\(rule.id) not found at its mark; all: \(analysis.diagnostics.map { "\($0.id) in \(analysis.sources[$0.span.file].name) at `\(analysis.sources[$0.span.file].text($0.span))`: \($0.message)" }.joined(separator: "\n"))",
        sourceLocation: example.sourceLocation)
      return
    }
    #expect(hit.severity == example.severity ?? rule.severity, sourceLocation: example.sourceLocation)
    #expect(found.count == example.findings, "\(found.map(\.message))", sourceLocation: example.sourceLocation)
    guard let spec = delivered.spec, !spec.ranges.isEmpty else { return }
    #expect(
      hit.notes.contains { note in note.span.map { text(of: $0)?.text == spec.text && isMarked($0, spec) } == true },
      "no note is at the mark in the spec; notes: \(hit.notes.map { "\($0.text) \($0.span.map { analysis.sources[$0.file].text($0) } ?? "")" })", sourceLocation: example.sourceLocation)
  }

  private func check(_ rule: RuleInfo, _ example: Example, _ worn: Disguise.Worn, _ disguise: Disguise) {
    let analysis = Self.analyse(worn.text, example)
    let found = analysis.diagnostics.filter { rule.isRule(of: $0) }
    let hits = found.filter { hit in worn.marks.contains(Int(hit.span.lower)..<Int(hit.span.upper)) }
    guard let hit = hits.first else {
      let all = analysis.diagnostics.map { "\($0.id) at \($0.span.lower)..<\($0.span.upper): \($0.message)" }
      Issue.record(
        """
        \(rule.id) \(disguise) not found at \(worn.marks.isEmpty ? "its mark, which is no whole key or value" : "\(worn.marks)"); all:
        \(all.joined(separator: "\n"))
        in: \(worn.text)
        """,
        sourceLocation: example.sourceLocation)
      return
    }
    #expect(hit.severity == example.severity ?? rule.severity, "\(rule.id) \(disguise)", sourceLocation: example.sourceLocation)
    #expect(found.count == example.findings, "\(rule.id) \(disguise): \(found.map(\.message))", sourceLocation: example.sourceLocation)
    guard let mended = example.mended else { return }
    let after = FixItApplication.apply(hit.fixIts, to: worn.text)
    switch disguise {
    case .asWritten, .behindComment, .lineEndings, .byteOrderMark:
      #expect(after == disguise.worn(by: mended, mark: nil)?.text, "\(rule.id) \(disguise)", sourceLocation: example.sourceLocation)
    case .json, .flow, .reordered:
      guard let tree = Disguise.tree(after), let expected = Disguise.tree(mended) else {
        Issue.record("\(rule.id) \(disguise): the fix-it leaves a text that does not read:\n\(after)", sourceLocation: example.sourceLocation)
        return
      }
      let difference = tree.firstDifference(from: expected)
      #expect(difference == nil, "\(rule.id) \(disguise): the fix-it makes another text", sourceLocation: example.sourceLocation)
    }
    let left = Self.analyse(after, example).diagnostics.filter { rule.isRule(of: $0) }
    #expect(left.isEmpty, "\(rule.id) \(disguise) is still found after its fix-it: \(left.map(\.message))", sourceLocation: example.sourceLocation)
  }

  static func analyse(_ text: String, _ example: Example) -> Analysis { analyse(text, as: example.request, example.use) }

  static func analyse(_ text: String, as request: String? = nil, _ use: Example.Use = .checked) -> Analysis {
    if case .verified(let spec) = use { return DeliveredExample(text, of: spec).analysis }
    if use == .compared { return diff(DiffInput(SourceInput(name: "example", text: text)), DiffInput(SourceInput(name: "example", text: text))).old }
    if use == .configuration { return Configuration.read(SourceInput(name: "example", text: text)).analysis }
    guard let request else { return compile(SourceInput(name: "example", text: text)) }
    guard case .success(let name) = RequestName.parse(request) else {
      Issue.record("an example is a body of `\(request)`, which is no request")
      return compile(SourceInput(name: "example", text: ""))
    }
    let input = SourceInput(name: "example.json", text: text)
    switch use {
    case .checked, .compared, .configuration, .verified: return Rung.check(input, as: name)
    case .imported: return importBodies([input], from: name).analysis
    case .converted(let provider): return convert([input], from: name, to: TargetID(rawValue: provider)).analysis
    }
  }

  /// Where a disguise takes away what the rule looks at.
  static func exempt(_ rule: RuleInfo, _ disguise: Disguise) -> Bool {
    switch (rule.id, disguise) {
    // A comment is in no tree.
    case (let id, .json) where id.rawValue.hasPrefix("allow/"), (let id, .flow) where id.rawValue.hasPrefix("allow/"), (let id, .reordered) where id.rawValue.hasPrefix("allow/"): true
    // It speaks of the file as a whole, at its start.
    case ("source/empty", .behindComment), ("source/empty", .byteOrderMark), ("convert/same-provider", .behindComment), ("convert/same-provider", .byteOrderMark): true
    // JSON has no words without quotes, and its numbers have one reading.
    case ("spec/yaml-surprise", .json): true
    default: false
    }
  }
}

extension RungSource.RuleInfo: CustomTestStringConvertible {
  public var testDescription: String { id.rawValue }
}

extension RuleInfo {
  /// A shared rule speaks under the name of whichever provider's limit was crossed.
  func isRule(of diagnostic: Diagnostic) -> Bool {
    family == nil ? diagnostic.id.rawValue.hasSuffix("/\(name)") : diagnostic.id == id
  }
}

extension Example {
  var sourceLocation: SourceLocation {
    SourceLocation(fileID: fileID, filePath: fileID, line: line, column: 1)
  }
}
