package import RungSource

/// What the packets of a video stream show.
package struct DeliveredFrames: Sendable {
  package struct Keyframe: Sendable {
    /// Its number in the order of decoding, from 0.
    package var frame: Int
    /// Its presentation time in seconds; nil where no packet has one.
    package var time: Double?
    package var place: SourcePlace
    /// Frames that follow it in decoding and are shown before it: the GOP is open.
    package var leading = 0
  }

  package var place: SourcePlace
  /// All frames.
  package var count = 0
  package var keyframes: [Keyframe] = []
  /// Bytes of all of them.
  package var bytes = 0
  /// Where the size of the first is written.
  package var sizePlace: SourcePlace?
  /// From the first to the last frame, in seconds.
  package var duration: Double = 0
  /// The most consecutive B-frames in the order of presentation; nil where only packets are known.
  package var mostBFrames: Located<Int>?
  /// Whether frames are decoded in another order than they are shown: there are B-frames.
  package var isReordered = false
  /// The shortest and the longest time from one frame to the next in the order of presentation, in seconds.
  package var shortest: Double = 0
  package var longest: Double = 0

  /// Whether frames behind a keyframe are shown before it. Times at the ends of segments are not reliable then: some readers give the keyframe
  /// that of the frame before it.
  package var hasOpenGOPs: Bool { keyframes.contains { $0.leading > 0 } }

  package init(at place: SourcePlace) { self.place = place }
}
