internal import RungSource
internal import RungSpec

extension AppleHLSDelivery {
  static let measuredAverageOffAverageBandwidth = Rule<Verification>(
    "measured-average-off-average-bandwidth", family: family, severity: .error,
    summary: "AVERAGE-BANDWIDTH is not the average of the segments",
    why: "Players reckon with it how long the next minutes of a variant take to load.",
    citation: Standard.apple("1.28 (MUST, live): the measured average of about an hour is less than 110 % of AVERAGE-BANDWIDTH"),
    bad: [
      Example(
        delivered: """
          === master.m3u8
          #EXTM3U
          #EXT-X-STREAM-INF:BANDWIDTH=2100000,AVERAGE-BANDWIDTH=⟦1000000⟧,CODECS="avc1.64001f,mp4a.40.2",RESOLUTION=1280x720,FRAME-RATE=25.000
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
          === master.m3u8
          #EXTM3U
          #EXT-X-STREAM-INF:BANDWIDTH=2100000,AVERAGE-BANDWIDTH=2000000,CODECS="avc1.64001f,mp4a.40.2",RESOLUTION=1280x720,FRAME-RATE=25.000
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
      guard let declared = rendition.averageBandwidth, let segments = rendition.segments, let average = rendition.measuredAverage else { continue }
      let ratio = Double(average.bitsPerSecond) / Double(Swift.max(1, declared.value.bitsPerSecond))
      guard segments.isLive ? ratio >= 1.1 : abs(ratio - 1) > 0.1 else { continue }
      report.flag(
        declared.place, "variant `\(rendition.name)` declares an average of \(declared.value.measured); its segments have \(average.measured)",
        help: "set AVERAGE-BANDWIDTH to the measured average: \(average.bitsPerSecond)",
        citation: segments.isLive ? nil : Standard.apple("1.26 (MUST, video on demand): the measured average is within 10 % of AVERAGE-BANDWIDTH"))
    }
  }
}
