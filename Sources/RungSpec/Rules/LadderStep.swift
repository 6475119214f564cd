internal import RungSource

/// One rendition of a codec and the next one by bitrate.
struct LadderStep {
  let upperLabel: Message
  let lowerLabel: Message
  let upper: Bitrate
  let lower: Bitrate
  let ratio: Rational

  static let source = Citation(
    "Apple TN2224 (superseded)", "advice: adjacent bitrates by a factor of 1.5 to 2; Apple's current ladder has factors of 1.3 to 2.5", strength: .inferred)
}

extension Ladder {
  /// Compares each pair of neighbors by bitrate, codec by codec; different frame rates explain a factor of any size.
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
        // Equal ones are found by ladder/duplicate-rendition and ladder/bitrate-not-falling.
        lower.bits < upper.bits, still[lower.index].rendition.fps?.value == rendition.fps?.value,
        let ratio = Rational(upper.bits, lower.bits), let bitrate = still[lower.index].rendition.bitrate
      else { continue }
      // A larger size with a lower bitrate is found by another rule.
      if let above = rendition.resolution?.value.pixels, let below = still[lower.index].rendition.resolution?.value.pixels, below > above { continue }
      let step = LadderStep(
        upperLabel: rendition.reference, lowerLabel: still[lower.index].rendition.reference, upper: Bitrate(bitsPerSecond: upper.bits),
        lower: bitrate.value, ratio: ratio)
      guard let message = say(step) else { continue }
      report.flag(
        bitrate.place, message, notes: rendition.bitrate.map { [MessageNote("the higher bitrate is set here", at: $0.place.span)] } ?? [],
        help: "set bitrates that differ by a factor of 1.5 to 2")
    }
  }
}
