internal import RungSource
internal import RungSpec

extension VerifyRules {
  static let maximumExceeded = Rule<Verification>(
    "maximum-exceeded", family: family, severity: .error,
    summary: "a segment holds more bits than the maximum and the buffer of the spec allow",
    why: "A segment of T seconds holds at most max_bitrate × T + buffer. More means that the encoder was given no maximum, or no buffer to hold it over.",
    bad: [
      Example(
        delivered: """
          #EXTM3U
          #EXT-X-VERSION:6
          #EXT-X-TARGETDURATION:2
          #EXT-X-MEDIA-SEQUENCE:0
          #EXT-X-BITRATE:3000
          #EXTINF:2.000000,
          1.ts
          #EXT-X-BITRATE:6000
          #EXTINF:⟦2.000000⟧,
          1.ts
          #EXT-X-BITRATE:3000
          #EXTINF:2.000000,
          1.ts
          #EXT-X-ENDLIST
          """,
        of: """
          rung: 1
          name: news
          targets: [ffmpeg]
          packaging: {hls: {segment_format: mpegts, segment_duration: 2s}}
          ladder:
            renditions:
              - {name: 720p, resolution: 1280x720, fps: 25, gop: 50, codec: h264, bitrate: 2500k, max_bitrate: ⟦3000k⟧, buffer: 3000k}
          """),
    ],
    good: [
      Example(
        delivered: """
          #EXTM3U
          #EXT-X-VERSION:6
          #EXT-X-TARGETDURATION:2
          #EXT-X-MEDIA-SEQUENCE:0
          #EXT-X-BITRATE:3000
          #EXTINF:2.000000,
          1.ts
          #EXT-X-BITRATE:4500
          #EXTINF:2.000000,
          1.ts
          #EXT-X-BITRATE:3000
          #EXTINF:2.000000,
          1.ts
          #EXT-X-ENDLIST
          """,
        of: """
          rung: 1
          name: news
          targets: [ffmpeg]
          packaging: {hls: {segment_format: mpegts, segment_duration: 2s}}
          ladder:
            renditions:
              - {name: 720p, resolution: 1280x720, fps: 25, gop: 50, codec: h264, bitrate: 2500k, max_bitrate: 3000k, buffer: 3000k}
          """),
    ]
  ) { verification, report in
    for pair in verification.pairs {
      guard let segments = pair.delivered.segments, let variant = pair.asked.variant else { continue }
      var worst: (rate: Bitrate, most: Located<Bitrate>, segment: DeliveredSegments.Segment)?
      var count = 0
      for segment in segments.items {
        guard let rate = segment.rate, let most = pair.asked.most(over: segment.duration) else { continue }
        // With audio, and a twentieth for the container.
        let asked = Double(variant.average?.bitsPerSecond ?? 0) - Double(pair.asked.bitrate?.value.bitsPerSecond ?? 0)
        // Audio that takes more is another fault.
        let audio = Swift.max(asked, Double(verification.audioBitrate(of: pair.asked)?.bitsPerSecond ?? 0))
        guard Double(rate.bitsPerSecond) > (Double(most.value.bitsPerSecond) + Swift.max(0, audio)) * 1.08 + 40_000 else { continue }
        count += 1
        if worst.map({ rate > $0.rate }) ?? true { worst = (rate, most, segment) }
      }
      guard let worst else { continue }
      report.flag(
        pair, at: worst.segment.place, "has a segment of \(worst.rate.measured)\(count > 1 ? ", and \(count - 1) more above the bound" : "")", asked: worst.most.place,
        "allows \(worst.most.value.measured) over \(worst.segment.duration.roundedText)",
        help: "give the encoder the maximum and the buffer (FFmpeg: `-maxrate` and `-bufsize`)")
    }
  }
}
