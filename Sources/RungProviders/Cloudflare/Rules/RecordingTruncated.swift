internal import RungSource
internal import RungSpec

extension Cloudflare {
  static let recordingTruncated = Rule<Fit<Cloudflare>>(
    "recording-truncated", family: id, severity: .warning,
    summary: "the event is longer than what Cloudflare records",
    why: "The stream runs on, and the recording ends.",
    citation: Source.start("limitations: if a live video exceeds seven days in length, the recording will be truncated to seven days"),
    bad: [
      Example("""
        rung: 1
        name: news
        targets: [cloudflare]
        kind: event
        duration: ⟦200h⟧
        packaging: {hls: {}}
        """)
    ],
    good: [
      Example("""
        rung: 1
        name: news
        targets: [cloudflare]
        kind: event
        duration: 168h
        packaging: {hls: {}}
        """),
      Example("""
        rung: 1
        name: news
        targets: [cloudflare]
        kind: event
        duration: 200h
        ingest: {protocols: [whip]}
        """)
    ]
  ) { fit, report in
    guard fit.records, fit.stream.kind.value == .event, let time = fit.spec.duration, let most = Cloudflare.recordedLength.value, time.value > most else { return }
    report.flag(
      time.place, "\(.duration) is \(time.value.text); Cloudflare records the first \(most.text) of a broadcast", help: "stop the encoder once within \(most.text), so that another recording begins")
  }
}
