// Written by `swift run rung-dev generate`; do not edit.
extension Presets {
  package static let all: [Preset] = [
    Preset(
      0, "mkio-default1080p",
      #"""
# What a live event of the type Premium1080p makes. H.264; sound is AAC at 96 kbps by MK.IO's page (128 kbps in Azure
# Media Services, whose types these follow), stereo by the latter. Keyframes follow `keyFrameInterval`, 2 s unless set.
title: MK.IO Default1080p (Premium1080p, 30 fps)
source: MK.IO core concepts, live event, live encoding 1080p (read 2026-11-20)
media: video
ladder:
  defaults:
    fps: 30
    keyframe_interval: 2s
    codec: h264
    audio: {codec: aac, channels: 2, sample_rate: 48 kHz, bitrate: 96k}
  renditions:
    - {name: 1080p, resolution: 1920x1080, bitrate: 5500k}
    - {name: 720p, resolution: 1280x720, bitrate: 3000k}
    - {name: 540p, resolution: 960x540, bitrate: 1600k}
    - {name: 360p, resolution: 640x360, bitrate: 800k}
    - {name: 270p, resolution: 480x270, bitrate: 400k}
    - {name: 180p, resolution: 320x180, bitrate: 200k}

"""#),
    Preset(
      1, "mkio-default720p",
      #"""
# What a live event of the type Standard makes. H.264; sound is AAC at 96 kbps by MK.IO's page (128 kbps in Azure Media
# Services, whose types these follow), stereo by the latter. Keyframes follow `keyFrameInterval`, 2 s unless it is set.
title: MK.IO Default720p (Standard, 30 fps)
source: MK.IO core concepts, live event, live encoding 720p (read 2026-11-20)
media: video
ladder:
  defaults:
    fps: 30
    keyframe_interval: 2s
    codec: h264
    audio: {codec: aac, channels: 2, sample_rate: 48 kHz, bitrate: 96k}
  renditions:
    - {name: 720p, resolution: 1280x720, bitrate: 3500k}
    - {name: 540p, resolution: 960x540, bitrate: 2200k}
    - {name: 396p, resolution: 704x396, bitrate: 1350k}
    - {name: 288p, resolution: 512x288, bitrate: 850k}
    - {name: 216p, resolution: 384x216, bitrate: 550k}
    - {name: 192p, resolution: 340x192, bitrate: 200k}

"""#),
    Preset(
      2, "tenbyte-balanced",
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
