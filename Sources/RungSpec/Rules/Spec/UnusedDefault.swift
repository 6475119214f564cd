internal import RungSource

extension SpecRules {
  static let unusedDefault = Rule<Stream>(
    "unused-default", family: "spec", severity: .note,
    summary: "a value of `ladder.defaults` that no rendition uses",
    why: "Every rendition sets its own value, so the default has no effect, but reads as if it had.",
    scope: .specs,
    bad: [
      Example("""
        rung: 1
        name: news
        ladder:
          defaults: {fps: ⟦25⟧, codec: h264}
          renditions:
            - {name: 720p, fps: 50}
            - {name: 480p, fps: 50}
        """),
      Example("""
        rung: 1
        name: news
        ladder:
          defaults:
            keyframe_interval: ⟦2s⟧
          renditions:
            - {name: 720p, fps: 25, gop: 25}
        """),
      Example("""
        rung: 1
        name: radio
        media: audio
        ladder:
          defaults: {audio: {codec: aac, bitrate: ⟦96k⟧}}
          renditions:
            - {name: high, audio: {bitrate: 256k}}
        """),
    ],
    good: [
      Example("""
        rung: 1
        name: news
        ladder:
          defaults: {fps: 25, codec: h264}
          renditions:
            - {name: 720p, fps: 50}
            - {name: 480p}
        """)
    ]
  ) { stream, report in
    guard let ladder = stream.document["ladder"], let defaults = ladder["defaults"], let renditions = ladder["renditions"]?.items,
      !renditions.isEmpty
    else { return }
    // A rendition that could not be read might have used any of them.
    guard renditions.allSatisfy({ if case .map = $0.content { true } else { false } }) else { return report.nameLeaves(of: defaults) }
    for entry in defaults.entries {
      let key = entry.key.value
      guard key == "audio" else {
        let rival = rival(of: key)
        let isTaken = renditions.contains { rendition in !rendition.has(key) && !(rival.map(rendition.has) ?? false) }
        if !isTaken { flag("ladder.defaults.\(key)", entry.value, &report) }
        continue
      }
      for part in entry.value.entries where renditions.allSatisfy({ $0["audio"]?.has(part.key.value) ?? false }) {
        flag("ladder.defaults.audio.\(part.key.value)", part.value, &report)
      }
    }
  }

  private static func flag(_ path: String, _ node: Node, _ report: inout Report) {
    guard node.scalar != nil else { return }
    report.use(node.place)
    // A default of a preset or of a base is meant to be replaced.
    guard node.place.trail == .none else { return }
    report.flag(
      node.place, "\(path: SpecKey(path)) has no effect: every \(term: .rendition) sets its own value",
      help: ["remove it", "remove the value from the \(term: .renditions) that should use the default"])
  }

  /// A rendition that sets its GOP one way does not inherit it the other way.
  private static func rival(of key: String) -> String? {
    switch key {
    case "gop": "keyframe_interval"
    case "keyframe_interval": "gop"
    default: nil
    }
  }
}
