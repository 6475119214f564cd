internal import RungReading
internal import RungSource
internal import RungSpec

extension PlaylistRules {
  static let segmentsNotAligned = Rule<Verification>(
    "segments-not-aligned", family: family, severity: .warning,
    summary: "segments of two renditions begin at different times",
    why: "Players switch at the beginning of a segment. Where renditions are not cut at the same times they show a jump, or load a segment twice.",
    citation: Standard.apple("8.22 (SHOULD): the same segment boundaries in all variants"),
    bad: [
      Example(
        delivered: """
          === master.m3u8
          #EXTM3U
          #EXT-X-STREAM-INF:BANDWIDTH=2900000,RESOLUTION=1280x720
          720p.m3u8
          #EXT-X-STREAM-INF:BANDWIDTH=900000,RESOLUTION=640x360
          360p.m3u8
          === 720p.m3u8
          #EXTM3U
          #EXT-X-VERSION:6
          #EXT-X-TARGETDURATION:4
          #EXT-X-MEDIA-SEQUENCE:0
          #EXTINF:2.000000,
          1.ts
          #EXTINF:4.000000,
          2.ts
          #EXTINF:2.0,
          3.ts
          #EXT-X-ENDLIST
          === 360p.m3u8
          #EXTM3U
          #EXT-X-VERSION:6
          #EXT-X-TARGETDURATION:4
          #EXT-X-MEDIA-SEQUENCE:0
          #EXTINF:⟦4.000000⟧,
          1.ts
          #EXTINF:2.000000,
          2.ts
          #EXTINF:2.0,
          3.ts
          #EXT-X-ENDLIST
          """),
    ],
    good: [
      Example(
        delivered: """
          === master.m3u8
          #EXTM3U
          #EXT-X-STREAM-INF:BANDWIDTH=2900000,RESOLUTION=1280x720
          720p.m3u8
          #EXT-X-STREAM-INF:BANDWIDTH=900000,RESOLUTION=640x360
          360p.m3u8
          === 720p.m3u8
          #EXTM3U
          #EXT-X-VERSION:6
          #EXT-X-TARGETDURATION:4
          #EXT-X-MEDIA-SEQUENCE:0
          #EXTINF:4.000000,
          1.ts
          #EXTINF:2.000000,
          2.ts
          #EXTINF:2.0,
          3.ts
          #EXT-X-ENDLIST
          === 360p.m3u8
          #EXTM3U
          #EXT-X-VERSION:6
          #EXT-X-TARGETDURATION:4
          #EXT-X-MEDIA-SEQUENCE:0
          #EXTINF:4.000000,
          1.ts
          #EXTINF:2.000000,
          2.ts
          #EXTINF:2.0,
          3.ts
          #EXT-X-ENDLIST
          """),
    ]
  ) { verification, report in
    for side in verification.sides where side.presentation.isWhole {
      // The list of one that was loaded later begins later.
      let all = side.presentation.renditions.filter { $0.segments.map { $0.items.count > 1 && !$0.isNominal } == true }
      guard let first = all.first, let reference = first.segments else { continue }
      let pairs = Dictionary(side.pairs.map { ($0.delivered.place, $0.asked) }) { first, _ in first }
      for other in all.dropFirst() {
        guard let segments = other.segments, let cut = SegmentCuts(reference).firstDifference(from: SegmentCuts(segments)) else { continue }
        var notes = [MessageNote("the same segment of the other rendition", at: cut.own.place.span)]
        if let asked = verification.asked {
          // Where the spec itself has them cut differently, that is for `rung check`.
          guard (side.presentation.kind == .dash ? asked.preview.dash : asked.preview.hls).isAligned else { continue }
          let interval = pairs[other.place]?.keyframeInterval
          if let interval { notes.append(MessageNote("the keyframe interval of the spec", at: interval.place.span)) }
        }
        report.flag(
          cut.place, "`\(other.name)` ends segment \(cut.number) after \(cut.other.seconds), `\(first.name)` after \(cut.own.seconds)",
          severity: verification.asked == nil ? .warning : .error,
          notes: notes,
          help: "give every encoder the same keyframes (FFmpeg: `-g`, `-keyint_min`, `-sc_threshold 0`, or `-force_key_frames` by time)")
      }
    }
  }
}

extension SegmentCuts.Cut {
  fileprivate var seconds: String { time < 1e12 ? "\(Rational(Int64((time * 1000).rounded()), 1000)?.text ?? "–") s" : "more than 10¹² s" }
}
