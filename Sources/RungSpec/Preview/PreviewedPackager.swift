

/// How BANDWIDTH in the playlist is computed.
public enum PreviewedPackager: Sendable, Hashable {
  /// Not known: packagers write the peak that they measured.
  case any
  /// FFmpeg 5.1 writes 1.1 times the sum of the targets, FFmpeg 8.1 the peak that it measured.
  case ffmpeg
}
