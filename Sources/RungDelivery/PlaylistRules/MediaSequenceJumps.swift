internal import RungReading
internal import RungSource
internal import RungSpec

extension PlaylistRules {
  static let mediaSequenceJumps = Rule<Verification>(
    "media-sequence-jumps", family: family, severity: .error,
    summary: "the media sequence of a live playlist runs ahead of time",
    why: "Players that were at the live edge find their next segment gone: they skip, or load the playlist anew.",
    citation: PlaylistFaults.standard("6.2.2: the media sequence number grows by the number of segments that are removed"),
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
          #EXT-X-MEDIA-SEQUENCE:⟦20⟧
          #EXTINF:6.000,
          20.ts
          #EXTINF:6.000,
          21.ts
          #EXTINF:6.000,
          22.ts
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
      for (before, after) in series.steps where after.first > before.end {
        guard let from = before.taken, let to = after.taken, to >= from, !after.segments.isEmpty else { continue }
        let typical = after.segments.reduce(0.0) { $0 + $1.duration.value.approximation } / Double(after.segments.count)
        let passed = (Double(to) - Double(from)) / 1000
        let needed = Double(after.end - before.end) * typical
        // Two segments may come at once.
        guard typical > 0, needed > passed + 2 * typical + 1 else { continue }
        report.flag(
          after.sequence?.place ?? after.place, "`\(after.label)` begins with segment \(after.first), and `\(before.label)` ended with \(before.end - 1): \(after.first - before.end) segments are gone in \(Int(Swift.min(passed, 1e9))) s",
          notes: [MessageNote("the sequence before", at: (before.sequence?.place ?? before.place).span)],
          help: "let the packager go on with its number after a restart, and keep segments in the playlist for three target durations")
      }
    }
  }
}
