internal import RungSource

extension SpecRules {
  static let ingestGOPMismatch = Rule<Stream>(
    "ingest-gop-mismatch", family: "spec", severity: .error,
    summary: "`gop` and `keyframe_interval` of the contribution encoder disagree",
    why: "Both set the distance between keyframes. Where the stream is passed through, segments are cut at these keyframes.",
    bad: [
      Example("""
        rung: 1
        name: news
        ingest: {video: {fps: 30, gop: ⟦50⟧, keyframe_interval: 2s}}
        """,
        mended: """
        rung: 1
        name: news
        ingest: {video: {fps: 30, gop: 60, keyframe_interval: 2s}}
        """),
      Example("""
        rung: 1
        name: news
        ingest: {video: {fps: 30000/1001, gop: ⟦60⟧, keyframe_interval: 2s}}
        """,
        mended: """
        rung: 1
        name: news
        ingest: {video: {fps: 30000/1001, gop: 60, keyframe_interval: 2.002s}}
        """),
    ],
    good: [
      Example("""
        rung: 1
        name: news
        ingest: {video: {fps: 30, gop: 60, keyframe_interval: 2s}}
        """)
    ]
  ) { stream, report in
    guard let video = stream.spec.ingest?.value.video?.value,
      let (place, fault) = GOPFault.mismatch(gop: video.gop, interval: video.keyframeInterval, fps: video.fps)
    else { return }
    report.flag(place, fault.mismatchWording("the contribution encoder", keys: .ingest, gop: place, interval: video.keyframeInterval?.place))
  }
}
