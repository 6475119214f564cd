internal import RungSource
internal import RungSpec

extension AppleHLSDelivery {
  static let segmentBeyondTarget = Rule<Verification>(
    "segment-beyond-target", family: family, severity: .error,
    summary: "a segment is longer than the target duration by more than half a second",
    why: "Apple players load playlists by the target duration, and run dry where segments are longer.",
    citation: Standard.apple("7.7 (MUST NOT): segments longer than the target duration by more than half a second"),
    bad: [
      Example(
        delivered: """
          #EXTM3U
          #EXT-X-VERSION:6
          #EXT-X-TARGETDURATION:6
          #EXT-X-MEDIA-SEQUENCE:0
          #EXTINF:6.000000,
          1.ts
          #EXTINF:⟦6.900000⟧,
          2.ts
          #EXTINF:2.0,
          3.ts
          #EXT-X-ENDLIST
          """,
        of: """
          rung: 1
          name: news
          packs: [apple-hls]
          ladder:
            renditions:
              - {name: 720p, resolution: 1280x720, codec: h264}
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
          """,
        of: """
          rung: 1
          name: news
          packs: [apple-hls]
          ladder:
            renditions:
              - {name: 720p, resolution: 1280x720, codec: h264}
          """),
    ]
  ) { verification, report in
    for rendition in verification.sides.flatMap(\.presentation.renditions) {
      guard let segments = rendition.segments, let target = segments.targetDuration else { continue }
      let long = segments.items.filter { $0.duration.value.approximation > Double(target.value) + 0.5 }
      guard let first = long.first else { continue }
      report.flag(
        first.place, "segment of \(first.duration.roundedText)\(long.count > 1 ? ", and \(long.count - 1) more," : "") exceeds the target duration of \(target.value) s by more than half a second",
        notes: [MessageNote("the target duration is set here", at: target.place.span)], help: "cut at keyframes that divide the target duration")
    }
  }
}
