internal import RungProviders
internal import RungReading
internal import RungSource
internal import RungSpec

/// Both versions read into one run, so that their places are distinct and can be shown together.
struct DiffWork {
  private struct Version {
    /// Of each stream its name, and its side at each provider.
    var streams: [(name: String?, sides: [(provider: any Provider.Type, side: DiffSide)])] = []
    /// It may be one of many at the provider: what it does not mention is not removed.
    var isBody = false
    var isAnswer = false
    var state = DiffSideState.clean
  }

  /// One version as it was read and recognised, for everybody who asks.
  private struct Reading {
    /// Nil where there is none.
    let input: DiffInput?
    /// Nil for a spec, and for an unknown text.
    var request: RequestName?
    var documents: [Node] = []
    /// What parsing the text has found.
    var findings: Range<Int> = 0..<0
    var errors = 0
  }

  private var pipeline: Pipeline
  /// Ids; nil for those that each spec names.
  private let providers: [String]?
  private let asked: [TargetID]
  private let old: Reading
  private let new: Reading
  /// Only where both versions are known without an error, and the new one is a wish: what could not be read is neither gone
  /// nor new.
  private var isPlanned = false
  /// Whether what one version lacks is not there, and may not just be unread.
  private var areClean = false
  /// For tests of plans alone: a spec that sets every field is one that every provider refuses.
  private let plansWithErrors: Bool
  /// Whether streams that are gone are planned to be deleted.
  private let deletes: Bool

  private init(
    _ old: DiffInput?, _ new: DiffInput?, for targets: [TargetID]?, plansWithErrors: Bool, deletes: Bool, _ pipeline: consuming Pipeline
  ) {
    let providers = targets?.map(\.rawValue)
    asked = targets ?? []
    self.plansWithErrors = plansWithErrors
    self.deletes = deletes
    // A body belongs to one provider, and that one is asked about the other side as well.
    self.old = Self.reading(old, among: providers, &pipeline)
    let chosen = self.old.request.map { [$0.provider.rawValue] } ?? providers
    self.new = Self.reading(new, among: chosen, &pipeline)
    self.providers = (self.old.request ?? self.new.request).map { [$0.provider.rawValue] } ?? providers
    self.pipeline = pipeline
  }

  static func isSpec(_ document: Node) -> Bool { document.has("rung") || document.has("extends") }

  static func run(
    _ all: [(old: DiffInput?, new: DiffInput?)], for targets: [TargetID]?, plansWithErrors: Bool = false, deletes: Bool = true
  ) -> DiffAnalysis {
    var pipeline = Pipeline()
    var streams: [StreamDifference] = []
    var found = (old: [Range<Int>](), new: [Range<Int>]())
    var states = (old: DiffSideState.clean, new: DiffSideState.clean)
    var isAnswer = (old: false, new: false)
    for (old, new) in all {
      var work = DiffWork(old, new, for: targets, plansWithErrors: plansWithErrors, deletes: deletes, pipeline)
      pipeline = Pipeline()
      let (before, after) = work.compare(&streams, &found.old, &found.new)
      states = (max(states.old, before.state), max(states.new, after.state))
      isAnswer = (isAnswer.old || before.isAnswer, isAnswer.new || after.isAnswer)
      pipeline = work.pipeline
    }
    let (before, after) = (pipeline.analysis(of: [], skipping: found.new), pipeline.analysis(of: [], skipping: found.old))
    return DiffAnalysis(
      sources: pipeline.sources, streams: streams, slugs: StreamSlug.all(streams.map(\.name)), old: before, new: after, oldState: states.old,
      newState: states.new, oldIsAnswer: isAnswer.old, newIsAnswer: isAnswer.new)
  }

  /// - Parameters:
  ///   - oldFindings: of the report, those of the old version are added.
  ///   - newFindings: likewise.
  private mutating func compare(_ streams: inout [StreamDifference], _ oldFindings: inout [Range<Int>], _ newFindings: inout [Range<Int>]) -> (Version, Version) {
    let start = pipeline.report.diagnostics.count
    let errors = pipeline.report.errorsRaised - old.errors - new.errors
    var before = version(old, only: askedAbout)
    let middle = pipeline.report.diagnostics.count
    let oldErrors = pipeline.report.errorsRaised - errors - new.errors
    var after = version(new, only: before.isBody ? before.streams.map(\.name) : nil)
    let newErrors = pipeline.report.errorsRaised - errors - oldErrors
    oldFindings += [old.findings, start..<middle]
    newFindings += [new.findings, middle..<pipeline.report.diagnostics.count]
    // A fault of both sides in one place is reported once, and counts for both.
    if before.state == .clean, oldErrors > 0 { before.state = .hasErrors }
    if after.state == .clean, newErrors > 0 { after.state = .hasErrors }
    if before.state != .notUnderstood, after.state != .notUnderstood {
      // An answer is the state at the provider, not a wanted one.
      areClean = plansWithErrors || before.state == .clean && after.state == .clean
      isPlanned = areClean && !after.isAnswer
      streams += pairs(before, after).map { difference($0, $1, before.isBody, after.isBody) }.filter { areClean || !$0.providers.isEmpty }
    }
    return (before, after)
  }

  // MARK: Reading

  /// Parses a text into the run, once for each way that it may have to be parsed, and tells whose body it is.
  private static func reading(_ input: DiffInput?, among providers: [String]?, _ pipeline: inout Pipeline) -> Reading {
    let before = (findings: pipeline.report.diagnostics.count, errors: pipeline.report.errorsRaised)
    guard let input else { return Reading(input: nil, findings: before.findings..<before.findings) }
    var reading = Reading(input: input, request: input.request)
    if input.request == nil {
      var alone = Pipeline()
      var documents = alone.read(input.input)
      if !documents.contains(where: isSpec) {
        // A text of no name that opens as a list is one of JSON.
        if Pipeline.bodyFormat(of: input.input) != Pipeline.specFormat(of: input.input) {
          alone = Pipeline()
          documents = alone.readBodies(input.input, of: "")
        }
        reading.request = request(of: documents, among: providers)
      }
    }
    if let request = reading.request {
      // Findings have the names of the provider's bodies.
      if request.isRead { reading.documents = pipeline.readBodies(input.input, of: request.provider.rawValue) }
    } else {
      reading.documents = pipeline.read(input.input)
    }
    reading.findings = before.findings..<pipeline.report.diagnostics.count
    reading.errors = pipeline.report.errorsRaised - before.errors
    return reading
  }

  /// The provider of the bodies, or of the error answer; nil when it is unknown.
  private static func request(of documents: [Node], among providers: [String]?) -> RequestName? {
    (providers ?? Providers.ids).lazy.compactMap(RequestName.whole).first { name in
      guard let intake = name.intake else { return false }
      return intake.areBodies(documents) || documents.contains(where: intake.recognisesRefusal)
    }
  }

  /// One stream of many may be asked about: the others are not judged. Nil where all of the old ones are.
  private var askedAbout: [String?]? {
    guard new.request != nil, old.request == nil, old.documents.count > 1 else { return nil }
    var probe = self
    return probe.version(new).streams.map(\.name)
  }

  /// - Parameter names: of the streams of a body on the other side, nil for one without a name; nil to compile every stream.
  private mutating func version(_ reading: Reading, only names: [String?]? = nil) -> Version {
    guard let input = reading.input else { return Version() }
    // The same name may be another file on the other side.
    pipeline.bases = Bases(input.loader)
    if let name = reading.request { return bodies(reading, name) }
    var version = Version()
    guard reading.documents.contains(where: Self.isSpec) else {
      // A text that does not parse has its finding already.
      if let first = reading.documents.first {
        flagNotUnderstood(first)
        pipeline.flagUnknown(asked, at: first.place)
      }
      version.state = .notUnderstood
      return version
    }
    let documents = Self.named(names, reading.documents.map { pipeline.composed($0, from: [input.input.name]) })
    version.streams = documents.map { document in
      let stream = pipeline.compile(document, for: providers)
      return (
        stream.name,
        stream.plans.compactMap { plan in
          Providers.named(plan.provider.rawValue).map { ($0, DiffSide(plan: plan, requests: $0.declared(plan))) }
        }
      )
    }
    return version
  }

  /// The documents that go together with streams of these names, as ``pairs(_:_:)`` puts them together.
  private static func named(_ names: [String?]?, _ documents: [Node]) -> [Node] {
    guard let names, documents.count > 1 else { return documents }
    func name(_ document: Node) -> String? { document["name"]?.scalar?.text }
    let known = documents.map(name)
    let open = names.filter { !known.contains($0) }
    let rest = known.filter { !names.contains($0) }
    return documents.filter { names.contains(name($0)) || open.count == 1 && rest.count == 1 }
  }

  private mutating func bodies(_ reading: Reading, _ name: RequestName) -> Version {
    var version = Version(isBody: true)
    guard let provider = name.theProvider else { return version }
    if let first = reading.documents.first { pipeline.flagUnknown(asked, at: first.place) }
    let found = pipeline.report.diagnostics.count
    let all = pipeline.bodies(in: reading.documents, as: name)
    let known = provider.wholeComparison.known
    let alien = all.first { body in !body.node.entries.contains { known.of([body.kind]).isAtTop($0.key.value) } }
    guard !all.isEmpty, alien == nil, !pipeline.report.diagnostics[found...].contains(where: BodyFaults.isOfNoBody) else {
      if let alien { flagNotUnderstood(alien.said) }
      version.state = .notUnderstood
      return version
    }
    for bodies in pipeline.streams(of: all, for: name) {
      version.isAnswer = version.isAnswer || bodies.contains(where: \.isAnswer)
      let draft = pipeline.draft(of: bodies, for: name)
      let compiled = draft.flatMap { pipeline.judge($0, of: bodies, for: name)?.compiled }
      let plan = compiled?.plans.first ?? RequestPlan(provider: provider.id, steps: [])
      var side = DiffSide(plan: plan, requests: BodySide.requests(bodies, of: provider, pipeline.report))
      side.isAnswer = bodies.contains(where: \.isAnswer)
      side.isPartial = true
      side.unknown = bodies.flatMap { body in body.unknown.map { (body.kind, $0) } }
      side.told = BodySide.told(bodies, of: provider)
      side.tellsAll = BodySide.toldWhole(bodies, of: provider)
      if side.isAnswer {
        for name in side.told.values.sorted(by: { $0.place.span.lower < $1.place.span.lower }) + side.requests.flatMap(\.names).map(\.value) {
          flagNameless(name)
        }
      }
      // Most resources have their names in URLs.
      for request in side.requests where request.isIncomplete { flagIncomplete(request, of: provider) }
      version.streams.append((draft?.nameIsMadeUp == true ? nil : compiled?.name, [(provider, side)]))
    }
    return version
  }

  private mutating func flagNotUnderstood(_ node: Node) {
    pipeline.report.flag(
      DiffFaults.notUnderstood, node.entries.first?.key.place ?? node.place,
      "this is neither a stream spec nor a request body or an answer of a provider that Rung reads",
      help: "check the source of the text: `curl -f` writes nothing when a request is rejected")
  }

  /// A name that an answer gives and that no URL can hold: a request would go to something else.
  private mutating func flagNameless(_ name: Located<String>) {
    let text = name.value
    guard text.isEmpty || text == "." || text == ".." || text.contains("/") else { return }
    pipeline.report.flag(
      DiffFaults.answerIncomplete, name.place,
      text.isEmpty ? "the name in the answer is empty" : "the name in the answer is `\(text)`, which a request URL cannot contain",
      help: "save the provider's answer again, unchanged")
  }

  private mutating func flagIncomplete(_ request: DeclaredRequest, of provider: any Provider.Type) {
    let noun = provider.wholeComparison.noun(of: request.resource)
    pipeline.report.flag(
      DiffFaults.answerIncomplete, request.place,
      "the answer has no `\(request.missing ?? "")`, which every \(provider.title) \(noun) has; no request is planned from it",
      help: "read the whole \(noun) again")
  }

  // MARK: Comparing

  private typealias Stream = (name: String?, sides: [(provider: any Provider.Type, side: DiffSide)])

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
    // What a list of answers has beside the streams of a spec may be anybody's.
    if !new.isBody, !old.isBody { pairs += rest.map { (old.streams[$0], nil) } }
    return pairs
  }

  /// The name of a body, for itself or for a resource, is a value like others: it is that of the spec.
  private func difference(_ old: Stream?, _ new: Stream?, _ oldIsBody: Bool, _ newIsBody: Bool) -> StreamDifference {
    var providers: [ProviderDifference] = []
    for (provider, side) in new?.sides ?? [] {
      guard let before = old?.sides.first(where: { $0.provider.id == provider.id })?.side else {
        guard areClean else { continue }
        providers.append(ProviderDifference(provider: provider, change: .added, resources: [], plan: isPlanned ? shown(side.plan) : nil))
        continue
      }
      providers.append(difference(before, side, provider))
    }
    for (provider, side) in areClean ? old?.sides ?? [] : [] where new?.sides.contains(where: { $0.provider.id == provider.id }) != true {
      let nothing = DiffSide(plan: RequestPlan(provider: provider.id, steps: []), requests: [])
      let transition = Transition(old: side, new: nothing, differences: [], report: pipeline.report)
      providers.append(
        ProviderDifference(provider: provider, change: .removed, resources: [], plan: isPlanned && (deletes || new != nil) ? shown(transition.plan(side.plan.teardown)) : nil))
    }
    let (before, after) = (old?.name, new?.name)
    let name = newIsBody && !oldIsBody ? before ?? after : after ?? before
    let isRenamed = before != name && after != nil && !oldIsBody && !newIsBody
    return StreamDifference(name: name.map(SecretSigns.masked), oldName: isRenamed ? before.map(SecretSigns.masked) : nil, providers: providers)
  }

  private func shown(_ plan: RequestPlan) -> RequestPlan { SecretReferences.standIn(in: plan, for: pipeline.report.secrets) }

  private func difference(_ old: DiffSide, _ new: DiffSide, _ provider: any Provider.Type) -> ProviderDifference {
    let resources = provider.wholeComparison.differences(old, new, provider.changes, pipeline.report)
    let differs = resources.contains { $0.differences.contains { $0.effect != .unseen } }
    var plan: RequestPlan?
    if isPlanned, differs {
      let judged = resources.map { resource in
        var resource = resource
        resource.differences.removeAll { !$0.effect.isJudged }
        return resource
      }
      let transition = Transition(old: old, new: new, differences: judged, report: pipeline.report)
      plan = shown(judged.contains { $0.effect != nil } ? provider.update(transition) : transition.plan([]))
    }
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
