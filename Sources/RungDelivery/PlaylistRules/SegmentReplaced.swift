internal import RungReading
internal import RungSource
internal import RungSpec

extension PlaylistRules {
  static let segmentReplaced = Rule<Verification>(
    "segment-replaced", family: family, severity: .error,
    summary: "a segment of a live playlist is changed after it was listed",
    why: "Players that have loaded the segment show one thing and others another; caches keep both.",
    citation: PlaylistFaults.standard("6.2.1: a server must not change a media playlist but by appending, removing from its start, and ending it"),
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
          #EXT-X-MEDIA-SEQUENCE:11
          #EXTINF:6.000,
          11.ts
          #EXTINF:⟦4.000⟧,
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
      for (before, after) in series.steps where after.first >= before.first {
        var changed: [(number: Int, old: Snapshot.Segment, new: Snapshot.Segment)] = []
        for number in Swift.max(before.first, after.first)..<Swift.max(before.first, after.first, Swift.min(before.end, after.end)) {
          guard let old = before[number], let new = after[number] else { continue }
          if old.address != new.address || abs(old.duration.value.approximation - new.duration.value.approximation) > 0.0015 { changed.append((number, old, new)) }
        }
        guard let first = changed.first else { continue }
        let isRenamed = first.old.address != first.new.address
        let what = !isRenamed ? "\(first.new.duration.roundedText), and was \(first.old.duration.roundedText)" : "`\(AddressWords.shown(first.new.address))`, and was `\(AddressWords.shown(first.old.address))`"
        report.flag(
          isRenamed ? first.new.addressPlace : first.new.place, "segment \(first.number) is \(what)\(changed.count > 1 ? "; \(changed.count - 1) more are changed" : "")",
          notes: [MessageNote("the segment before", at: first.old.place.span)],
          help: "let one packager write the playlist: two that write the same one, or one that was restarted with old numbers, replace segments")
      }
    }
  }
}
