internal import RungSource
internal import RungSpec

extension AppleHLSDelivery {
  static let attributeMissing = Rule<Verification>(
    "attribute-missing", family: family, severity: .error,
    summary: "a variant lacks an attribute that Apple requires",
    why: "Apple players choose variants by these attributes; without CODECS they load a variant to find out that it does not play.",
    citation: Standard.apple("9.1, 9.2, 9.14 and 9.15 (MUST): CODECS, RESOLUTION, AVERAGE-BANDWIDTH and FRAME-RATE"),
    bad: [
      Example(
        delivered: """
          #EXTM3U
          ⟦#EXT-X-STREAM-INF:BANDWIDTH=2100000,CODECS="avc1.64001f",RESOLUTION=1280x720⟧
          720p.m3u8
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
          #EXTM3U
          #EXT-X-STREAM-INF:BANDWIDTH=2100000,AVERAGE-BANDWIDTH=2000000,CODECS="avc1.64001f,mp4a.40.2",RESOLUTION=1280x720,FRAME-RATE=25.000
          720p.m3u8
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
    for side in verification.sides where side.presentation.kind == .hls && side.presentation.isWhole {
      for rendition in side.presentation.renditions {
        var missing: [String] = []
        if rendition.codecNames == nil { missing.append("CODECS") }
        if rendition.averageBandwidth == nil { missing.append("AVERAGE-BANDWIDTH") }
        if !rendition.isAudioAlone, rendition.size == nil { missing.append("RESOLUTION") }
        if !rendition.isAudioAlone, rendition.fps == nil { missing.append("FRAME-RATE") }
        guard !missing.isEmpty else { continue }
        report.flag(
          rendition.place, "variant `\(rendition.name)` has no \(missing.joined(separator: " and no ")); Apple requires \(missing.count == 1 ? "it" : "them")",
          help: "let the packager write \(missing.count == 1 ? "it" : "them"); `rung ladder preview SPEC --hls` shows what belongs there")
      }
    }
  }
}
