internal import RungSource

/// The parts of the renditions that share a frame rate.
struct LadderParts {
  let part: PartialSegment
  /// "rendition `720p`", "renditions `720p` and `480p`", "every rendition".
  let whose: Message
  /// Where the frame rate is set.
  let place: SourcePlace
}
