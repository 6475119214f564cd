internal import RungReading
internal import RungSource
internal import RungSpec

extension PlaylistRules {
  static let bandwidthBelowSegments = Rule<Verification>(
    "bandwidth-below-segments", family: family, severity: .warning,
    summary: "a variant declares less than its segments take",
    why: "Players take BANDWIDTH for the most that a segment needs, and stall where it is less.",
    citation: PlaylistFaults.standard("4.3.4.2: BANDWIDTH is an upper bound of the bit rate of segments"),
    bad: [
      Example(
        delivered: """
          === master.m3u8
          #EXTM3U
          #EXT-X-STREAM-INF:BANDWIDTH=⟦900000⟧,RESOLUTION=1280x720
          720p.m3u8
          === 720p.m3u8
          #EXTM3U
          #EXT-X-VERSION:6
          #EXT-X-TARGETDURATION:2
          #EXT-X-MEDIA-SEQUENCE:0
          #EXT-X-BITRATE:2000
          #EXTINF:2.000000,
          1.ts
          #EXTINF:2.000000,
          2.ts
          #EXTINF:2.000000,
          3.ts
          #EXT-X-ENDLIST
          """),
    ],
    good: [
      Example(
        delivered: """
          === master.m3u8
          #EXTM3U
          #EXT-X-STREAM-INF:BANDWIDTH=2100000,RESOLUTION=1280x720
          720p.m3u8
          === 720p.m3u8
          #EXTM3U
          #EXT-X-VERSION:6
          #EXT-X-TARGETDURATION:2
          #EXT-X-MEDIA-SEQUENCE:0
          #EXT-X-BITRATE:2000
          #EXTINF:2.000000,
          1.ts
          #EXTINF:2.000000,
          2.ts
          #EXTINF:2.000000,
          3.ts
          #EXT-X-ENDLIST
          """),
    ]
  ) { verification, report in
    // `bandwidth` of a manifest is no peak: what a client that buffers needs.
    for rendition in verification.sides.filter({ $0.presentation.kind == .hls }).flatMap(\.presentation.renditions) {
      guard let declared = rendition.bandwidth, let segments = rendition.segments else { continue }
      let measured = segments.measuredRates
      guard let most = measured.max(by: { $0.rate < $1.rate }), Double(most.rate.bitsPerSecond) > Double(declared.value.bitsPerSecond) * 1.1 else { continue }
      let over = measured.count { Double($0.rate.bitsPerSecond) > Double(declared.value.bitsPerSecond) * 1.1 }
      report.flag(
        declared.place, "`\(rendition.name)` declares \(declared.value.measured), and a segment takes \(most.rate.measured)\(over > 1 ? " (\(over) segments take more)" : "")",
        notes: [MessageNote("the segment", at: most.segment.place.span)], help: "declare the peak that is measured, or give the encoder a maximum and a buffer")
    }
  }
}
