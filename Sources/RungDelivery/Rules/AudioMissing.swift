internal import RungSource
internal import RungSpec

extension VerifyRules {
  static let audioMissing = Rule<Verification>(
    "audio-missing", family: family, severity: .error,
    summary: "a rendition has no audio, and the spec gives it some",
    why: "Viewers who get this rendition hear nothing, and players that switch to it may stop.",
    bad: [
      Example(
        delivered: """
          #EXTM3U
          #EXT-X-STREAM-INF:BANDWIDTH=2900000,RESOLUTION=1280x720,CODECS="⟦avc1.64001f⟧"
          720p/index.m3u8
          """,
        of: """
          rung: 1
          name: news
          targets: [ffmpeg]
          ladder:
            renditions:
              - {name: 720p, resolution: 1280x720, fps: 25, gop: 50, codec: h264, bitrate: 2500k, audio: {codec: ⟦aac⟧, channels: 2, sample_rate: 48 kHz, bitrate: 128k}}
          """),
      Example(
        delivered: """
          {"streams": [{"index": ⟦0⟧, "codec_type": "video", "codec_name": "h264"}], "format": {"nb_streams": 1, "format_name": "mpegts"}}
          """,
        of: """
          rung: 1
          name: news
          targets: [ffmpeg]
          ladder:
            renditions:
              - {name: 720p, resolution: 1280x720, fps: 25, gop: 50, codec: h264, bitrate: 2500k, audio: {codec: ⟦aac⟧, channels: 2, sample_rate: 48 kHz, bitrate: 128k}}
          """),
    ],
    good: [
      Example(
        delivered: """
          #EXTM3U
          #EXT-X-STREAM-INF:BANDWIDTH=2900000,RESOLUTION=1280x720,CODECS="avc1.64001f,mp4a.40.2"
          720p/index.m3u8
          """,
        of: """
          rung: 1
          name: news
          targets: [ffmpeg]
          ladder:
            renditions:
              - {name: 720p, resolution: 1280x720, fps: 25, gop: 50, codec: h264, bitrate: 2500k, audio: {codec: aac, channels: 2, sample_rate: 48 kHz, bitrate: 128k}}
          """),
      Example(
        delivered: """
          #EXTM3U
          #EXT-X-STREAM-INF:BANDWIDTH=2900000,RESOLUTION=1280x720
          720p/index.m3u8
          """,
        of: """
          rung: 1
          name: news
          targets: [ffmpeg]
          ladder:
            renditions:
              - {name: 720p, resolution: 1280x720, fps: 25, gop: 50, codec: h264, bitrate: 2500k, audio: {codec: aac, channels: 2, sample_rate: 48 kHz, bitrate: 128k}}
          """),
    ]
  ) { verification, report in
    let withAudio = verification.renditionsWithAudio
    for pair in verification.pairs {
      guard let asked = pair.asked.audio, pair.delivered.hasAudio == false else { continue }
      // A file of video alone may have its audio in another; where every segment holds both, as in MPEG-TS, or other files do, it is missing.
      if pair.kind == .files {
        guard let withAudio, !withAudio.contains(pair.asked.index), pair.delivered.format?.value == .mpegts || !withAudio.isEmpty else { continue }
      }
      let place = pair.kind == .files ? pair.delivered.place : pair.delivered.codec?.place ?? pair.delivered.place
      report.flag(
        pair, at: place, "has no audio", asked: (asked.value.codec?.place ?? asked.value.bitrate?.place ?? asked.place), "has audio",
        help: "map the audio into its output (FFmpeg: `-map 0:a`), and list it in `-var_stream_map`")
    }
  }
}
