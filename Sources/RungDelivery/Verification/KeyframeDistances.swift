internal import RungSource

/// Frames from each keyframe to the next.
struct KeyframeDistances {
  struct Distance {
    var frames: Int
    /// Of the keyframe that ends it.
    var place: SourcePlace
  }

  let all: [Distance]

  init(_ frames: DeliveredFrames) {
    all = zip(frames.keyframes.dropFirst(), frames.keyframes).map { Distance(frames: $0.frame - $1.frame, place: $0.place) }
  }

  /// The first, where all are the same; nil where they are not, and where there is none.
  var regular: Distance? { all.first.flatMap { first in all.allSatisfy { $0.frames == first.frames } ? first : nil } }
}
