internal import RungReading
internal import RungSource
internal import RungSpec

extension PlaylistRules {
  static let discontinuitySequenceWrong = Rule<Verification>(
    "discontinuity-sequence-wrong", family: family, severity: .error,
    summary: "the discontinuity sequence does not count the discontinuities that have left the playlist",
    why: "Players that load one rendition after another align them by it, and show the wrong part where it is off.",
    citation: PlaylistFaults.standard("6.2.2: EXT-X-DISCONTINUITY-SEQUENCE must be incremented with each discontinuity that is removed"),
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
          #EXT-X-DISCONTINUITY
          #EXTINF:6.000,
          11.ts
          #EXTINF:6.000,
          12.ts
          === 1764237612.m3u8
          ⟦#EXTM3U⟧
          #EXT-X-VERSION:6
          #EXT-X-TARGETDURATION:6
          #EXT-X-MEDIA-SEQUENCE:12
          #EXTINF:6.000,
          12.ts
          #EXTINF:6.000,
          13.ts
          #EXTINF:6.000,
          14.ts
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
          #EXT-X-DISCONTINUITY
          #EXTINF:6.000,
          11.ts
          #EXTINF:6.000,
          12.ts
          === 1764237612.m3u8
          #EXTM3U
          #EXT-X-VERSION:6
          #EXT-X-TARGETDURATION:6
          #EXT-X-MEDIA-SEQUENCE:12
          #EXT-X-DISCONTINUITY-SEQUENCE:1
          #EXTINF:6.000,
          12.ts
          #EXTINF:6.000,
          13.ts
          #EXTINF:6.000,
          14.ts
          """),
    ]
  ) { verification, report in
    for series in verification.snapshots {
      for (before, after) in series.steps where after.first > before.first && after.first <= before.end && before.skipped == 0 {
        let gone = before.segments.prefix(after.first - before.first).count(where: \.startsDiscontinuity)
        let expected = (before.discontinuitySequence?.value ?? 0) + gone
        let found = after.discontinuitySequence?.value ?? 0
        guard found != expected else { continue }
        report.flag(
          after.discontinuitySequence?.place ?? after.place, "discontinuity sequence is \(found); \(gone == 1 ? "one discontinuity has" : "\(gone) discontinuities have") left the playlist since `\(before.label)`, which makes \(expected)",
          notes: [MessageNote("the playlist before", at: (before.discontinuitySequence?.place ?? before.place).span)], help: "let the packager count #EXT-X-DISCONTINUITY-SEQUENCE up with each discontinuity that it removes")
      }
    }
  }
}
