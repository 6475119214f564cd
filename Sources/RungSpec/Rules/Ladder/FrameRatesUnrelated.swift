internal import RungSource

extension LadderRules {
  static let frameRatesUnrelated = Rule<Ladder>(
    "frame-rates-unrelated", family: "ladder", severity: .warning,
    summary: "a frame rate that does not divide the highest one",
    why: "From 50 to 25 fps every second frame is dropped. From 30 to 25 fps every sixth is dropped, which stutters, and keyframes of the two are seldom at the same time.",
    citation: Standard.apple("1.31 (MAY): variants may differ in frame rate; 8.22 (SHOULD): the same segment boundaries"),
    bad: [
      Example("""
        rung: 1
        name: news
        ladder:
          renditions:
            - {name: 720p, resolution: 1280x720, fps: 30}
            - {name: 480p, resolution: 854x480, fps: ⟦25⟧}
        """)
    ],
    good: [
      Example("""
        rung: 1
        name: news
        ladder:
          renditions:
            - {name: 720p, resolution: 1280x720, fps: 60}
            - {name: 480p, resolution: 854x480, fps: 30}
            - {name: 240p, resolution: 426x240, fps: 20}
        """)
    ]
  ) { ladder, report in
    var highest: Located<FrameRate>?
    for index in ladder.renditions.indices {
      guard let fps = ladder.renditions[index].value.fps else { continue }
      if highest.map({ fps.value > $0.value }) ?? true { highest = fps }
    }
    guard let highest else { return }
    func isRelated(_ fps: FrameRate) -> Bool { fps == highest.value || highest.value.value.divided(by: fps.value)?.whole != nil }
    guard ladder.renditions.contains(where: { $0.value.fps.map { !isRelated($0.value) } ?? false }) else { return }
    let takers = ladder.takers.asked(report)
    ladder.flagShared(
      &report,
      find: { rendition -> (SourcePlace, FrameRate)? in
        guard let fps = rendition.fps, !isRelated(fps.value) else { return nil }
        return (fps.place, fps.value)
      },
      say: { found in
        let wanted = found.fault.value
        func nearest(_ rates: [FrameRate]) -> FrameRate? { rates.min { $0.value.distance(to: wanted) < $1.value.distance(to: wanted) } }
        // The nearest: a higher one may need another level.
        let parts = (1...4).compactMap { highest.value.value.divided(by: Rational($0)).map { FrameRate($0) } }.filter { !$0.text.contains("/") }
        let near = nearest(takers.evenRates(of: highest.value).filter { $0 <= highest.value && isRelated($0) }) ?? nearest(parts) ?? highest.value
        return FaultText(
          message: "frame rate \(found.fault.text) fps of \(found.whose) does not divide \(highest.value.text) fps, the highest of the ladder",
          notes: [MessageNote("the highest frame rate is set here", at: highest.place.span)],
          help: "set \(ladder.words(near, at: found.place))")
      })
  }
}
