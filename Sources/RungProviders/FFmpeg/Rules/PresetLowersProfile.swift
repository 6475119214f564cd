internal import RungSource
internal import RungSpec

extension FFmpeg {
  static let presetLowersProfile = Rule<Fit<FFmpeg>>(
    "preset-lowers-profile", family: id, severity: .warning,
    summary: "x264's `ultrafast` omits the features of the profile",
    why: "`ultrafast` encodes without CABAC and without the 8x8 transform, and x264 signals the profile that the stream really has: Constrained Baseline. Players and manifests get another profile than the spec says.",
    citation: FFmpeg.Source.run("libx264 -preset ultrafast -profile:v main: \"profile Constrained Baseline\""),
    bad: [
      Example("""
        rung: 1
        name: news
        targets: [ffmpeg]
        ladder:
          renditions:
            - {name: 720p, resolution: 1280x720, fps: 25, gop: 50, codec: h264, profile: main, encoder_preset: ⟦ultrafast⟧, bitrate: 1500k}
        packaging: {hls: {segment_format: mpegts}}
        """,
        mended: """
        rung: 1
        name: news
        targets: [ffmpeg]
        ladder:
          renditions:
            - {name: 720p, resolution: 1280x720, fps: 25, gop: 50, codec: h264, profile: main, encoder_preset: superfast, bitrate: 1500k}
        packaging: {hls: {segment_format: mpegts}}
        """)
    ],
    good: [
      Example("""
        rung: 1
        name: news
        targets: [ffmpeg]
        ladder:
          renditions:
            - {name: 720p, resolution: 1280x720, fps: 25, gop: 50, codec: h264, profile: baseline, encoder_preset: ultrafast, bitrate: 1500k}
        packaging: {hls: {segment_format: mpegts}}
        """)
    ]
  ) { fit, report in
    for rendition in fit.decision.renditions {
      guard let preset = rendition.value.encoderPreset, preset.value == .ultrafast, rendition.value.codec?.value ?? .h264 == .h264,
        let profile = rendition.value.profile, profile.value != .baseline
      else { continue }
      report.flag(
        preset.place, "\(.encoderPreset, "ultrafast") produces Constrained Baseline, not \(.profile, profile.value.rawValue)",
        notes: [MessageNote("\(.profile) is set here", at: profile.place.span)],
        help: .set(
          .encoderPreset, "superfast", at: preset.place.span,
          or: (rendition.value.bframes?.value ?? 0) > 0 ? "set \(.profile, "baseline") and \(.bframes, 0)" : "set \(.profile, "baseline")"))
    }
  }
}
