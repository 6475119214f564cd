internal import RungSource
internal import RungSpec

extension Qencode {
  static let simulcastSchemeNotTaken = Rule<Fit<Qencode>>(
    "simulcast-scheme-not-taken", family: id, severity: .error,
    summary: "the stream is to be sent on with a protocol that Qencode does not send",
    why: "Qencode restreams by RTMP.",
    citation: Source.reference("simulcast target, url: the re-streaming service RTMP ingest URL"),
    bad: [
      Example("""
        rung: 1
        name: news
        targets: [qencode]
        simulcast:
          - {url: ⟦"srt://ingest.example.com:9000"⟧, key: "${env:RESTREAM_KEY}"}
        """)
    ],
    good: [
      Example("""
        rung: 1
        name: news
        targets: [qencode]
        simulcast:
          - {url: "rtmps://ingest.example.com/app", key: "${env:RESTREAM_KEY}"}
        """)
    ]
  ) { fit, report in
    for target in fit.spec.simulcast?.value ?? [] {
      guard let url = target.value.url, !Qencode.simulcastSchemes.contains(url.value.scheme) else { continue }
      report.flag(
        url.place, "the target is a `\(url.value.scheme)` URL; Qencode sends on by \(oneOf(Qencode.simulcastSchemes))",
        help: "use the service's RTMP ingest")
    }
  }
}
