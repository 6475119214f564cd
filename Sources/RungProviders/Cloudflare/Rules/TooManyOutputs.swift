internal import RungSource
internal import RungSpec

extension Cloudflare {
  static let tooManyOutputs = Rule<Fit<Cloudflare>>(
    "too-many-outputs", family: id, severity: .error,
    summary: "the stream is restreamed to more services than a live input takes",
    why: "Each entry of `simulcast` is an output of the live input, and their number is limited.",
    citation: Source.simulcasting("up to 50 concurrent destinations from each live input"),
    bad: [
      Example("""
        rung: 1
        name: news
        targets: [cloudflare]
        ⟦simulcast⟧:
          - {url: "rtmp://a.example.com/0", key: "${env:KEY}"}
          - {url: "rtmp://a.example.com/1", key: "${env:KEY}"}
          - {url: "rtmp://a.example.com/2", key: "${env:KEY}"}
          - {url: "rtmp://a.example.com/3", key: "${env:KEY}"}
          - {url: "rtmp://a.example.com/4", key: "${env:KEY}"}
          - {url: "rtmp://a.example.com/5", key: "${env:KEY}"}
          - {url: "rtmp://a.example.com/6", key: "${env:KEY}"}
          - {url: "rtmp://a.example.com/7", key: "${env:KEY}"}
          - {url: "rtmp://a.example.com/8", key: "${env:KEY}"}
          - {url: "rtmp://a.example.com/9", key: "${env:KEY}"}
          - {url: "rtmp://a.example.com/10", key: "${env:KEY}"}
          - {url: "rtmp://a.example.com/11", key: "${env:KEY}"}
          - {url: "rtmp://a.example.com/12", key: "${env:KEY}"}
          - {url: "rtmp://a.example.com/13", key: "${env:KEY}"}
          - {url: "rtmp://a.example.com/14", key: "${env:KEY}"}
          - {url: "rtmp://a.example.com/15", key: "${env:KEY}"}
          - {url: "rtmp://a.example.com/16", key: "${env:KEY}"}
          - {url: "rtmp://a.example.com/17", key: "${env:KEY}"}
          - {url: "rtmp://a.example.com/18", key: "${env:KEY}"}
          - {url: "rtmp://a.example.com/19", key: "${env:KEY}"}
          - {url: "rtmp://a.example.com/20", key: "${env:KEY}"}
          - {url: "rtmp://a.example.com/21", key: "${env:KEY}"}
          - {url: "rtmp://a.example.com/22", key: "${env:KEY}"}
          - {url: "rtmp://a.example.com/23", key: "${env:KEY}"}
          - {url: "rtmp://a.example.com/24", key: "${env:KEY}"}
          - {url: "rtmp://a.example.com/25", key: "${env:KEY}"}
          - {url: "rtmp://a.example.com/26", key: "${env:KEY}"}
          - {url: "rtmp://a.example.com/27", key: "${env:KEY}"}
          - {url: "rtmp://a.example.com/28", key: "${env:KEY}"}
          - {url: "rtmp://a.example.com/29", key: "${env:KEY}"}
          - {url: "rtmp://a.example.com/30", key: "${env:KEY}"}
          - {url: "rtmp://a.example.com/31", key: "${env:KEY}"}
          - {url: "rtmp://a.example.com/32", key: "${env:KEY}"}
          - {url: "rtmp://a.example.com/33", key: "${env:KEY}"}
          - {url: "rtmp://a.example.com/34", key: "${env:KEY}"}
          - {url: "rtmp://a.example.com/35", key: "${env:KEY}"}
          - {url: "rtmp://a.example.com/36", key: "${env:KEY}"}
          - {url: "rtmp://a.example.com/37", key: "${env:KEY}"}
          - {url: "rtmp://a.example.com/38", key: "${env:KEY}"}
          - {url: "rtmp://a.example.com/39", key: "${env:KEY}"}
          - {url: "rtmp://a.example.com/40", key: "${env:KEY}"}
          - {url: "rtmp://a.example.com/41", key: "${env:KEY}"}
          - {url: "rtmp://a.example.com/42", key: "${env:KEY}"}
          - {url: "rtmp://a.example.com/43", key: "${env:KEY}"}
          - {url: "rtmp://a.example.com/44", key: "${env:KEY}"}
          - {url: "rtmp://a.example.com/45", key: "${env:KEY}"}
          - {url: "rtmp://a.example.com/46", key: "${env:KEY}"}
          - {url: "rtmp://a.example.com/47", key: "${env:KEY}"}
          - {url: "rtmp://a.example.com/48", key: "${env:KEY}"}
          - {url: "rtmp://a.example.com/49", key: "${env:KEY}"}
          - {url: "rtmp://a.example.com/50", key: "${env:KEY}"}
        """)
    ],
    good: [
      Example("""
        rung: 1
        name: news
        targets: [cloudflare]
        simulcast:
          - {url: "rtmp://a.example.com/0", key: "${env:KEY}"}
          - {url: "rtmp://a.example.com/1", key: "${env:KEY}"}
          - {url: "rtmp://a.example.com/2", key: "${env:KEY}"}
          - {url: "rtmp://a.example.com/3", key: "${env:KEY}"}
          - {url: "rtmp://a.example.com/4", key: "${env:KEY}"}
          - {url: "rtmp://a.example.com/5", key: "${env:KEY}"}
          - {url: "rtmp://a.example.com/6", key: "${env:KEY}"}
          - {url: "rtmp://a.example.com/7", key: "${env:KEY}"}
          - {url: "rtmp://a.example.com/8", key: "${env:KEY}"}
          - {url: "rtmp://a.example.com/9", key: "${env:KEY}"}
          - {url: "rtmp://a.example.com/10", key: "${env:KEY}"}
          - {url: "rtmp://a.example.com/11", key: "${env:KEY}"}
          - {url: "rtmp://a.example.com/12", key: "${env:KEY}"}
          - {url: "rtmp://a.example.com/13", key: "${env:KEY}"}
          - {url: "rtmp://a.example.com/14", key: "${env:KEY}"}
          - {url: "rtmp://a.example.com/15", key: "${env:KEY}"}
          - {url: "rtmp://a.example.com/16", key: "${env:KEY}"}
          - {url: "rtmp://a.example.com/17", key: "${env:KEY}"}
          - {url: "rtmp://a.example.com/18", key: "${env:KEY}"}
          - {url: "rtmp://a.example.com/19", key: "${env:KEY}"}
          - {url: "rtmp://a.example.com/20", key: "${env:KEY}"}
          - {url: "rtmp://a.example.com/21", key: "${env:KEY}"}
          - {url: "rtmp://a.example.com/22", key: "${env:KEY}"}
          - {url: "rtmp://a.example.com/23", key: "${env:KEY}"}
          - {url: "rtmp://a.example.com/24", key: "${env:KEY}"}
          - {url: "rtmp://a.example.com/25", key: "${env:KEY}"}
          - {url: "rtmp://a.example.com/26", key: "${env:KEY}"}
          - {url: "rtmp://a.example.com/27", key: "${env:KEY}"}
          - {url: "rtmp://a.example.com/28", key: "${env:KEY}"}
          - {url: "rtmp://a.example.com/29", key: "${env:KEY}"}
          - {url: "rtmp://a.example.com/30", key: "${env:KEY}"}
          - {url: "rtmp://a.example.com/31", key: "${env:KEY}"}
          - {url: "rtmp://a.example.com/32", key: "${env:KEY}"}
          - {url: "rtmp://a.example.com/33", key: "${env:KEY}"}
          - {url: "rtmp://a.example.com/34", key: "${env:KEY}"}
          - {url: "rtmp://a.example.com/35", key: "${env:KEY}"}
          - {url: "rtmp://a.example.com/36", key: "${env:KEY}"}
          - {url: "rtmp://a.example.com/37", key: "${env:KEY}"}
          - {url: "rtmp://a.example.com/38", key: "${env:KEY}"}
          - {url: "rtmp://a.example.com/39", key: "${env:KEY}"}
          - {url: "rtmp://a.example.com/40", key: "${env:KEY}"}
          - {url: "rtmp://a.example.com/41", key: "${env:KEY}"}
          - {url: "rtmp://a.example.com/42", key: "${env:KEY}"}
          - {url: "rtmp://a.example.com/43", key: "${env:KEY}"}
          - {url: "rtmp://a.example.com/44", key: "${env:KEY}"}
          - {url: "rtmp://a.example.com/45", key: "${env:KEY}"}
          - {url: "rtmp://a.example.com/46", key: "${env:KEY}"}
          - {url: "rtmp://a.example.com/47", key: "${env:KEY}"}
          - {url: "rtmp://a.example.com/48", key: "${env:KEY}"}
          - {url: "rtmp://a.example.com/49", key: "${env:KEY}"}
        """)
    ]
  ) { fit, report in
    guard let targets = fit.spec.simulcast?.value, let most = Cloudflare.outputs.value, targets.count > most, let key = fit.stream.writtenKey("simulcast") else { return }
    report.flag(key, "\(.simulcast) has \(targets.count) entries; Cloudflare restreams to at most \(most)", help: "remove \(targets.count - most) of them")
  }
}
