package import RungSource

/// The outputs. A protocol is on when its key is present, so a list and its settings cannot disagree.
package struct Packaging: Sendable {
  package var hls: Located<HLSPackaging>?
  package var dash: Located<DASHPackaging>?

  package static let shape = Shape("`packaging`", "The outputs.", { Packaging() }) {
    Field(part: "hls", { $1(&$0.hls) }, HLSPackaging.shape, "HLS (RFC 8216).")
    Field(part: "dash", { $1(&$0.dash) }, DASHPackaging.shape, "MPEG-DASH.")
  }
}
