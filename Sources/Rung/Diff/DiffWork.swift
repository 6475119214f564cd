internal import RungProviders
internal import RungSource

/// Both versions read into one run, so that their places are distinct and can be shown together.
struct DiffWork {
  private struct Version {
    var streams: [Stream] = []
    /// Files with a base, and where: what was a stream there is not known to be removed.
    var bases: [String?: SourcePlace] = [:]
    /// It may be one of many at the provider: what it does not mention is not removed.
    var isBody = false
    var isAnswer = false
    var state = DiffSideState.clean

    /// The same with those of another file.
    mutating func add(_ other: Version) {
      streams += other.streams
      isBody = isBody || other.isBody
      isAnswer = isAnswer || other.isAnswer
      if other.state != .clean, state != .notUnderstood { state = other.state }
    }
  }

  /// One version as it was read: parsed and recognised once, for everybody who asks.
  private struct Reading {
    let input: DiffInput
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
  private let old: [Reading]
  private let new: [Reading]
  /// Whether both lists have every file.
  private let areWhole: Bool
  /// Only where both versions are known without an error, and the new one is a wish: what could not be read is neither gone
  /// nor new.
  private var isPlanned = false
  /// Whether what one version lacks is not there, and may not just be unread.
  private var areClean = false
  /// For tests of plans alone: a spec that sets every field is one that every provider refuses.
  private let plansWithErrors: Bool

  init(_ old: [DiffInput], _ new: [DiffInput], areWhole: Bool = true, for targets: [TargetID]?, plansWithErrors: Bool = false) {
    var providers = targets?.map(\.rawValue)
    asked = targets ?? []
    self.plansWithErrors = plansWithErrors
    self.areWhole = areWhole
    // A body belongs to one provider, and that one is asked about the other side as well.
    var pipeline = Pipeline()
    let before = old.map { Self.reading($0, among: providers, &pipeline) }
    if let request = before.lazy.compactMap(\.request).first { providers = [request.provider.rawValue] }
    let after = new.map { Self.reading($0, among: providers, &pipeline) }
    if let request = (before + after).lazy.compactMap(\.request).first { providers = [request.provider.rawValue] }
    (self.old, self.new, self.providers, self.pipeline) = (before, after, providers, pipeline)
  }

  static func isSpec(_ document: Node) -> Bool { document.has("rung") || document.has("extends") || isMarkedBase(document) }

  private static func isMarkedBase(_ document: Node) -> Bool { document["base"]?.scalar?.text == "true" }

  mutating func run() -> DiffAnalysis {
    let newRead = (new.first?.findings.lowerBound ?? pipeline.report.diagnostics.count)..<(new.last?.findings.upperBound ?? pipeline.report.diagnostics.count)
    let newReadErrors = new.reduce(0) { $0 + $1.errors }
    var before = version(old, only: askedAbout)
    let oldReport = pipeline.report
    let oldErrors = oldReport.errorsRaised - newReadErrors
    var after = version(new, only: before.isBody ? before.streams.map(\.name) : nil)
    let pairs = pairs(before, after)
    flagBases(before, &after, pairs)
    let newErrors = pipeline.report.errorsRaised - oldReport.errorsRaised + newReadErrors
    var newAnalysis = pipeline.analysis(
      of: [], skipping: [0..<newRead.lowerBound, newRead.upperBound..<oldReport.diagnostics.count])
    newAnalysis.settlement = pipeline.disregardedAllows()
    var oldAnalysis = Analysis(
      sources: pipeline.sources, streams: [], report: oldReport, jsonFiles: newAnalysis.jsonFiles, skipped: [newRead])
    oldAnalysis.settlement = newAnalysis.settlement
    // A fault of both sides in one place is reported once, and counts for both.
    if before.state == .clean, oldErrors > 0 { before.state = .hasErrors }
    if after.state == .clean, newErrors > 0 { after.state = .hasErrors }
    let isEmptied = old.contains { $0.input.file != nil } && !new.isEmpty && after.streams.isEmpty && !before.streams.isEmpty
    var streams: [StreamDifference] = []
    if old.count + new.count > 2 || before.state != .notUnderstood && after.state != .notUnderstood {
      areClean = plansWithErrors || areWhole && !isEmptied && before.state == .clean && after.state == .clean
      // An answer is the state at the provider, not a wanted one.
      isPlanned = areClean && !after.isAnswer
      streams = pairs.map { difference($0, before.isBody, after.isBody) }.filter { areClean || !$0.providers.isEmpty }
    }
    var result = DiffAnalysis(
      sources: pipeline.sources, streams: streams, slugs: StreamSlug.all(streams.map(\.name)), old: oldAnalysis, new: newAnalysis, oldState: before.state, newState: after.state,
      oldIsAnswer: before.isAnswer, newIsAnswer: after.isAnswer)
    result.newIsEmpty = isEmptied
    return result
  }

  // MARK: Reading

  /// Parses a text into the run, once for each way that it may have to be parsed, and tells whose body it is.
  private static func reading(_ input: DiffInput, among providers: [String]?, _ pipeline: inout Pipeline) -> Reading {
    var reading = Reading(input: input, request: input.request)
    let before = (findings: pipeline.report.diagnostics.count, errors: pipeline.report.errorsRaised)
    if input.file != nil, input.request == nil {
      // One of many is a spec: a body among them would be of one stream, and speak for all.
      reading.documents = pipeline.read(input.input)
      reading.findings = before.findings..<pipeline.report.diagnostics.count
      reading.errors = pipeline.report.errorsRaised - before.errors
      return reading
    }
    let untouched = pipeline
    if let request = input.request {
      if request.isRead { reading.documents = pipeline.readBodies(input.input, of: request.provider.rawValue) }
    } else {
      reading.documents = pipeline.read(input.input)
      if !reading.documents.contains(where: isSpec) {
        var asBodies = untouched
        // A text of no name that opens as a list is one of JSON.
        let isParsed = Pipeline.bodyFormat(of: input.input) == Pipeline.specFormat(of: input.input)
        let documents = isParsed ? reading.documents : asBodies.readBodies(input.input, of: "")
        if let request = request(of: documents, among: providers) {
          reading.request = request
          reading.documents = documents
          if !isParsed || pipeline.report.diagnostics.count > before.findings {
            // Findings have the names of the provider's bodies.
            pipeline = untouched
            reading.documents = pipeline.readBodies(input.input, of: request.provider.rawValue)
          }
        }
      }
    }
    reading.findings = before.findings..<pipeline.report.diagnostics.count
    reading.errors = pipeline.report.errorsRaised - before.errors
    return reading
  }

  /// The provider of the bodies, or of the error answer; nil when it is unknown.
  private static func request(of documents: [Node], among providers: [String]?) -> RequestName? {
    let providers = providers ?? Providers.ids
    if let owner = Providers.owner(of: documents, among: providers) { return RequestName.whole(owner.id) }
    return providers.lazy.compactMap(RequestName.whole).first { name in
      name.intake.map { intake in documents.contains(where: intake.recognisesRefusal) } ?? false
    }
  }

  /// One stream of many may be asked about: the others are not judged. Nil where all of the old ones are.
  private var askedAbout: [String?]? {
    guard new.contains(where: { $0.request != nil }), let only = old.first, old.count == 1, only.request == nil, only.documents.count > 1 else { return nil }
    var probe = self
    return probe.version(new).streams.map(\.name)
  }

  /// - Parameter names: of the streams of a body on the other side, nil for one without a name; nil to compile every stream.
  private mutating func version(_ readings: [Reading], only names: [String?]? = nil) -> Version {
    var version = Version()
    // Another version's files are extended by its own.
    pipeline.extended = []
    var specs: [(reading: Reading, documents: [Node])] = []
    for reading in readings {
      // The same name may be another file on the other side, or for a loader with another fence.
      pipeline.bases = pipeline.bases.next(reading.input.loader)
      if let name = reading.request {
        version.add(bodies(reading, name))
      } else if reading.documents.contains(where: Self.isSpec) {
        specs.append((reading, Self.named(names, reading.documents.map { pipeline.composed($0, from: [reading.input.input.name]) })))
      } else {
        // A text that does not parse has its finding already.
        if let first = reading.documents.first {
          flagNotUnderstood(first)
          pipeline.flagUnknown(asked, at: first.place)
        }
        version.add(Version(state: .notUnderstood))
      }
    }
    for (reading, documents) in specs {
      let isExtended = pipeline.extended.contains(reading.input.baseName ?? reading.input.input.name)
      for document in documents {
        // That it does not say so is a finding of the streams that extend it.
        if isExtended, !document.has("name"), !document.has("base") {
          version.bases[reading.input.file] = document.place
          continue
        }
        // No stream shares a leaf with the next.
        if specs.count > 1 { pipeline.report.forgetLeaves(before: document.place) }
        let judged = pipeline.judged(document, for: providers)
        pipeline.tell(judged)
        guard !judged.isBase else {
          version.bases[reading.input.file] = document.place
          continue
        }
        let stream = judged.compiled
        let sides = stream.plans.compactMap { plan in
          Providers.named(plan.provider.rawValue).map { ($0, DiffSide(plan: plan, requests: $0.declared(plan))) }
        }
        version.streams.append(Stream(name: stream.name, file: reading.input.file, sides: sides))
      }
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
        let identities = provider.wholeComparison.identities.values
        for (name, value) in side.told.sorted(by: { $0.value.place.span.lower < $1.value.place.span.lower }) + side.requests.flatMap(\.names) {
          flagNameless(value, identities.first { $0.name == name }?.form ?? .urlPart)
        }
      }
      // Most resources have their names in URLs.
      for request in side.requests where request.isIncomplete { flagIncomplete(request, of: provider) }
      version.streams.append(
        Stream(name: draft?.nameIsMadeUp == true ? nil : compiled?.name, file: reading.input.file, sides: [(provider, side)]))
    }
    return version
  }

  private mutating func flagNotUnderstood(_ node: Node) {
    pipeline.report.flag(
      DiffFaults.notUnderstood, node.entries.first?.key.place ?? node.place,
      "this is neither a stream spec nor a request body or an answer of a provider that Rung reads",
      help: "check the source of the text: `curl -f` writes nothing when a request is rejected")
  }

  /// A name that an answer gives and that no request can hold: it would go to something else.
  private mutating func flagNameless(_ name: Located<String>, _ form: Comparison.Identity.Form) {
    let text = name.value
    guard !form.holds(text) else { return }
    let why = form == .arn ? "which is no ARN" : "which a request URL cannot contain"
    pipeline.report.flag(
      DiffFaults.answerIncomplete, name.place,
      text.isEmpty ? "the name in the answer is empty" : "the name in the answer is `\(text)`, \(why)",
      help: "save the provider's answer again, unchanged")
  }

  private mutating func flagIncomplete(_ request: DeclaredRequest, of provider: any Provider.Type) {
    let noun = provider.wholeComparison.noun(of: request.resource)
    pipeline.report.flag(
      DiffFaults.answerIncomplete, request.place,
      "the answer has no `\(request.missing ?? "")`, which every \(provider.title) \(noun) has; no request is planned from it",
      help: "read the whole \(noun) again")
  }

  /// Where there was a stream and is a base now, the stream is not known to be removed; and a base alone is no version of a stream.
  private mutating func flagBases(_ old: Version, _ new: inout Version, _ pairs: [Pair]) {
    let lost = Set(pairs.filter { $0.new == nil }.compactMap(\.old).map(\.file))
    // The other way round, the stream may have been there all the time.
    let found = Set(pairs.filter { $0.old == nil }.compactMap(\.new).map(\.file))
    let isAlone = self.old.count == 1 && self.new.count == 1 && self.old[0].input.file == nil
    var places = new.bases.filter { lost.contains($0.key) || isAlone }.map(\.value)
    places += old.bases.filter { found.contains($0.key) || isAlone }.map(\.value)
    for place in places.sorted(by: { ($0.span.file.index, $0.span.lower) < ($1.span.file.index, $1.span.lower) }) {
      pipeline.report.flag(
        DiffFaults.notUnderstood, place, "this is a base, not a stream: no request is planned from it", help: "compare a spec that extends it")
      new.state = .notUnderstood
    }
  }

  // MARK: Comparing

  private struct Stream {
    let name: String?
    let file: String?
    let sides: [(provider: any Provider.Type, side: DiffSide)]
  }

  /// Streams of both versions that are taken for one.
  private struct Pair {
    var old: Stream?
    var new: Stream?
    /// Whether they have only their place in common: where there are others, a stream that went and one that came look the same.
    var isGuess = false
  }

  /// By file and name, then by name alone; what is left over in a file goes together where it is one on each side.
  private func pairs(_ old: Version, _ new: Version) -> [Pair] {
    var partner: [Int: Int] = [:]
    var isTaken = [Bool](repeating: false, count: old.streams.count)
    func pair<Key: Hashable>(_ key: (Stream) -> Key, isSure: (_ old: Int, _ new: Int) -> Bool = { _, _ in true }) {
      var olds: [Key: [Int]] = [:]
      for index in old.streams.indices.reversed() where !isTaken[index] { olds[key(old.streams[index]), default: []].append(index) }
      let news = Dictionary(grouping: new.streams.indices.filter { partner[$0] == nil }) { key(new.streams[$0]) }
      for index in new.streams.indices where partner[index] == nil {
        let key = key(new.streams[index])
        guard isSure(olds[key]?.count ?? 0, news[key]?.count ?? 0), let found = olds[key]?.popLast() else { continue }
        partner[index] = found
        isTaken[found] = true
      }
    }
    pair { [$0.file, $0.name] }
    // One without a name, or one of several with it, may be any.
    pair({ $0.name }) { $0 == 1 && $1 == 1 }
    let named = Set(partner.keys)
    pair({ $0.file }) { $0 == 1 && $1 == 1 }
    let rest = old.streams.indices.filter { !isTaken[$0] }
    let isOneOfMany = !old.isBody && !new.isBody && (old.streams.count > 1 || new.streams.count > 1 || old.streams.contains { $0.file != nil })
    var pairs: [Pair] = []
    // A body says nothing of streams that are not in it.
    for index in new.streams.indices where partner[index] != nil || !old.isBody {
      pairs.append(
        Pair(old: partner[index].map { old.streams[$0] }, new: new.streams[index], isGuess: isOneOfMany && partner[index] != nil && !named.contains(index)))
    }
    // What a list of answers has beside the streams of a spec may be anybody's.
    if !new.isBody, !old.isBody { pairs += rest.map { Pair(old: old.streams[$0]) } }
    return pairs
  }

  /// The name of a body, for itself or for a resource, is a value like others: it is that of the spec.
  private func difference(_ pair: Pair, _ oldIsBody: Bool, _ newIsBody: Bool) -> StreamDifference {
    let (old, new) = (pair.old, pair.new)
    var providers: [ProviderDifference] = []
    for (provider, side) in new?.sides ?? [] {
      guard let before = old?.sides.first(where: { $0.provider.id == provider.id })?.side else {
        guard areClean else { continue }
        providers.append(ProviderDifference(provider: provider, change: .added, resources: [], plan: isPlanned ? shown(side.plan) : nil))
        continue
      }
      providers.append(difference(before, side, provider))
    }
    if pair.isGuess {
      // The old stream may run on, under a spec that is not among these.
      for index in providers.indices { providers[index].plan = nil }
    }
    // A stream that is gone from these files may be in another one.
    let isGone = new == nil && old?.file != nil
    for (provider, side) in areClean ? old?.sides ?? [] : [] where new?.sides.contains(where: { $0.provider.id == provider.id }) != true {
      let nothing = DiffSide(plan: RequestPlan(provider: provider.id, steps: []), requests: [])
      let transition = Transition(old: side, new: nothing, differences: [], report: pipeline.report)
      providers.append(
        ProviderDifference(provider: provider, change: .removed, resources: [], plan: isPlanned && !isGone && !pair.isGuess ? shown(transition.plan(side.plan.teardown)) : nil))
    }
    let (before, after) = (old?.name, new?.name)
    let name = newIsBody && !oldIsBody ? before ?? after : after ?? before
    let isRenamed = before != name && after != nil && !oldIsBody && !newIsBody
    let file = new?.file ?? old?.file
    return StreamDifference(
      name: name.map(SecretSigns.masked), oldName: isRenamed ? before.map(SecretSigns.masked) : nil, providers: providers, file: file,
      oldFile: old?.file == file ? nil : old?.file, isGuess: pair.isGuess)
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
      let unseen = resources.flatMap(\.differences).filter { $0.effect == .unseen && $0.new == nil }
      let transition = Transition(old: old, new: new, differences: judged, unseen: unseen, report: pipeline.report)
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
