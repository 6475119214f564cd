internal import RungSource
internal import RungSpec

extension VerifyRules {
  static let profileDiffers = Rule<Verification>(
    "profile-differs", family: family, severity: .error,
    summary: "a rendition has another codec profile than the spec sets",
    why: "A device that decodes Main may not decode High, and a lower profile needs more bits for the same quality.",
    bad: [
      Example(
        delivered: """
          #EXTM3U
          #EXT-X-STREAM-INF:BANDWIDTH=2900000,RESOLUTION=1280x720,CODECS="⟦avc1.4d401f,mp4a.40.2⟧"
          720p/index.m3u8
          """,
        of: """
          rung: 1
          name: news
          targets: [ffmpeg]
          ladder:
            renditions:
              - {name: 720p, resolution: 1280x720, fps: 25, gop: 50, codec: h264, profile: ⟦high⟧, bitrate: 2500k}
          """),
      Example(
        delivered: """
          {"streams": [{"index": 0, "codec_type": "video", "codec_name": "h264", "profile": ⟦"High 4:4:4 Predictive"⟧, "level": 31}]}
          """,
        of: """
          rung: 1
          name: news
          targets: [ffmpeg]
          ladder:
            renditions:
              - {name: 720p, resolution: 1280x720, fps: 25, gop: 50, codec: h264, profile: ⟦high⟧, bitrate: 2500k}
          """),
    ],
    good: [
      Example(
        delivered: """
          #EXTM3U
          #EXT-X-STREAM-INF:BANDWIDTH=2900000,RESOLUTION=1280x720,CODECS="avc1.42c01f"
          720p/index.m3u8
          """,
        of: """
          rung: 1
          name: news
          targets: [ffmpeg]
          ladder:
            renditions:
              - {name: 720p, resolution: 1280x720, fps: 25, gop: 50, codec: h264, profile: baseline, bitrate: 2500k}
          """),
    ]
  ) { verification, report in
    for pair in verification.pairs {
      guard let found = pair.delivered.codec, let asked = pair.asked.profile, found.value.codec == pair.asked.codec?.value, found.value.profile != asked.value,
        let name = found.value.profileName ?? found.value.profile?.rawValue
      else { continue }
      report.flag(
        pair, at: pair.delivered.profilePlace ?? found.place, "has profile \(name)", asked: asked.place, "is set to `\(asked.value.rawValue)`",
        help: ["set the profile of the encoder (FFmpeg: `-profile:v \(asked.value.rawValue)`; a preset or a pixel format may override it)", found.value.profile.map { "set \(.profile, $0.rawValue) if that is meant" }])
    }
  }
}
