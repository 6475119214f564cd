internal import RungSource

extension SpecRules {
  static let unusedDefault = Rule<Stream>(
    "unused-default", family: "spec", severity: .warning,
    summary: "a value of `ladder.defaults` that no rendition takes",
    why: "Whoever changes it later changes nothing, because every rendition says otherwise.",
    bad: [
      Example("""
        rung: 1
        name: news
        ladder:
          defaults: {fps: ⟦25⟧, codec: h264}
          renditions:
            - {name: 720p, resolution: 1280x720, fps: 30}
            - {name: 480p, resolution: 854x480, fps: 30}
        """)
    ],
    good: [
      Example("""
        rung: 1
        name: news
        ladder:
          defaults: {fps: 25, codec: h264}
          renditions:
            - {name: 720p, resolution: 1280x720, fps: 50}
            - {name: 480p, resolution: 854x480}
        """)
    ]
  ) { stream, report in
    guard let ladder = stream.spec.ladder?.value, var defaults = ladder.defaults?.value,
      let renditions = ladder.renditions?.value, !renditions.isEmpty
    else { return }
    // A GOP and a keyframe interval displace each other, so a default can be displaced by a value under the other key.
    var open = Rendition()
    for rendition in renditions {
      var taken = defaults
      if rendition.value.gop != nil { taken.keyframeInterval = nil }
      if rendition.value.keyframeInterval != nil { taken.gop = nil }
      Rendition.shape.leaveOut(&taken, whatIsIn: rendition.value)
      Rendition.shape.fill(&open, from: &taken)
    }
    Rendition.shape.leaveOut(&defaults, whatIsIn: open)
    let unused = Rendition.shape.write(&defaults, at: stream.place)
    unused.forEachLeaf(under: "ladder.defaults") { path, leaf in
      guard leaf.scalar != nil, report.isAuthors(leaf.place) else { return }
      report.flag(
        leaf.place, "`\(path)` is taken by no rendition: each has its own",
        help: "delete it, or leave the renditions' own values away")
    }
  }
}
