internal import RungSource
internal import RungSpec

extension Qencode {
  static let extraFieldNotTaken = Rule<Fit<Qencode>>(
    "extra-field-not-taken", family: id, severity: .error,
    summary: "a field under `extra` belongs to another request, or to answers only",
    why: "The request that creates a stream has five fields. Everything else is set by the update or by separate requests, and some fields occur in answers only. Qencode does not document whether it rejects or ignores a field that a request does not have.",
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
          report.flag(entry.key.place, "`\(key)` is a field of answers; the \(kind) request does not allow it", help: "remove `\(key)`")
        } else if !Qencode.fields(of: kind).contains(key), let other = Qencode.elsewhere[key] {
          report.flag(
            entry.key.place, "`\(key)` is not a field of the \(kind) request; it belongs to the \(other.request) request",
            help: "set \(path: other.key) in the spec and remove it from `extra`")
        }
      }
    }
  }

  private static let answersOnly: Set<String> = [
    "id", "stream_key", "status", "created_at", "quality", "server_urls", "origin_host", "framerate", "mode", "params",
  ]

  /// Fields of one request only: which request, and the key of the spec for it.
  private static let elsewhere: [String: (request: String, key: SpecKey)] = [
    "callback_url": ("update", .webhook), "dvr": ("update", .recording), "playback_domain": ("create", .playbackDomain),
    "policy": ("playback-id", .playbackPolicy), "playback_ids": ("playback-id", .playbackPolicy),
    "simulcast_targets": ("simulcast-target", .simulcast),
  ]
}
