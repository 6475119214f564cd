internal import RungProviders
internal import RungSource
internal import RungSpec

/// From a request to a ladder, or to its obstacles.
struct Designer {
  /// A provider, or the encoder that sends to a destination, and what is asked for.
  struct Party {
    /// Under `targets`.
    let id: String
    let title: String
    let starter: StarterPart
    let terms: LadderTerms

    /// The settings that it takes; nil where the ladder is its own.
    var settings: RenditionSettings? { if case .yours(let settings) = terms.making { settings } else { nil } }
    /// "Tenbyte", "MK.IO's Premium1080p".
    var name: String {
      terms.facts.party == title ? title : "\(title)'s \(terms.facts.party)"
    }
    var most: Int? { terms.facts.videoRenditions.value?.upperBound }
    var isOwn: Bool { if case .own = terms.making { true } else { false } }
  }

  let request: LadderRequest
  let wish: LadderWish
  private(set) var parties: [Party] = []
  private var obstacles: [LadderObstacle] = []

  init(_ request: LadderRequest) {
    self.request = request
    wish = LadderWish(
      source: request.source, sourceRate: request.sourceRate, fps: request.fps ?? request.sourceRate,
      codec: VideoCodec(rawValue: request.codec.rawValue) ?? .h264, cap: request.maxBitrate, rungs: request.rungs,
      encoding: request.encoding.flatMap { EncodingMode(rawValue: $0.rawValue) }, halvesLowRungs: request.halvesLowRungs ?? false)
    obstacles = RequestFaults.of(request, fps: wish.fps)
    for id in request.providers.map(\.rawValue) {
      if let provider = Providers.named(id) {
        add(provider.ladderTerms(for: wish)) { Party(id: id, title: provider.title, starter: provider.starter, terms: $0) }
      } else if let destination = Destinations.named(id) {
        add(destination.ladderTerms(for: wish)) { Party(id: OBS.id, title: destination.title, starter: destination.starter, terms: $0) }
        if let rungs = request.rungs, rungs > 1 {
          obstacles.append(LadderObstacle("an encoder sends one rendition to \(destination.title)", help: "remove `--rungs`"))
        }
        if request.providers.count > 1 {
          obstacles.append(LadderObstacle("a ladder for \(destination.title) is the one rendition that an encoder sends there", help: "design one ladder for each: `--for \(id)`"))
        }
      } else {
        obstacles.append(LadderObstacle("there is no provider `\(id)`; expected \(oneOf(Providers.ids))"))
      }
    }
  }

  private mutating func add(_ answer: LadderAnswer, _ party: (LadderTerms) -> Party) {
    switch answer {
    case .terms(let terms): parties.append(party(terms))
    case .obstacles(let found): obstacles += found
    }
  }

  static func design(_ request: LadderRequest) throws(NoLadder) -> LadderDesign {
    let (designer, rungs) = try solved(request)
    let document = DesignDocument(designer, rungs)
    return LadderDesign(
      spec: document.spec, ladder: document.ladder, rungs: rungs.map(\.rung),
      remarks: designer.parties.flatMap(\.terms.remarks), targets: designer.parties.map { TargetID(rawValue: $0.id) }, title: document.title, codec: designer.wish.codec)
  }

  /// The renditions, before a document is made of them.
  static func solved(_ request: LadderRequest) throws(NoLadder) -> (designer: Designer, rungs: [DesignedRung]) {
    var designer = Designer(request)
    designer.judgeCodec()
    designer.judgeFrameRate()
    designer.judgeCount()
    guard designer.obstacles.isEmpty else { throw NoLadder(obstacles: designer.obstacles) }
    let rungs = designer.makers.isEmpty && !designer.parties.isEmpty ? [] : try designer.rungs()
    guard request.halvesLowRungs == nil, let slow = rungs.first?.rung.fps, slow != designer.wish.fps else { return (designer, rungs) }
    // Where all of them are low, they are a ladder of the lower rate, unless another was asked for.
    var again = request
    if request.fps == nil { again.fps = slow } else { again.halvesLowRungs = false }
    return try solved(again)
  }

  /// Those whose ladder this is.
  var makers: [Party] { parties.filter { $0.settings != nil } }

  // MARK: What is allowed

  private mutating func judgeCodec() {
    for party in makers {
      guard let allowed = party.terms.facts.videoCodecs.value, !allowed.contains(wish.codec) else { continue }
      obstacles.append(
        LadderObstacle(
          "video codec \(wish.codec.rawValue) is not supported by \(party.name); allowed: \(Self.listed(allowed.map(\.rawValue)))",
          help: allowed.first.map { "set `--codec \($0.rawValue)`" }, citation: party.terms.facts.videoCodecs.citation))
    }
  }

  private mutating func judgeFrameRate() {
    // A rate that is not a fraction of the source's rate has its finding already.
    guard wish.fps == wish.sourceRate || RequestFaults.isFraction(wish.fps, of: wish.sourceRate) else { return }
    for party in parties {
      let facts = party.terms.facts
      if let allowed = facts.frameRates.value, !allowed.contains(wish.fps) {
        obstacles.append(
          LadderObstacle(
            "frame rate \(wish.fps.text) fps is not supported by \(party.name); allowed: \(Self.listed(allowed.map(\.text)))", help: otherRates(allowed),
            citation: facts.frameRates.citation))
      } else if let most = facts.frameRateMaximum.value, wish.fps > most {
        obstacles.append(
          LadderObstacle(
            "frame rate is \(wish.fps.text) fps; \(party.name) delivers at most \(most.text) fps", help: otherRates([most]),
            citation: facts.frameRateMaximum.citation))
      }
    }
    guard wish.halvesLowRungs, let low = Self.low(wish.fps) else { return }
    for party in makers {
      if !party.terms.takesHalvedRungs {
        obstacles.append(LadderObstacle("\(party.name) supports one frame rate for all renditions only", help: "remove `--halve-low-rungs`"))
      } else if let allowed = party.terms.facts.frameRates.value, !allowed.contains(low) {
        obstacles.append(
          LadderObstacle(
            "\(low.text) fps for the low renditions is not supported by \(party.name); allowed: \(Self.listed(allowed.map(\.text)))",
            help: "remove `--halve-low-rungs`", citation: party.terms.facts.frameRates.citation))
      }
    }
  }

  /// A whole fraction of the source's rate that every provider supports, or the rates that the source may have.
  private func otherRates(_ allowed: [FrameRate]) -> String {
    for divisor in 2...4 {
      guard let value = wish.sourceRate.value.divided(by: Rational(divisor)), value >= Rational(20) else { break }
      let rate = FrameRate(value)
      if parties.allSatisfy({ $0.terms.facts.takes(rate) }) {
        return "set `--fps \(rate.value.text)`, which keeps every \(["second", "third", "fourth"][divisor - 2]) frame"
      }
    }
    let common = allowed.filter { rate in parties.allSatisfy { $0.terms.facts.takes(rate) } }
    if common.isEmpty { return "remove one of the providers: no frame rate is supported by all" }
    return "let the encoder send \(Self.listed(common.map(\.text))) fps"
  }

  private mutating func judgeCount() {
    guard let count = request.rungs, count >= 1 else { return }
    for party in makers {
      let facts = party.terms.facts
      if let most = party.most, count > most {
        obstacles.append(
          LadderObstacle(
            "the ladder has \(count) renditions; \(party.name) allows at most \(most)", help: "set `--rungs \(most)` or less",
            citation: facts.videoRenditions.citation))
      } else if count < party.terms.leastRungs {
        obstacles.append(
          LadderObstacle(
            "with a single rendition at \(party.name), every viewer gets the same bitrate, also on a slow connection",
            help: "set `--rungs \(party.terms.leastRungs)` or more"))
      }
    }
  }

  // MARK: The ladder

  private func rungs() throws(NoLadder) -> [DesignedRung] {
    let heights = makers.compactMap { $0.terms.facts.heights.value }.reduce(nil) { (common: [Int]?, own) in common?.filter(own.contains) ?? own }
    let widest = makers.compactMap { $0.terms.facts.width.value?.upperBound }.min()
    let sizes = LadderSizes.below(wish.source, heights: heights, widest: widest).filter { size in
      makers.allSatisfy { $0.terms.largest.map(size.fits) ?? true }
    }
    guard !sizes.isEmpty else { throw NoLadder(obstacles: [noSize(heights)]) }

    var market = RungMarket(self, BitrateModel(request.content, wish.codec))
    for size in sizes { market.offer(size) }
    guard !market.candidates.isEmpty else { throw NoLadder(obstacles: [market.obstacle]) }
    let chosen = try choose(market)
    if request.halvesLowRungs == true, chosen.allSatisfy({ $0.fps != wish.fps }), let low = chosen.first?.fps {
      throw NoLadder(
        obstacles: [
          LadderObstacle("every rendition below \(wish.source.text) would have \(low.text) fps, and none \(wish.fps.text)", help: "set `--fps \(low.value.text)`")
        ])
    }
    var rungs = market.rungs(chosen, sizes)
    for party in makers {
      guard let most = party.most, chosen.count > most, let kept = leading(down: chosen, party.terms.leastRungs...most) else { continue }
      for (index, candidate) in chosen.enumerated() where !kept.contains(candidate) { rungs[index].droppedBy.insert(party.id) }
    }
    try judgeTotal(rungs)
    return rungs
  }

  private func choose(_ market: RungMarket) throws(NoLadder) -> [RungCandidate] {
    let singles = market.candidates
    let least = makers.map(\.terms.leastRungs).max() ?? 1
    // Who takes fewer leaves some of them out.
    let most = makers.map { $0.most ?? singles.count }.max() ?? singles.count
    let all = market.withSeconds
    if let count = request.rungs {
      if let chain = RungChoice(singles).best(count) ?? RungChoice(all).best(count) { return chain }
      throw NoLadder(obstacles: [tooMany(count, RungChoice(all).longest, singles, least: least)])
    }
    guard most >= least else { throw NoLadder(obstacles: [tooMany(least, RungChoice(all).longest, singles, least: least)]) }
    let low = max(LadderSizes.lowSide, singles.last?.size.shortSide ?? 0)
    let usual = RungChoice(singles).best(least...most, widest: RungChoice.widestStep)
    if let usual, let last = usual.last, last.size.shortSide <= low { return usual }
    // A gap among the sizes is bridged by a second rung of the size above it.
    let bridged = RungChoice(all).best(least...most, widest: RungChoice.widestStep)
    if let bridged, let last = bridged.last, last.size.shortSide <= low { return bridged }
    let chain = leading(down: singles, least...most)
    if let bridged, let end = bridged.last, chain?.last.map({ end.size.shortSide < $0.size.shortSide }) ?? true { return bridged }
    if let chain { return chain }
    throw NoLadder(obstacles: [tooMany(least, RungChoice(all).longest, singles, least: least)])
  }

  /// Where few renditions do not lead down to a viewer of 1.5 Mbps, those of general content begin lower.
  private func leading(down candidates: [RungCandidate], _ counts: ClosedRange<Int>) -> [RungCandidate]? {
    let chain = RungChoice(candidates).best(counts)
    guard request.content == .general, counts.upperBound > 1, let last = chain?.last, last.bitrate > RungChoice.lean else { return chain }
    for start in candidates.indices.dropFirst() {
      if let lower = RungChoice(Array(candidates[start...])).best(counts), let last = lower.last, last.bitrate <= RungChoice.lean { return lower }
    }
    return chain
  }

  private func tooMany(_ count: Int, _ longest: Int, _ singles: [RungCandidate], least: Int) -> LadderObstacle {
    let from = singles.first.map { "\($0.size.text) at \($0.bitrate.prose)" } ?? "the source"
    return LadderObstacle(
      "\(count) renditions from \(from) down are too close: a factor of at least 1.3 between bitrates allows \(longest)",
      help: longest >= least ? "set `--rungs \(longest)`\(longest > least ? " or less" : ""), or remove `--rungs`" : "raise the cap, or send a higher resolution",
      citation: Citation("Apple HLS Authoring Specification (2025-05)", "1.25: steps of 1.30 to 2.52", strength: .inferred))
  }

  private func noSize(_ heights: [Int]?) -> LadderObstacle {
    let strict = makers.first { $0.terms.facts.heights.value != nil }
    guard let heights, let strict else {
      return LadderObstacle("no resolution below \(wish.source.text) is left", help: "send a higher resolution")
    }
    let widest = strict.terms.facts.width.value?.upperBound
    return LadderObstacle(
      "\(strict.name) supports the heights \(Self.listed(heights.map(String.init)))\(widest.map { " and widths up to \($0)" } ?? ""); none of them has the shape of \(wish.source.text), is no larger, and has sides of \(LadderSizes.leastSide) or more",
      help: "let the encoder send 1920x1080, or another resolution that one of them fits into", citation: strict.terms.facts.heights.citation)
  }

  private func judgeTotal(_ rungs: [DesignedRung]) throws(NoLadder) {
    let total = DesignedRung.total(rungs)
    for party in makers {
      guard let most = party.terms.facts.ingestBitrate.value, total > most else { continue }
      throw NoLadder(
        obstacles: [
          LadderObstacle(
            "the ladder totals \(total.prose); \(party.name) allows at most \(most.prose) in total", help: "set a lower cap, or fewer `--rungs`",
            citation: party.terms.facts.ingestBitrate.citation)
        ])
    }
  }

  /// `24, 25 or 30`: numbers need no quotes.
  private static func listed(_ words: [String]) -> String {
    guard let last = words.last, words.count > 1 else { return words.first ?? "none" }
    return words.dropLast().joined(separator: ", ") + " or " + last
  }

  static func half(_ fps: FrameRate) -> FrameRate? { fps.value.divided(by: Rational(2)).map { FrameRate($0) } }

  // MARK: Frame rates

  /// The frame rate of renditions with less than 540 lines; nil for that of all others.
  var lowRate: FrameRate? {
    guard request.halvesLowRungs != false, wish.fps > FrameRate(30), let low = Self.low(wish.fps) else { return nil }
    guard request.halvesLowRungs == nil else { return low }
    let areTaken = makers.allSatisfy { $0.terms.takesHalvedRungs && $0.terms.facts.takes(low) }
    return areTaken && keyframes(low).time != nil ? low : nil
  }

  /// The highest whole fraction that Apple's ladder has below 960x540 (1.25: at most 30 frames per second).
  static func low(_ fps: FrameRate) -> FrameRate? {
    fps.value.divided(by: Rational(30))?.roundedUp.flatMap { fps.value.divided(by: Rational($0)) }.map { FrameRate($0) }
  }

  /// About two seconds, as a whole number of frames at both rates; no time where no decimal says it.
  func keyframes(_ low: FrameRate?) -> (frames: Int, time: Seconds?) {
    let slowest = low ?? wish.fps
    let frames = (wish.fps.value.divided(by: slowest.value)?.whole ?? 1) * max(1, slowest.value.times(Rational(2))?.rounded ?? 1)
    let time = Rational(frames).divided(by: wish.fps.value).map { Seconds($0) }
    return (frames, time.flatMap { $0.text.utf8.contains(UInt8(ascii: "/")) ? nil : $0 })
  }
}

extension Facts {
  func takes(_ rate: FrameRate) -> Bool {
    if let allowed = frameRates.value { return allowed.contains(rate) }
    if let most = frameRateMaximum.value { return rate <= most }
    return true
  }
}
