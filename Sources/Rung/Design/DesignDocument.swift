internal import RungProviders
internal import RungSource
internal import RungSpec

/// A designed ladder as a spec: what all providers support is at the top, what only one of them supports under its
/// `overrides`, so that no target gets a setting of another.
struct DesignDocument {
  private let designer: Designer
  private let rungs: [DesignedRung]
  private let wish: LadderWish

  init(_ designer: Designer, _ rungs: [DesignedRung]) {
    self.designer = designer
    self.rungs = rungs
    wish = designer.wish
  }

  private var parties: [Designer.Party] { designer.parties }
  private var isAlone: Bool { parties.count <= 1 }

  // MARK: Whole

  /// In its canonical form.
  var spec: String {
    guard case .formatted(let canonical) = formatted(SourceInput(name: "", text: written)) else { return written }
    return String(decoding: canonical.bytes, as: UTF8.self)
  }

  private var written: String {
    var page = DesignPage()
    page.remark("\(title), designed by `rung ladder design`.")
    page.line("rung: 1")
    page.line("name: Live TV Channel")
    page.line("kind: linear")
    if parties.isEmpty {
      page.blank()
      ladderPart(&page)
      return page.text
    }
    page.blank()
    let ladders = ladders
    if !ladders.stand { reasons(&page) }
    page.line("targets:")
    for party in parties { target(party, ladders, &page) }
    page.blank()
    let common = commonSections
    page.block("ingest", [SpecLine("mode", "push"), SpecLine("protocols", "[\(pushProtocol.rawValue)]", "the encoder sends \(sent)")] + commonIngest)
    page.blank()
    if !common.contains(where: { $0.key == "encoding" }) {
      page.lines([SpecLine("encoding", "transcode", "the provider encodes the renditions")])
    } else {
      page.lines(common.filter { $0.key == "encoding" })
    }
    if ladders.stand {
      page.blank()
      ladderPart(&page)
    }
    let rest = common.filter { $0.key != "encoding" }
    if !rest.isEmpty {
      page.blank()
      page.lines(rest)
    }
    return page.text
  }

  /// The ladder alone, and what of it is for one provider only.
  var ladder: String {
    let ladders = ladders
    guard ladders.stand || parties.contains(where: { ladders.override(of: $0) != nil }) else { return "" }
    var page = DesignPage()
    if ladders.stand { ladderPart(&page) }
    let targets = parties.filter { ladders.override(of: $0) != nil }
    guard !targets.isEmpty else { return page.text }
    if ladders.stand { page.blank() } else { reasons(&page) }
    page.line("targets:")
    for party in targets {
      page.line("  \(party.id):")
      page.line("    overrides:")
      override(party, ladders, at: 6, &page)
    }
    return page.text
  }

  var title: String {
    var text = "\(sent)"
    if wish.fps != wish.sourceRate { text += ", delivered at \(wish.fps.text)" }
    text += ", \(CodecVocabulary.name(of: wish.codec)) for \(designer.request.content.text)"
    if let cap = wish.cap { text += ", at most \(cap.prose) per rendition" }
    if !parties.isEmpty { text += ", for \(Self.list(parties.map { $0.title }))" }
    return text
  }

  private var sent: String { "\(wish.source.text) at \(wish.sourceRate.text) fps" }

  // MARK: Targets

  private func target(_ party: Designer.Party, _ ladders: Ladders, _ page: inout DesignPage) {
    let starter = party.starter
    // What the starter overrides stands in the terms.
    var options = DesignPage.entries(ofFlow: starter.options).filter { $0.key != "overrides" }.enumerated().map { index, entry in
      SpecLine(entry.key, entry.value, index == 0 ? starter.remark : nil)
    }
    options += party.terms.options(rungs.map(\.rung.bitrate).max() ?? Bitrate(bitsPerSecond: 0), DesignedRung.total(rungs))
    let sections = isAlone ? [] : party.terms.sections.filter { !commonSections.contains($0) }.sorted { order($0.key) < order($1.key) }
    var ingest = isAlone ? [] : party.terms.ingest.filter { !commonIngest.contains($0) }
    if !Self.takes(pushProtocol, party), let own = Self.protocols.first(where: { Self.takes($0, party) }) {
      ingest.insert(SpecLine("protocols", "[\(own.rawValue)]"), at: 0)
    }
    let hasLadder = ladders.override(of: party) != nil
    guard !options.isEmpty || !sections.isEmpty || !ingest.isEmpty || hasLadder else {
      return page.line("  \(party.id): {}")
    }
    page.line("  \(party.id):")
    page.lines(options, at: 4)
    guard !sections.isEmpty || !ingest.isEmpty || hasLadder else { return }
    page.lines([SpecLine("overrides", "", "merged over the spec for this target only")], at: 4)
    if !ingest.isEmpty { page.block("ingest", ingest, at: 6) }
    let ladder = order("ladder")
    page.lines(sections.filter { order($0.key) < ladder }, at: 6)
    override(party, ladders, at: 6, &page)
    page.lines(sections.filter { order($0.key) > ladder }, at: 6)
  }

  /// The usual one first.
  private static let protocols: [IngestProtocol] = [.rtmp, .rtmps, .srt, .whip]

  /// Whether the provider supports the protocol, and RTMP only where it does not prefer another.
  private static func takes(_ protocol: IngestProtocol, _ party: Designer.Party) -> Bool {
    if `protocol` == .rtmp, party.terms.pushProtocol != .rtmp { return false }
    return party.terms.facts.pushProtocols.value?.contains(`protocol`) ?? true
  }

  /// One that all providers take; where there is none, those that do not take RTMP get another under their `overrides`.
  private var pushProtocol: IngestProtocol {
    let stated = isAlone ? parties.first.map { [$0.terms.pushProtocol] } ?? [] : []
    return (stated + Self.protocols).first { one in parties.allSatisfy { Self.takes(one, $0) } } ?? .rtmp
  }

  /// What the requests of all providers have alike.
  private var commonSections: [SpecLine] { common(\.sections) }
  private var commonIngest: [SpecLine] { common(\.ingest) }

  private func common(_ lines: KeyPath<LadderTerms, [SpecLine]>) -> [SpecLine] {
    guard let first = parties.first else { return [] }
    return first.terms[keyPath: lines].filter { line in parties.allSatisfy { $0.terms[keyPath: lines].contains(line) } }.sorted { order($0.key) < order($1.key) }
  }

  /// Where a section stands in the canonical form of a spec.
  private func order(_ section: String) -> Int { Spec.shape.keys.firstIndex(of: section) ?? 0 }

  // MARK: Ladders

  /// A ladder as it is written for one provider.
  private struct Given: Equatable {
    var preset: String?
    /// Renditions of the shared ladder that it omits.
    var drop: SpecLine?
    var defaults: [SpecLine] = []
    /// Each with its name first.
    var renditions: [[SpecLine]] = []

    var isEmpty: Bool { preset == nil && drop == nil && defaults.isEmpty && renditions.isEmpty }

    func rendition(_ name: SpecLine?) -> [SpecLine]? { renditions.first { $0.first == name } }
  }

  private struct Ladders {
    /// At the top of the spec; nil where a provider takes none, or each has its own.
    var shared: Given?
    /// By provider: what is merged over it.
    var own: [(id: String, given: Given)] = []

    var stand: Bool { shared != nil }

    func override(of party: Designer.Party) -> Given? { own.first { $0.id == party.id }?.given }
  }

  private var ladders: Ladders {
    let given = parties.compactMap { party in self.given(party).map { (id: party.id, given: $0) } }
    if parties.isEmpty { return Ladders(shared: made(rungs, .all, LadderSound(), isWhole: false)) }
    let makers = given.filter { $0.given.preset == nil }
    // A ladder at the top of the spec would be a finding for a provider that supports none.
    if parties.contains(where: { $0.isOwn }) || makers.isEmpty && !isAlone { return isAlone ? Ladders() : Ladders(own: given) }
    if isAlone { return Ladders(shared: given.first?.given) }
    let shared = self.shared(makers.map { $0.given })
    return Ladders(
      shared: shared,
      own: given.compactMap { entry in
        let title = parties.first { $0.id == entry.id }?.title ?? entry.id
        let rest = entry.given.preset == nil ? difference(entry.given, shared, title) : entry.given
        return rest.isEmpty ? nil : (entry.id, rest)
      })
  }

  private func given(_ party: Designer.Party) -> Given? {
    switch party.terms.making {
    case .yours(let settings):
      made(
        rungs.filter { !$0.droppedBy.contains(party.id) }, settings, party.terms.sound, isWhole: party.terms.wholeFrameRates, with: party.terms.defaults)
    case .preset(let name, let title):
      Given(preset: name, defaults: wish.fps == FrameRate(30) ? [] : [rate(isWhole: false)] + keyframes, renditions: [[SpecLine("", title)]])
    case .own: nil
    }
  }

  private func made(
    _ rungs: [DesignedRung], _ settings: RenditionSettings, _ sound: LadderSound, isWhole: Bool, with further: [SpecLine] = []
  ) -> Given {
    var given = Given()
    given.defaults.append(rate(isWhole: isWhole))
    if settings.contains(.keyframes) { given.defaults += keyframes }
    given.defaults.append(SpecLine("codec", wish.codec.rawValue))
    if settings.contains(.profile), let profile = designer.profile { given.defaults.append(SpecLine("profile", profile.profile.rawValue, profile.remark)) }
    if settings.contains(.rateControl) { given.defaults.append(SpecLine("rate_control", RateControl.vbr.rawValue)) }
    given.defaults += further
    let allLow = rungs.allSatisfy(\.hasLowSound)
    var audio = "{codec: \(sound.codec.rawValue), channels: 2"
    if let sampleRate = sound.sampleRate { audio += ", sample_rate: \(sampleRate.text)" }
    given.defaults.append(SpecLine("audio", audio + ", bitrate: \((allLow ? sound.low : nil)?.text ?? sound.bitrate.text)}"))
    given.renditions = rungs.map { rung in
      var lines = [
        SpecLine("name", rung.rung.name), SpecLine("resolution", rung.rung.resolution.text), SpecLine("bitrate", rung.rung.bitrate.text),
      ]
      if rung.rung.fps != wish.fps { lines.append(SpecLine("fps", rung.rung.fps.value.text)) }
      if settings.contains(.rateControl) {
        lines += [SpecLine("max_bitrate", rung.rung.maxBitrate.text), SpecLine("buffer", rung.rung.buffer.text)]
      }
      if settings.contains(.profile), let level = rung.rung.level { lines.append(SpecLine("level", "\"\(level)\"")) }
      if rung.hasLowSound, !allLow, let low = sound.low { lines.append(SpecLine("audio", "{bitrate: \(low.text)}")) }
      return lines
    }
    return given
  }

  private func rate(isWhole: Bool) -> SpecLine {
    if isWhole, wish.fps.value.whole == nil, let whole = wish.fps.value.roundedUp {
      return SpecLine("fps", String(whole), "the maximum, in whole frames: \(wish.fps.text) is delivered unchanged")
    }
    let isNTSC = wish.fps.value.whole == nil && wish.fps.text != wish.fps.value.text
    return SpecLine("fps", wish.fps.value.text, wish.fps == wish.sourceRate ? (isNTSC ? "\(wish.fps.text), as the source" : "as the source") : "of the source's \(wish.sourceRate.text)")
  }

  /// About two seconds, as a whole number of frames.
  private var keyframes: [SpecLine] {
    let (frames, time) = designer.keyframes(designer.lowRate)
    guard let time else { return [SpecLine("gop", String(frames))] }
    return [SpecLine("keyframe_interval", time.text, "\(frames) frames; Apple 1.13 (SHOULD): every two seconds")]
  }

  private func shared(_ all: [Given]) -> Given {
    guard var shared = all.max(by: { $0.renditions.count < $1.renditions.count }) else { return Given() }
    shared.defaults.removeAll { line in !all.allSatisfy { $0.defaults.contains(line) } }
    // What one provider does not take at all is for the others' overrides throughout, so that a rendition that is dropped
    // reads as the rest do.
    let keys = all.map { given in Set(given.renditions.joined().map(\.key)) }
    shared.renditions = shared.renditions.map { rendition in
      let alike = all.compactMap { $0.rendition(rendition.first) }
      return rendition.filter { line in keys.allSatisfy { $0.contains(line.key) } && alike.allSatisfy { $0.contains(line) } }
    }
    return shared
  }

  /// Renditions are merged by name, which is therefore in both.
  private func difference(_ given: Given, _ shared: Given, _ title: String) -> Given {
    var rest = given
    rest.defaults = given.defaults.filter { !shared.defaults.contains($0) }
    rest.renditions = given.renditions.compactMap { rendition in
      let known = shared.rendition(rendition.first) ?? []
      let own = rendition.filter { !known.contains($0) }
      return own.isEmpty ? nil : rendition.prefix(1) + own
    }
    let dropped = shared.renditions.filter { given.rendition($0.first) == nil }.compactMap { $0.first?.value }
    if !dropped.isEmpty {
      rest.drop = SpecLine("drop", "[\(dropped.joined(separator: ", "))]", "\(title) allows at most \(given.renditions.count) renditions")
    }
    return rest
  }

  // MARK: Text

  private func ladderPart(_ page: inout DesignPage) {
    guard let shared = ladders.shared else { return }
    reasons(&page)
    page.line("ladder:")
    write(shared, at: 2, withReasons: true, &page)
  }

  private func override(_ party: Designer.Party, _ ladders: Ladders, at indent: Int, _ page: inout DesignPage) {
    guard let own = ladders.override(of: party) else { return }
    let space = String(repeating: " ", count: indent)
    // A ladder that another target has been given already is pointed to.
    let same = ladders.own.filter { $0.given == own }
    let isFirst = ladders.own.first { !$0.given.renditions.isEmpty && $0.given.preset == nil }?.id == party.id
    guard same.count > 1, own.preset == nil else {
      page.line("\(space)ladder:")
      return write(own, at: indent + 2, withReasons: !ladders.stand && isFirst, &page)
    }
    guard same.first?.id == party.id else { return page.line("\(space)ladder: *ladder") }
    page.line("\(space)ladder: &ladder")
    write(own, at: indent + 2, withReasons: !ladders.stand && isFirst, &page)
  }

  private func write(_ given: Given, at indent: Int, withReasons: Bool, _ page: inout DesignPage) {
    let space = String(repeating: " ", count: indent)
    if let preset = given.preset {
      page.lines([SpecLine("preset", preset, "what \(given.renditions.first?.first?.value ?? preset) makes")], at: indent)
    }
    if let drop = given.drop { page.lines([drop], at: indent) }
    if !given.defaults.isEmpty { page.block("defaults", given.defaults, at: indent) }
    guard given.preset == nil, !given.renditions.isEmpty else { return }
    page.line("\(space)renditions:")
    for rendition in given.renditions {
      if withReasons, let rung = rungs.first(where: { $0.rung.name == rendition.first?.value }) {
        page.remark(rung.rung.reason, at: indent + 2)
      }
      page.line("\(space)  - {\(rendition.map { "\($0.key): \($0.value)" }.joined(separator: ", "))}")
    }
  }

  /// Where the numbers come from.
  private func reasons(_ page: inout DesignPage) {
    guard !rungs.isEmpty else { return }
    let sources = BitrateCurve.of(wish.codec, designer.request.content).sources
    page.remark(
      "Bitrates: the curve of \(CodecVocabulary.name(of: wish.codec)) for \(designer.request.content.text), through published numbers (\(Self.list(sources)));"
        + " `rung ladder published` lists them.\(wish.fps > FrameRate(30) ? " Frame rates above 30 take the square root more: 1.41 times at 60." : "")")
    if designer.makers.isEmpty || designer.makers.contains(where: { $0.settings?.contains(.rateControl) ?? false }) {
      page.remark("max_bitrate: 6/5 of the target. buffer: one second of that. level: the lowest that suffices.")
    }
    for party in designer.makers where designer.request.rungs == nil && party.most == rungs.count && rungs.count > 1 {
      page.remark("\(rungs.count) renditions: \(party.title) allows no more.")
    }
    if let own = parties.first(where: \.isOwn), !ladders.stand {
      page.remark("\(own.title) generates its ladder itself and gets none; the ladder is under the targets that use it.")
    }
  }

  private static func list(_ words: [String]) -> String {
    guard let last = words.last, words.count > 1 else { return words.first ?? "" }
    return words.dropLast().joined(separator: ", ") + " and " + last
  }
}
