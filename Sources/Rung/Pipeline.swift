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

/// Judges many texts, each as ``check(_:for:packs:loader:in:)`` would; the analyses are in the order of the texts.
///
/// First all are read, then those for the same provider are judged after one another, so that each part of the work finds
/// its code still in the processor's cache: a fleet of several providers takes a tenth less time. All of them are held in
/// memory meanwhile; a hundred at a time are enough.
public func check(
  _ texts: [(input: Input, loader: Loader)], for providers: [String]? = nil, packs: [RulePack] = [], in fleet: inout Fleet
) -> [Analysis] {
  var runs = texts.map { Run(Pipeline(providers: providers, packs: packs, loader: $0.loader, wantsPlans: false), $0.input) }
  let keys = runs.map(\.providerKey)
  for index in runs.indices.sorted(by: { (keys[$0], $0) < (keys[$1], $1) }) { runs[index].judge(&fleet) }
  for index in runs.indices { runs[index].meet(&fleet) }
  return runs.map(\.analysis)
}

private func run(_ pipeline: consuming Pipeline, _ input: Input, in fleet: inout Fleet) -> Analysis {
  var run = Run(pipeline, input)
  run.judge(&fleet)
  run.meet(&fleet)
  return run.analysis
}

/// One text on its way.
private struct Run {
  private let name: String
  private var pipeline: Pipeline
  /// Those that are still to be judged, the next one last: each makes room for the requests of the next.
  private var waiting: [Node]
  private var streams: [CompiledStream] = []

  init(_ pipeline: consuming Pipeline, _ input: Input) {
    name = input.name
    waiting = pipeline.read(input).reversed()
    if let first = waiting.popLast() { waiting.append(pipeline.composed(first, from: [input.name])) }
    self.pipeline = pipeline
  }

  /// The same for texts that go the same way through the code.
  var providerKey: String {
    guard let targets = waiting.last?["targets"] else { return "" }
    return targets.entries.first?.key.value ?? targets.items.first?.scalar?.text ?? ""
  }

  mutating func judge(_ fleet: inout Fleet) {
    pipeline.saysUsualKeyframes = fleet.saysUsualKeyframes
    defer { fleet.saysUsualKeyframes = pipeline.saysUsualKeyframes }
    streams.reserveCapacity(waiting.count)
    while let document = waiting.popLast() {
      // The first one was put together for ``providerKey``.
      let whole = streams.isEmpty ? document : pipeline.composed(document, from: [name])
      streams.append(pipeline.compile(whole))
      // No stream shares a leaf with the next, and many texts wait together for their turn to be told of.
      pipeline.report.forgetLeaves(before: waiting.last?.place)
    }
  }

  mutating func meet(_ fleet: inout Fleet) { pipeline.meet(&fleet, name) }

  var analysis: Analysis {
    Analysis(sources: pipeline.sources, streams: streams, report: pipeline.report, jsonFiles: pipeline.jsonFiles)
  }
}

struct Pipeline {
  var providers: [String]?
  var loader: Loader
  let wantsPlans: Bool
  /// Rule packs beside those that each spec names.
  let packs: [RulePack]
  var sources = SourceMap()
  var report = Report()
  private(set) var jsonFiles: Set<FileID> = []
  var bases = Bases()

  private var claims: [(claims: [Claim], stream: Fleet.Claimant, provider: String)] = []

  /// Whether the default keyframe interval has been spoken of.
  fileprivate var saysUsualKeyframes = false

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

  init(providers: [String]?, packs: [RulePack] = [], loader: Loader, wantsPlans: Bool) {
    self.providers = providers
    self.packs = packs
    self.loader = loader
    self.wantsPlans = wantsPlans
  }

  mutating func read(_ input: Input, _ bounds: Bounds = Bounds()) -> [Node] {
    let file = SourceFile(name: input.name, bytes: input.bytes)
    let id = sources.add(file)
    let format = Self.specFormat(of: input)
    if format == .json { jsonFiles.insert(id) }
    return Reader.read(file, id: id, format: format, bounds: bounds, into: &report)
  }

  static func specFormat(of input: Input) -> SourceFormat { input.format ?? Reader.format(name: input.name, bytes: input.bytes) }

  mutating func compile(_ document: Node) -> CompiledStream {
    guard !bases.lack(document) else { return read(alone: document) }
    let shared = resolved(document)
    let targets = targets(of: shared)
    judge(shared, for: targets.filter { $0.0.options?["overrides"] == nil })
    var outcomes: [Evaluated] = []
    for (target, provider) in targets {
      let stream = overridden(document, target).map { resolved($0) } ?? shared
      if target.options?["overrides"] != nil { judge(stream, for: [(target, provider)]) }
      let outcome = provider.evaluate(stream, target, wantsPlans, &report)
      if keepsJudgements { judgements.append(Judgement(shared: shared, stream: stream, target: target, outcome: outcome)) }
      // What a body lacks its own rules say.
      if let usual = outcome.usualKeyframes, !saysUsualKeyframes, report.rewording == nil {
        saysUsualKeyframes = true
        ContractFaults.flagUsualKeyframes(usual.rendition, isContribution: usual.isContribution, of: stream, party: Providers.all.first { $0.id == provider.id }?.title, &report)
      }
      if !outcome.claims.isEmpty { claims.append((outcome.claims, Fleet.Claimant(stream), provider.id)) }
      outcomes.append(outcome)
    }
    // What came from a body of the provider's is something that the provider takes.
    if report.rewording == nil || namesLeftovers { Accounting.name(outcomes.map(\.leftovers), &report) }
    return CompiledStream(
      name: shared.spec.name?.value, plans: wantsPlans ? outcomes.compactMap(\.plan) : [],
      setups: wantsPlans ? outcomes.compactMap(\.setup) : [])
  }

  /// What can be said of a document that lacks a base: whether its own values can be read. What it seems to lack may stand in
  /// the base, and so may what its values have to agree with.
  private mutating func read(alone document: Node) -> CompiledStream {
    let before = report.silent
    report.silent.formUnion([SpecFaults.missingKey.name, SpecFaults.dropOfUnknown.name])
    let stream = resolved(document)
    report.silent = before
    flagUnknown(stream.spec.targets?.value ?? [])
    return CompiledStream(name: stream.spec.name?.value, plans: [], setups: [])
  }

  /// Holds what the streams claim against all that was claimed before.
  mutating func meet(_ fleet: inout Fleet, _ name: String) {
    fleet.begin(name)
    for (claims, stream, provider) in claims { fleet.add(claims, by: stream, at: provider, &sources) }
    if !fleet.meetings.isEmpty { FleetRules.all.run(fleet, &report) }
  }

  /// The stream alone, without judgement; with what the spec overrides for one target, where that is asked for.
  mutating func stream(_ document: Node, for id: String?) -> Stream {
    let shared = resolved(document)
    guard let id, let target = shared.spec.targets?.value.first(where: { $0.id.value == id }) else { return shared }
    return overridden(document, target).map { resolved($0) } ?? shared
  }

  /// What holds whoever the stream is for. Packs first: where one of their rules says more than a general one, it speaks.
  private mutating func judge(_ stream: Stream, for targets: [(Target, AnyTarget)]) {
    let judged = stream.with(
      takers: Takers { unheard in
        var unheard = unheard
        return targets.map { $0.1.taken(stream, $0.0, &unheard) }
      })
    let chosen = (stream.spec.packs?.value.map(\.value) ?? []) + packs.filter { pack in
      stream.spec.packs?.value.contains { $0.value == pack } != true
    }
    let ids = providers ?? stream.spec.targets?.value.map(\.id.value) ?? []
    let stream = Self.isEncoded(stream, for: ids) ? judged.withUsualKeyframes(&report) : judged
    guard !chosen.isEmpty else { return Self.judge(stream, &report) }
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

  private mutating func resolved(_ document: Node) -> Stream {
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

  private mutating func flagUnknown(_ written: [Target]) {
    for target in written where !Targets.all.contains(where: { $0.id == target.id.value }) {
      let ids = Targets.all.map(\.id)
      let near = Similarity.nearest(to: target.id.value, among: ids)
      report.flag(
        ContractFaults.unknownTarget, target.id.place, "there is no target `\(target.id.value)`; expected \(oneOf(ids))",
        help: near.map { "did you mean `\($0)`?" } ?? "`rung providers` lists them",
        fix: near.map { .replace(target.id.place.span, with: $0, .unsafe) })
    }
  }

  private mutating func targets(of stream: Stream) -> [(Target, AnyTarget)] {
    let written = stream.spec.targets?.value ?? []
    flagUnknown(written)
    guard let providers else {
      if written.isEmpty {
        report.flag(
          ContractFaults.noTarget, stream.spec.targets?.place ?? stream.place, "the spec names no provider, so no provider's rules were checked",
          help: "add `targets: [\(Providers.all.map(\.id).joined(separator: ", "))]`, or ask with `--for`")
      }
      return written.compactMap { target in
        Targets.all.first { $0.id == target.id.value }.map { (target, $0) }
      }
    }
    return providers.compactMap { id in
      guard let provider = Targets.all.first(where: { $0.id == id }) else { return nil }
      if let target = written.first(where: { $0.id.value == id }) { return (target, provider) }
      // A matrix tells what the target lacks from what the spec does.
      let unwritten = keepsJudgements ? report.byDefault(id, "the spec names no such target", near: stream.place) : Located(id, at: stream.place)
      return (Target(id: unwritten, options: nil), provider)
    }
  }
}
