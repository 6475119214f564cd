internal import RungSource
internal import RungSpec

extension Mux {
  static let latencyModesExclude = Rule<ParsedBody>(
    "latency-modes-exclude", family: id, severity: .error,
    summary: "a body asks for two latency modes",
    why: "A live stream has one latency mode. The deprecated flags ask for another than `latency_mode`, or both flags are true.",
    citation: Source.create("low_latency: cannot be combined with Reduced Latency; latency_mode: an alternative to the flags"),
    bad: [
      Example(body: "mux.create", """
        {"playback_policies": ["public"], "reconnect_window": 60, "low_latency": true, "reduced_latency": ⟦true⟧}
        """),
      Example(body: "mux.create", """
        {"playback_policies": ["public"], "latency_mode": "standard", "low_latency": ⟦true⟧}
        """)
    ],
    good: [
      Example(body: "mux.create", """
        {"playback_policies": ["public"], "reconnect_window": 60, "latency_mode": "low", "low_latency": true}
        """),
      Example(body: "mux.create", """
        {"playback_policies": ["public"], "reconnect_window": 60, "latency_mode": "reduced", "low_latency": false}
        """)
    ]
  ) { body, report in
    let flags = [("low_latency", "low"), ("reduced_latency", "reduced")]
    var mode = body.root["latency_mode"]?.text
    for (flag, meant) in flags {
      guard let part = body.root[flag], part.bool == true else { continue }
      if let mode, mode != meant {
        report.flag(part.place, "`\(flag)` is true, and another field asks for `\(mode)`; a live stream has one latency mode", help: "remove `\(flag)`")
      }
      mode = mode ?? meant
    }
  }
}
