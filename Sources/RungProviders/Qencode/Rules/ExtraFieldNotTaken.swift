internal import RungSource
internal import RungSpec

extension Qencode {
  static let extraFieldNotTaken = Rule<Fit<Qencode>>(
    "extra-field-not-taken", family: id, severity: .error,
    summary: "a field under `extra` belongs to another request, or to answers only",
    why: "The request that creates a stream takes five fields. What else a stream has is set by the update or by requests of its own, and some of it only ever stands in answers. Whether Qencode refuses a field that it does not take or forgets it, nobody says.",
    citation: Source.reference("create and update, input objects"),
    bad: [
      Example("""
        rung: 1
        name: news
        targets:
          qencode:
            extra:
              create: {⟦callback_url⟧: "https://hooks.example.com/rung"}
        """),
      Example("""
        rung: 1
        name: news
        targets:
          qencode:
            extra:
              update: {⟦framerate⟧: 25}
        """)
    ],
    good: [
      Example("""
        rung: 1
        name: news
        targets:
          qencode:
            extra:
              create: {future: 1}
        """)
    ]
  ) { fit, report in
    for kind in ["create", "update"] {
      guard let fields = fit.stream.written("targets", Qencode.id, "extra", kind) else { continue }
      for entry in fields.entries {
        let key = entry.key.value
        if Qencode.answersOnly.contains(key) {
          report.flag(entry.key.place, "`\(key)` stands in answers; the \(kind) request does not take it", help: "leave it away")
        } else if !Qencode.fields(of: kind).contains(key), let other = Qencode.elsewhere[key] {
          report.flag(
            entry.key.place, "the \(kind) request does not take `\(key)`; the \(other.request) request does",
            help: "set `\(other.key)` in the spec, and the plan sends it where it belongs")
        }
      }
    }
  }

  private static let answersOnly: Set<String> = [
    "id", "stream_key", "status", "created_at", "quality", "server_urls", "origin_host", "framerate", "mode", "params",
  ]

  /// Fields that one request takes: which, and the key of the spec that says the same.
  private static let elsewhere: [String: (request: String, key: String)] = [
    "callback_url": ("update", "webhook"), "dvr": ("update", "recording"), "playback_domain": ("create", "playback.domain"),
    "policy": ("playback-id", "playback.policy"), "playback_ids": ("playback-id", "playback.policy"),
    "simulcast_targets": ("simulcast-target", "simulcast"),
  ]
}
