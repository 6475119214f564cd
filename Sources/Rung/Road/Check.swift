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
