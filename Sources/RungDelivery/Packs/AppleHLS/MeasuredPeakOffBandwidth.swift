internal import RungSource
internal import RungSpec

extension AppleHLSDelivery {
  static let measuredPeakOffBandwidth = Rule<Verification>(
    "measured-peak-off-bandwidth", family: family, severity: .error,
    summary: "BANDWIDTH is not the peak of the segments",
    why: "A variant that declares less than it takes stalls, and one that declares more is not chosen where it would play.",
    citation: Standard.apple("1.29 (MUST, live): the measured peak is less than 125 % of BANDWIDTH"),
    bad: [
      Example(
        delivered: """
          === master.m3u8
          #EXTM3U
          #EXT-X-STREAM-INF:BANDWIDTH=⟦5000000⟧,AVERAGE-BANDWIDTH=2000000,CODECS="avc1.64001f,mp4a.40.2",RESOLUTION=1280x720,FRAME-RATE=25.000
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
      guard let declared = rendition.bandwidth, let segments = rendition.segments, let peak = rendition.measuredPeak else { continue }
      let ratio = Double(peak.rate.bitsPerSecond) / Double(Swift.max(1, declared.value.bitsPerSecond))
      guard segments.isLive ? ratio > 1.25 : abs(ratio - 1) > 0.1 else { continue }
      report.flag(
        declared.place, "variant `\(rendition.name)` declares a peak of \(declared.value.measured); its segments peak at \(peak.rate.measured)",
        notes: [MessageNote("the segment", at: peak.segment.place.span)], help: "set BANDWIDTH to the measured peak: \(peak.rate.bitsPerSecond)",
        citation: segments.isLive ? nil : Standard.apple("1.27 (MUST, video on demand): the measured peak is within 10 % of BANDWIDTH"))
    }
  }
}
