// Written by `swift run rung-dev generate`; do not edit.
extension Presets {
  package static let all: [Preset] = [
    Preset(
      0, "tenbyte-api-example",
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
      1, "tenbyte-audio",
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
      2, "tenbyte-balanced",
      #"""
# Tenbyte's default template. The guide's table gives heights, codecs, target and maximum bitrates and the frame rate.
# The API requires more than that, so the rest is taken from the guide's own text and from the API's example:
#   widths: the API example's; keyframe interval: "GOP 60 at 30 FPS" under Adding a custom rung;
#   sound: stereo by default, 48000 Hz and 128 kbps as the settings table shows them.
# Profile, level, buffer and rate control are left to the spec that uses it: nothing says what the template has.
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
    - {name: 1080p, resolution: 1920x1080, bitrate: 3000k, max_bitrate: 3500k}
    - {name: 720p, resolution: 1280x720, bitrate: 1500k, max_bitrate: 2000k}
    - {name: 480p, resolution: 854x480, bitrate: 700k, max_bitrate: 900k}

"""#),
  ]
}
