internal import RungSource

extension SpecRules {
  static let ingestOddDimensions = Rule<Stream>(
    "ingest-odd-dimensions", family: "spec", severity: .error,
    summary: "a width or height of the contribution encoder's video is odd",
    why: "Contribution encoders send 4:2:0 video: one color sample covers two by two pixels, so both sides are even.",
    citation: Standard.h264("7.4.2.1.1: the picture is cropped in units of two samples for 4:2:0"),
    bad: [
      Example("""
        rung: 1
        name: news
        ingest: {video: {codec: h264, resolution: ⟦1281x721⟧}}
        """,
        mended: """
        rung: 1
        name: news
        ingest: {video: {codec: h264, resolution: 1280x720}}
        """)
    ],
    good: [
      Example("""
        rung: 1
        name: news
        ingest: {video: {codec: h264, resolution: 1280x720}}
        """)
    ]
  ) { stream, report in
    // Where the encoder's stream is the ladder, the ladder's rule reports it.
    guard let video = stream.spec.ingest?.value.video?.value, let size = video.resolution, !size.value.isEven, stream.ladder?.source != .ingest,
      video.codec?.value != .vp8, video.codec?.value != .vp9
    else { return }
    let even = size.value.evened
    report.flag(
      size.place, "\(size.value.text) of the contribution encoder has an odd \(size.value.width % 2 == 0 ? "height" : "width"); 4:2:0 video requires even sides",
      help: .set(.ingestResolution, even.text, at: size.place.span))
  }
}
