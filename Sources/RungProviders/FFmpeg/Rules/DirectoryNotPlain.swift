internal import RungSource
internal import RungSpec

extension FFmpeg {
  static let directoryNotPlain = Rule<Fit<FFmpeg>>(
    "directory-not-plain", family: id, severity: .error,
    summary: "the output directory has characters that FFmpeg's writers interpret",
    why: "In segment names `%` starts a number, and in FFmpeg's options `:`, `|`, quotes and brackets are separators.",
    citation: FFmpeg.Source.documentation("hls: hls_segment_filename; tee: special characters in options"),
    bad: [
      Example("""
        rung: 1
        name: news
        targets:
          ffmpeg: {directory: ⟦"out/%d"⟧}
        ladder:
          renditions:
            - {name: 720p, resolution: 1280x720, fps: 25, gop: 50, codec: h264, bitrate: 1500k}
        packaging: {hls: {segment_format: mpegts}}
        """)
    ],
    good: [
      Example("""
        rung: 1
        name: news
        targets:
          ffmpeg: {directory: /srv/live/news}
        ladder:
          renditions:
            - {name: 720p, resolution: 1280x720, fps: 25, gop: 50, codec: h264, bitrate: 1500k}
        packaging: {hls: {segment_format: mpegts}}
        """)
    ]
  ) { fit, report in
    guard let directory = fit.options.directory else { return }
    let isPlain = directory.value.utf8.allSatisfy { ($0 | 0x20) &- 0x61 < 26 || $0 &- 0x30 < 10 || "/._-+@".utf8.contains($0) }
    guard !isPlain || directory.value.isEmpty || directory.value.hasPrefix("-") else { return }
    report.flag(
      directory.place, "directory `\(directory.value)` is not supported; allowed: letters, digits and `/._-`",
      help: "use a plain path, and a link where the output must have another name")
  }
}
