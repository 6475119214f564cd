internal import RungReading
internal import RungSource
internal import RungSpec

extension PlaylistRules {
  static let targetDurationChanged = Rule<Verification>(
    "target-duration-changed", family: family, severity: .error,
    summary: "the target duration of a live playlist changes",
    why: "Players reckon with the value of the first playlist that they load: with a larger one they run dry.",
    citation: PlaylistFaults.standard("4.3.3.1 and 6.2.1: the target duration must not change"),
    bad: [
      Example(
        delivered: """
          === 1764237600.m3u8
          #EXTM3U
          #EXT-X-VERSION:6
          #EXT-X-TARGETDURATION:6
          #EXT-X-MEDIA-SEQUENCE:10
          #EXTINF:6.000,
          10.ts
          #EXTINF:6.000,
          11.ts
          #EXTINF:6.000,
          12.ts
          === 1764237606.m3u8
          #EXTM3U
          #EXT-X-VERSION:6
          #EXT-X-TARGETDURATION:⟦8⟧
          #EXT-X-MEDIA-SEQUENCE:11
          #EXTINF:6.000,
          11.ts
          #EXTINF:6.000,
          12.ts
          #EXTINF:6.000,
          13.ts
          """),
    ],
    good: [
      Example(
        delivered: """
          === 1764237600.m3u8
          #EXTM3U
          #EXT-X-VERSION:6
          #EXT-X-TARGETDURATION:6
          #EXT-X-MEDIA-SEQUENCE:10
          #EXTINF:6.000,
          10.ts
          #EXTINF:6.000,
          11.ts
          #EXTINF:6.000,
          12.ts
          === 1764237606.m3u8
          #EXTM3U
          #EXT-X-VERSION:6
          #EXT-X-TARGETDURATION:6
          #EXT-X-MEDIA-SEQUENCE:11
          #EXTINF:6.000,
          11.ts
          #EXTINF:6.000,
          12.ts
          #EXTINF:6.000,
          13.ts
          """),
    ]
  ) { verification, report in
    for series in verification.snapshots {
      for (before, after) in series.steps {
        guard let old = before.targetDuration, let new = after.targetDuration, old.value != new.value else { continue }
        report.flag(
          new.place, "target duration is \(new.value) s, and was \(old.value) s in `\(before.label)`", notes: [MessageNote("before", at: old.place.span)],
          help: "set one target duration from the start, as long as the longest segment will be")
      }
    }
  }
}
