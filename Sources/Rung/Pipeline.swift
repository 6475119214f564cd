internal import RungProviders
internal import RungReading
internal import RungSource
internal import RungSpec

// The whole way on one page: bytes → nodes → one tree → stream → every provider's judgement and requests.

/// Judges every stream in a text, without keeping requests.
///
/// - Parameters:
///   - input: YAML or JSON.
///   - providers: ids to check for; nil for those that each spec names under `targets`.
///   - loader: finds the files that `extends` names.
public func check(_ input: Input, for providers: [String]? = nil, loader: Loader = .none) -> Analysis {
  run(Pipeline(providers: providers, loader: loader, wantsPlans: false), input)
}

/// Judges every stream in a text and makes each provider's requests. With errors among the diagnostics the requests
/// hold what the spec says, faults included, as far as it could be read: do not send them.
public func compile(_ input: Input, for providers: [String]? = nil, loader: Loader = .none) -> Analysis {
  run(Pipeline(providers: providers, loader: loader, wantsPlans: true), input)
}

private func run(_ pipeline: consuming Pipeline, _ input: Input) -> Analysis {
  let streams = pipeline.run(input)
  return Analysis(sources: pipeline.sources, streams: streams, report: pipeline.report, jsonFiles: pipeline.jsonFiles)
}

struct Pipeline {
  var providers: [String]?
  var loader: Loader
  let wantsPlans: Bool
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

  /// Set where what was read from one provider's bodies is compiled for another provider.
  var namesLeftovers = false

  mutating func noteJSON(_ file: FileID) { jsonFiles.insert(file) }

  init(providers: [String]?, loader: Loader, wantsPlans: Bool) {
    self.providers = providers
    self.loader = loader
    self.wantsPlans = wantsPlans
  }

  mutating func run(_ input: Input) -> [CompiledStream] {
    read(input).map { document in compile(composed(document, from: [input.name])) }
  }

  mutating func read(_ input: Input) -> [Node] {
    let file = SourceFile(name: input.name, bytes: input.bytes)
    let id = sources.add(file)
    let format = input.format ?? Reader.format(name: input.name, bytes: input.bytes)
    if format == .json { jsonFiles.insert(id) }
    return Reader.read(file, id: id, format: format, into: &report)
  }

  mutating func compile(_ document: Node) -> CompiledStream {
    let shared = resolved(document)
    for rule in SpecRules.all { rule.run(shared, &report) }
    if let ladder = shared.ladder { for rule in LadderRules.all { rule.run(ladder, &report) } }
    var outcomes: [Evaluated] = []
    for (target, provider) in targets(of: shared) {
      let stream = overridden(document, target).map { resolved($0) } ?? shared
      if target.options?["overrides"] != nil {
        for rule in SpecRules.all { rule.run(stream, &report) }
        if let ladder = stream.ladder { for rule in LadderRules.all { rule.run(ladder, &report) } }
      }
      let outcome = provider.evaluate(stream, target, wantsPlans, &report)
      if keepsJudgements { judgements.append(Judgement(shared: shared, stream: stream, target: target, outcome: outcome)) }
      outcomes.append(outcome)
    }
    // What came from a body of the provider's is something that the provider takes.
    if report.rewording == nil || namesLeftovers { Accounting.name(outcomes.map(\.leftovers), &report) }
    return CompiledStream(name: shared.spec.name?.value, plans: wantsPlans ? outcomes.compactMap(\.plan) : [])
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
      report.useLeaves(of: entry.value)
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
      let target = written.first { $0.id.value == id } ?? Target(id: Located(id, at: stream.place), options: nil)
      return (target, provider)
    }
  }
}
