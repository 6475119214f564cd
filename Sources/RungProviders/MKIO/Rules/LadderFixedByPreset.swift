internal import RungSource
internal import RungSpec

extension MKIO {
  static let ladderFixedByPreset = Rule<Fit<MKIO>>(
    "ladder-fixed-by-preset", family: id, severity: .warning,
    summary: "the ladder is not the one that the encoding type produces",
    why: "Standard and Premium1080p produce a fixed ladder, whatever the spec says. Other ladders are set up by MK.IO's support, under a preset name.",
    isAcceptable: true,
    bad: [
      Example("""
        rung: 1
        name: news
        targets: [mkio]
        ⟦ladder⟧:
          renditions:
            - {name: 720p, resolution: 1280x720, fps: 30, bitrate: 1500k}
        """)
    ],
    good: [
      Example("""
        rung: 1
        name: news
        targets: [mkio]
        ladder: {preset: mkio-default720p}
        """),
      Example("""
        rung: 1
        name: news
        targets:
          mkio:
            overrides:
              ladder: {preset: mkio-default720p}
        ladder:
          defaults: {fps: 25}
          renditions:
            - {name: 720p, resolution: 1280x720, bitrate: 1500k}
        """),
      Example("""
        rung: 1
        name: news
        targets:
          mkio:
            encoding_type: Premium1080p
            preset_name: Acme1080p
        ladder:
          renditions:
            - {name: 720p, resolution: 1280x720, fps: 30, bitrate: 1500k}
        """)
    ]
  ) { fit, report in
    let type = fit.decision.type.value
    guard let preset = MKIOProduct.of(type).preset, let ladder = fit.ladder, ladder.media == .video, !ladder.renditions.isEmpty,
      fit.options.presetName.map({ $0.value == preset.name }) ?? true
    else { return }
    var notes: [MessageNote] = []
    for rendition in ladder.renditions {
      let comparison = MKIORenditionFit(rendition.value, preset)
      comparison.settle(&report)
      if let difference = comparison.difference { notes.append(MessageNote(difference, at: rendition.place.span)) }
    }
    let unasked = preset.rungs.filter { rung in !ladder.renditions.contains { $0.value.resolution?.value == rung.resolution } }
    if !unasked.isEmpty {
      notes.append(MessageNote("also produced: \(unasked.map { "\($0.resolution.text) at \($0.bitrate.prose)" }.joined(separator: ", "))"))
    }
    guard !notes.isEmpty else { return }
    report.flag(
      ladder.place, "the ladder has \(ladder.renditions.count) \(term: ladder.renditions.count == 1 ? .rendition : .renditions) of its own; \(type.rawValue) always produces its fixed \(preset.rungs.count)",
      notes: [fit.facts.because].compactMap { $0 } + notes,
      help: ["set \(.mkio("overrides"), "{ladder: {preset: mkio-\(preset.name.lowercased())}}") under this target", "set \(fit.setting(.passthroughStandard)) and push the ladder"],
      citation: preset.citation)
  }
}
