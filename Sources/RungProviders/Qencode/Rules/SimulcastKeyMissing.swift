internal import RungSource
internal import RungSpec

extension Qencode {
  static let simulcastKeyMissing = Rule<Fit<Qencode>>(
    "simulcast-key-missing", family: id, severity: .warning,
    summary: "a simulcast target has no stream key",
    why: "The request does not require one, most services do: without it they do not know whose stream it is.",
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
        target.place, "the target has no stream key; most services ask for one", help: "add it as a reference: `key: \"${env:NAME}\"`")
    }
  }
}
