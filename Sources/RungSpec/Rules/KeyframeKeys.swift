package import RungSource

/// The keys that say how far keyframes are apart: those of a rendition, or of the contribution encoder.
package struct KeyframeKeys: Equatable {
  package let gop: SpecKey
  package let interval: SpecKey

  package static let ladder = KeyframeKeys(gop: .gop, interval: .keyframeInterval)
  package static let ingest = KeyframeKeys(gop: .ingestGOP, interval: .ingestKeyframeInterval)
}
