internal import RungSource

/// The parts that a packager makes for a part target (LL-HLS, EXT-X-PART-INF): as many whole frames as do not exceed it.
package struct PartialSegment: Sendable, Hashable {
  /// The Part Target Duration.
  package let target: Seconds
  package let fps: FrameRate
  /// 0 where one frame is longer than the target.
  package let frames: Int

  /// Nil when the frame rate is not above zero, or when the numbers exceed 64 bits.
  package init?(target: Seconds, fps: FrameRate) {
    guard fps > FrameRate(0), let exact = target.value.times(fps.value) else { return nil }
    self.target = target
    self.fps = fps
    frames = exact.roundedDown
  }

  /// Nil above 64 bits.
  package var length: Seconds? { Self.length(of: frames, at: fps) }

  /// A part has at least 85 % of the target, unless it is the last of its segment (draft-pantos-hls-rfc8216bis, 4.4.4.9).
  package var isLongEnough: Bool {
    guard let length, let least = target.value.times(Self.least) else { return true }
    return frames > 0 && length.value >= least
  }

  /// The nearest suitable targets, a shorter one and a longer one; this one's own frames count as shorter. In whole
  /// milliseconds, so that they can be written: a target may be a little longer than its frames.
  package func neighbours(where pleases: (Seconds) -> Bool) -> [Seconds] {
    guard frames < 1 << 31 else { return [] }
    func first(_ counts: some Sequence<Int>) -> Seconds? {
      for count in counts where count > 0 {
        guard let length = Self.length(of: count, at: fps)?.value.times(Rational(1000))?.roundedUp.flatMap({ Rational(Int64($0), 1000) })
        else { return nil }
        if pleases(Seconds(length)) { return Seconds(length) }
      }
      return nil
    }
    return [first((0..<512).lazy.map { frames - $0 }), first((1...512).lazy.map { frames + $0 })].compactMap { $0 }
  }

  static let least = Rational(85, 100) ?? Rational(1)

  static func length(of frames: Int, at fps: FrameRate) -> Seconds? { Rational(frames).divided(by: fps.value).map { Seconds($0) } }

  /// Whether every keyframe begins a part.
  package func divides(_ gop: Int) -> Bool { frames > 0 && gop % frames == 0 }
}

extension Stream {
  /// The part target, where one is set and the stream has video.
  var partTarget: Located<Seconds>? {
    guard let ladder, ladder.media == .video else { return nil }
    return spec.packaging?.value.hls?.value.partDuration
  }
}
