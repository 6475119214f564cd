internal import RungSource
internal import RungSpec

extension CommonRules {
  static let sampleRateNotTaken = Rule<Measured>(
    "sample-rate-not-taken", family: nil, severity: .error,
    summary: "the audio sample rate of a rendition is not supported by the provider",
    why: "Providers support a list of sample rates and reject a request with any other.",
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
        rate.place, "sample rate \(rate.value.text) is not supported by \(measured.facts.party); allowed: \(either(allowed.map(\.text)))",
        notes: measured.facts.notes(on: limit), help: near.map { Help.set(.audioSampleRate, $0.text, at: rate.place.span) },
        citation: limit.citation)
    }
  }
}
