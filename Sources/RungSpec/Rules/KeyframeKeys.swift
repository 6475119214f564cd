internal import RungSource

/// The keys that say how far keyframes are apart: those of a rendition, or of the contribution encoder.
struct KeyframeKeys: Equatable {
  let gop: SpecKey
  let interval: SpecKey

  static let ladder = KeyframeKeys(gop: .gop, interval: .keyframeInterval)
  static let ingest = KeyframeKeys(gop: .ingestGOP, interval: .ingestKeyframeInterval)
}
