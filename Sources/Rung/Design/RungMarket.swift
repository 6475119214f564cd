internal import RungProviders
internal import RungSpec

/// The rungs that there might be, each with as many bits as it may have.
struct RungMarket {
  private struct Offer {
    let candidate: RungCandidate
    let level: VideoLevel?
    /// What kept it from its usual bits.
    let limit: String?
  }

  private enum Refusal {
    case cap(Resolution, Bitrate)
    case limit(Resolution, Bitrate, String)
    case level(Resolution)
  }

  private let designer: Designer
  private let model: BitrateModel
  private let profile: VideoProfile?
  private let lowRate: FrameRate?
  private var offers: [RungCandidate: Offer] = [:]
  private var refusals: [Refusal] = []
  private(set) var candidates: [RungCandidate] = []

  init(_ designer: Designer, _ model: BitrateModel) {
    self.designer = designer
    self.model = model
    profile = designer.profile?.profile
    lowRate = designer.lowRate
  }

  /// A size is as good as its bits: with less than three quarters of them the next smaller one looks better.
  private static let leastShare = Rational(3, 4) ?? Rational(1)

  mutating func offer(_ size: Resolution) {
    let fps = rate(of: size)
    let usual = model.bitrate(of: size, at: fps)
    var bitrate = usual
    var limit: String?
    let least = Rational(usual.bitsPerSecond, 1)?.times(Self.leastShare)?.roundedUp ?? 0
    if let cap = designer.wish.cap, peak(usual) > cap {
      let sound = sound(beside: usual)
      // The target whose peak fills what the audio leaves.
      let room = Swift.max(0, cap.bitsPerSecond - sound.bitsPerSecond)
      let fitting = BitrateModel.readable(room * 5 / 6, up: false)
      guard fitting.bitsPerSecond >= Int64(least), peak(fitting) <= cap else { return refusals.append(.cap(size, peak(usual))) }
      bitrate = fitting
      limit = "the bitrate that the cap of \(cap.prose) leaves (\(usual.prose) would be usual)"
    }
    for maker in designer.makers {
      guard let most = maker.terms.rungBitrate(size, fps), bitrate > most else { continue }
      guard most.bitsPerSecond >= Int64(least) else { return refusals.append(.limit(size, usual, "\(maker.name) allows \(most.prose) per rendition")) }
      bitrate = most
      limit = "\(maker.name) allows \(most.prose) per rendition (\(usual.prose) would be usual)"
    }
    let candidate = RungCandidate(size, fps, bitrate)
    let level = level(of: candidate)
    if level == nil, VideoLevel.highest(of: designer.wish.codec) != nil, VideoLevel.lowest(of: designer.wish.codec, for: load(candidate), tier: .high) == nil {
      return refusals.append(.level(size))
    }
    offers[candidate] = Offer(candidate: candidate, level: level, limit: limit)
    candidates.append(candidate)
  }

  /// With a second rung for each of the larger sizes: three quarters of the bits, as Apple's ladder has 7800 and 6000.
  var withSeconds: [RungCandidate] {
    candidates.flatMap { first -> [RungCandidate] in
      guard first.size.shortSide >= 360, let bits = Rational(first.bitrate.bitsPerSecond, 1)?.times(Self.leastShare)?.rounded else { return [first] }
      return [first, RungCandidate(first.size, first.fps, BitrateModel.readable(Int64(bits), up: true), isSecond: true)]
    }
  }

  /// Why there is no candidate at all: the smallest one's reason.
  var obstacle: LadderObstacle {
    switch refusals.last {
    case .cap(let size, let peak): LadderObstacle("\(size.text) takes \(peak.prose) with peaks and audio; the cap is \(designer.wish.cap?.prose ?? "lower")")
    case .limit(let size, let usual, let what): LadderObstacle("\(size.text) takes \(usual.prose); \(what)")
    case .level(let size):
      LadderObstacle(
        "no level of \(CodecVocabulary.name(of: designer.wish.codec)) allows \(size.text) at \(rate(of: size).text) fps", help: "send a lower resolution, or a lower frame rate")
    case nil: LadderObstacle("no resolution is left below \(designer.wish.source.text)")
    }
  }

  // MARK: Rungs

  func rungs(_ chosen: [RungCandidate], _ sizes: [Resolution]) -> [DesignedRung] {
    var rungs: [DesignedRung] = []
    for (index, candidate) in chosen.enumerated() {
      let level = level(of: candidate)
      var reasons: [String] = []
      if index == 0 { reasons.append(reasonForTop(candidate, sizes)) }
      if let limit = offers[candidate]?.limit { reasons.append(limit) }
      if candidate.isSecond { reasons.append("a second rendition of this resolution, with three quarters of the bitrate") }
      if index > 0, let step = Rational(chosen[index - 1].bitrate.bitsPerSecond, candidate.bitrate.bitsPerSecond) {
        reasons.append("the rendition above has \(Self.hundredths(step)) times the bitrate")
      }
      if candidate.fps != designer.wish.fps { reasons.append("\(candidate.fps.text) fps: at most 30 below 540 lines (Apple 1.25)") }
      if designer.writesLevels, let level { reasons.append(reason(for: level, candidate)) }
      if designer.writesLevels, level == nil, VideoLevel.highest(of: designer.wish.codec) != nil {
        reasons.append("no level: only the High tier has one for this bitrate")
      }
      let highest = Self.highest(candidate.bitrate)
      let sound = sound(beside: candidate.bitrate)
      rungs.append(
        DesignedRung(
          rung: LadderDesign.Rung(
            name: "\(candidate.size.shortSide)p\(candidate.isSecond ? "-low" : "")", resolution: candidate.size, fps: candidate.fps,
            bitrate: candidate.bitrate, maxBitrate: highest, buffer: BufferSize(bits: highest.bitsPerSecond), level: level?.name,
            audioBitrate: sound, reason: reasons.joined(separator: "; ")), hasLowSound: isLowSound(candidate.bitrate)))
    }
    return rungs
  }

  private func reasonForTop(_ top: RungCandidate, _ sizes: [Resolution]) -> String {
    if let refusal = refusals.first {
      switch refusal {
      case .cap(let size, let peak): return "\(size.text) would need \(peak.prose) with peaks and audio, above the cap"
      case .limit(let size, let usual, let what): return "\(size.text) would need \(usual.prose), and \(what)"
      case .level(let size): return "no level of \(CodecVocabulary.name(of: designer.wish.codec)) allows \(size.text)"
      }
    }
    if let largest = candidates.first, largest.size != top.size { return "from \(largest.size.text) on, so few renditions would leave none for a viewer of 1.5 Mbps" }
    if top.size == designer.wish.source { return "the source resolution" }
    guard let strict = designer.makers.first(where: { $0.terms.facts.heights.value != nil })?.terms.facts else { return "the highest resolution below the source" }
    let heights = strict.heights.value?.map(String.init).joined(separator: ", ") ?? ""
    let widest = strict.width.value.map { ", at most \($0.upperBound) wide" } ?? ""
    return "the highest resolution below the source that \(strict.party) supports (heights \(heights)\(widest))"
  }

  private func reason(for level: VideoLevel, _ candidate: RungCandidate) -> String {
    guard let limits = level.below?.excesses(of: load(candidate)).map(\.limit.text), !limits.isEmpty else { return "level \(level.name) suffices" }
    return "level \(level.name) for its \(limits.joined(separator: " and "))"
  }

  private func rate(of size: Resolution) -> FrameRate {
    size.shortSide < 540 ? lowRate ?? designer.wish.fps : designer.wish.fps
  }

  private func load(_ candidate: RungCandidate) -> VideoLoad {
    let highest = Self.highest(candidate.bitrate)
    // Defaults of encoders: three references, three B-frames.
    return VideoLoad(
      candidate.size, fps: candidate.fps, profile: profile, bitrate: highest, buffer: BufferSize(bits: highest.bitsPerSecond), refFrames: 3, bframes: 3)
  }

  private func level(of candidate: RungCandidate) -> VideoLevel? { VideoLevel.lowest(of: designer.wish.codec, for: load(candidate)) }

  /// Six fifths of the target. Constant bitrates are published with maxima of 7/6 to 4/3 (Tenbyte's template).
  private static func highest(_ bitrate: Bitrate) -> Bitrate { Bitrate(bitsPerSecond: bitrate.bitsPerSecond * 6 / 5) }

  private func peak(_ bitrate: Bitrate) -> Bitrate {
    Bitrate(bitsPerSecond: Self.highest(bitrate).bitsPerSecond + sound(beside: bitrate).bitsPerSecond)
  }

  /// Where the usual audio bitrate would be more than a fifth of the video's.
  private func isLowSound(_ bitrate: Bitrate) -> Bool { bitrate.bitsPerSecond < designer.sound.bitrate.bitsPerSecond * 5 }

  private func sound(beside bitrate: Bitrate) -> Bitrate {
    if isLowSound(bitrate), let low = designer.sound.low { return low }
    return designer.sound.bitrate
  }

  private static func hundredths(_ value: Rational) -> String {
    value.times(Rational(100))?.rounded.flatMap { Rational(Int64($0), 100) }?.text ?? value.text
  }
}
