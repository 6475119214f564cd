

/// A rung that a ladder may have.
package struct RungCandidate: Sendable, Hashable {
  package let size: Resolution
  package let fps: FrameRate
  package let bitrate: Bitrate
  /// A second rung of one size, with a lower bitrate.
  package let isSecond: Bool

  package init(_ size: Resolution, _ fps: FrameRate, _ bitrate: Bitrate, isSecond: Bool = false) {
    (self.size, self.fps, self.bitrate, self.isSecond) = (size, fps, bitrate, isSecond)
  }
}
