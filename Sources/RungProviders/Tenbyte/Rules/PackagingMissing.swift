internal import RungSource
internal import RungSpec

extension Tenbyte {
  static let packagingMissing = Rule<Fit<Tenbyte>>(
    "packaging-missing", family: id, severity: .error,
    summary: "no output is set",
    why: "Tenbyte requires one or two output protocols and rejects a stream without any.",
    citation: Source.reference("output_protocols and packaging, required"),
    bad: [
      Example("""
        rung: 1
        name: news
        targets: [⟦tenbyte⟧]
        """),
      Example("""
        rung: 1
        name: news
        targets: [tenbyte]
        ⟦packaging⟧: {}
        """),
    ],
    good: [
      Example("""
        rung: 1
        name: news
        targets: [tenbyte]
        packaging:
          hls: {segment_format: mpegts}
        """)
    ]
  ) { fit, report in
    let packaging = fit.stream.written("packaging")
    if let packaging {
      let outputs = Packaging.shape.keys
      guard fit.spec.packaging != nil, outputs.allSatisfy({ !packaging.says($0, among: outputs) }) else { return }
    } else if fit.stream.document.says("packaging", among: Spec.shape.keys) {
      return
    }
    let key = fit.stream.writtenKey("packaging")
    report.flag(
      key ?? fit.measured.target,
      key == nil
        ? "\(term: .spec) has no \(.packaging); Tenbyte requires \(.hls), \(.dash) or both" : "\(.packaging) has no output; Tenbyte requires \(.hls), \(.dash) or both",
      help: "set \(.packaging, "{hls: {segment_format: \(fit.ladder?.renditions.allSatisfy { ($0.value.codec?.value ?? .h264) == .h264 } ?? true ? "mpegts" : "fmp4")}}")",
      missing: "packaging.hls")
  }
}
