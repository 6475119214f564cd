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

/// A size that rounding does not explain.
struct ShapeDrift: Equatable {
  let size: Resolution
  let fitting: Resolution

  init?(_ size: Resolution, from model: Resolution) {
    // Cross products: size.width × model.height against size.height × model.width.
    let width = size.width * model.height
    let expected = size.height * model.width
    guard width != expected else { return nil }
    let difference = Swift.max(width, expected) - Swift.min(width, expected)
    // In pixels: off by difference / model.height in width, or by difference / model.width in height.
    if difference < Self.rounding(size.width) * model.height || difference < Self.rounding(size.height) * model.width { return nil }
    self.size = size
    func even(_ product: Int, _ side: Int) -> Int { Swift.max(2, (product + side) / (2 * side) * 2) }
    let byHeight = Resolution(width: even(expected, model.height), height: size.height)
    // Upright in a ladder that is not, it would become larger than all others.
    let isLarger = byHeight.pixels > 2 * size.pixels
    fitting = isLarger ? Resolution(width: size.width, height: even(width, model.width)) : byHeight
  }

  /// How far a side may be from its exact value: less than two pixels make it even, and half a block makes it a
  /// multiple of 16, as older encoders liked it (848x480).
  private static func rounding(_ side: Int) -> Int { side % 16 == 0 && side >= 480 ? 9 : 2 }
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
