package import RungSource

/// The rate settings of an encoder: a factor or a target, and its upper bound.
package struct EncodedRate: Sendable {
  package let control: RateControl?
  /// A constant rate factor; then there is no target.
  package let factor: Located<RateFactor>?
  package let target: Located<Bitrate>?
  /// The maximum, or what takes its place: the target of a constant bitrate, and of a buffer that nothing else fills.
  package let ceiling: Located<Bitrate>?
  /// As stated; where none is, one second of the ceiling, without which x264 ignores it. Nil without a ceiling.
  package let buffer: BufferSize?

  package init(_ rendition: Rendition) {
    let control = rendition.rateControl?.value
    self.control = control
    let isByFactor = rendition.crf != nil && (control == .cappedCRF || (control == nil && rendition.bitrate == nil))
    factor = isByFactor ? rendition.crf : nil
    target = isByFactor ? nil : rendition.bitrate
    let ceiling =
      isByFactor
      ? rendition.maxBitrate ?? rendition.bitrate : rendition.maxBitrate ?? (control == .cbr || rendition.buffer != nil ? rendition.bitrate : nil)
    self.ceiling = ceiling
    buffer = ceiling.map { rendition.buffer?.value ?? BufferSize(bits: $0.value.bitsPerSecond) }
  }

  /// A constant bitrate that is its own maximum: x264 and x265 fill it up.
  package var isConstant: Bool { control == .cbr && target != nil && target?.value == ceiling?.value }
}
