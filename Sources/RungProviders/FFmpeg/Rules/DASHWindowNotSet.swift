internal import RungSource
internal import RungSpec

extension FFmpeg {
  static let dashWindowNotSet = Rule<Fit<FFmpeg>>(
    "dash-window-not-set", family: id, severity: .note,
    summary: "a linear stream in DASH without a window",
    why: "Without `window` FFmpeg keeps every segment and lists it in the manifest, until the disk is full. Rung passes a window as long as the HLS playlist: six segments where none is set.",
    citation: Source.documentation("dash: window_size, the maximum number of segments kept in the manifest; default 0, all of them"),
    bad: [
      Example("""
        rung: 1
        name: news
        targets: [ffmpeg]
        ladder:
          renditions:
            - {name: 720p, resolution: 1280x720, fps: 25, gop: 50, codec: h264, bitrate: 1500k}
        packaging: {⟦dash⟧: {segment_format: fmp4, segment_duration: 4s}}
        """)
    ],
    good: [
      Example("""
        rung: 1
        name: news
        targets: [ffmpeg]
        ladder:
          renditions:
            - {name: 720p, resolution: 1280x720, fps: 25, gop: 50, codec: h264, bitrate: 1500k}
        packaging: {dash: {segment_format: fmp4, segment_duration: 4s, window: 24s}}
        """),
      // An event is kept whole.
      Example("""
        rung: 1
        name: match
        kind: event
        targets: [ffmpeg]
        ladder:
          renditions:
            - {name: 720p, resolution: 1280x720, fps: 25, gop: 50, codec: h264, bitrate: 1500k}
        packaging: {dash: {segment_format: fmp4, segment_duration: 4s}}
        """),
    ]
  ) { fit, report in
    // With a recording window provider/rewind-not-playlist names both.
    guard fit.spec.recording?.value.window == nil, let window = fit.usualWindow?.value.roundedUp, let packaging = fit.stream.document["packaging"],
      let place = Stream.keyPlace("dash", packaging)
    else { return }
    report.flag(
      place, "\(path: .dashWindow) is not set; FFmpeg keeps \(window) s of a linear stream", help: "add \(.dashWindow, "\(window)s")")
  }
}
