internal import RungProviders
internal import RungReading
internal import RungSource
internal import RungSpec

/// Both versions read into one run, so that their places can be told apart and shown together.
struct DiffWork {
  private struct Version {
    /// Of each stream its name, and its side at each provider.
    var streams: [(name: String?, sides: [(provider: AnyProvider, side: DiffSide)])] = []
    /// It may be one of many at the provider: what it does not speak of is not gone.
    var isBody = false
    var isAnswer = false
  }

  private var pipeline: Pipeline
  private let providers: [String]?

  init(_ providers: [String]?, _ inputs: [DiffInput]) {
    // A body belongs to one provider, and that one is asked about the other side as well.
    var chosen = providers
    for input in inputs {
      guard let provider = Self.provider(of: input, among: providers) else { continue }
      chosen = [provider]
      break
    }
    self.providers = chosen
    pipeline = Pipeline(providers: chosen, loader: .none, wantsPlans: true)
  }

  static func isSpec(_ document: Node) -> Bool { document.has("rung") || document.has("extends") }

  static func isJSON(_ input: Input) -> Bool { (input.format ?? Reader.format(name: input.name, bytes: input.bytes)) == .json }

  /// Nil for a spec.
  static func provider(of input: DiffInput, among providers: [String]?) -> String? {
    if let request = input.request { return request.provider }
    var pipeline = Pipeline(providers: [], loader: .none, wantsPlans: false)
    guard !pipeline.read(input.input).contains(where: isSpec) else { return nil }
    return (providers ?? Providers.all.map(\.id)).first { id in
      guard case .success(let name) = RequestName.parse(id) else { return false }
      return looksLikeBody(input.input, of: name)
    }
  }

  mutating func run(_ old: DiffInput, _ new: DiffInput) -> DiffAnalysis {
    let before = read(old)
    let oldReport = pipeline.report
    let after = read(new)
    let analysis = { (report: Report, dropping: Int, pipeline: Pipeline) in
      Analysis(sources: pipeline.sources, streams: [], report: report, jsonFiles: pipeline.jsonFiles, skipped: dropping)
    }
    let streams = pairs(before, after).map { difference($0, $1, before.isBody, after.isBody) }
    return DiffAnalysis(
      sources: pipeline.sources, streams: streams, old: analysis(oldReport, 0, pipeline),
      new: analysis(pipeline.report, oldReport.diagnostics.count, pipeline), oldIsAnswer: before.isAnswer, newIsAnswer: after.isAnswer)
  }

  // MARK: Reading

  private mutating func read(_ input: DiffInput) -> Version {
    pipeline.loader = input.loader
    // The same name may be another file on the other side.
    pipeline.bases = [:]
    if let provider = Self.provider(of: input, among: providers), let name = input.request ?? RequestName.whole(provider) {
      return readBodies(input.input, name)
    }
    var version = Version()
    let documents = pipeline.read(input.input).map { pipeline.composed($0, from: [input.input.name]) }
    version.streams = documents.map { document in
      let stream = pipeline.compile(document)
      return (
        stream.name,
        stream.plans.compactMap { plan in
          Providers.all.first { $0.id == plan.provider }.map { ($0, DiffSide(plan: plan, requests: $0.declared(plan))) }
        }
      )
    }
    return version
  }

  private mutating func readBodies(_ input: Input, _ name: RequestName) -> Version {
    var version = Version(isBody: true)
    guard let provider = name.theProvider else { return version }
    for bodies in pipeline.streams(of: pipeline.bodies(in: [input], as: name), for: name) where !bodies.isEmpty {
      version.isAnswer = version.isAnswer || bodies.contains(where: \.isAnswer)
      let draft = pipeline.draft(of: bodies, for: name)
      let compiled = draft.map { pipeline.judge($0, of: bodies, for: name) }
      let plan = compiled?.plans.first ?? RequestPlan(provider: provider.id, steps: [])
      var side = DiffSide(plan: plan, requests: BodySide.requests(bodies, of: provider, pipeline.report))
      side.isAnswer = bodies.contains(where: \.isAnswer)
      side.isPartial = true
      side.told = BodySide.told(bodies, of: provider)
      // Most resources have their names in URLs.
      version.streams.append((draft?.nameIsMadeUp == true ? nil : compiled?.name, [(provider, side)]))
    }
    return version
  }

  // MARK: Comparing

  private typealias Stream = (name: String?, sides: [(provider: AnyProvider, side: DiffSide)])

  /// By name; what is left over goes together where it is one on each side.
  private func pairs(_ old: Version, _ new: Version) -> [(Stream?, Stream?)] {
    if old.streams.count == 1, new.streams.count == 1 { return [(old.streams[0], new.streams[0])] }
    var rest = Array(old.streams.indices)
    var partner: [Int: Int] = [:]
    for index in new.streams.indices {
      guard let at = rest.firstIndex(where: { old.streams[$0].name == new.streams[index].name }) else { continue }
      partner[index] = rest.remove(at: at)
    }
    let open = new.streams.indices.filter { partner[$0] == nil }
    if rest.count == 1, open.count == 1 { partner[open[0]] = rest.removeFirst() }
    var pairs: [(Stream?, Stream?)] = []
    // A body says nothing of streams that are not in it.
    for index in new.streams.indices where partner[index] != nil || !old.isBody {
      pairs.append((partner[index].map { old.streams[$0] }, new.streams[index]))
    }
    if !new.isBody { pairs += rest.map { (old.streams[$0], nil) } }
    return pairs
  }

  /// The name of a body, for itself or for a resource, is a value like others: it goes by that of the spec.
  private func difference(_ old: Stream?, _ new: Stream?, _ oldIsBody: Bool, _ newIsBody: Bool) -> StreamDifference {
    var providers: [ProviderDifference] = []
    for (provider, side) in new?.sides ?? [] {
      guard let before = old?.sides.first(where: { $0.provider.id == provider.id })?.side else {
        providers.append(ProviderDifference(provider: provider, change: .added, resources: [], plan: shown(side.plan)))
        continue
      }
      providers.append(difference(before, side, provider))
    }
    for (provider, side) in old?.sides ?? [] where new?.sides.contains(where: { $0.provider.id == provider.id }) != true {
      let nothing = DiffSide(plan: RequestPlan(provider: provider.id, steps: []), requests: [])
      let transition = Transition(old: side, new: nothing, differences: [], report: pipeline.report)
      providers.append(ProviderDifference(provider: provider, change: .removed, resources: [], plan: shown(transition.plan(side.plan.teardown))))
    }
    let (before, after) = (old?.name, new?.name)
    let name = newIsBody && !oldIsBody ? before ?? after : after ?? before
    let isRenamed = before != name && after != nil && !oldIsBody && !newIsBody
    return StreamDifference(name: name.map(SecretSigns.masked), oldName: isRenamed ? before.map(SecretSigns.masked) : nil, providers: providers)
  }

  private func shown(_ plan: RequestPlan) -> RequestPlan { SecretReferences.standIn(in: plan, for: pipeline.report.secrets) }

  private func difference(_ old: DiffSide, _ new: DiffSide, _ provider: AnyProvider) -> ProviderDifference {
    let resources = provider.comparison().differences(old, new, provider.changes(), pipeline.report)
    let differs = resources.contains { $0.effect != nil }
    let transition = Transition(old: old, new: new, differences: resources, report: pipeline.report)
    let plan = differs ? shown(provider.update(transition)) : nil
    return ProviderDifference(provider: provider, change: differs ? .changed : .same, resources: resources, plan: plan)
  }
}

extension RequestName {
  /// The provider's bodies, whichever they are; nil where they are not read.
  fileprivate static func whole(_ provider: String) -> RequestName? {
    guard case .success(let name) = parse(provider), name.isRead else { return nil }
    return name
  }
}
