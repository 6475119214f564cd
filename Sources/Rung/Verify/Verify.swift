internal import RungDelivery
internal import RungProviders
internal import RungReading
public import RungSource
public import RungSpec

/// Holds what was delivered against what a spec asks for, and against the documents of rule packs. Reads texts only.
///
/// - Parameters:
///   - delivered: playlists, manifests and probes of one stream.
///   - spec: what was asked for; nil to judge what was delivered alone.
///   - stream: the name of the stream in the spec; needed where it has several.
///   - target: the id of a target: values are compared as it takes them. Nil for the target of the spec, where it has one, and else for the spec
///     itself.
///   - packs: rule packs beside those of the spec.
///   - loader: finds the files that `extends` names.
public func verify(
  _ delivered: [DeliveredInput], against spec: SourceInput? = nil, stream: String? = nil, for target: TargetID? = nil, packs: [RulePack] = [],
  loader: Loader = .none
) -> VerifyAnalysis {
  var pipeline = Pipeline(loader: loader)
  var streams: [String?] = []
  var asked: (asked: Asked?, target: TargetID?, packs: [RulePack]) = (nil, nil, [])
  if let spec {
    let documents = pipeline.read(spec)
    streams = documents.map { $0["name"]?.scalar?.text }
    if let chosen = documents.count == 1 && stream == nil ? 0 : streams.firstIndex(where: { $0 == stream && stream != nil }) {
      asked = pipeline.asked(documents[chosen], from: spec.name, for: target)
    }
  }
  let all = packs + asked.packs.filter { !packs.contains($0) }
  let isReadable = spec == nil || asked.asked != nil
  let verification = pipeline.verified(asked.asked, delivered, packs: all, isJudged: isReadable)
  let known = Set((asked.asked?.renditions ?? []).flatMap(\.names))
  let unknown = asked.asked == nil ? [] : delivered.compactMap(\.rendition).filter { !known.contains($0.lowercased()) }
  return VerifyAnalysis(
    analysis: pipeline.settledAnalysis(of: []), streams: streams, target: asked.target,
    targetCount: asked.asked?.stream.spec.targets?.value.count ?? 0, unknownNames: unknown, names: asked.asked?.renditions.compactMap { $0.name } ?? [], hasStream: isReadable,
    renditions: verification?.sides.reduce(0) { $0 + $1.presentation.renditions.count } ?? 0, isJudged: isReadable && verification != nil)
}

extension Pipeline {
  /// Reads what was delivered, and judges it: against the spec where there is one, and by packs. Nil where nothing was read.
  mutating func verified(_ asked: Asked?, _ delivered: [DeliveredInput], packs: [RulePack], isJudged: Bool = true) -> Verification? {
    let presentations = presentations(of: delivered)
    guard !presentations.isEmpty else { return nil }
    let verification = Verification(asked, presentations)
    guard isJudged else { return verification }
    PlaylistRules.all.run(verification, &report)
    if asked != nil { VerifyRules.all.run(verification, &report) }
    if !packs.isEmpty { judge(verification, by: packs) }
    return verification
  }

  /// What a spec asks of a target, and the packs that it names. Nil where the document is no stream or did not read, which is reported.
  mutating func asked(_ document: Node, from name: String, for target: TargetID?) -> (asked: Asked?, target: TargetID?, packs: [RulePack]) {
    report.forgetLeaves(before: document.place)
    let composing = apart { $0.composed(document, from: [name]) }
    absorbErrors(of: composing.findings)
    let document = composing.result
    let ids = target.map { [$0.rawValue] }
    let judging = apart { $0.judged(document, for: ids) }
    let judged = judging.result
    // What rules say of the spec is for `check`; what did not read is not compared, and has to be known.
    absorbErrors(of: judging.findings)
    absorbErrors(of: judged.shared.findings)
    for reading in judged.overridden.values { absorbErrors(of: reading.findings) }
    if let target { flagUnknown([target], in: judged) }
    let judgment = ids != nil || judged.judgments.count == 1 ? judged.judgments.first : nil
    let ownLadder = judgment?.stream ?? judged.shared.stream
    let stream = (judgment.map { delivered(ownLadder, by: $0) } ?? ownLadder).withUsualKeyframes(&report)
    guard judged.isWhole, !judged.isBase, stream.ladder != nil else { return (nil, nil, []) }
    let isFFmpeg = judgment?.target.id.value == FFmpeg.id
    let provenance = report.provenance
    let coverage = judgment?.coverage
    let asked = Asked(
      stream, PreviewedStream(stream, packager: judgment?.packager ?? .any), isFFmpeg: isFFmpeg,
      maker: judgment.flatMap { Targets.named($0.target.id.value)?.title }
    ) { place in
      // Rung's own commands set what the spec leaves open; what others then do is their own.
      switch provenance.origin(of: place) {
      case .default: return !isFFmpeg
      case .providerFact: return false
      default: break
      }
      guard let coverage, !isFFmpeg else { return false }
      let sources = provenance.sources(of: place)
      func isTaken(_ place: SourcePlace) -> Bool { coverage.used.contains(place) && !coverage.changed.contains { $0.place == place } }
      return !(sources.isEmpty ? isTaken(place) : sources.contains(where: isTaken))
    }
    return (asked, (judgment?.target.id.value).map(TargetID.init(rawValue:)), stream.spec.packs?.value.map(\.value) ?? [])
  }

  fileprivate mutating func absorbErrors(of found: Findings) { report.absorb(Findings(found.all.filter { $0.severity == .error })) }

  /// Reads what was delivered. What is none of the texts that are read is reported.
  mutating func presentations(of delivered: [DeliveredInput]) -> [Presentation] {
    var playlists: [(file: DeliveredFile, playlist: HLSPlaylist)] = []
    var others: [Presentation] = []
    var probed: [DeliveredRendition] = []
    for input in delivered {
      let source = SourceFile(name: input.source.name, bytes: input.source.bytes)
      let id = sources.add(source)
      take(input.source, as: id)
      let file = DeliveredFile(name: source.name, bytes: source.bytes, id: id, given: input.rendition, taken: input.taken, size: input.size)
      switch DeliveredKind(of: source.bytes) {
      case .playlist: if let playlist = HLSPlaylist(reading: source.bytes, file: id, into: &report) { playlists.append((file, playlist)) }
      case .manifest:
        guard let root = Reader.readXML(source, id: id, into: &report), let manifest = ManifestReader.read(root, into: &report) else { break }
        if let presentation = Presentation(manifest, in: file) { others.append(presentation) }
      case .probe:
        noteJSON(id)
        for document in Reader.read(source, id: id, format: .json, into: &report) {
          let shown = ProbeReading.renditions(in: document, of: input.rendition ?? source.name)
          if shown.isEmpty {
            report.flag(
              DeliveryFaults.nothingShown, SourcePlace(SourceSpan(file: id, lower: 0, upper: 0)), "the text shows no stream",
              help: "let ffprobe print streams and packets: `ffprobe -v error -of json -show_streams -show_format -show_packets FILE`")
          }
          probed += shown.map { rendition in
            var rendition = rendition
            rendition.given = input.rendition
            return rendition
          }
        }
      case nil:
        report.flag(
          DeliveryFaults.notRecognized, SourcePlace(SourceSpan(file: id, lower: 0, upper: 0)), DeliveredKind.isPage(source.bytes[...]) ? "the text is an HTML page, as servers send for an error" : "the text is no playlist, no manifest, and not the JSON of ffprobe or MediaInfo",
          help: "name a playlist, a manifest, or what `ffprobe -v error -of json -show_streams -show_format -show_packets FILE` prints")
      }
    }
    if let first = probed.first { others.append(Presentation(.files, at: first.place, probed, isWhole: false)) }
    return HLSPresentations(playlists).all() + others
  }

  /// Judges what was delivered by packs: by their rules for specs, as if the spec had asked for it, and by those for what is delivered.
  fileprivate mutating func judge(_ verification: Verification, by packs: [RulePack]) {
    let adoptions = RulePack.adoptions(of: packs)
    for side in verification.sides {
      report.bodyReading = DeliveredWords.reading(packs, adopted: Set(adoptions.keys))
      defer { report.bodyReading = nil }
      let silent = report.silent
      defer { report.silent = silent }
      if !side.presentation.isWhole { report.silent.formUnion(DeliveredWords.ofWholeLadders) }
      let stream = apart { $0.judged(side.presentation.document, for: []) }.result.shared.stream
      report.working(under: adoptions) { report in
        for pack in packs { pack.rules.run(stream, &report) }
        SpecRules.all.run(stream, &report)
        if let ladder = stream.ladder { LadderRules.all.run(ladder, &report) }
      }
    }
    for pack in packs { DeliveryPacks.rules(of: pack).run(verification, &report) }
  }
}
