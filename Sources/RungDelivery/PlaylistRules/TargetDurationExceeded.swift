internal import RungReading
internal import RungSource
internal import RungSpec

extension PlaylistRules {
  static let targetDurationExceeded = Rule<Verification>(
    "target-duration-exceeded", family: family, severity: .error,
    summary: "a segment is longer than the target duration of its playlist",
    why: "Players load a playlist again after a target duration. A longer segment lets them run dry, and clients may refuse the playlist.",
    citation: PlaylistFaults.standard("4.3.3.1: EXTINF, rounded to the nearest integer, must be at most the target duration"),
    bad: [
      Example(
        delivered: """
          #EXTM3U
          #EXT-X-VERSION:6
          #EXT-X-TARGETDURATION:6
          #EXT-X-MEDIA-SEQUENCE:0
          #EXTINF:4.000000,
          1.ts
          #EXTINF:⟦6.600000⟧,
          2.ts
          #EXTINF:2.0,
          3.ts
          #EXT-X-ENDLIST
          """),
    ],
    good: [
      Example(
        delivered: """
          #EXTM3U
          #EXT-X-VERSION:6
          #EXT-X-TARGETDURATION:6
          #EXT-X-MEDIA-SEQUENCE:0
          #EXTINF:6.006000,
          1.ts
          #EXTINF:6.400000,
          2.ts
          #EXTINF:2.0,
          3.ts
          #EXT-X-ENDLIST
          """),
    ]
  ) { verification, report in
    for rendition in verification.sides.flatMap(\.presentation.renditions) {
      guard let segments = rendition.segments, let target = segments.targetDuration else { continue }
      let long = segments.items.filter { ($0.duration.value.rounded ?? .max) > target.value }
      guard let first = long.first else { continue }
      report.flag(
        first.place, "segment of \(first.duration.roundedText)\(long.count > 1 ? ", and \(long.count - 1) more," : "") is longer than the target duration, \(target.value) s",
        notes: [MessageNote("the target duration is set here", at: target.place.span)], help: "set #EXT-X-TARGETDURATION to \(long.compactMap { $0.duration.value.rounded }.max() ?? target.value), or cut at keyframes that come more often")
    }
  }
}
