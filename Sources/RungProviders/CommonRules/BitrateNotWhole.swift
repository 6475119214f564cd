internal import RungSource
internal import RungSpec

extension CommonRules {
  static let bitrateNotWhole = Rule<Measured>(
    "bitrate-not-whole", family: nil, severity: .error,
    summary: "a bitrate or buffer size is not a whole number in the provider's unit",
    why: "A field in kilobits cannot hold half a kilobit. Rung does not round values without saying so: the provider gets exactly the number in the spec.",
    bad: [
      Example("""
        rung: 1
        name: news
        targets: [tenbyte]
        ladder:
          renditions:
            - {name: 720p, bitrate: 1500k, audio: {bitrate: ⟦128500 bps⟧}}
        """,
        mended: """
        rung: 1
        name: news
        targets: [tenbyte]
        ladder:
          renditions:
            - {name: 720p, bitrate: 1500k, audio: {bitrate: 129k}}
        """),
      Example("""
        rung: 1
        name: news
        targets: [tenbyte]
        ladder:
          renditions:
            - {name: 720p, bitrate: 1500k, buffer: ⟦3000400 bit⟧}
        """,
        mended: """
        rung: 1
        name: news
        targets: [tenbyte]
        ladder:
          renditions:
            - {name: 720p, bitrate: 1500k, buffer: 3000k}
        """),
    ],
    good: [
      Example("""
        rung: 1
        name: news
        targets: [tenbyte]
        ladder:
          renditions:
            - {name: 720p, bitrate: 1.5M, max_bitrate: 2000 kbps, buffer: 3M, audio: {bitrate: 128000 bps}}
        """)
    ]
  ) { measured, report in
    let limit = measured.facts.bitrateUnit
    guard let unit = limit.value, unit.bitsPerSecond > 0, measured.encoded != nil || !isWhole(measured, unit.bitsPerSecond) else { return }
    func flag(_ what: String, _ key: SpecKey, _ found: String, _ bits: Int64, _ place: SourcePlace, _ text: (Int64) -> String) {
      guard bits % unit.bitsPerSecond != 0 else { return }
      let near = nearest(to: bits, in: unit.bitsPerSecond).map(text)
      report.flag(
        place, "\(what) is \(found); \(measured.facts.party) requires a multiple of \(unit.prose)",
        notes: measured.facts.notes(on: limit), help: near.map { Help.set(key, $0, at: place.span, note: "the nearest") },
        citation: limit.citation)
    }
    func rate(_ what: String, _ key: SpecKey, _ values: [Located<Bitrate>]) {
      for value in values {
        flag(what, key, value.value.text, value.value.bitsPerSecond, value.place) { Bitrate(bitsPerSecond: $0).text }
      }
    }
    rate("bitrate", .bitrate, measured.video(\.bitrate))
    rate("maximum bitrate", .maxBitrate, measured.video(\.maxBitrate))
    rate("audio bitrate", .audioBitrate, measured.sound(\.bitrate))
    for buffer in measured.video(\.buffer) {
      flag("buffer size", .buffer, buffer.value.text, buffer.value.bits, buffer.place) { BufferSize(bits: $0).text }
    }
  }

  private static func isWhole(_ measured: Measured, _ unit: Int64) -> Bool {
    guard let ladder = measured.stream.ladder else { return true }
    return ladder.renditions.indices.allSatisfy { index in
      let numbers = [
        ladder.renditions[index].value.bitrate?.value.bitsPerSecond,
        ladder.renditions[index].value.maxBitrate?.value.bitsPerSecond,
        ladder.renditions[index].value.buffer?.value.bits,
        ladder.renditions[index].value.audio?.value.bitrate?.value.bitsPerSecond,
      ]
      return numbers.allSatisfy { ($0 ?? 0) % unit == 0 }
    }
  }

  /// The nearest multiple, halves up, but never zero.
  private static func nearest(to bits: Int64, in unit: Int64) -> Int64? {
    let (quotient, remainder) = bits.quotientAndRemainder(dividingBy: unit)
    let steps = max(1, remainder >= unit - remainder ? quotient + 1 : quotient)
    let (result, overflow) = steps.multipliedReportingOverflow(by: unit)
    return overflow ? nil : result
  }
}
