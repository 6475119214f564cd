internal import RungSource
internal import RungSpec

extension Tenbyte {
  static let packagingMissing = Rule<Fit<Tenbyte>>(
    "packaging-missing", family: id, severity: .error,
    summary: "the spec asks for no output",
    why: "Tenbyte takes one or two output protocols, never none: a stream that nobody can play is refused.",
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
      key == nil ? "the spec has no `packaging`; Tenbyte needs `hls`, `dash` or both" : "`packaging` names no output; Tenbyte needs `hls`, `dash` or both",
      help: "write `packaging: {hls: {segment_format: \(fit.ladder?.renditions.allSatisfy { ($0.value.codec?.value ?? .h264) == .h264 } ?? true ? "mpegts" : "fmp4")}}`: HLS plays nearly everywhere",
      missing: "packaging.hls")
  }
}
