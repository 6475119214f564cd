internal import RungSource
internal import RungSpec

extension VerifyRules {
  static let discontinuity = Rule<Verification>(
    "discontinuity", family: family, severity: .warning,
    summary: "a discontinuity in the middle of a stream",
    why: "The encoder was restarted, or its input was lost: players flush their decoders there, and timestamps begin anew.",
    bad: [
      Example(
        delivered: """
          #EXTM3U
          #EXT-X-VERSION:6
          #EXT-X-TARGETDURATION:2
          #EXT-X-MEDIA-SEQUENCE:0
          #EXTINF:2.000000,
          1.ts
          #EXT-X-DISCONTINUITY
          #EXTINF:⟦2.000000⟧,
          2.ts
          #EXTINF:2.0,
          3.ts
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
    ],
    good: [
      Example(
        delivered: """
          #EXTM3U
          #EXT-X-VERSION:6
          #EXT-X-TARGETDURATION:2
          #EXT-X-MEDIA-SEQUENCE:0
          #EXTINF:2.000000,
          1.ts
          #EXTINF:2.000000,
          2.ts
          #EXTINF:2.0,
          3.ts
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
    guard let asked = verification.asked else { return }
    for pair in verification.pairs {
      guard let segments = pair.delivered.segments, !segments.hasCues, let first = segments.items.dropFirst().first(where: \.startsDiscontinuity) else { continue }
      let count = segments.items.dropFirst().count(where: \.startsDiscontinuity)
      report.flag(
        first.place, "`\(pair.delivered.name)` has \(count == 1 ? "a discontinuity" : "\(count) discontinuities") in its middle; the spec describes one encoder",
        notes: [MessageNote("the ladder of the spec", at: (asked.stream.ladder?.place ?? asked.stream.place).span)],
        help: "look for a restart of the encoder, or for advertisements that a server has put in")
    }
  }
}
