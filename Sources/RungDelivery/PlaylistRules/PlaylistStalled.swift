internal import RungReading
internal import RungSource
internal import RungSpec

extension PlaylistRules {
  static let playlistStalled = Rule<Verification>(
    "playlist-stalled", family: family, severity: .error,
    summary: "a live playlist gets no new segment",
    why: "Players load the playlist again and again, play what they have, and stop.",
    citation: PlaylistFaults.standard("6.2.1: a new segment must be there within 1.5 target durations"),
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
          === 1764237620.m3u8
          #EXTM3U
          #EXT-X-VERSION:6
          #EXT-X-TARGETDURATION:6
          #EXT-X-MEDIA-SEQUENCE:10
          #EXTINF:6.000,
          10.ts
          #EXTINF:6.000,
          11.ts
          #EXTINF:6.000,
          ⟦12.ts⟧
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
    for series in verification.snapshots where !series.isEmpty {
      var told = false
      // Where the last run of the same end begins; nil where that end was there before it.
      var start: Int? = 0
      var ends: Set<Int> = [series[0].end]
      for (index, after) in series.enumerated().dropFirst() {
        if series[index - 1].end != after.end { start = ends.contains(after.end) ? nil : index }
        ends.insert(after.end)
        guard !told, !after.hasEnded, let start, start < index, let from = series[start].taken, let to = after.taken, let target = after.targetDuration?.value, to > from else { continue }
        let since = series[start]
        let waited = (Double(to) - Double(from)) / 1000
        guard waited > Double(target) * 1.5, waited < 1e9 else { continue }
        told = true
        report.flag(
          after.segments.last?.addressPlace ?? after.place, "no new segment in \(Int(waited)) s: `\(since.label)` and `\(after.label)` end with the same; the target duration is \(target) s",
          notes: [MessageNote("the same segment before", at: (since.segments.last?.addressPlace ?? since.place).span)],
          help: "look whether the encoder still sends, and whether the packager still writes")
      }
    }
  }
}
