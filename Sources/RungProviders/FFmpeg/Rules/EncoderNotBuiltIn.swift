internal import RungSource
internal import RungSpec

extension FFmpeg {
  static let encoderNotBuiltIn = Rule<Fit<FFmpeg>>(
    "encoder-not-built-in", family: id, severity: .warning,
    summary: "HE-AAC needs an encoder that distributions do not ship",
    why: "FFmpeg's own AAC encoder makes AAC-LC. HE-AAC is made by libfdk_aac, whose licence keeps it out of the packages of Debian, Ubuntu and others.",
    citation: FFmpeg.Source.documentation("libfdk_aac: requires --enable-nonfree"),
    bad: [
      Example("""
        rung: 1
        name: news
        targets: [ffmpeg]
        ladder:
          renditions:
            - {name: 720p, resolution: 1280x720, fps: 25, gop: 50, codec: h264, bitrate: 1500k, audio: {codec: ⟦he-aac⟧, bitrate: 48k}}
        packaging: {hls: {segment_format: fmp4}}
        """)
    ],
    good: [
      Example("""
        rung: 1
        name: news
        targets: [ffmpeg]
        ladder:
          renditions:
            - {name: 720p, resolution: 1280x720, fps: 25, gop: 50, codec: h264, bitrate: 1500k, audio: {codec: aac, bitrate: 64k}}
        packaging: {hls: {segment_format: fmp4}}
        """)
    ]
  ) { fit, report in
    for rendition in fit.decision.renditions {
      guard let codec = rendition.value.audio?.value.codec, codec.value == .heAAC else { continue }
      report.flag(
        codec.place, "`he-aac` is encoded by libfdk_aac, which the FFmpeg of most distributions does not have",
        help: "run an FFmpeg that was built with it (`ffmpeg -encoders` lists libfdk_aac), or write `codec: aac`")
    }
  }
}
