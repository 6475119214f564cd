internal import RungReading
internal import RungSource
internal import RungSpec

extension PlaylistRules {
  static let mediaSequenceWentBack = Rule<Verification>(
    "media-sequence-went-back", family: family, severity: .error,
    summary: "the media sequence of a live playlist goes back",
    why: "Players reckon by it which segments are new: after it goes back they repeat what was shown, or stop.",
    citation: PlaylistFaults.standard("6.2.2: the media sequence number must not decrease"),
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
          #EXT-X-TARGETDURATION:6
          #EXT-X-MEDIA-SEQUENCE:⟦9⟧
          #EXTINF:6.000,
          10.ts
          #EXTINF:6.000,
          11.ts
          #EXTINF:6.000,
          12.ts
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
      for (before, after) in series.steps where after.first < before.first {
        report.flag(
          after.sequence?.place ?? after.place, "`\(after.label)` begins with segment \(after.first); `\(before.label)`, taken before it, with \(before.first)",
          notes: [MessageNote("the sequence before", at: (before.sequence?.place ?? before.place).span)],
          help: "let the packager go on with its number after a restart (FFmpeg: `-hls_flags append_list`, or `-hls_start_number_source epoch`)")
      }
    }
  }
}
