internal import RungSource
internal import RungSpec

extension Qencode {
  static let simulcastKeyMissing = Rule<Fit<Qencode>>(
    "simulcast-key-missing", family: id, severity: .warning,
    summary: "a simulcast target has no stream key",
    why: "Qencode does not require a stream key, but most services do: it identifies the stream's owner.",
    citation: Source.connector("add_simulcast_target, stream_key: optional"),
    bad: [
      Example("""
        rung: 1
        name: news
        targets: [qencode]
        simulcast:
          - ⟦{url: "rtmp://a.rtmp.example.com/live2"}⟧
        """)
    ],
    good: [
      Example("""
        rung: 1
        name: news
        targets: [qencode]
        simulcast:
          - {url: "rtmp://a.rtmp.example.com/live2", key: "${env:RESTREAM_KEY}"}
        """),
      Example("""
        rung: 1
        name: news
        targets: [qencode]
        simulcast:
          - {url: "rtmp://a.rtmp.example.com/live2/${env:RESTREAM_KEY}"}
        """)
    ]
  ) { fit, report in
    var items = WrittenItems(fit.stream.written("simulcast"))
    for target in fit.spec.simulcast?.value ?? [] {
      guard let url = target.value.url, target.value.key == nil, SecretText.references(in: url.value.text).isEmpty else { continue }
      guard items.next(at: target.place)?.says("key", among: SimulcastTarget.shape.keys) != true else { continue }
      report.flag(
        target.place, "simulcast target has no stream key; most services require one", help: "add \(.simulcastKey, "\"${env:NAME}\"")")
    }
  }
}
