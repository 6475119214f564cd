internal import RungSource
internal import RungSpec

extension CommonRules {
  static let sampleRateNotTaken = Rule<Measured>(
    "sample-rate-not-taken", family: nil, severity: .error,
    summary: "a rendition has an audio sample rate that the provider does not take",
    why: "Providers take a list of sample rates; one outside of it, and the request is refused.",
    bad: [
      Example("""
        rung: 1
        name: radio
        media: audio
        targets: [tenbyte]
        ladder:
          defaults: {audio: {sample_rate: ⟦96 kHz⟧}}
          renditions:
            - {name: high, audio: {bitrate: 256k}}
            - {name: low, audio: {bitrate: 64k}}
        """,
        mended: """
        rung: 1
        name: radio
        media: audio
        targets: [tenbyte]
        ladder:
          defaults: {audio: {sample_rate: 48 kHz}}
          renditions:
            - {name: high, audio: {bitrate: 256k}}
            - {name: low, audio: {bitrate: 64k}}
        """)
    ],
    good: [
      Example("""
        rung: 1
        name: radio
        media: audio
        targets: [tenbyte]
        ladder:
          renditions:
            - {name: high, audio: {sample_rate: 44.1 kHz}}
        """)
    ]
  ) { measured, report in
    let limit = measured.facts.sampleRates
    guard let allowed = limit.value else { return }
    for rate in measured.sound(\.sampleRate) where !allowed.contains(rate.value) {
      let near = nearest(to: rate.value.hertz, among: allowed.map(\.hertz)).map(SampleRate.init(hertz:))
      report.flag(
        rate.place, "the sample rate is \(rate.value.text); \(measured.facts.party) takes \(either(allowed.map(\.text)))",
        notes: measured.facts.notes(on: limit),
        help: near.map { "write `sample_rate: \($0.text)`" },
        fix: near.map { .replace(rate.place.span, with: $0.text, .unsafe) }, citation: limit.citation)
    }
  }
}
