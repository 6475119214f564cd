internal import RungSource
internal import RungSpec

extension Tenbyte {
  static let pullFromPrivateAddress = Rule<Fit<Tenbyte>>(
    "pull-from-private-address", family: id, severity: .warning,
    summary: "Tenbyte cannot reach the address of the source",
    why: "Tenbyte pulls over the internet, where private, loopback and multicast addresses cannot be reached. Its own RTSP example shows a 192.168 address, so this is a warning and not an error.",
    citation: Source.guide("ingest protocols, Pull: the source URL must be publicly reachable"),
    bad: [
      Example("""
        rung: 1
        name: news
        targets: [tenbyte]
        ingest:
          mode: pull
          source: {url: ⟦"rtsp://192.168.1.10:554/stream"⟧}
        """),
      Example("""
        rung: 1
        name: news
        targets: [tenbyte]
        ingest:
          mode: pull
          source: {url: ⟦"udp://[ff15::1]:5000"⟧}
        """)
    ],
    good: [
      Example("""
        rung: 1
        name: news
        targets: [tenbyte]
        ingest:
          mode: pull
          source: {url: "rtsp://203.0.113.10:554/stream"}
        """)
    ]
  ) { fit, report in
    for url in endpoints(of: fit) where isOutOfReach(url.value) {
      let host = url.value.host
      report.flag(
        url.place, "\(host.isEmpty ? "source URL has no host" : "source address `\(host)` is not public"); Tenbyte requires a source that is reachable over the internet",
        help: ["use a public name or address", "let the encoder push"])
    }
  }

  /// Private, multicast (RFC 5771: 224.0.0.0/4, RFC 4291: ff00::/8), or without any host.
  static func isOutOfReach(_ url: StreamURL) -> Bool {
    if url.host.contains(":"), url.host.lowercased().hasPrefix("ff") { return true }
    return url.isPrivate || url.host.isEmpty || AddressRange(url.host).map { $0.address >> 28 == 0b1110 } ?? false
  }
}
