internal import RungSource

/// From one rendition of a codec to the next one by bitrate.
struct LadderStep {
  let upperLabel: String
  let lowerLabel: String
  let upper: Bitrate
  let lower: Bitrate
  let ratio: Rational

  static let source = Citation(
    "Apple TN2224 (superseded)", "advice: adjacent bitrates by a factor of 1.5 to 2; Apple's own ladder of today steps by 1.3 to 2.5", strength: .inferred)
}

extension Ladder {
  /// Looks at each pair of neighbours by bitrate, codec by codec; frame rates that differ explain a step of any size.
  func flagSteps(_ report: inout Report, _ say: (LadderStep) -> Message?) {
    guard media == .video, renditions.count > 1 else { return }
    var order: [(index: Int, bits: Int64)] = []
    for index in renditions.indices {
      guard let bits = still[index].rendition.bitrate?.value.bitsPerSecond, bits > 0 else { continue }
      order.append((index, bits))
    }
    order.sort { ($1.bits, $0.index) < ($0.bits, $1.index) }
    for (position, upper) in order.enumerated() {
      let rendition = still[upper.index].rendition
      guard
        let lower = order[(position + 1)...].first(where: { still[$0.index].rendition.codec?.value == rendition.codec?.value }),
        // Of equals ladder/duplicate-rendition and ladder/bitrate-not-falling speak.
        lower.bits < upper.bits, still[lower.index].rendition.fps?.value == rendition.fps?.value,
        let ratio = Rational(upper.bits, lower.bits), let bitrate = still[lower.index].rendition.bitrate
      else { continue }
      // A picture that is larger and has fewer bits is a fault of another kind.
      if let above = rendition.resolution?.value.pixels, let below = still[lower.index].rendition.resolution?.value.pixels, below > above { continue }
      let step = LadderStep(
        upperLabel: rendition.label, lowerLabel: still[lower.index].rendition.label, upper: Bitrate(bitsPerSecond: upper.bits),
        lower: bitrate.value, ratio: ratio)
      guard let message = say(step) else { continue }
      report.flag(
        bitrate.place, message, notes: rendition.bitrate.map { [MessageNote("the bitrate above stands here", at: $0.place.span)] } ?? [],
        help: "spread the bitrates more evenly")
    }
  }
}
