internal import RungSource
internal import RungSpec

extension VerifyRules {
  static let segmentLengthDiffers = Rule<Verification>(
    "segment-length-differs", family: family, severity: .error,
    summary: "segments are longer or shorter than spec and keyframes make them",
    why: "Latency, start-up and the load of servers follow from the length of segments. It comes from the packager, and from keyframes that it waits for.",
    bad: [
      Example(
        delivered: """
          #EXTM3U
          #EXT-X-VERSION:6
          #EXT-X-TARGETDURATION:10
          #EXT-X-MEDIA-SEQUENCE:0
          #EXT-X-MAP:URI="init.mp4"
          #EXTINF:⟦10.000000⟧,
          1.m4s
          #EXTINF:10.000000,
          2.m4s
          #EXTINF:4.0,
          3.m4s
          #EXT-X-ENDLIST
          """,
        of: """
          rung: 1
          name: news
          targets: [ffmpeg]
          packaging: {hls: {segment_format: fmp4, segment_duration: ⟦6s⟧}}
          ladder:
            renditions:
              - {name: 720p, resolution: 1280x720, fps: 25, gop: 50, codec: h264, bitrate: 2500k}
          """),
    ],
    good: [
      Example(
        delivered: """
          #EXTM3U
          #EXT-X-VERSION:6
          #EXT-X-TARGETDURATION:6
          #EXT-X-MEDIA-SEQUENCE:0
          #EXT-X-MAP:URI="init.mp4"
          #EXTINF:6.000000,
          1.m4s
          #EXTINF:6.000000,
          2.m4s
          #EXTINF:1.0,
          3.m4s
          #EXT-X-ENDLIST
          """,
        of: """
          rung: 1
          name: news
          targets: [ffmpeg]
          packaging: {hls: {segment_format: fmp4, segment_duration: 6s}}
          ladder:
            renditions:
              - {name: 720p, resolution: 1280x720, fps: 25, gop: 50, codec: h264, bitrate: 2500k}
          """),
    ]
  ) { verification, report in
    guard let comparing = verification.asked else { return }
    for pair in verification.pairs {
      guard let asked = comparing.segmentDuration(pair.kind), let segments = pair.delivered.segments else { continue }
      let expected = ExpectedSegments(asked.value, pair.asked.held(pair.asked.whole.keyframeInterval)?.value, pair.asked.fps?.value)
      let wrong = expected.wrong(in: segments)
      guard let first = wrong.first else { continue }
      let whole = wrong.count == 1 ? "" : ", one of \(wrong.count) such"
      report.flag(
        pair, at: first.place, "has a segment of \(first.duration.roundedText)\(whole)", asked: asked.place, "makes segments of \(expected.text)",
        help: ["set the length of the packager (FFmpeg: `-hls_time \(asked.value.decimal)` or `-seg_duration \(asked.value.decimal)`) and keyframes that divide it", "set `segment_duration: \(first.duration.roundedText)` if that is meant"])
    }
  }
}
