internal import RungSource
internal import RungSpec

extension IVS {
  static let renditionAboveMultitrack = Rule<Fit<IVS>>(
    "rendition-above-multitrack", family: id, severity: .error,
    summary: "a rendition larger than the multitrack input allows",
    why: "`maximum_resolution` caps what the encoder may send: SD is 480p, HD 720p, FULL_HD 1080p.",
    citation: Source.multitrack("resolutions: SD up to 480, HD up to 720, Full HD up to 1080"),
    bad: [
      Example("""
        rung: 1
        name: news
        targets:
          ivs:
            multitrack: {maximum_resolution: HD}
        ladder:
          renditions:
            - {name: 1080p, resolution: ⟦1920x1080⟧, bitrate: 5M}
            - {name: 480p, resolution: 854x480, bitrate: 1M}
        """)
    ],
    good: [
      Example("""
        rung: 1
        name: news
        targets:
          ivs:
            multitrack: {maximum_resolution: FULL_HD}
        ladder:
          renditions:
            - {name: 1080p, resolution: 1920x1080, bitrate: 5M}
            - {name: 480p, resolution: 854x480, bitrate: 1M}
        """),
      Example("""
        rung: 1
        name: news
        targets:
          ivs:
            multitrack: {maximum_resolution: HD}
        ladder:
          renditions:
            - {name: 720p, resolution: 1280x720, bitrate: 3M}
        """)
    ]
  ) { fit, report in
    guard let most = fit.options.multitrack?.value.maximumResolution, let cap = IVSDefinition(rawValue: most.value) else { return }
    for size in IVS.sentSizes(fit.stream) ?? [] {
      guard let definition = IVSDefinition(of: size.value), definition.lines > cap.lines else { continue }
      report.flag(
        size.place, "\(size.value.text) is larger than \(cap.rawValue) (\(cap.lines)p), the maximum of the multitrack input",
        notes: [MessageNote("the maximum is set here", at: most.place.span)],
        help: ["set \(.ivs("multitrack.maximum_resolution"), definition.rawValue)", "use at most \(cap.lines) lines"])
    }
  }
}
