internal import RungSource
internal import RungSpec

extension VerifyRules {
  static let renditionNotAsked = Rule<Verification>(
    "rendition-not-asked", family: family, severity: .warning,
    summary: "a rendition was delivered that the spec does not have",
    why: "It is encoded, stored and paid for, and players choose it: the ladder is not the one that was reviewed.",
    bad: [
      Example(
        delivered: """
          #EXTM3U
          #EXT-X-STREAM-INF:BANDWIDTH=2900000,RESOLUTION=1280x720
          720p/index.m3u8
          ⟦#EXT-X-STREAM-INF:BANDWIDTH=900000,RESOLUTION=640x360⟧
          low/index.m3u8
          """,
        of: """
          rung: 1
          name: news
          targets: [ffmpeg]
          ladder:
            renditions:
              - {name: 720p, resolution: 1280x720, fps: 25, gop: 50, codec: h264, bitrate: 2500k}
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
      for rendition in side.additional {
        report.flag(
          rendition.place, "`\(rendition.name)`\(rendition.size.map { " (\($0.value.text))" } ?? "") is no rendition of the spec",
          notes: verification.asked?.stream.ladder.map { [MessageNote("the ladder of the spec", at: $0.place.span)] } ?? [],
          help: "remove its output from the encoder or the packager, or add it to \(.renditions)")
      }
    }
  }
}
