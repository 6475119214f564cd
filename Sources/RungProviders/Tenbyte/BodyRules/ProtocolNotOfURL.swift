internal import RungSource
internal import RungSpec

extension Tenbyte {
  static let protocolNotOfURL = Rule<ParsedBody>(
    "protocol-not-of-url", family: id, severity: .error,
    summary: "the protocol of an endpoint does not match its URL",
    why: "Tenbyte connects with the protocol. With a URL of another scheme the connection fails.",
    citation: Source.reference("ingest.primary: protocol and url", strength: .inferred),
    bad: [
      Example(body: "tenbyte.create", """
        {"ingest": {"kind": "pull", "primary": {"protocol": ⟦"rtsp"⟧, "url": "srt://origin.example.com:9000"}}}
        """, mended: """
        {"ingest": {"kind": "pull", "primary": {"protocol": "srt", "url": "srt://origin.example.com:9000"}}}
        """)
    ],
    good: [
      Example(body: "tenbyte.create", """
        {"ingest": {"kind": "pull", "primary": {"protocol": "rtmp", "url": "rtmps://origin.example.com/live"}}}
        """)
    ]
  ) { body, report in
    for name in ["primary", "backup"] {
      guard let endpoint = body.root["ingest"]?[name], let stated = endpoint["protocol"], let word = stated.text,
        let scheme = endpoint["url"]?.text.flatMap({ StreamURL($0)?.scheme })
      else { continue }
      let meant = scheme == "rtmps" ? "rtmp" : scheme
      // A scheme that cannot be pulled is a finding of its own.
      guard meant != word, ["srt", "rtsp", "rtmp", "udp"].contains(meant) else { continue }
      report.flag(
        stated.place, "protocol `\(word)` does not match the scheme `\(scheme)` of the URL", notes: [MessageNote("the URL is set here", at: endpoint["url"]?.place.span)],
        help: ["set `\"protocol\": \"\(meant)\"`", "use another URL"], fix: .replace(stated.place.span, with: meant, .unsafe))
    }
  }
}
