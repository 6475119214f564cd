internal import RungSource
internal import RungSpec

extension AppleHLSDelivery {
  static let programDateTimeMissing = Rule<Verification>(
    "program-date-time-missing", family: family, severity: .error,
    summary: "a live playlist has no program date and time",
    why: "Players use it to align renditions and to show how far behind the live edge a viewer is.",
    citation: Standard.apple("8.4 (MUST): EXT-X-PROGRAM-DATE-TIME in live playlists"),
    bad: [
      Example(
        delivered: """
          ⟦#EXTM3U⟧
          #EXT-X-VERSION:6
          #EXT-X-TARGETDURATION:6
          #EXT-X-MEDIA-SEQUENCE:0
          #EXTINF:6.000000,
          1.ts
          #EXTINF:6.0,
          2.ts
          #EXTINF:6.0,
          3.ts
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
          #EXT-X-PROGRAM-DATE-TIME:2026-11-27T10:00:00.000Z
          #EXTINF:6.000000,
          1.ts
          #EXTINF:6.0,
          2.ts
          #EXTINF:6.0,
          3.ts
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
    for rendition in verification.sides.filter({ $0.presentation.kind == .hls }).flatMap(\.presentation.renditions) {
      guard let segments = rendition.segments, segments.isLive, !segments.items.isEmpty, segments.items.allSatisfy({ $0.time == nil }) else { continue }
      report.flag(
        segments.place, "live playlist `\(rendition.name)` has no #EXT-X-PROGRAM-DATE-TIME; Apple requires it", help: "let the packager write it (FFmpeg: `-hls_flags program_date_time`)")
    }
  }
}
