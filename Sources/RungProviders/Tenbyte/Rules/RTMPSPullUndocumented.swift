internal import RungSource
internal import RungSpec

extension Tenbyte {
  static let rtmpsPullUndocumented = Rule<Fit<Tenbyte>>(
    "rtmps-pull-undocumented", family: id, severity: .warning,
    summary: "the source is RTMP over TLS, of which Tenbyte does not speak",
    why: "Tenbyte's list of protocols to pull has `rtmp` and not `rtmps`. The request says `rtmp` with the URL as it is; whether TLS works is not documented, so try it before the day it has to.",
    citation: Source.reference("ingest.primary.protocol: srt, rtsp, rtmp, udp", strength: .inferred),
    bad: [
      Example("""
        rung: 1
        name: news
        targets: [tenbyte]
        ingest:
          mode: pull
          source: {url: ⟦"rtmps://origin.example.com/live"⟧}
        """)
    ],
    good: [
      Example("""
        rung: 1
        name: news
        targets: [tenbyte]
        ingest:
          mode: pull
          source: {url: "rtmp://origin.example.com/live"}
        """)
    ]
  ) { fit, report in
    for url in endpoints(of: fit) where url.value.scheme == "rtmps" {
      report.flag(
        url.place, "the URL is `rtmps`, and Tenbyte documents `rtmp`; the request says `rtmp` with this URL",
        help: "try it first, or offer the source over `srt`, which can be encrypted as well")
    }
  }

  /// The URLs of the source and of its backup, as far as they go into the request.
  static func endpoints(of fit: Fit<Tenbyte>) -> [Located<StreamURL>] {
    guard let ingest = fit.spec.ingest?.value else { return [] }
    let source = fit.stream.ingestMode?.value == .pull ? ingest.source : nil
    return [source, ingest.backup].compactMap { $0?.value.url }
  }
}
