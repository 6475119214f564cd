internal import RungReading
internal import RungSource
internal import RungSpec

extension PlaylistRules {
  static let programDateTimeDrift = Rule<Verification>(
    "program-date-time-drift", family: family, severity: .warning,
    summary: "program date and time do not go with the durations of segments",
    why: "Players align renditions by it, and show by it how far behind the live edge a viewer is: drift of seconds puts both wrong.",
    citation: PlaylistFaults.standard("4.3.2.6 and 6.2.1: the date and the time of a segment's first sample"),
    bad: [
      Example(
        delivered: """
          === a.m3u8
          #EXTM3U
          #EXT-X-VERSION:6
          #EXT-X-TARGETDURATION:6
          #EXT-X-MEDIA-SEQUENCE:10
          #EXT-X-PROGRAM-DATE-TIME:2026-11-27T10:00:00.000Z
          #EXTINF:6.000,
          10.ts
          #EXT-X-PROGRAM-DATE-TIME:⟦2026-11-27T10:00:08.000Z⟧
          #EXTINF:6.000,
          11.ts
          #EXTINF:6.000,
          12.ts
          """),
    ],
    good: [
      Example(
        delivered: """
          === a.m3u8
          #EXTM3U
          #EXT-X-VERSION:6
          #EXT-X-TARGETDURATION:6
          #EXT-X-MEDIA-SEQUENCE:10
          #EXT-X-PROGRAM-DATE-TIME:2026-11-27T10:00:00.000Z
          #EXTINF:6.000,
          10.ts
          #EXT-X-PROGRAM-DATE-TIME:2026-11-27T10:00:06.000Z
          #EXTINF:6.000,
          11.ts
          #EXTINF:6.000,
          12.ts
          """),
    ]
  ) { verification, report in
    for rendition in verification.sides.flatMap(\.presentation.renditions) {
      guard let segments = rendition.segments else { continue }
      if let drift = DateTimeDrift.first(in: segments.items.map { ($0.duration, $0.time, $0.startsDiscontinuity) }) {
        report.flag(
          drift.place, "program date and time are \(drift.text) off the durations of the segments before",
          notes: [MessageNote("reckoned from here", at: drift.from.span)], help: "let the packager reckon it from the durations (FFmpeg: `-hls_flags program_date_time`), or mark the jump by #EXT-X-DISCONTINUITY")
      }
    }
    for series in verification.snapshots {
      // Over all of them it may grow to what none shows.
      if let drift = DateTimeDrift.first(in: series.stitched.map { ($0.duration, $0.time, $0.startsDiscontinuity) }) {
        report.flag(
          drift.place, "program date and time are \(drift.text) off the durations of the segments before",
          notes: [MessageNote("reckoned from here", at: drift.from.span)], help: "let the packager reckon it from the durations, or from a clock that does not drift")
      }
      for (before, after) in series.steps {
        for number in after.first..<after.end {
          guard let old = before[number]?.time, let new = after[number]?.time, abs(Double(old.value) - Double(new.value)) > 100 else { continue }
          report.flag(
            new.place, "segment \(number) has another program date and time than before: \(DateTimeDrift.text(Double(new.value) - Double(old.value)))",
            notes: [MessageNote("before", at: old.place.span)], help: "let the packager keep the time that it gave a segment")
          break
        }
      }
    }
  }
}
