internal import RungSource
internal import RungSpec

extension Tenbyte {
  static let libraryIDMissing = Rule<Fit<Tenbyte>>(
    "library-id-missing", family: id, severity: .error,
    summary: "the recording's library has no id",
    why: "An organization has several libraries; Tenbyte selects the one for the recording by its id.",
    citation: Source.reference("recording.library_id: required when target=library"),
    bad: [
      Example("""
        rung: 1
        name: news
        targets: [tenbyte]
        recording:
          ⟦library⟧: {folder: fld_1}
        """)
    ],
    good: [
      Example("""
        rung: 1
        name: news
        targets: [tenbyte]
        recording:
          library: {id: lib_1, folder: fld_1}
        """)
    ]
  ) { fit, report in
    guard let library = fit.spec.recording?.value.library, library.value.id == nil,
      fit.stream.written("recording", "library")?.says("id", among: RecordingLibrary.shape.keys) != true
    else { return }
    report.flag(
      fit.stream.writtenKey("recording", "library") ?? library.place, "\(path: .recordingLibrary) has no \(.libraryID), which Tenbyte requires",
      help: "add \(.libraryID, "lib_…") (the dashboard shows the id of each library)")
  }
}
