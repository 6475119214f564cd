internal import RungSource

extension SpecRules {
  static let ingestGOPNotWhole = Rule<Stream>(
    "ingest-gop-not-whole", family: "spec", severity: .error,
    summary: "frame rate × keyframe interval of the contribution encoder is not a whole number of frames",
    why: "Every keyframe is a frame: at 29.97 fps no frame is at a multiple of two seconds. The encoder will use another interval than the one that the spec announces to the provider.",
    bad: [
      Example("""
        rung: 1
        name: news
        ingest: {video: {fps: 30000/1001, keyframe_interval: ⟦2s⟧}}
        """,
        mended: """
        rung: 1
        name: news
        ingest: {video: {fps: 30000/1001, keyframe_interval: 2.002s}}
        """)
    ],
    good: [
      Example("""
        rung: 1
        name: news
        ingest: {video: {fps: 30, keyframe_interval: 2s}}
        """)
    ]
  ) { stream, report in
    guard let video = stream.spec.ingest?.value.video?.value,
      let (place, fault) = GOPFault.notWhole(gop: video.gop, interval: video.keyframeInterval, fps: video.fps)
    else { return }
    report.flag(place, fault.notWholeWording("the contribution encoder", keys: .ingest, interval: place, fps: video.fps?.place))
  }
}
