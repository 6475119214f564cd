internal import RungSource

extension SpecRules {
  static let frameRateJudders = Rule<Stream>(
    "frame-rate-judders", family: "spec", severity: .warning,
    summary: "a rendition has a lower frame rate than the encoder sends, which does not divide it",
    why: "Half of the frames, or one in three, show motion evenly. From 50 to 30 fps two of five frames are dropped, from 60 to 25 fps seven of twelve: smooth motion judders on the screen.",
    replaces: ["ladder/frame-rates-unrelated"],
    bad: [
      Example("""
        rung: 1
        name: news
        ingest: {video: {resolution: 1920x1080, fps: 50}}
        ladder:
          defaults: {fps: ⟦30⟧}
          renditions:
            - {name: 1080p, resolution: 1920x1080}
            - {name: 720p, resolution: 1280x720}
        """),
      Example("""
        rung: 1
        name: news
        ingest: {video: {fps: 60}}
        ladder:
          renditions:
            - {name: 1080p, resolution: 1920x1080, fps: 60}
            - {name: 720p, resolution: 1280x720, fps: ⟦25⟧}
        """),
    ],
    good: [
      Example("""
        rung: 1
        name: news
        ingest: {video: {fps: 50}}
        ladder:
          renditions:
            - {name: 1080p, resolution: 1920x1080, fps: 50}
            - {name: 720p, resolution: 1280x720, fps: 25}
        """),
      // One frame in a thousand.
      Example("""
        rung: 1
        name: news
        targets: [tenbyte]
        ingest: {video: {fps: 59.94}}
        ladder:
          renditions:
            - {name: 720p, resolution: 1280x720, fps: 30}
        """),
    ]
  ) { stream, report in
    guard stream.encoding.value == .transcode, let ladder = stream.ladder, ladder.source == .ladder,
      let sent = stream.spec.ingest?.value.video?.value.pictureRate,
      ladder.renditions.contains(where: { $0.value.fps.map { $0.value < sent.value && !$0.value.isEven(beside: sent.value) } ?? false })
    else { return }
    let takers = stream.takers.asked(report)
    ladder.flagShared(
      &report,
      find: { rendition -> (SourcePlace, FrameRate)? in
        guard let own = rendition.fps, own.value < sent.value, !own.value.isEven(beside: sent.value),
          takers.nearestEven(to: own.value, of: sent.value) != nil
        else { return nil }
        return (own.place, own.value)
      },
      say: { found in
        FaultText(
          message: "frame rate \(found.fault.text) fps of \(found.whose) does not divide the encoder's \(sent.value.text) fps: motion judders",
          notes: [MessageNote("the encoder's frame rate is set here", at: sent.place.span)],
          help: takers.nearestEven(to: found.fault, of: sent.value).map { "set \(.fps, $0.text)" })
      })
  }
}

extension [Taken] {
  /// The even rate of a source, at most its own, that is nearest to a rate; of equals the higher one.
  fileprivate func nearestEven(to rate: FrameRate, of source: FrameRate) -> FrameRate? {
    evenRates(of: source).filter { $0 <= source || $0.isBeside(source) }.min { $0.value.distance(to: rate.value) < $1.value.distance(to: rate.value) }
  }
}
