internal import RungProviders
internal import RungReading
internal import RungSource
internal import RungSpec

/// What a run knows, and the stages that add to it: bytes → documents → one tree → stream → the result for every target.
struct Pipeline {
  /// Rule packs beside those that each spec names.
  let packs: [RulePack]
  var bases: Bases
  var sources = SourceMap()
  var report = Report()
  private(set) var jsonFiles: Set<FileID> = []
  /// Names of the files that were merged under documents.
  var extended: Set<String> = []
  /// Whether a document was judged as a stream that may be a base: it has no name, and does not say.
  private(set) var mayBeBase = false
  /// Documents that are bases, and others.
  private(set) var kinds = (bases: 0, others: 0)
  /// Whether the default keyframe interval has been reported.
  var saysUsualKeyframes = false
  /// Comments that allow findings.
  var allows = Allows()
  var judgedParts = JudgedParts()
  /// What settles the findings of each text.
  private var policies: [FileID: Policy] = [:]
  /// Files that are bases although they do not say so.
  private var bareBases: Set<FileID> = []
  private var configurationFiles: [String: FileID] = [:]

  init(packs: [RulePack] = [], loader: Loader = .none) {
    self.packs = packs
    bases = Bases(loader)
  }

  /// What came of it.
  func analysis(of streams: [CompiledStream], skipping others: [Range<Int>] = []) -> Analysis {
    Analysis(sources: sources, streams: streams, report: report, jsonFiles: jsonFiles, skipped: others, extended: extended, mayBeBase: mayBeBase,
      lacksBase: bases.lackSome, isBase: kinds.bases > 0 && kinds.others == 0)
  }

  /// The same, with what comments allow.
  ///
  /// - Parameter isWhole: whether all is found that `check` would find.
  /// - Parameter part: what is kept of what the streams claim, in a part of a run; nil in a whole run.
  mutating func settledAnalysis(
    of streams: [CompiledStream], isWhole: Bool = false, part: (kept: Fleet.Part, claims: [JudgedDocument.Claims])? = nil
  ) -> Analysis {
    // Behind what could not be read there may be more.
    let isWhole = isWhole && !judgedParts.isPartial && !report.diagnostics.contains(where: FirmRules.isUnread)
    let settlement = settleAllows(isWhole: isWhole)
    var analysis = analysis(of: streams)
    analysis.settlement = settlement
    policies[FileID(index: 0)]?.settle(&analysis, isWhole: isWhole, for: judgedParts.families)
    if let (kept, claims) = part {
      let written = kept == .full ? written(claims) : claims.flatMap { claims, stream, provider in claims.map { WrittenClaim($0, by: stream, at: provider, []) } }
      analysis.part = JudgedPart(kept: kept, claims: written, families: judgedParts.families, isWhole: isWhole)
    }
    return analysis
  }

  /// Claims with what would be said where another text has made them before, settled as what was found here.
  private func written(_ claims: [JudgedDocument.Claims]) -> [WrittenClaim] {
    guard !claims.isEmpty else { return [] }
    var trial = self
    var all = Findings()
    trial.report.exchange(&all)
    let each = claims.flatMap { claims, stream, provider in claims.map { (claim: $0, stream: stream, provider: provider) } }
    func said(besides name: String?) -> [[Diagnostic]] {
      each.map { claim, stream, provider in
        var one = Findings()
        trial.report.exchange(&one)
        FleetRules.all.run(Fleet.Meeting(claim, by: stream, at: provider, besides: name), &trial.report)
        return trial.report.diagnostics
      }
    }
    let found = said(besides: nil)
    let standIn = WrittenClaim.standIn(notIn: found.joined().flatMap { [$0.message] + $0.notes.map(\.text) })
    let named = said(besides: standIn)
    all = Findings(found.flatMap { $0 })
    trial.report.exchange(&all)
    var analysis = trial.analysis(of: [])
    analysis.settlement = trial.allowed().settlement
    var policy = policies[FileID(index: 0)]
    policy?.baseline = nil
    policy?.settle(&analysis, isWhole: false, for: [])
    var index = -1
    return each.indices.map { position in
      let sayings = zip(found[position], named[position]).map { finding, named in
        index += 1
        return WrittenClaim.Saying(
          analysis.settlement.settled(finding, at: index), named: ([named.message] + named.notes.map(\.text)).map { WrittenClaim.parts(of: $0, around: standIn) }, analysis.settlement.suppressions[index])
      }
      return WrittenClaim(each[position].claim, by: each[position].stream, at: each[position].provider, sayings)
    }
  }

  /// Findings that were collected apart from the others, settled in the same way.
  func settledAnalysis(of found: Findings) -> Analysis {
    var (part, found) = (self, found)
    part.report.exchange(&found)
    var analysis = part.analysis(of: [])
    analysis.settlement = part.allowed().settlement
    policies[FileID(index: 0)]?.settle(&analysis, isWhole: false, for: judgedParts.families)
    return analysis
  }

  func configuration(of document: Node) -> Configuration? { policies.isEmpty ? nil : policies[document.span.file]?.configuration }

  func kind(of document: Node) -> DocumentKind { DocumentKind(document, isBase: bareBases.contains(document.span.file)) }

  /// What is known of a text before it is read.
  mutating func take(_ input: SourceInput, as id: FileID) {
    if let policy = input.policy { policies[id] = policy }
    if input.isBase { bareBases.insert(id) }
  }

  /// Another run over the same texts, of which nothing has been said.
  ///
  /// - Parameter first: where the leaves begin that it is for.
  func trial(before first: SourcePlace?) -> Pipeline {
    var trial = Pipeline()
    trial.sources = sources
    trial.report = report.withoutFindings(before: first)
    return trial
  }

  // MARK: Read

  mutating func read(_ input: SourceInput, _ bounds: Bounds = Bounds()) -> [Node] {
    let file = SourceFile(name: input.name, bytes: input.bytes)
    let id = sources.add(file)
    take(input, as: id)
    let format = Self.specFormat(of: input)
    if format == .json { jsonFiles.insert(id) }
    let before = report.comments.count
    let documents = Reader.read(file, id: id, format: format, bounds: bounds, into: &report)
    if report.comments.count > before { readAllows(report.comments[before...], of: id, documents) }
    return documents
  }

  static func specFormat(of input: SourceInput) -> SourceFormat { input.format ?? Reader.format(name: input.name, bytes: input.bytes) }

  mutating func noteJSON(_ file: FileID) { jsonFiles.insert(file) }

  // MARK: Judge

  /// Shows the document to targets. Nothing is reported yet: that depends on which targets are reported together,
  /// and ``tell(_:)`` does it.
  ///
  /// - Parameters:
  ///   - asked: ids; nil for those that the spec names.
  ///   - others: ids of more to be judged.
  mutating func judged(_ document: Node, for asked: [String]?, and others: [String] = []) -> JudgedDocument {
    kinds.others += 1
    let before = (report.takesRemovals, report.removals, report.listedTargets)
    defer { (report.takesRemovals, report.removals, report.listedTargets) = before }
    report.takesRemovals = takesRemovals(document)
    report.removals = bases.removals(of: document)
    report.listedTargets = Self.listedTargets(of: document)
    guard !bases.lack(document) else { return read(alone: document) }
    if report.bodyReading == nil, document.isMapping {
      switch kind(of: document) {
      case .foreign:
        let shared = reading { pipeline in
          pipeline.flagForeign(document)
          var unheard = Report()
          return Stream(reading: Node(.map([]), at: document.place), &unheard)
        }
        report.nameLeaves(of: document)
        judgedParts.isPartial = true
        return JudgedDocument(shared: shared, overridden: [:], judgments: [], askedCount: 0, isWhole: false)
      case .base(let isMarked):
        if !isMarked { flagUnmarked(document) }
        kinds.others -= 1
        kinds.bases += 1
        judgedParts.isPartial = true
        var base = read(alone: document)
        base.isBase = true
        return base
      case .stream:
        if !document.has("name"), !document.has("base") { mayBeBase = true }
      }
    }
    var targets: [(Target, any CompilationTarget.Type)] = []
    let shared = reading { pipeline in
      let stream = pipeline.resolved(document)
      targets = pipeline.targets(of: stream, asked, and: others, isSpec: document.isMapping)
      return stream
    }
    var overridden: [Int: JudgedDocument.Reading] = [:]
    var judgments: [Judgment] = []
    judgments.reserveCapacity(targets.count)
    for (target, type) in targets {
      var own = shared
      report.removals = removals(of: document, for: target)
      if overrides(of: target) != nil {
        own = reading { pipeline in pipeline.overridden(document, target).map { pipeline.resolved($0, isOverridden: true) } ?? shared.stream }
        overridden[judgments.count] = own
      }
      var (judgment, found) = apart { type.judge(own.stream, for: target, &$0.report) }
      judgment.findings = found
      judgments.append(judgment)
    }
    let named = shared.stream.spec.targets?.value.map(\.id.value) ?? []
    let written = asked == nil && named.isEmpty ? configuration(of: document)?.targets?.value.map(\.value) ?? [] : named
    judgedParts.families.formUnion(targets.map { $0.0.id.value })
    if let asked, !written.allSatisfy(asked.contains) { judgedParts.isPartial = true }
    let asked = asked ?? written
    return JudgedDocument(
      shared: shared, overridden: overridden, judgments: judgments, askedCount: judgments.count { asked.contains($0.target.id.value) })
  }

  /// Whether null stands for "not set" in a document: it completes another one, or is for others to complete.
  private func takesRemovals(_ document: Node) -> Bool {
    if document.has("extends") { return true }
    guard report.bodyReading == nil, document.isMapping, case .base = kind(of: document) else { return false }
    return true
  }

  /// Where they are listed in the document itself: options that are set under a base's list make it a mapping.
  private static func listedTargets(of document: Node) -> [String] {
    guard let targets = document["targets"], targets.span.file == document.span.file else { return [] }
    return targets.items.compactMap { $0.scalar?.text }
  }

  /// Where the document removes what a base sets, and where one target's overrides do.
  private func removals(of document: Node, for target: Target) -> [String: SourcePlace] {
    bases.removals(of: document).merging(overrides(of: target)?.removals ?? [:]) { $1 }
  }

  private func overrides(of target: Target) -> Node? {
    target.options?["overrides"].flatMap { report.takesRemovals && $0.isRemoval ? nil : $0 }
  }

  private mutating func reading(_ work: (inout Pipeline) -> Stream) -> JudgedDocument.Reading {
    let (stream, found) = apart(work)
    return JudgedDocument.Reading(stream: stream, findings: found)
  }

  /// What the work finds is not in the report: ``Report/absorb(_:)`` brings it there.
  mutating func apart<Result>(_ work: (inout Pipeline) -> Result) -> (result: Result, findings: Findings) {
    var found = Findings()
    report.exchange(&found)
    let result = work(&self)
    report.exchange(&found)
    return (result, found)
  }

  /// What only a whole stream can lack.
  private static let ofWhole: Set<String> = [SpecFaults.missingKey.name, SpecFaults.dropOfUnknown.name]

  /// What can be said of a document that lacks a base: whether its own values can be read. What it seems to lack may be in
  /// the base, and so may what its values have to agree with.
  private mutating func read(alone document: Node) -> JudgedDocument {
    judgedParts.isPartial = true
    let before = report.silent
    report.silent.formUnion(Self.ofWhole)
    let shared = reading { $0.resolved(document) }
    report.silent = before
    flaggingRemovals(in: document)
    flagUnknown(shared.stream.spec.targets?.value ?? [])
    return JudgedDocument(shared: shared, overridden: [:], judgments: [], askedCount: 0, isWhole: false)
  }

  // MARK: Tell

  /// Says all that was found in the document, by general rules as well, and names what is lost.
  mutating func tell(_ document: JudgedDocument) {
    let before = report.listedTargets
    defer { report.listedTargets = before }
    report.listedTargets = Self.listedTargets(of: document.shared.stream.document)
    judge(document)
    nameLeftovers(of: document)
  }

  /// The same, separate from earlier findings, and without effect on the rest of the run.
  mutating func told(_ document: JudgedDocument) -> Findings {
    var before = report.coverage
    defer { report.exchange(&before) }
    return apart { $0.tell(document) }.findings
  }

  /// Says all that was found in the document, by general rules as well.
  mutating func judge(_ document: JudgedDocument) {
    report.absorb(document.shared.findings)
    guard document.isWhole else { return }
    let judgments = document.judgments
    let ids = judgments.map(\.target.id.value)
    let before = report.removals
    defer { report.removals = before }
    report.removals = bases.removals(of: document.shared.stream.document)
    judge(document.shared.stream, for: judgments.indices.filter { document.overridden[$0] == nil }.map { judgments[$0] }, ids)
    for (index, judgment) in judgments.enumerated() {
      if let own = document.overridden[index] {
        report.absorb(own.findings)
        report.removals = removals(of: own.stream.document, for: judgment.target)
        judge(own.stream, for: [judgment], ids)
      }
      report.absorb(judgment.findings)
      // What a body lacks its own rules say.
      if let usual = judgment.usualKeyframes, !saysUsualKeyframes, report.bodyReading == nil {
        saysUsualKeyframes = true
        TargetFaults.flagUsualKeyframes(
          usual.rendition, isContribution: usual.isContribution, of: judgment.stream, party: Providers.named(judgment.target.id.value)?.title, &report)
      }
    }
  }

  /// Names the leaves that each target of the document loses, and what is accepted without being lost.
  mutating func nameLeftovers(of document: JudgedDocument) {
    // Of all targets first: naming a leaf for one accounts for it.
    let leftovers = document.judgments.compactMap { judgment in
      Targets.named(judgment.target.id.value).map {
        Accounting.leftovers(of: judgment, $0, common: report.coverage, report.provenance)
      }
    }
    Accounting.name(leftovers, in: document.shared.stream.document, &report)
  }

  /// Reports all findings, and makes the requests.
  mutating func compile(_ document: Node, for asked: [String]?) -> CompiledStream {
    let judged = judged(document, for: asked)
    tell(judged)
    return judged.compiled
  }

  /// Holds what the streams of a text claim against all that was claimed before.
  mutating func meet(_ fleet: inout Fleet, _ claims: [JudgedDocument.Claims], in name: String) {
    fleet.begin(name)
    for (claims, stream, provider) in claims { fleet.add(claims, by: stream, at: provider, &sources) }
    for meeting in fleet.meetings { FleetRules.all.run(meeting, &report) }
  }

  /// Rules for every target. Packs first: where one of their rules is more specific than a general one, it reports.
  private mutating func judge(_ stream: Stream, for judgments: [Judgment], _ ids: [String]) {
    let judged = stream.with(
      takers: Takers { unheard in
        var unheard = unheard
        return judgments.compactMap { judgment in
          Targets.named(judgment.target.id.value)?.taken(stream, for: judgment.target, &unheard)
        }
      })
    let chosen = (stream.spec.packs?.value.map(\.value) ?? []) + packs.filter { pack in
      stream.spec.packs?.value.contains { $0.value == pack } != true
    }
    let stream = Self.isEncoded(stream, for: ids) ? judged.withUsualKeyframes(&report) : judged
    guard !chosen.isEmpty else { return Self.judge(stream, &report) }
    judgedParts.families.formUnion(chosen.map(\.rawValue))
    report.working(under: RulePack.adoptions(of: chosen)) { report in
      for pack in chosen { pack.rules.run(stream, &report) }
      Self.judge(stream, &report)
    }
  }

  /// Whether one of the targets encodes the ladder. Who forwards a ladder has it encoded elsewhere; who makes it places
  /// keyframes by itself.
  static func isEncoded(_ stream: Stream, for ids: [String]) -> Bool {
    ids.contains { id in id == FFmpeg.id || (id == OBS.id && stream.encoding.value == .passthrough) }
  }

  private static func judge(_ stream: Stream, _ report: inout Report) {
    SpecRules.all.run(stream, &report)
    if let ladder = stream.ladder { LadderRules.all.run(ladder, &report) }
  }

  // MARK: Resolve

  /// The stream of the document with one target's overrides; nil for none.
  mutating func stream(_ document: Node, for id: String?) -> Stream {
    let shared = resolved(document)
    guard let id, let target = shared.spec.targets?.value.first(where: { $0.id.value == id }) else { return shared }
    return overridden(document, target).map { resolved($0, isOverridden: true) } ?? shared
  }

  /// The stream of a document as one target sees it, and what is wrong with the document for any target.
  mutating func streamAlone(_ document: Node, from name: String, for target: TargetID?) -> Stream {
    report.forgetLeaves(before: document.place)
    let composed = composed(document, from: [name])
    let judged = judged(composed, for: [])
    if let target { flagUnknown([target], in: judged) }
    tell(judged)
    let before = report.silent
    defer { report.silent = before }
    if judged.isBase { report.silent.formUnion(Self.ofWhole) }
    let stream = stream(composed, for: target?.rawValue)
    guard let target, !judged.isBase, Targets.named(target.rawValue) != nil else { return stream }
    return apart { $0.judged(composed, for: [target.rawValue]) }.result.judgments.first.map { delivered(stream, by: $0) } ?? stream
  }

  /// Who writes the multivariant playlist where a stream is for one target.
  mutating func packager(_ document: Node, from name: String, for target: TargetID) -> PreviewedPackager {
    apart { $0.judged($0.composed(document, from: [name]), for: [target.rawValue]) }.result.judgments.first?.packager ?? .any
  }

  /// The stream as a target delivers it.
  func delivered(_ stream: Stream, by judgment: Judgment) -> Stream {
    judgment.delivered.map { stream.with(renditions: $0, at: judgment.target.id.place) } ?? stream
  }

  /// - Parameter isOverridden: whether a target's overrides were merged over it.
  private mutating func resolved(_ document: Node, isOverridden: Bool = false) -> Stream {
    let before = report.takesRemovals
    defer { report.takesRemovals = before }
    report.takesRemovals = isOverridden || takesRemovals(document)
    var used: [Preset] = []
    let node = Composition.applyPreset(
      document,
      { name in
        guard let preset = Presets.named(name) else { return nil }
        used.append(preset)
        return preset.node
      }, names: Presets.names, &report)
    for preset in used { sources.add(preset.file, shippedAs: preset.id) }
    return Stream(reading: Composition.applyDrop(node, &report), &report)
  }

  /// The document with the target's `overrides` merged over it; nil when it has none.
  private mutating func overridden(_ document: Node, _ target: Target) -> Node? {
    guard let overrides = overrides(of: target) else { return nil }
    guard case .map = overrides.content else {
      report.flag(SpecFaults.wrongType, overrides.place, "`overrides` must be a mapping, not \(overrides.kindName)", help: "write keys of a spec under it, or remove it")
      return nil
    }
    let fixed = ["$schema", "rung", "targets", "extends"]
    for entry in overrides.entries where fixed.contains(entry.key.value) {
      report.flag(
        SpecFaults.unknownKey, entry.key.place, "`overrides` cannot change `\(entry.key.value)`: it is the same for every target",
        help: "move it to the top of the spec")
      report.nameLeaves(of: entry.value)
    }
    let through = report.retrail(overrides, through: .override(target.id.value))
    return Composition.merge(through.without(fixed), onto: document)
  }

  private mutating func flagUnknown(_ written: [Target]) {
    for target in written where Targets.named(target.id.value) == nil { flagUnknown(target.id.value, target.id.place, isWritten: true) }
  }

  /// Reports ids that were given for this run and are unknown.
  mutating func flagUnknown(_ asked: [TargetID], among known: [String] = Targets.ids, in document: JudgedDocument) {
    let stream = document.shared.stream
    for id in asked.map(\.rawValue) where !known.contains(id) {
      // Where the spec names it, that is reported there.
      if Targets.named(id) == nil, stream.spec.targets?.value.contains(where: { $0.id.value == id }) == true { continue }
      flagUnknown(id, among: known, stream.place, isWritten: false)
    }
  }

  /// The same where there is no spec.
  mutating func flagUnknown(_ asked: [TargetID], among known: [String] = Targets.ids, at place: SourcePlace) {
    for id in asked.map(\.rawValue) where !known.contains(id) { flagUnknown(id, among: known, place, isWritten: true, canBeFixed: false) }
  }

  /// - Parameter isWritten: the id is written at the place, and not an argument of the run.
  mutating func flagUnknown(_ id: String, among known: [String] = Targets.ids, _ place: SourcePlace, isWritten: Bool, canBeFixed: Bool = true) {
    let near = Similarity.nearest(to: id, among: known)
    let kind = known == Targets.ids ? "target" : "provider"
    report.flag(
      TargetFaults.unknownTarget, place, "unknown \(kind) `\(id)`; allowed: \(oneOf(known))",
      notes: isWritten ? [] : [MessageNote("the \(kind) is not from the spec; it was given for this run")],
      help: Destinations.named(id).map { "\($0.title) is a destination: name its address in `simulcast`, and it is judged without being asked" } ?? near.help
        ?? "`rung providers` lists them",
      fix: isWritten && canBeFixed ? near.only.map { .replace(place.span, with: $0, Similarity.isMisspelling(id, of: $0) ? .safe : .unsafe) } : nil)
  }

  /// - Parameters:
  ///   - asked: ids; nil for those that the spec names.
  ///   - others: ids of more.
  ///   - isSpec: false for a text that has no keys at all, which has been said.
  private mutating func targets(of stream: Stream, _ asked: [String]?, and others: [String], isSpec: Bool) -> [(Target, any CompilationTarget.Type)] {
    let written = stream.spec.targets?.value ?? []
    flagUnknown(written)
    let configuration = configuration(of: stream.document)
    let byDefault = written.isEmpty ? configuration?.targets?.value.map(\.value) : nil
    let asked = asked ?? byDefault
    // What lacks a name as well has that as its finding.
    if asked == nil, written.isEmpty, isSpec, stream.document.entries.contains(where: { DocumentKind.isName($0.key.value) }) {
      report.flag(
        TargetFaults.noTarget, stream.spec.targets?.place ?? report.removal(of: "targets") ?? stream.place, "no provider rules were checked: \(.targets) names no provider",
        help: ["add \(.targets, "[\(Providers.ids.joined(separator: ", "))]")", "use `--for`"])
    }
    let own = asked ?? written.map(\.id.value)
    for id in asked ?? [] where Targets.named(id) == nil && !written.contains(where: { $0.id.value == id }) {
      flagUnknown(id, stream.place, isWritten: false)
    }
    return (own + others.filter { !own.contains($0) }).compactMap { id in
      guard let type = Targets.named(id) else { return nil }
      var target = written.first { $0.id.value == id } ?? Target(id: Located(id, at: SourcePlace(stream.place.span, trail: report.trail(.asked))), options: nil)
      if let limits = configuration?.limits?.value[id] { negotiate(limits, of: configuration, for: &target) }
      return (target, type)
    }
  }

  /// Puts limits of the whole repository under those that the spec sets itself.
  private mutating func negotiate(_ limits: Node, of configuration: Configuration?, for target: inout Target) {
    guard let configuration, target.options.map(\.isMapping) ?? true else { return }
    let file = configurationFiles[configuration.name] ?? sources.add(SourceFile(name: configuration.name, bytes: configuration.bytes))
    configurationFiles[configuration.name] = file
    let moved = limits.moved(to: file)
    let options = Node.map([("limits", moved)], at: moved.place)
    target.options = target.options.map { Composition.merge($0, onto: options) } ?? options
  }
}
