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
      encoding: request.encoding.flatMap { EncodingMode(rawValue: $0.rawValue) }, halvesLowRungs: request.halvesLowRungs)
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

  mutating func design() throws(NoLadder) -> LadderDesign {
    judgeCodec()
    judgeFrameRate()
    judgeCount()
    guard obstacles.isEmpty else { throw NoLadder(obstacles: obstacles) }
    let rungs = makers.isEmpty && !parties.isEmpty ? [] : try self.rungs()
    let document = DesignDocument(self, rungs)
    return LadderDesign(
      spec: document.spec, ladder: document.ladder, rungs: rungs.map(\.rung),
      remarks: parties.flatMap(\.terms.remarks), targets: parties.map { TargetID(rawValue: $0.id) })
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
    guard wish.halvesLowRungs, let half = Self.half(wish.fps) else { return }
    for party in makers {
      if !party.terms.takesHalvedRungs {
        obstacles.append(LadderObstacle("\(party.name) supports one frame rate for all renditions only", help: "remove `--halve-low-rungs`"))
      } else if let allowed = party.terms.facts.frameRates.value, !allowed.contains(half) {
        obstacles.append(
          LadderObstacle(
            "half of \(wish.fps.text) fps, \(half.text) fps, is not supported by \(party.name); allowed: \(Self.listed(allowed.map(\.text)))",
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
    guard let model = BitrateModel(request.content, wish.codec) else {
      throw NoLadder(obstacles: [LadderObstacle("no published ladder is known for \(wish.codec.rawValue)", help: "set `--codec h264`")])
    }
    let heights = makers.compactMap { $0.terms.facts.heights.value }.reduce(nil) { (common: [Int]?, own) in common?.filter(own.contains) ?? own }
    let widest = makers.compactMap { $0.terms.facts.width.value?.upperBound }.min()
    let sizes = LadderSizes.below(wish.source, heights: heights, widest: widest).filter { size in
      makers.allSatisfy { $0.terms.largest.map(size.fits) ?? true }
    }
    guard !sizes.isEmpty else { throw NoLadder(obstacles: [noSize(heights)]) }

    var market = RungMarket(self, model)
    for size in sizes { market.offer(size) }
    guard !market.candidates.isEmpty else { throw NoLadder(obstacles: [market.obstacle]) }
    let chosen = try choose(market)
    if chosen.allSatisfy({ $0.fps != wish.fps }), let half = Self.half(wish.fps) {
      throw NoLadder(
        obstacles: [
          LadderObstacle("every rendition below \(wish.source.text) would have half the frame rate, and none the full one", help: "set `--fps \(half.value.text)`")
        ])
    }
    var rungs = market.rungs(chosen, sizes)
    for party in makers {
      guard let most = party.most, chosen.count > most, let kept = RungChoice(chosen).best(party.terms.leastRungs...most) else { continue }
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
    let chain = most >= least ? RungChoice(singles).best(least...most) : nil
    let low = max(LadderSizes.lowSide, singles.last?.size.shortSide ?? 0)
    if let chain, let last = chain.last, last.size.shortSide <= low { return chain }
    // A gap among the sizes is bridged by a second rung of the size above it, where that leads further down.
    let bridged = most >= least ? RungChoice(all).best(least...most) : nil
    if let bridged, let end = bridged.last, chain?.last.map({ end.size.shortSide < $0.size.shortSide }) ?? true { return bridged }
    if let chain { return chain }
    throw NoLadder(obstacles: [tooMany(least, RungChoice(all).longest, singles, least: least)])
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
}

extension Facts {
  func takes(_ rate: FrameRate) -> Bool {
    if let allowed = frameRates.value { return allowed.contains(rate) }
    if let most = frameRateMaximum.value { return rate <= most }
    return true
  }
}
