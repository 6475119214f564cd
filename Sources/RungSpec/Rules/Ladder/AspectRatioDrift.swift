internal import RungSource

extension LadderRules {
  static let aspectRatioDrift = Rule<Ladder>(
    "aspect-ratio-drift", family: "ladder", severity: .warning,
    summary: "a rendition has another aspect ratio than the rest of the ladder",
    why: "When the player switches, the video gets wider or narrower, or black bars appear and disappear.",
    citation: Standard.apple("1.33 (SHOULD): identical aspect ratios"),
    bad: [
      Example("""
        rung: 1
        name: news
        ladder:
          renditions:
            - {name: 1080p, resolution: 1920x1080}
            - {name: 720p, resolution: 1280x720}
            - {name: 480p, resolution: ⟦640x480⟧}
        """)
    ],
    good: [
      // 853⅓ is not a width: the nearest even one is accepted.
      Example("""
        rung: 1
        name: news
        ladder:
          renditions:
            - {name: 1080p, resolution: 1920x1080}
            - {name: 480p, resolution: 854x480}
            - {name: 240p, resolution: 426x240}
            - {name: 192p, resolution: 340x192}
        """),
      Example("""
        rung: 1
        name: portrait
        ladder:
          renditions:
            - {name: 1080p, resolution: 1080x1920}
            - {name: 720p, resolution: 720x1280}
        """),
    ]
  ) { ladder, report in
    guard ladder.media == .video, let model = ladder.modelShape else { return }
    ladder.flagShared(
      &report,
      find: { rendition -> (SourcePlace, ShapeDrift)? in
        guard let size = rendition.resolution, let drift = ShapeDrift(size.value, from: model) else { return nil }
        return (size.place, drift)
      },
      say: { found in
        FaultText(
          message: "aspect ratio of \(found.whose) (\(found.fault.size.text)) is \(found.fault.size.aspect.roundedText):1; the ladder has \(model.aspect.roundedText):1 (\(model.text))",
          help: "set \(.resolution, found.fault.fitting.text)")
      })
  }
}

extension Ladder {
  /// The aspect ratio that most renditions have exactly; of equals, the first one's.
  package var modelShape: Resolution? {
    var counts: [(shape: Rational, count: Int, first: Resolution)] = []
    for index in renditions.indices {
      guard let size = renditions[index].value.resolution?.value else { continue }
      if let known = counts.firstIndex(where: { $0.shape == size.aspect }) {
        counts[known].count += 1
      } else if counts.count < 64 {
        counts.append((size.aspect, 1, size))
      }
    }
    var best: (shape: Rational, count: Int, first: Resolution)?
    for candidate in counts where candidate.count > best?.count ?? 0 { best = candidate }
    return best?.first
  }
}
