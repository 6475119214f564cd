internal import RungSource

extension AppleHLSRules {
  static let interlacedVideo = Rule<Stream>(
    "interlaced-video", family: family, severity: .error,
    summary: "the encoder sends interlaced video, which is passed on to viewers",
    why: "Players of HLS show frames. Interlaced video combs at every motion, and Apple's devices reject it.",
    citation: Standard.apple("1.14 (MUST): interlaced source content is deinterlaced"),
    bad: [
      Example("""
        rung: 1
        name: news
        packs: [apple-hls]
        encoding: passthrough
        ingest: {video: {resolution: 1920x1080, fps: 25, interlaced: ⟦true⟧}}
        """)
    ],
    good: [
      Example("""
        rung: 1
        name: news
        packs: [apple-hls]
        encoding: passthrough
        ingest: {video: {resolution: 1920x1080, fps: 25, interlaced: false}}
        """),
      Example("""
        rung: 1
        name: news
        packs: [apple-hls]
        encoding: transcode
        ingest: {video: {resolution: 1920x1080, fps: 25, interlaced: true}}
        ladder:
          renditions:
            - {name: 1080p, resolution: 1920x1080, fps: 50}
        """),
    ]
  ) { stream, report in
    guard let ladder = stream.ladder, ladder.source == .ingest, let interlaced = stream.spec.ingest?.value.video?.value.interlaced, interlaced.value
    else { return }
    report.flag(
      interlaced.place, "the video is interlaced and is passed on as it is; Apple requires progressive video",
      help: ["deinterlace in the encoder and set \(.ingestInterlaced, "false")", "set \(SpecKey("encoding"), "transcode")"])
  }
}
