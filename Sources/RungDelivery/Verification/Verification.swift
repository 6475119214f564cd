internal import RungSource
internal import RungSpec

/// What was asked for, beside what was delivered: the subject of the rules of `rung verify`.
package struct Verification: Sendable {
  package struct Side: Sendable {
    package let presentation: Presentation
    let pairs: [Pair]
    /// Asked for and not there.
    let missing: [AskedRendition]
    /// There and not asked for.
    let additional: [DeliveredRendition]
    /// There, and nothing shows which rendition it is.
    let unclear: [DeliveredRendition]
  }

  /// Nil where what was delivered is judged alone.
  package let asked: Asked?
  package let sides: [Side]

  package init(_ asked: Asked?, _ presentations: [Presentation]) {
    self.asked = asked
    sides = presentations.map { presentation in
      guard let asked, !asked.renditions.isEmpty else { return Side(presentation: presentation, pairs: [], missing: [], additional: [], unclear: []) }
      // A variant of audio alone is for viewers who have no room for video: it is no rendition of the ladder.
      let delivered = presentation.renditions.filter { asked.isAudio || !$0.isAudioAlone }
      let matching = Matching(asked.renditions, delivered, isWhole: presentation.isWhole)
      let found = Set(matching.of.values)
      var pairs = delivered.indices.compactMap { index in matching.of[index].map { Pair(asked: asked.renditions[$0], delivered: delivered[index], kind: presentation.kind) } }
      // A file of audio alone is that of the rendition whose audio is most like it.
      if !asked.isAudio, presentation.kind == .files {
        pairs += presentation.renditions.filter(\.isAudioAlone).compactMap { track in asked.rendition(with: track).map { Pair(asked: $0, delivered: track, kind: .files) } }
      }
      return Side(
        presentation: presentation, pairs: pairs,
        missing: presentation.isWhole ? asked.renditions.filter { !found.contains($0.index) } : [],
        additional: delivered.indices.filter { matching.of[$0] == nil && (presentation.isWhole || delivered[$0].size != nil) }.map { delivered[$0] },
        unclear: delivered.indices.filter { matching.of[$0] == nil && !presentation.isWhole && delivered[$0].size == nil }.map { delivered[$0] })
    }
  }

  /// The indices of renditions for which a source shows audio; nil where one shows it apart from video, for all of them.
  var renditionsWithAudio: Set<Int>? {
    if sides.contains(where: { $0.presentation.renditions.contains(where: \.isAudioAlone) }) { return nil }
    return Set(pairs.filter { $0.delivered.hasAudio == true }.map(\.asked.index))
  }

  /// The audio bitrate that a source shows for a rendition.
  func audioBitrate(of rendition: AskedRendition) -> Bitrate? {
    pairs.lazy.filter { $0.asked.index == rendition.index }.compactMap { $0.delivered.audio?.bitrate?.value }.first
  }

  var snapshots: [[Snapshot]] { sides.flatMap(\.presentation.snapshots) }

  /// Every rendition with each source that shows it.
  var pairs: [Pair] { sides.flatMap(\.pairs) }
}

extension DeliveredRendition {
  /// Whether it is known to have no video.
  var isAudioAlone: Bool { codec == nil && otherCodec == nil && size == nil && hasAudio == true && audio?.codec != nil }

  /// What messages call it, with the end of a long address.
  var name: String { label.count > 48 ? "…" + label.suffix(47) : label }
}

extension Report {
  /// A value that differs from the spec, at both places.
  mutating func flag(
    _ pair: Pair, at place: SourcePlace, _ found: Message, asked: SourcePlace, _ wanted: Message, severity: Severity? = nil, notes: [MessageNote] = [],
    help: Help? = nil
  ) {
    flag(
      place, "`\(pair.delivered.name)` \(found); \(pair.asked.reference) \(wanted)", severity: severity,
      notes: [MessageNote("asked for here", at: asked.span)] + notes, help: help)
  }
}
