public import RungProviders
public import RungSource

/// Judges every stream in a text, without keeping requests.
///
/// - Parameters:
///   - input: YAML or JSON.
///   - targets: ids to check for; one that no target has is a finding. Nil for those that each spec names under `targets`.
///   - packs: what to hold every stream to besides, beside what each spec names under `packs`.
///   - loader: finds the files that `extends` names.
public func check(
  _ input: SourceInput, for targets: [TargetID]? = nil, packs: [RulePack] = [], loader: Loader = .none
) -> Analysis {
  var alone = Fleet()
  return check(input, for: targets, packs: packs, loader: loader, in: &alone)
}

/// The same beside the streams that were judged before: what two of them cannot both have is found in the later one.
///
/// - Parameters:
///   - input: YAML or JSON.
///   - targets: ids to check for; nil for those that each spec names.
///   - packs: what to hold every stream to besides.
///   - loader: finds the files that `extends` names.
///   - fleet: hand the same one on from file to file.
public func check(
  _ input: SourceInput, for targets: [TargetID]? = nil, packs: [RulePack] = [], loader: Loader = .none, in fleet: inout Fleet
) -> Analysis {
  run(Run(Pipeline(packs: packs, loader: loader), input, for: targets, makesPlans: false), in: &fleet)
}

/// Judges every stream in a text and makes each provider's requests. With errors among the diagnostics the requests
/// hold what the spec says, faults included, as far as it could be read: do not send them.
public func compile(
  _ input: SourceInput, for targets: [TargetID]? = nil, packs: [RulePack] = [], loader: Loader = .none
) -> Analysis {
  var alone = Fleet()
  return compile(input, for: targets, packs: packs, loader: loader, in: &alone)
}

/// The same beside the streams that were compiled before; see ``check(_:for:packs:loader:in:)``.
public func compile(
  _ input: SourceInput, for targets: [TargetID]? = nil, packs: [RulePack] = [], loader: Loader = .none, in fleet: inout Fleet
) -> Analysis {
  run(Run(Pipeline(packs: packs, loader: loader), input, for: targets, makesPlans: true), in: &fleet)
}

/// Judges many texts, each as ``check(_:for:packs:loader:in:)`` would; the analyses are in the order of the texts.
///
/// First all are read, then those for the same provider are judged after one another, so that each part of the work finds
/// its code still in the processor's cache: a fleet of several providers takes a tenth less time. All analyses are held in
/// memory; a hundred texts at a time are enough.
///
/// - Parameters:
///   - texts: each with what finds the files that its `extends` names.
///   - targets: ids to check for; nil for those that each spec names.
///   - only: only the streams that have one of these targets, and only for these; nil for all.
///   - packs: what to hold every stream to besides.
///   - fleet: hand the same one on from call to call.
public func check(
  _ texts: [(input: SourceInput, loader: Loader)], for targets: [TargetID]? = nil, only: [TargetID]? = nil, packs: [RulePack] = [], in fleet: inout Fleet
) -> [Analysis] {
  var analyses: [Analysis] = []
  analyses.reserveCapacity(texts.count)
  check(texts, for: targets, only: only, packs: packs, in: &fleet) { analyses.append($1) }
  return analyses
}

/// The same, where each analysis is handed on as soon as it is known.
///
/// - Parameters:
///   - texts: each with what finds the files that its `extends` names.
///   - targets: ids to check for; nil for those that each spec names.
///   - only: only the streams that have one of these targets, and only for these; nil for all.
///   - packs: what to hold every stream to besides.
///   - fleet: hand the same one on from call to call.
///   - tell: is given the index of a text and its analysis, in the order of the texts.
public func check(
  _ texts: [(input: SourceInput, loader: Loader)], for targets: [TargetID]? = nil, only: [TargetID]? = nil, packs: [RulePack] = [], in fleet: inout Fleet,
  _ tell: (_ index: Int, _ analysis: Analysis) throws -> Void
) rethrows {
  var told = 0
  while told < texts.count {
    var runs: [Run] = []
    // Short texts may have long bases.
    var size = 0
    while told + runs.count < texts.count, size < 4 << 20 {
      let (input, loader) = texts[told + runs.count]
      let run = Run(Pipeline(packs: packs, loader: loader), input, for: targets, only: only, makesPlans: false)
      size += run.size
      runs.append(run)
    }
    judge(&runs, in: &fleet)
    for index in runs.indices { try tell(told + index, runs[index].settle()) }
    told += runs.count
  }
}

private func judge(_ runs: inout [Run], in fleet: inout Fleet) {
  let keys = runs.map(\.providerKey)
  // What is said once in a run is said of the first text, whichever is judged first.
  let before = fleet.saysUsualKeyframes
  for index in runs.indices.sorted(by: { (keys[$0], $0) < (keys[$1], $1) }) {
    fleet.saysUsualKeyframes = before
    runs[index].judge(&fleet)
  }
  fleet.saysUsualKeyframes = before
  for index in runs.indices {
    runs[index].sayOnce(&fleet)
    runs[index].meet(&fleet)
  }
}

private func run(_ run: consuming Run, in fleet: inout Fleet) -> Analysis {
  run.judge(&fleet)
  run.meet(&fleet)
  return run.settle()
}

/// One text on its way.
struct Run {
  private let name: String
  private let targets: [String]?
  private let only: [String]?
  private let makesPlans: Bool
  private(set) var pipeline: Pipeline
  /// Those that are still to be judged, the next one last: each makes room for the requests of the next.
  private var waiting: [Node]
  private var streams: [CompiledStream] = []
  private var claims: [JudgedDocument.Claims] = []
  /// Streams that were not asked for.
  private var omitted = 0
  private var part: Fleet.Part?
  /// What became of each document; nil where nobody asks.
  var judged: [JudgedDocument]?

  init(_ pipeline: consuming Pipeline, _ input: SourceInput, for targets: [TargetID]?, only: [TargetID]? = nil, makesPlans: Bool) {
    name = input.name
    self.only = only?.map(\.rawValue)
    self.targets = targets?.map(\.rawValue)
    self.makesPlans = makesPlans
    waiting = pipeline.read(input).reversed()
    if let first = waiting.popLast() { waiting.append(pipeline.composed(first, from: [input.name])) }
    self.pipeline = pipeline
  }

  /// Bytes of the text and of what it extends, as far as that was read.
  var size: Int { pipeline.sources.files.reduce(0) { $0 + $1.bytes.count } }

  /// The same for texts that go the same way through the code.
  var providerKey: String {
    waiting.last.flatMap { Self.targets(of: $0).first } ?? ""
  }

  /// Whether it can be told from `targets` that a stream is not for a target.
  private static func namesKnownTargets(_ document: Node) -> Bool {
    guard let targets = document["targets"] else { return true }
    return targets.scalar == nil && Self.targets(of: document).allSatisfy(Targets.ids.contains) && targets.items.allSatisfy(\.isScalar)
  }

  /// Those that the document names; of one that names none those of the configuration.
  private func targets(of document: Node, _ configuration: Configuration?) -> [String] {
    document.has("targets") ? Self.targets(of: document) : configuration?.targets?.value.map(\.value) ?? []
  }

  private static func targets(of document: Node) -> [String] {
    guard let targets = document["targets"] else { return [] }
    return targets.entries.filter { !$0.value.isRemoval }.map(\.key.value) + targets.items.compactMap { $0.scalar?.text }
  }

  mutating func judge(_ fleet: inout Fleet) {
    pipeline.saysUsualKeyframes = fleet.saysUsualKeyframes
    defer { fleet.saysUsualKeyframes = pipeline.saysUsualKeyframes }
    streams.reserveCapacity(waiting.count)
    var isFirst = true
    while let document = waiting.popLast() {
      // The first one was put together for ``providerKey``.
      let composed = isFirst ? document : pipeline.composed(document, from: [name])
      isFirst = false
      var asked = targets
      if let only {
        asked = only.filter(targets(of: composed, pipeline.configuration(of: composed)).contains)
        guard asked?.isEmpty == false || pipeline.bases.lack(composed) || !Self.namesKnownTargets(composed) else {
          omitted += 1
          pipeline.report.forgetLeaves(before: waiting.last?.place)
          continue
        }
      }
      let judged = pipeline.judged(composed, for: asked)
      pipeline.tell(judged)
      self.judged?.append(judged)
      claims += judged.claims
      if !judged.isBase { streams.append(makesPlans ? judged.compiled : CompiledStream(name: judged.name, plans: [], setups: [], place: judged.place)) }
      // No stream shares a leaf with the next, and many texts wait together for their turn to be told of.
      pipeline.report.forgetLeaves(before: waiting.last?.place)
    }
  }

  /// Takes back what an earlier text has been told of already.
  mutating func sayOnce(_ fleet: inout Fleet) {
    guard pipeline.saysUsualKeyframes else { return }
    if fleet.saysUsualKeyframes { pipeline.report.remove(TargetFaults.keyframeIntervalNotSet) }
    fleet.saysUsualKeyframes = true
  }

  mutating func meet(_ fleet: inout Fleet) {
    part = fleet.part
    pipeline.meet(&fleet, claims, in: name)
  }

  mutating func settle() -> Analysis {
    var analysis = pipeline.settledAnalysis(of: streams, isWhole: omitted == 0, part: part.map { ($0, claims) })
    analysis.isPassedOver = omitted > 0 && streams.isEmpty && !analysis.hasErrors
    return analysis
  }
}
