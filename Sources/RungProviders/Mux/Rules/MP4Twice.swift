internal import RungSource
internal import RungSpec

extension Mux {
  static let mp4Twice = Rule<Fit<Mux>>(
    "mp4-twice", family: id, severity: .error,
    summary: "MP4 files are asked for in two ways",
    why: "`mp4_support` is deprecated. `recording.formats` with `mp4` is sent as `static_renditions`, which replaces it; Mux does not take both.",
    citation: Source.create("mp4_support: you may not enable both mp4_support and static_renditions"),
    bad: [
      Example("""
        rung: 1
        name: news
        targets: {mux: {mp4_support: ⟦capped-1080p⟧}}
        playback: {policy: public}
        recording: {formats: [mp4]}
        """)
    ],
    good: [
      Example("""
        rung: 1
        name: news
        targets: {mux: {mp4_support: none}}
        playback: {policy: public}
        recording: {formats: [mp4]}
        """),
      Example("""
        rung: 1
        name: news
        targets: {mux: {mp4_support: capped-1080p}}
        playback: {policy: public}
        """),
      Example("""
        rung: 1
        name: news
        targets: {mux: {mp4_support: capped-1080p}}
        playback: {policy: public}
        recording: {formats: [hls]}
        """)
    ]
  ) { fit, report in
    guard let support = fit.options.mp4Support, support.value != .none, fit.spec.recording?.value.formats?.value.contains(where: { $0.value == .mp4 }) == true else { return }
    report.flag(
      support.place, "\(.mux("mp4_support"), support.value.rawValue) and \(.recordingFormats, "[mp4]") exclude each other at Mux", help: "remove \(.mux("mp4_support"))")
  }
}
