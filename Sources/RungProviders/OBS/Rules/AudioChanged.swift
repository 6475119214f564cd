internal import RungSource
internal import RungSpec

extension OBS {
  static let audioChanged = Rule<Fit<OBS>>(
    "audio-changed", family: id, severity: .warning,
    summary: "an audio bitrate or sample rate that OBS does not support and changes",
    why: "OBS supports audio bitrates from 64 to 1024 kbps in steps of 32. It changes another one to the next higher, or to the largest. Opus does not support 44.1 kHz: audio mixed at that rate is resampled for the encoder.",
    citation: Source.code("frontend/utility/audio-encoders.cpp: FindClosestAvailableAudioBitrate; plugins/obs-ffmpeg/obs-ffmpeg-audio-encoders.c: enc_properties, enc_create"),
    isAcceptable: true,
    bad: [
      Example("""
        rung: 1
        name: news
        targets: [tenbyte, obs]
        ingest:
          protocols: [rtmp]
          video: {codec: h264, resolution: 1280x720, fps: 25, keyframe_interval: 2s, bitrate: 3M}
          audio: {codec: aac, sample_rate: 48 kHz, channels: 2, bitrate: ⟦100k⟧}
        """,
        mended: """
        rung: 1
        name: news
        targets: [tenbyte, obs]
        ingest:
          protocols: [rtmp]
          video: {codec: h264, resolution: 1280x720, fps: 25, keyframe_interval: 2s, bitrate: 3M}
          audio: {codec: aac, sample_rate: 48 kHz, channels: 2, bitrate: 128k}
        """),
      Example("""
        rung: 1
        name: news
        targets: [obs]
        encoding: passthrough
        ingest:
          protocols: [whip]
          video: {codec: h264, resolution: 1280x720, fps: 25, keyframe_interval: 2s, bitrate: 3M}
          audio: {codec: opus, sample_rate: ⟦44.1 kHz⟧, channels: 2, bitrate: 128k}
        """,
        mended: """
        rung: 1
        name: news
        targets: [obs]
        encoding: passthrough
        ingest:
          protocols: [whip]
          video: {codec: h264, resolution: 1280x720, fps: 25, keyframe_interval: 2s, bitrate: 3M}
          audio: {codec: opus, sample_rate: 48 kHz, channels: 2, bitrate: 128k}
        """),
    ],
    good: [
      Example("""
        rung: 1
        name: news
        targets: [obs]
        encoding: passthrough
        ingest:
          protocols: [rtmp]
          video: {codec: h264, resolution: 1280x720, fps: 25, keyframe_interval: 2s, bitrate: 3M}
          audio: {codec: aac, sample_rate: 44.1 kHz, channels: 2, bitrate: 160k}
        """)
    ]
  ) { fit, report in
    guard let audio = fit.decision.sent?.value.audio?.value else { return }
    if let rate = audio.bitrate, let above = bitrates.first(where: { Bitrate(kilobits: $0) >= rate.value }) ?? bitrates.last {
      let near = Bitrate(kilobits: above)
      if near != rate.value {
        report.flag(
          rate.place, "audio bitrate \(rate.value.prose) is changed to \(near.prose) by OBS; allowed: 64 to 1024 kbps in steps of 32",
          help: .set(.audioBitrate, near.text, at: rate.place.span))
      }
    }
    if audio.codec?.value == .opus, let rate = audio.sampleRate, rate.value.hertz == 44100 {
      report.flag(
        rate.place, "sample rate 44.1 kHz is changed to 48 kHz by OBS; Opus does not support 44.1 kHz",
        help: .set(.audioSampleRate, "48 kHz", at: rate.place.span))
    }
  }

  /// In kbps.
  private static let bitrates = Array(stride(from: Int64(64), through: 1024, by: 32))
}
