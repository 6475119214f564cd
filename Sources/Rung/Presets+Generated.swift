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
      2, "tenbyte-api-example",
      #"""
# The ladder of the example request in Tenbyte's API reference, number for number. The Balanced template has the same
# bitrates at 30 fps: see tenbyte-balanced.
title: Tenbyte API example (25 fps)
source: Tenbyte Livestream API, create stream, example videoPush (read 2026-11-20)
media: video
ladder:
  defaults:
    fps: 25
    gop: 50
    codec: h264
    encoder_preset: veryfast
    profile: main
    rate_control: cbr
    bframes: 0
    ref_frames: 1
    lookahead: 10
    audio: {codec: aac, channels: 2, sample_rate: 48 kHz}
  renditions:
    - {name: 1080p, resolution: 1920x1080, bitrate: 3000k, max_bitrate: 3500k, buffer: 6000k, level: "4.0", crf: 21, audio: {bitrate: 128k}}
    - {name: 720p, resolution: 1280x720, bitrate: 1500k, max_bitrate: 2000k, buffer: 4000k, level: "4.0", crf: 23, audio: {bitrate: 96k}}
    - {name: 480p, resolution: 854x480, bitrate: 700k, max_bitrate: 900k, buffer: 1800k, level: "3.1", crf: 25, audio: {bitrate: 64k}}

"""#),
    Preset(
      3, "tenbyte-audio",
      #"""
# The ladder of the audio example in Tenbyte's API reference. An audio stream takes at most three renditions, and HLS only.
title: Tenbyte API audio example
source: Tenbyte Livestream API, create stream, example audioPush (read 2026-11-20)
media: audio
ladder:
  defaults:
    audio: {codec: aac, channels: 2, sample_rate: 48 kHz}
  renditions:
    - {name: 256k, audio: {bitrate: 256k}}
    - {name: 128k, audio: {bitrate: 128k}}
    - {name: 64k, audio: {bitrate: 64k}}

"""#),
    Preset(
      4, "tenbyte-balanced",
      #"""
# Tenbyte's default template. The guide's table gives heights, codecs, target and maximum bitrates and the frame rate.
# The API requires more than that, so the rest is taken from the guide's own text and from the API's example:
#   widths and buffers: the API's example, which has the same heights and bitrates (at 25 fps: see tenbyte-api-example);
#   keyframe interval: "GOP 60 at 30 FPS" under Adding a Custom Rung;
#   sound: stereo by default, 48000 Hz and 128 kbps as the settings table shows them.
# Profile, level and rate control are left to the spec that uses it: nothing says what the template has.
title: Tenbyte Balanced (30 fps)
source: Tenbyte live streaming guide, Encoding & Renditions, Default Balanced Renditions (read 2026-11-20)
media: video
ladder:
  defaults:
    fps: 30
    keyframe_interval: 2s
    codec: h264
    audio: {codec: aac, channels: 2, sample_rate: 48 kHz, bitrate: 128k}
  renditions:
    - {name: 1080p, resolution: 1920x1080, bitrate: 3000k, max_bitrate: 3500k, buffer: 6000k}
    - {name: 720p, resolution: 1280x720, bitrate: 1500k, max_bitrate: 2000k, buffer: 4000k}
    - {name: 480p, resolution: 854x480, bitrate: 700k, max_bitrate: 900k, buffer: 1800k}

"""#),
  ]
}
