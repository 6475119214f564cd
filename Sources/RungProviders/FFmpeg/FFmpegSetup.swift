package import RungSource
package import RungSpec

extension FFmpeg {
  package static func setup(_ fit: Fit<FFmpeg>, _ report: inout Report) -> EncoderSetup {
    FFmpegCommandLine(fit).setup(&report)
  }

  package static func packager(_ fit: Fit<FFmpeg>) -> PreviewedPackager { fit.predictedPlaylist == nil ? .ffmpeg : .script }
}

extension FrameRate {
  /// `25`, `30000/1001`.
  package var fraction: String { value.denominator == 1 ? "\(value.numerator)" : "\(value.numerator)/\(value.denominator)" }
}
