// Written by `swift run rung-dev generate`; do not edit.
extension Presets {
  package static let all: [Preset] = [
    Preset(
      0, "apple-h264",
      #"""
# Apple's example of a set of H.264 variants (requirement 1.25, "one possible set"): sizes and average bitrates of the table.
# The four smallest are for at most 30 frames a second; the others keep the source's rate, which is taken as 30 here.
# Keyframes every two seconds follow requirement 1.13, High profile 1.4. Sound is not in the table: add it under `defaults`.
title: Apple HLS authoring, H.264 (30 fps)
source: Apple HLS Authoring Specification (2025-05), 1.25, video average bit rates, H.264 (read 2026-11-20)
media: video
ladder:
  defaults:
    fps: 30
    keyframe_interval: 2s
    codec: h264
    profile: high
  renditions:
    - {name: 1080p-7800k, resolution: 1920x1080, bitrate: 7800k}
    - {name: 1080p, resolution: 1920x1080, bitrate: 6000k}
    - {name: 720p-4500k, resolution: 1280x720, bitrate: 4500k}
    - {name: 720p, resolution: 1280x720, bitrate: 3000k}
    - {name: 540p, resolution: 960x540, bitrate: 2000k}
    - {name: 432p-1100k, resolution: 768x432, bitrate: 1100k}
    - {name: 432p, resolution: 768x432, bitrate: 730k}
    - {name: 360p, resolution: 640x360, bitrate: 365k}
    - {name: 234p, resolution: 416x234, bitrate: 145k}

"""#),
    Preset(
      1, "apple-hevc-hdr",
      #"""
# Apple's example of a set of HEVC variants (requirement 1.25, "one possible set"): sizes and average bitrates of the table for
# HDR at 30 frames a second. Apple asks for some variants in H.264 beside them (1.12): see apple-h264. Keyframes every
# two seconds follow requirement 1.13. Sound is not in the table: add it under `defaults`.
title: Apple HLS authoring, HEVC HDR (30 fps)
source: Apple HLS Authoring Specification (2025-05), 1.25, video average bit rates, HEVC (HDR in parentheses), 30 fps (read 2026-11-20)
media: video
ladder:
  defaults:
    fps: 30
    keyframe_interval: 2s
    codec: h265
    profile: main10
  renditions:
    - {name: 2160p-20000k, resolution: 3840x2160, bitrate: 20000k}
    - {name: 2160p, resolution: 3840x2160, bitrate: 13900k}
    - {name: 1440p, resolution: 2560x1440, bitrate: 9700k}
    - {name: 1080p-7000k, resolution: 1920x1080, bitrate: 7000k}
    - {name: 1080p, resolution: 1920x1080, bitrate: 5400k}
    - {name: 720p-4080k, resolution: 1280x720, bitrate: 4080k}
    - {name: 720p, resolution: 1280x720, bitrate: 2900k}
    - {name: 540p-1930k, resolution: 960x540, bitrate: 1930k}
    - {name: 540p-1090k, resolution: 960x540, bitrate: 1090k}
    - {name: 540p, resolution: 960x540, bitrate: 730k}
    - {name: 432p, resolution: 768x432, bitrate: 360k}
    - {name: 360p, resolution: 640x360, bitrate: 160k}

"""#),
    Preset(
      2, "apple-hevc",
      #"""
# Apple's example of a set of HEVC variants (requirement 1.25, "one possible set"): sizes and average bitrates of the table for
# SDR at 30 frames a second. Apple asks for some variants in H.264 beside them (1.12): see apple-h264. Keyframes every
# two seconds follow requirement 1.13. Sound is not in the table: add it under `defaults`.
title: Apple HLS authoring, HEVC SDR (30 fps)
source: Apple HLS Authoring Specification (2025-05), 1.25, video average bit rates, HEVC, 30 fps (read 2026-11-20)
media: video
ladder:
  defaults:
    fps: 30
    keyframe_interval: 2s
    codec: h265
    profile: main
  renditions:
    - {name: 2160p-16800k, resolution: 3840x2160, bitrate: 16800k}
    - {name: 2160p, resolution: 3840x2160, bitrate: 11600k}
    - {name: 1440p, resolution: 2560x1440, bitrate: 8100k}
    - {name: 1080p-5800k, resolution: 1920x1080, bitrate: 5800k}
    - {name: 1080p, resolution: 1920x1080, bitrate: 4500k}
    - {name: 720p-3400k, resolution: 1280x720, bitrate: 3400k}
    - {name: 720p, resolution: 1280x720, bitrate: 2400k}
    - {name: 540p-1600k, resolution: 960x540, bitrate: 1600k}
    - {name: 540p-900k, resolution: 960x540, bitrate: 900k}
    - {name: 540p, resolution: 960x540, bitrate: 600k}
    - {name: 432p, resolution: 768x432, bitrate: 300k}
    - {name: 360p, resolution: 640x360, bitrate: 145k}

"""#),
    Preset(
      3, "livekit-1080p-30fps-1-layer-high-motion",
      #"""
# What LiveKit's preset H264_1080P_30FPS_1_LAYER_HIGH_MOTION makes: H.264, constrained baseline,
# one layer for everybody. A ladder that is exactly this goes out as the preset.
title: LiveKit 1080p, 30 fps, 1 layer, high motion
source: LiveKit Ingress API reference, IngressVideoEncodingPreset, and the ingress service 1.5.0 (read 2026-11-20)
media: video
ladder:
  defaults: {fps: 30, codec: h264, profile: baseline}
  renditions:
    - {name: 1080p, resolution: 1920x1080, bitrate: 4500k}

"""#),
    Preset(
      4, "livekit-1080p-30fps-1-layer",
      #"""
# What LiveKit's preset H264_1080P_30FPS_1_LAYER makes: H.264, constrained baseline,
# one layer for everybody. A ladder that is exactly this goes out as the preset.
title: LiveKit 1080p, 30 fps, 1 layer
source: LiveKit Ingress API reference, IngressVideoEncodingPreset, and the ingress service 1.5.0 (read 2026-11-20)
media: video
ladder:
  defaults: {fps: 30, codec: h264, profile: baseline}
  renditions:
    - {name: 1080p, resolution: 1920x1080, bitrate: 3500k}

"""#),
    Preset(
      5, "livekit-1080p-30fps-3-layers-high-motion",
      #"""
# What LiveKit's preset H264_1080P_30FPS_3_LAYERS_HIGH_MOTION makes: H.264, constrained baseline. Each layer has half the sides of the one above,
# and the first one's bitrate × (its pixels ÷ those of the first)^¾, cut to whole bits. A ladder that is exactly this goes out as the preset.
title: LiveKit 1080p, 30 fps, 3 layers, high motion
source: LiveKit Ingress API reference, IngressVideoEncodingPreset, and the ingress service 1.5.0 (read 2026-11-20)
media: video
ladder:
  defaults: {fps: 30, codec: h264, profile: baseline}
  renditions:
    - {name: 1080p, resolution: 1920x1080, bitrate: 4500k}
    - {name: 540p, resolution: 960x540, bitrate: 1590990 bps}
    - {name: 270p, resolution: 480x270, bitrate: 562500 bps}

"""#),
    Preset(
      6, "livekit-1080p-30fps-3-layers",
      #"""
# What LiveKit's preset H264_1080P_30FPS_3_LAYERS makes: H.264, constrained baseline. Each layer has half the sides of the one above,
# and the first one's bitrate × (its pixels ÷ those of the first)^¾, cut to whole bits. A ladder that is exactly this goes out as the preset.
title: LiveKit 1080p, 30 fps, 3 layers
source: LiveKit Ingress API reference, IngressVideoEncodingPreset, and the ingress service 1.5.0 (read 2026-11-20)
media: video
ladder:
  defaults: {fps: 30, codec: h264, profile: baseline}
  renditions:
    - {name: 1080p, resolution: 1920x1080, bitrate: 3500k}
    - {name: 540p, resolution: 960x540, bitrate: 1237436 bps}
    - {name: 270p, resolution: 480x270, bitrate: 437500 bps}

"""#),
    Preset(
      7, "livekit-540p-25fps-2-layers-high-motion",
      #"""
# What LiveKit's preset H264_540P_25FPS_2_LAYERS_HIGH_MOTION makes: H.264, constrained baseline. Each layer has half the sides of the one above,
# and the first one's bitrate × (its pixels ÷ those of the first)^¾, cut to whole bits. A ladder that is exactly this goes out as the preset.
title: LiveKit 540p, 25 fps, 2 layers, high motion
source: LiveKit Ingress API reference, IngressVideoEncodingPreset, and the ingress service 1.5.0 (read 2026-11-20)
media: video
ladder:
  defaults: {fps: 25, codec: h264, profile: baseline}
  renditions:
    - {name: 540p, resolution: 960x540, bitrate: 1300k}
    - {name: 270p, resolution: 480x270, bitrate: 459619 bps}

"""#),
    Preset(
      8, "livekit-540p-25fps-2-layers",
      #"""
# What LiveKit's preset H264_540P_25FPS_2_LAYERS makes: H.264, constrained baseline. Each layer has half the sides of the one above,
# and the first one's bitrate × (its pixels ÷ those of the first)^¾, cut to whole bits. A ladder that is exactly this goes out as the preset.
title: LiveKit 540p, 25 fps, 2 layers
source: LiveKit Ingress API reference, IngressVideoEncodingPreset, and the ingress service 1.5.0 (read 2026-11-20)
media: video
ladder:
  defaults: {fps: 25, codec: h264, profile: baseline}
  renditions:
    - {name: 540p, resolution: 960x540, bitrate: 1000k}
    - {name: 270p, resolution: 480x270, bitrate: 353553 bps}

"""#),
    Preset(
      9, "livekit-720p-30fps-1-layer-high-motion",
      #"""
# What LiveKit's preset H264_720P_30FPS_1_LAYER_HIGH_MOTION makes: H.264, constrained baseline,
# one layer for everybody. A ladder that is exactly this goes out as the preset.
title: LiveKit 720p, 30 fps, 1 layer, high motion
source: LiveKit Ingress API reference, IngressVideoEncodingPreset, and the ingress service 1.5.0 (read 2026-11-20)
media: video
ladder:
  defaults: {fps: 30, codec: h264, profile: baseline}
  renditions:
    - {name: 720p, resolution: 1280x720, bitrate: 2500k}

"""#),
    Preset(
      10, "livekit-720p-30fps-1-layer",
      #"""
# What LiveKit's preset H264_720P_30FPS_1_LAYER makes: H.264, constrained baseline,
# one layer for everybody. A ladder that is exactly this goes out as the preset.
title: LiveKit 720p, 30 fps, 1 layer
source: LiveKit Ingress API reference, IngressVideoEncodingPreset, and the ingress service 1.5.0 (read 2026-11-20)
media: video
ladder:
  defaults: {fps: 30, codec: h264, profile: baseline}
  renditions:
    - {name: 720p, resolution: 1280x720, bitrate: 1900k}

"""#),
    Preset(
      11, "livekit-720p-30fps-3-layers-high-motion",
      #"""
# What LiveKit's preset H264_720P_30FPS_3_LAYERS_HIGH_MOTION makes: H.264, constrained baseline. Each layer has half the sides of the one above,
# and the first one's bitrate × (its pixels ÷ those of the first)^¾, cut to whole bits. A ladder that is exactly this goes out as the preset.
title: LiveKit 720p, 30 fps, 3 layers, high motion
source: LiveKit Ingress API reference, IngressVideoEncodingPreset, and the ingress service 1.5.0 (read 2026-11-20)
media: video
ladder:
  defaults: {fps: 30, codec: h264, profile: baseline}
  renditions:
    - {name: 720p, resolution: 1280x720, bitrate: 2500k}
    - {name: 360p, resolution: 640x360, bitrate: 883883 bps}
    - {name: 180p, resolution: 320x180, bitrate: 312500 bps}

"""#),
    Preset(
      12, "livekit-720p-30fps-3-layers",
      #"""
# What LiveKit's preset H264_720P_30FPS_3_LAYERS makes: H.264, constrained baseline. Each layer has half the sides of the one above,
# and the first one's bitrate × (its pixels ÷ those of the first)^¾, cut to whole bits. A ladder that is exactly this goes out as the preset.
title: LiveKit 720p, 30 fps, 3 layers
source: LiveKit Ingress API reference, IngressVideoEncodingPreset, and the ingress service 1.5.0 (read 2026-11-20)
media: video
ladder:
  defaults: {fps: 30, codec: h264, profile: baseline}
  renditions:
    - {name: 720p, resolution: 1280x720, bitrate: 1900k}
    - {name: 360p, resolution: 640x360, bitrate: 671751 bps}
    - {name: 180p, resolution: 320x180, bitrate: 237500 bps}

"""#),
    Preset(
      13, "livekit-opus-mono-64k",
      #"""
# What LiveKit's preset OPUS_MONO_64KBS (so written) makes. A room has one sound, so the ladder has one step.
title: LiveKit Opus mono, 64 kbps
source: LiveKit Ingress API reference, IngressAudioEncodingPreset (read 2026-11-20)
media: audio
ladder:
  renditions:
    - {name: mono, audio: {codec: opus, channels: 1, sample_rate: 48 kHz, bitrate: 64k}}

"""#),
    Preset(
      14, "livekit-opus-stereo-96k",
      #"""
# What LiveKit's preset OPUS_STEREO_96KBPS makes. A room has one sound, so the ladder has one step.
title: LiveKit Opus stereo, 96 kbps
source: LiveKit Ingress API reference, IngressAudioEncodingPreset (read 2026-11-20)
media: audio
ladder:
  renditions:
    - {name: stereo, audio: {codec: opus, channels: 2, sample_rate: 48 kHz, bitrate: 96k}}

"""#),
    Preset(
      15, "medialive-1080p",
      #"""
# What the AWS solution Live Streaming on AWS encodes a 1080p source to, in MediaLive. The two smallest have half the frame
# rate there. Its audio is AAC at 64, 96 and 128 kbps; one of them is set here, because renditions of fMP4 share it.
title: Live Streaming on AWS, MediaLive 1080p (29.97 fps)
source: AWS solution Live Streaming on AWS, encoding profile medialive-1080p (read 2026-11-28)
media: video
ladder:
  defaults:
    fps: 29.97
    gop: 60
    codec: h264
    profile: high
    rate_control: cbr
    audio: {codec: aac, channels: 2, sample_rate: 48 kHz, bitrate: 128k}
  renditions:
    - {name: 1080p, resolution: 1920x1080, bitrate: 8000k}
    - {name: 720p-6200k, resolution: 1280x720, bitrate: 6200k}
    - {name: 720p-4700k, resolution: 1280x720, bitrate: 4700k}
    - {name: 720p, resolution: 1280x720, bitrate: 3300k}
    - {name: 540p, resolution: 960x540, bitrate: 2200k}
    - {name: 432p, resolution: 768x432, bitrate: 1200k, profile: main}
    - {name: 360p, resolution: 640x360, bitrate: 800k, profile: main}
    - {name: 272p, resolution: 480x272, fps: 14.985, gop: 30, bitrate: 400k, profile: baseline}
    - {name: 236p, resolution: 416x236, fps: 14.985, gop: 30, bitrate: 200k, profile: baseline}

"""#),
    Preset(
      16, "mkio-default1080p",
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
      17, "mkio-default720p",
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
      18, "tenbyte-api-example",
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
      19, "tenbyte-audio",
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
      20, "tenbyte-balanced",
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
