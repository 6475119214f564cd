internal import RungSource

extension SpecRules {
  static let durationOfZero = Rule<Stream>(
    "duration-of-zero", family: "spec", severity: .error,
    summary: "a duration of zero",
    why: "To switch something off, remove its key: a provider rejects a duration of zero, or replaces it by its own default.",
    bad: [
      Example("""
        rung: 1
        name: news
        kind: event
        duration: ⟦0s⟧
        """),
      Example("""
        rung: 1
        name: news
        packaging: {hls: {segment_duration: ⟦0s⟧}}
        """),
      Example("""
        rung: 1
        name: news
        recording: {max_file_duration: ⟦0h⟧}
        """),
    ],
    good: [
      Example("""
        rung: 1
        name: news
        kind: event
        duration: 3h
        packaging: {dash: {segment_duration: 6s, min_buffer: 0s}}
        recording: {max_file_duration: 1h}
        """)
    ]
  ) { stream, report in
    func look(at length: Located<Seconds>?, _ key: SpecKey) {
      guard let length, length.value == Seconds(0) else { return }
      report.flag(length.place, "\(path: key) is \(length.value.text); expected more than zero", help: ["set the duration that is meant", "remove \(key)"])
    }
    let packaging = stream.spec.packaging?.value
    look(at: stream.spec.duration, .duration)
    look(at: packaging?.hls?.value.segmentDuration, .hlsSegmentDuration)
    look(at: packaging?.dash?.value.segmentDuration, .dashSegmentDuration)
    look(at: stream.spec.recording?.value.maxFileDuration, .recordingMaxFileDuration)
  }
}
