internal import RungProviders
internal import RungSource
internal import RungSpec

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
