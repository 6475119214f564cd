internal import RungProviders
internal import RungReading
internal import RungSource
public import RungSpec

// The whole way on one page: bytes → nodes → one tree → stream → every provider's judgement and requests.

/// Judges every stream in a text, without keeping requests.
///
/// - Parameters:
///   - input: YAML or JSON.
///   - providers: ids to check for; nil for those that each spec names under `targets`.
///   - packs: what to hold every stream to besides, beside what each spec names under `packs`.
///   - loader: finds the files that `extends` names.
public func check(
  _ input: Input, for providers: [String]? = nil, packs: [RulePack] = [], loader: Loader = .none
) -> Analysis {
  var alone = Fleet()
  return check(input, for: providers, packs: packs, loader: loader, in: &alone)
}

/// The same beside the streams that were judged before: what two of them cannot both have is found in the later one.
///
/// - Parameter fleet: hand the same one on from file to file.
public func check(
  _ input: Input, for providers: [String]? = nil, packs: [RulePack] = [], loader: Loader = .none, in fleet: inout Fleet
) -> Analysis {
  run(Pipeline(providers: providers, packs: packs, loader: loader, wantsPlans: false), input, in: &fleet)
}

/// Judges every stream in a text and makes each provider's requests. With errors among the diagnostics the requests
/// hold what the spec says, faults included, as far as it could be read: do not send them.
public func compile(
  _ input: Input, for providers: [String]? = nil, packs: [RulePack] = [], loader: Loader = .none
) -> Analysis {
  var alone = Fleet()
  return compile(input, for: providers, packs: packs, loader: loader, in: &alone)
}

/// The same beside the streams that were compiled before; see ``check(_:for:packs:loader:in:)``.
public func compile(
  _ input: Input, for providers: [String]? = nil, packs: [RulePack] = [], loader: Loader = .none, in fleet: inout Fleet
) -> Analysis {
  run(Pipeline(providers: providers, packs: packs, loader: loader, wantsPlans: true), input, in: &fleet)
}

private func run(_ pipeline: consuming Pipeline, _ input: Input, in fleet: inout Fleet) -> Analysis {
  let streams = pipeline.run(input, in: &fleet)
  return Analysis(sources: pipeline.sources, streams: streams, report: pipeline.report, jsonFiles: pipeline.jsonFiles)
}

struct Pipeline {
  var providers: [String]?
  let loader: Loader
  let wantsPlans: Bool
  /// Rule packs beside those that each spec names.
  let packs: [RulePack]
  var sources = SourceMap()
  var report = Report()
  private(set) var jsonFiles: Set<FileID> = []
  /// Bases that were read, whole, by the names of their files: many streams share one, and one may lead to another twice.
  var bases: [String: Node] = [:]

  /// Set for a matrix, which asks for more than findings and requests.
  var keepsJudgements = false
  private(set) var judgements: [Judgement] = []

  /// What a provider was shown, and what it made of it.
  struct Judgement {
    let shared: Stream
    let stream: Stream
    let target: Target
    let outcome: Evaluated
  }

  init(providers: [String]?, packs: [RulePack] = [], loader: Loader, wantsPlans: Bool) {
    self.providers = providers
    self.packs = packs
    self.loader = loader
    self.wantsPlans = wantsPlans
  }

  mutating func run(_ input: Input, in fleet: inout Fleet) -> [CompiledStream] {
    fleet.begin(input.name)
    let streams = read(input).map { document in compile(composed(document, from: [input.name]), in: &fleet) }
    if !fleet.meetings.isEmpty { for rule in FleetRules.all { rule.run(fleet, &report) } }
    return streams
  }

  mutating func read(_ input: Input) -> [Node] {
    let file = SourceFile(name: input.name, bytes: input.bytes)
    let id = sources.add(file)
    let format = input.format ?? Reader.format(name: input.name, bytes: input.bytes)
    if format == .json { jsonFiles.insert(id) }
    return Reader.read(file, id: id, format: format, into: &report)
  }

  mutating func compile(_ document: Node, in fleet: inout Fleet) -> CompiledStream {
    let shared = resolved(document)
    judge(shared)
    var outcomes: [Evaluated] = []
    for (target, provider) in targets(of: shared) {
      let stream = overridden(document, target).map { resolved($0) } ?? shared
      if target.options?["overrides"] != nil { judge(stream) }
      let outcome = provider.evaluate(stream, target, wantsPlans, &report)
      if keepsJudgements { judgements.append(Judgement(shared: shared, stream: stream, target: target, outcome: outcome)) }
      fleet.add(outcome.claims, by: stream, at: provider.id, &sources)
      outcomes.append(outcome)
    }
    Accounting.name(outcomes.map(\.leftovers), &report)
    return CompiledStream(name: shared.spec.name?.value, plans: wantsPlans ? outcomes.compactMap(\.plan) : [])
  }

  /// The stream alone, without judgement; with what the spec overrides for one target, where that is asked for.
  mutating func stream(_ document: Node, for id: String?) -> Stream {
    let shared = resolved(document)
    guard let id, let target = shared.spec.targets?.value.first(where: { $0.id.value == id }) else { return shared }
    return overridden(document, target).map { resolved($0) } ?? shared
  }

  /// What holds whoever the stream is for. Packs first: where one of their rules says more than a general one, it speaks.
  private mutating func judge(_ stream: Stream) {
    let chosen = (stream.spec.packs?.value.map(\.value) ?? []) + packs.filter { pack in
      stream.spec.packs?.value.contains { $0.value == pack } != true
    }
    guard !chosen.isEmpty else { return Self.judge(stream, &report) }
    report.working(under: RulePack.adoptions(of: chosen)) { report in
      for pack in chosen { for rule in pack.rules { rule.run(stream, &report) } }
      Self.judge(stream, &report)
    }
  }

  private static func judge(_ stream: Stream, _ report: inout Report) {
    for rule in SpecRules.all { rule.run(stream, &report) }
    if let ladder = stream.ladder { for rule in LadderRules.all { rule.run(ladder, &report) } }
  }

  private mutating func resolved(_ document: Node) -> Stream {
    var report = self.report
    var used: [Preset] = []
    let names = Presets.names
    let node = Composition.applyPreset(
      document,
      { name in
        guard let preset = Presets.named(name) else { return nil }
        used.append(preset)
        return preset.node
      }, names: names, &report)
    for preset in used { sources.add(preset.file, shippedAs: preset.id) }
    let stream = Stream(reading: Composition.applyDrop(node, &report), &report)
    self.report = report
    return stream
  }

  /// The document with the target's `overrides` merged over it; nil when it has none.
  private mutating func overridden(_ document: Node, _ target: Target) -> Node? {
    guard let overrides = target.options?["overrides"] else { return nil }
    guard case .map = overrides.content else {
      report.flag(SpecFaults.wrongType, overrides.place, "expected a mapping for `overrides`, found \(overrides.kindName)")
      return nil
    }
    let fixed = ["rung", "targets", "extends"]
    for entry in overrides.entries where fixed.contains(entry.key.value) {
      report.flag(
        SpecFaults.unknownKey, entry.key.place, "`overrides` cannot change `\(entry.key.value)`: it is the same for every target",
        help: "set it at the top of the spec")
      report.nameLeaves(of: entry.value)
    }
    let through = report.retrail(overrides, through: .override(target.id.value))
    return Composition.merge(Composition.removing(fixed, from: through), onto: document)
  }

  private mutating func targets(of stream: Stream) -> [(Target, AnyProvider)] {
    let written = stream.spec.targets?.value ?? []
    for target in written where !Providers.all.contains(where: { $0.id == target.id.value }) {
      let ids = Providers.all.map(\.id)
      let near = Similarity.nearest(to: target.id.value, among: ids)
      report.flag(
        ContractFaults.unknownTarget, target.id.place, "there is no provider `\(target.id.value)`; expected \(oneOf(ids))",
        help: near.map { "did you mean `\($0)`?" } ?? "`rung providers` lists them",
        fix: near.map { .replace(target.id.place.span, with: $0, .unsafe) })
    }
    guard let providers else {
      if written.isEmpty, stream.spec.targets == nil {
        report.flag(
          ContractFaults.noTarget, stream.place, "the spec names no provider, so no provider's rules were checked",
          help: "add `targets: [\(Providers.all.map(\.id).joined(separator: ", "))]`, or ask with `--for`")
      }
      return written.compactMap { target in
        Providers.all.first { $0.id == target.id.value }.map { (target, $0) }
      }
    }
    return providers.compactMap { id in
      guard let provider = Providers.all.first(where: { $0.id == id }) else { return nil }
      if let target = written.first(where: { $0.id.value == id }) { return (target, provider) }
      // A matrix tells what the target lacks from what the spec does.
      let unwritten = keepsJudgements ? report.byDefault(id, "the spec names no such target", near: stream.place) : Located(id, at: stream.place)
      return (Target(id: unwritten, options: nil), provider)
    }
  }
}
