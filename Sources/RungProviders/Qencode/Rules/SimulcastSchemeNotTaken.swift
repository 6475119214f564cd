internal import RungSource
internal import RungSpec

extension Qencode {
  static let simulcastSchemeNotTaken = Rule<Fit<Qencode>>(
    "simulcast-scheme-not-taken", family: id, severity: .error,
    summary: "the simulcast protocol is not supported by Qencode",
    why: "Qencode restreams over RTMP only.",
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
        url.place, "simulcast to a `\(url.value.scheme)` URL is not supported by Qencode; allowed: \(oneOf(Qencode.simulcastSchemes))",
        help: "use the RTMP ingest URL of the service")
    }
  }
}
