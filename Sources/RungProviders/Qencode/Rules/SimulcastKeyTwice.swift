internal import RungSource
internal import RungSpec

extension Qencode {
  static let simulcastKeyTwice = Rule<Fit<Qencode>>(
    "simulcast-key-twice", family: id, severity: .warning,
    summary: "a simulcast target has its stream key in the URL and in its own field",
    why: "Qencode appends the stream key to the URL, as encoders do. With the key in the URL as well, the service gets it twice.",
    citation: Source.reference("simulcast target: url and stream_key", strength: .inferred),
    bad: [
      Example("""
        rung: 1
        name: news
        targets: [qencode]
        simulcast:
          - {url: ⟦"rtmp://a.rtmp.example.com/live2/${env:RESTREAM_KEY}"⟧, key: "${env:RESTREAM_KEY}"}
        """)
    ],
    good: [
      Example("""
        rung: 1
        name: news
        targets: [qencode]
        simulcast:
          - {url: "rtmp://a.rtmp.example.com/live2", key: "${env:RESTREAM_KEY}"}
        """)
    ]
  ) { fit, report in
    for target in fit.spec.simulcast?.value ?? [] {
      guard let url = target.value.url, let key = target.value.key, !key.value.revealed.isEmpty else { continue }
      let ending = url.value.path.split(separator: "/").last
      guard ending.map(String.init) == key.value.revealed || !SecretText.references(in: url.value.path).isEmpty else { continue }
      report.flag(url.place, "the stream key is in the URL and in \(.simulcastKey); Qencode sends both", help: "remove it from the URL")
    }
  }
}
