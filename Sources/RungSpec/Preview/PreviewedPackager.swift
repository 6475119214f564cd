

/// Who writes the multivariant playlist, and how BANDWIDTH is computed in it.
public enum PreviewedPackager: Sendable, Hashable {
  /// Not known: packagers write the peak that they measured.
  case any
  /// FFmpeg: 5.1 writes 1.1 times the sum of the targets, 8.1 the peak that it measured.
  case ffmpeg
  /// The script of `rung compile --for ffmpeg`: FFmpeg encodes, and the playlist is that of the preview.
  case script
}
