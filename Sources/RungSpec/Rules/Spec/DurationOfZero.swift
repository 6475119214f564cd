internal import RungSource

extension SpecRules {
  static let durationOfZero = Rule<Stream>(
    "duration-of-zero", family: "spec", severity: .error,
    summary: "a length of time that is none",
    why: "Nothing lasts zero seconds. Who means that a thing is not wanted leaves its key away; a provider that is sent a zero refuses it, or takes it for its own default.",
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
    func look(at length: Located<Seconds>?, _ what: String) {
      guard let length, length.value == Seconds(0) else { return }
      report.flag(length.place, "\(what) \(length.value.text); expected more than that", help: "give the length that is meant, or leave the key away")
    }
    let packaging = stream.spec.packaging?.value
    look(at: stream.spec.duration, "the event lasts")
    look(at: packaging?.hls?.value.segmentDuration, "HLS segments are to be")
    look(at: packaging?.dash?.value.segmentDuration, "DASH segments are to be")
    look(at: stream.spec.recording?.value.maxFileDuration, "recorded files are split at")
  }
}
