// Written by `swift run rung-dev generate`; do not edit.
extension Presets {
  package static let all: [Preset] = [
    Preset(
      0, "tenbyte-balanced",
      #"""
# Tenbyte's default template. Bitrates, codecs and frame rate are the guide's; keyframe interval, profile and the rest
# are left to the spec that uses it, because the guide does not print them.
title: Tenbyte Balanced (30 fps)
source: Tenbyte live streaming guide, encoding templates, Balanced (read 2026-11-20)
media: video
ladder:
  defaults:
    fps: 30
    keyframe_interval: 2s
    codec: h264
    audio: {codec: aac, channels: 2, sample_rate: 48 kHz, bitrate: 128k}
  renditions:
    - {name: 1080p, resolution: 1920x1080, bitrate: 3000k, max_bitrate: 3500k}
    - {name: 720p, resolution: 1280x720, bitrate: 1500k, max_bitrate: 2000k}
    - {name: 480p, resolution: 854x480, bitrate: 700k, max_bitrate: 900k}

"""#),
  ]
}
