internal import RungSource
internal import RungSpec

extension Qencode {
  static let playbackDomainNotUpdatable = Rule<Fit<Qencode>>(
    "playback-domain-not-updatable", family: id, severity: .warning,
    summary: "a playback domain is set for a stream that exists",
    why: "Only the request that creates a stream is documented to have a playback domain.",
    citation: Source.reference("update, input objects: no playback_domain", strength: .inferred),
    scope: .wholeStreams,
    bad: [
      Example("""
        rung: 1
        name: news
        targets:
          qencode:
            stream_id: 12345fcd-7aea-492c-b9eb-b4b0cde0dc7e
        playback:
          domain: ⟦live.example.com⟧
        """)
    ],
    good: [
      Example("""
        rung: 1
        name: news
        targets:
          qencode:
            create_domain: false
        playback:
          domain: live.example.com
        """)
    ]
  ) { fit, report in
    guard fit.options.streamID != nil, let domain = fit.spec.playback?.value.domain else { return }
    report.flag(
      domain.place, "\(path: .playbackDomain) cannot be changed on an existing stream and is omitted; Qencode sets it at creation only",
      help: "create another stream with the domain and delete this one")
  }
}
