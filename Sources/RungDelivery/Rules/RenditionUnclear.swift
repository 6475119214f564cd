internal import RungSource
internal import RungSpec

extension VerifyRules {
  static let renditionUnclear = Rule<Verification>(
    "rendition-unclear", family: family, severity: .warning,
    summary: "a playlist or a probe of which nothing shows the rendition",
    why: "A media playlist names no size. Where its own name tells nothing either, it cannot be compared, and a fault in it would pass.",
    bad: [
      Example(
        delivered: """
          === chunklist_b2500000.m3u8
          ⟦#EXTM3U⟧
          #EXT-X-TARGETDURATION:4
          #EXTINF:4,
          1.ts
          """,
        of: """
          rung: 1
          name: news
          targets: [ffmpeg]
          ⟦ladder⟧:
            renditions:
              - {name: 720p, resolution: 1280x720, fps: 25, gop: 50, codec: h264, bitrate: 2500k}
              - {name: 360p, resolution: 640x360, fps: 25, gop: 50, codec: h264, bitrate: 700k}
          """)
    ],
    good: [
      Example(
        delivered: """
          === news_720p.m3u8
          #EXTM3U
          #EXT-X-TARGETDURATION:4
          #EXTINF:4,
          1.ts
          """,
        of: """
          rung: 1
          name: news
          targets: [ffmpeg]
          ladder:
            renditions:
              - {name: 720p, resolution: 1280x720, fps: 25, gop: 50, codec: h264, bitrate: 2500k}
              - {name: 360p, resolution: 640x360, fps: 25, gop: 50, codec: h264, bitrate: 700k}
          """)
    ]
  ) { verification, report in
    guard let asked = verification.asked else { return }
    let names = asked.renditions.prefix(8).compactMap { $0.whole.name?.value }
    for rendition in verification.sides.flatMap(\.unclear) {
      report.flag(
        rendition.place, "nothing shows which rendition `\(rendition.name)` is",
        notes: asked.stream.ladder.map { [MessageNote("the ladder of the spec", at: $0.place.span)] } ?? [],
        help: "say it: NAME=FILE, as in `--playlist \(names.first ?? "720p")=FILE`\(names.count > 1 ? ", of \(names.joined(separator: ", "))" : "")")
    }
  }
}
