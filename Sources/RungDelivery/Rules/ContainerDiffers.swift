internal import RungSource
internal import RungSpec

extension VerifyRules {
  static let containerDiffers = Rule<Verification>(
    "container-differs", family: family, severity: .error,
    summary: "segments come in another container than the spec sets",
    why: "HEVC and AV1 play from fragmented MP4 only, and old devices take MPEG-TS only.",
    bad: [
      Example(
        delivered: """
          #EXTM3U
          #EXT-X-VERSION:6
          #EXT-X-TARGETDURATION:6
          #EXT-X-MEDIA-SEQUENCE:0
          #EXTINF:6.000000,
          ⟦1.ts⟧
          #EXT-X-ENDLIST
          """,
        of: """
          rung: 1
          name: news
          targets: [ffmpeg]
          packaging: {hls: {segment_format: ⟦fmp4⟧, segment_duration: 6s}}
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
    guard let asked = verification.asked?.held(verification.asked?.hls?.segmentFormat) else { return }
    for pair in verification.pairs where pair.kind == .hls {
      guard let found = pair.delivered.segments?.format, found.value != asked.value else { continue }
      report.flag(
        pair, at: found.place, "comes in \(found.value == .fmp4 ? "fragmented MP4" : "MPEG-TS")", asked: asked.place, "is packaged as `\(asked.value.rawValue)`",
        help: ["set the format of the packager (FFmpeg: `-hls_segment_type \(asked.value.rawValue)`)", "set \(.hlsSegmentFormat, found.value.rawValue) if that is meant"])
    }
  }
}
