internal import RungSource
internal import RungSpec

extension Cloudflare {
  static let manifestWithoutRecording = Rule<Fit<Cloudflare>>(
    "manifest-without-recording", family: id, severity: .error,
    summary: "HLS or DASH is asked for, and recording is off",
    why: "Cloudflare offers HLS and DASH only for a stream that it records. With `record: false` the stream can be watched over WebRTC only.",
    citation: Source.start("mode: automatic makes the stream available using HLS/DASH; off: not recorded or available for playback"),
    bad: [
      Example("""
        rung: 1
        name: news
        targets: {cloudflare: {record: ⟦false⟧}}
        packaging: {hls: {}}
        """),
      Example("""
        rung: 1
        name: news
        targets: {cloudflare: {record: ⟦false⟧}}
        recording: {window: 4h}
        """)
    ],
    good: [
      Example("""
        rung: 1
        name: news
        targets: {cloudflare: {record: false}}
        ingest: {protocols: [rtmps]}
        """),
      Example("""
        rung: 1
        name: news
        targets: {cloudflare: {record: true}}
        packaging: {hls: {}}
        """),
      Example("""
        rung: 1
        name: news
        targets: {cloudflare: {record: false}}
        ingest: {protocols: [whip]}
        """)
    ]
  ) { fit, report in
    guard !fit.records, let stated = fit.options.record, !fit.isOnlyWebRTC else { return }
    let asked = fit.spec.packaging.flatMap { $0.value.hls?.place ?? $0.value.dash?.place }
    guard asked != nil || fit.spec.recording != nil else { return }
    report.flag(
      stated.place, "\(asked == nil ? "a recording" : "HLS or DASH") is asked for, and \(.cloudflare("record"), "false") offers none",
      help: "set \(.cloudflare("record"), "true")")
  }
}
