internal import RungSource
internal import RungSpec

extension CommonRules {
  static let ladderMissing = Rule<Measured>(
    "ladder-missing", family: nil, severity: .error,
    summary: "the provider requires renditions and none is set",
    why: "A provider that transcodes needs at least one rendition. It rejects a request without any.",
    bad: [
      Example("""
        rung: 1
        name: news
        targets: [⟦tenbyte⟧]
        """),
      Example("""
        rung: 1
        name: news
        targets: [tenbyte]
        ⟦ladder⟧:
          defaults: {fps: 25}
        """),
    ],
    good: [
      Example("""
        rung: 1
        name: news
        targets: [tenbyte]
        ladder:
          renditions:
            - {name: 720p, resolution: 1280x720, fps: 25, gop: 50, codec: h264, bitrate: 1500k}
        """),
      // A ladder that could not be read is not a missing ladder.
      Example("""
        rung: 1
        name: news
        targets: [tenbyte]
        ladder: {preset: no-such-preset}
        """),
    ]
  ) { measured, report in
    let (stream, facts) = (measured.stream, measured.facts)
    let media = stream.media.value
    let limit = media == .video ? facts.videoRenditions : facts.audioRenditions
    guard measured.renditions.isEmpty else { return }
    guard isReadable(stream) else {
      // What could not be read has its finding, and what depends on it needs none.
      if let ladder = stream.written("ladder") { report.nameLeaves(of: ladder) }
      return
    }
    guard let range = limit.value, range.lowerBound > 0 else { return }
    let counts = range.count == 1 ? "\(range.lowerBound)" : "\(range.lowerBound) to \(range.upperBound)"
    let key = stream.writtenKey("ladder")
    report.flag(
      key ?? measured.target,
      "\(key == nil ? "\(term: .spec) has no ladder" as Message : "the ladder has no \(term: .renditions)"); \(facts.party) requires \(counts) \(media.rawValue) \(term: .renditions)",
      notes: facts.notes(on: limit),
      help: ["add \(.renditions)", "set \(.ladder, "{preset: …}") (`rung presets` lists them)"],
      citation: limit.citation, missing: "ladder.renditions")
    // The defaults of no rendition are part of this finding.
    if let ladder = stream.written("ladder") { report.nameLeaves(of: ladder) }
  }

  private static func isReadable(_ stream: Stream) -> Bool {
    guard let ladder = stream.written("ladder") else { return !stream.document.says("ladder", among: Spec.shape.keys) }
    guard case .map = ladder.content else { return false }
    guard let renditions = ladder["renditions"] else {
      return ladder["preset"] == nil && !ladder.says("renditions", among: LadderSpec.shape.keys)
    }
    guard case .list(let items) = renditions.content else { return false }
    return items.isEmpty
  }
}
