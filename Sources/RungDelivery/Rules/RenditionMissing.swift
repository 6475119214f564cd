internal import RungSource
internal import RungSpec

extension VerifyRules {
  static let renditionMissing = Rule<Verification>(
    "rendition-missing", family: family, severity: .error,
    summary: "a rendition of the spec that was not delivered",
    why: "Viewers on slow networks, or on large screens, have no stream that fits: the playlist does not list it, and no encoder reports that.",
    bad: [
      Example(
        delivered: """
          ⟦#EXTM3U⟧
          #EXT-X-STREAM-INF:BANDWIDTH=2900000,RESOLUTION=1280x720
          720p/index.m3u8
          """,
        of: """
          rung: 1
          name: news
          targets: [ffmpeg]
          ladder:
            renditions:
              - {name: 720p, resolution: 1280x720, fps: 25, gop: 50, codec: h264, bitrate: 2500k}
              - {name: ⟦360p⟧, resolution: 640x360, fps: 25, gop: 50, codec: h264, bitrate: 700k}
          """),
    ],
    good: [
      Example(
        delivered: """
          #EXTM3U
          #EXT-X-STREAM-INF:BANDWIDTH=2900000,RESOLUTION=1280x720
          720p/index.m3u8
          """,
        of: """
          rung: 1
          name: news
          targets: [ffmpeg]
          ladder:
            renditions:
              - {name: 720p, resolution: 1280x720, fps: 25, gop: 50, codec: h264, bitrate: 2500k}
          """),
    ]
  ) { verification, report in
    for side in verification.sides {
      for rendition in side.missing {
        let listed = side.presentation.renditions.count
        report.flag(
          side.presentation.place, "\(rendition.reference) is missing: \(listed == 1 ? "one is" : "\(listed) are") listed here, and none is like it",
          notes: [MessageNote("asked for here", at: rendition.place.span)],
          help: Help([
            "add its output to the encoder's command and to the packager's inputs", verification.asked?.isFFmpeg == true ? "run the script of `rung compile` again" : nil,
            "name its playlist: `--playlist NAME=FILE`",
          ]))
      }
    }
  }
}
