package import RungSource
internal import RungSpec

extension FFmpeg {
  package static func setup(_ fit: Fit<FFmpeg>, _ report: inout Report) -> EncoderSetup {
    FFmpegCommandLine(fit).setup(&report)
  }
}

extension FrameRate {
  /// `25`, `30000/1001`.
  package var fraction: String { value.denominator == 1 ? "\(value.numerator)" : "\(value.numerator)/\(value.denominator)" }
}
