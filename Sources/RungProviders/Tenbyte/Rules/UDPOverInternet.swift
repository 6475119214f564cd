internal import RungSource
internal import RungSpec

extension Tenbyte {
  static let udpOverInternet = Rule<Fit<Tenbyte>>(
    "udp-over-internet", family: id, severity: .warning,
    summary: "the source is plain UDP over the internet",
    why: "UDP does not recover lost packets, and the internet loses some; every loss is visible. SRT carries the same transport stream and recovers them.",
    citation: Source.guide("ingest protocols, UDP: avoid it over the public internet"),
    bad: [
      Example("""
        rung: 1
        name: news
        targets: [tenbyte]
        ingest:
          mode: pull
          source: {url: ⟦"udp://origin.example.com:5000"⟧}
        """)
    ],
    good: [
      Example("""
        rung: 1
        name: news
        targets: [tenbyte]
        ingest:
          mode: pull
          source: {url: "srt://origin.example.com:9000"}
        """)
    ]
  ) { fit, report in
    // Where the address cannot be reached at all, that is the finding.
    for url in endpoints(of: fit) where url.value.scheme == "udp" && !isOutOfReach(url.value) {
      report.flag(
        url.place, "source is plain UDP from `\(url.value.host)`; Tenbyte advises against UDP over the internet",
        help: "use SRT: `srt://\(url.value.host):…`")
    }
  }
}
