internal import RungSource
internal import RungSpec

extension IVS {
  static let renditionsWithoutCustom = Rule<Fit<IVS>>(
    "renditions-without-custom", family: id, severity: .error,
    summary: "renditions to record are listed and not selected, or the other way round",
    why: "`renditions` count with `rendition_selection: CUSTOM` only, which requires at least one.",
    citation: Source.reference("RenditionConfiguration: if CUSTOM is specified, a set of renditions must be specified"),
    bad: [
      Example("""
        rung: 1
        name: news
        targets:
          ivs:
            recording:
              rendition_selection: ⟦ALL⟧
              renditions: [HD]
        recording:
          destinations: [{url: "s3://archive"}]
        """),
      Example("""
        rung: 1
        name: news
        targets:
          ivs:
            recording:
              rendition_selection: ⟦CUSTOM⟧
        recording:
          destinations: [{url: "s3://archive"}]
        """),
      Example("""
        rung: 1
        name: news
        targets:
          ivs:
            recording:
              renditions: ⟦[]⟧
        recording:
          destinations: [{url: "s3://archive"}]
        """)
    ],
    good: [
      Example("""
        rung: 1
        name: news
        targets:
          ivs:
            recording:
              renditions: [HD]
        recording:
          destinations: [{url: "s3://archive"}]
        """),
      Example("""
        rung: 1
        name: news
        targets:
          ivs:
            recording:
              rendition_selection: NONE
        recording:
          destinations: [{url: "s3://archive"}]
        """)
    ]
  ) { fit, report in
    guard let recording = fit.options.recording?.value else { return }
    guard let selection = recording.renditionSelection else {
      guard let list = recording.renditions, list.value.isEmpty else { return }
      return report.flag(list.place, "no rendition is listed, and listing some means `CUSTOM`", help: "set \(.ivs("recording.renditions"), "[HD]")")
    }
    // What cannot be read is its own finding.
    let written = fit.stream.written("targets", id, "recording")
    if recording.renditions == nil, written?.says("renditions", among: IVSRecordingOptions.shape.keys) ?? false { return }
    let isListed = !(recording.renditions?.value.isEmpty ?? true)
    guard isListed != (selection.value == "CUSTOM") else { return }
    report.flag(
      selection.place,
      isListed
        ? "\(.ivs("recording.renditions")) have no effect with `\(selection.value)`; expected `CUSTOM`"
        : "`CUSTOM` requires \(.ivs("recording.renditions")); none are listed",
      help: isListed ? "set \(.ivs("recording.rendition_selection"), "CUSTOM")" : "set \(.ivs("recording.renditions"), "[HD]")")
  }
}
