internal import RungSource

extension LadderRules {
  static let aspectRatioDrift = Rule<Ladder>(
    "aspect-ratio-drift", family: "ladder", severity: .warning,
    summary: "a rendition has another shape than the rest of the ladder",
    why: "When the player switches, the picture gets wider or narrower, or black bars come and go.",
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
      // 853⅓ is no width: the nearest even one will do.
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
          message: "\(found.fault.size.text) of \(found.whose) is \(found.fault.size.aspect.roundedText):1, and the ladder goes by \(model.text), \(model.aspect.roundedText):1",
          help: "write `\(found.fault.fitting.text)`, which has the ladder's shape")
      })
  }
}

extension Ladder {
  /// The shape that most renditions have exactly; of equals, the first one's.
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
