internal import RungSource
internal import RungSpec

extension Cloudflare {
  static let outputKeyMissing = Rule<Fit<Cloudflare>>(
    "output-key-missing", family: id, severity: .error,
    summary: "an output has no stream key",
    why: "Cloudflare requires the stream key of an output apart from its URL.",
    citation: Source.api("outputs, streamKey: required"),
    bad: [
      Example("""
        rung: 1
        name: news
        targets: [cloudflare]
        simulcast: [⟦{url: "rtmp://a.rtmp.example.com/live2"}⟧]
        """)
    ],
    good: [
      Example("""
        rung: 1
        name: news
        targets: [cloudflare]
        simulcast: [{url: "rtmp://a.rtmp.example.com/live2", key: "${env:RESTREAM_KEY}"}]
        """)
    ]
  ) { fit, report in
    var items = WrittenItems(fit.stream.written("simulcast"))
    for target in fit.spec.simulcast?.value ?? [] {
      guard target.value.url != nil, target.value.key == nil else { continue }
      guard items.next(at: target.place)?.says("key", among: SimulcastTarget.shape.keys) != true else { continue }
      report.flag(target.place, "simulcast target has no stream key; Cloudflare requires one", help: "add \(.simulcastKey, "\"${env:NAME}\"")")
    }
  }
}
