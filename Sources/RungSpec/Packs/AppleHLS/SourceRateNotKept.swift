internal import RungSource

extension AppleHLSRules {
  static let sourceRateNotKept = Rule<Stream>(
    "source-rate-not-kept", family: family, severity: .warning,
    summary: "the source has 50 or 60 fps or fields per second, but no variant keeps that rate",
    why: "Sports and news are produced at 50 or 60 fps. Dropping half of the frames, or of the fields, makes motion stutter for every viewer.",
    citation: Standard.apple("1.15 to 1.17 (SHOULD, live): 60 or 59.94 fps from NTSC sources, 50 from PAL ones, from interlaced ones too"),
    replaces: ["spec/frame-rate-judders"],
    bad: [
      Example("""
        rung: 1
        name: news
        packs: [apple-hls]
        ingest: {video: {fps: 60}}
        ladder:
          renditions:
            - {name: 1080p, resolution: 1920x1080, fps: ⟦30⟧}
            - {name: 720p, resolution: 1280x720, fps: 30}
        """),
      Example("""
        rung: 1
        name: news
        packs: [apple-hls]
        ingest: {video: {fps: 50}}
        ladder:
          renditions:
            - {name: 1080p, resolution: 1920x1080, fps: ⟦25⟧}
            - {name: 720p, resolution: 1280x720, fps: 25}
        """),
      Example("""
        rung: 1
        name: news
        packs: [apple-hls]
        ingest: {video: {fps: 25, interlaced: true}}
        ladder:
          renditions:
            - {name: 576p, resolution: 1024x576, fps: ⟦25⟧}
        """),
    ],
    good: [
      Example("""
        rung: 1
        name: news
        packs: [apple-hls]
        ingest: {video: {fps: 48}}
        ladder:
          renditions:
            - {name: 1080p, resolution: 1920x1080, fps: 24}
            - {name: 720p, resolution: 1280x720, fps: 24}
        """),
      Example("""
        rung: 1
        name: news
        packs: [apple-hls]
        ingest: {video: {fps: 120}}
        ladder:
          renditions:
            - {name: 1080p, resolution: 1920x1080, fps: 60}
            - {name: 720p, resolution: 1280x720, fps: 30}
        """),
      Example("""
        rung: 1
        name: news
        packs: [apple-hls]
        ingest: {video: {fps: 50}}
        ladder:
          renditions:
            - {name: 1080p, resolution: 1920x1080, fps: 50}
            - {name: 720p, resolution: 1280x720, fps: 25}
        """),
      Example("""
        rung: 1
        name: news
        packs: [apple-hls]
        ingest: {video: {fps: 25}}
        ladder:
          renditions:
            - {name: 720p, resolution: 1280x720, fps: 25}
        """)
    ]
  ) { stream, report in
    guard let ladder = stream.ladder, ladder.media == .video, ladder.source == .ladder,
      let sent = stream.spec.ingest?.value.video?.value.pictureRate,
      sent.value > FrameRate(48), sent.value <= FrameRate(60)
    else { return }
    let rates = ladder.renditions.compactMap(\.value.fps)
    // A rate that is not set is the source's.
    guard rates.count == ladder.renditions.count, let best = rates.max(by: { $0.value < $1.value }), best.value < sent.value
    else { return }
    report.flag(
      best.place, "highest frame rate of the variants is \(best.value.text) fps; Apple recommends the source's rate, \(sent.value.text) fps",
      notes: [MessageNote("the source's rate is set here", at: sent.place.span)],
      help: "set \(.fps, sent.value.text) for the larger variants")
  }
}
