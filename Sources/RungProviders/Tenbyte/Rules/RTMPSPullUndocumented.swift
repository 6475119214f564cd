internal import RungSource
internal import RungSpec

extension Tenbyte {
  static let rtmpsPullUndocumented = Rule<Fit<Tenbyte>>(
    "rtmps-pull-undocumented", family: id, severity: .warning,
    summary: "the source is RTMP over TLS, which Tenbyte does not document",
    why: "Tenbyte's list of pull protocols has `rtmp` and not `rtmps`. The request has the protocol `rtmp` with the URL unchanged; whether TLS works is not documented, so test it before going live.",
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
        url.place, "pulling `rtmps` is not documented by Tenbyte; the request sends protocol `rtmp` with this URL",
        help: ["test the source before going live", "use an `srt` source, which can be encrypted as well"])
    }
  }

  /// The URLs of the source and of its backup, as far as they go into the request.
  static func endpoints(of fit: Fit<Tenbyte>) -> [Located<StreamURL>] {
    guard let ingest = fit.spec.ingest?.value else { return [] }
    let source = fit.stream.ingestMode?.value == .pull ? ingest.source : nil
    return [source, ingest.backup].compactMap { $0?.value.url }
  }
}
