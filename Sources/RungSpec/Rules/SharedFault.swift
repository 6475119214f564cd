internal import RungSource

/// A fault, and the renditions that have it at one place.
struct SharedFault<Fault> {
  let fault: Fault
  /// "rendition 720p", "renditions 720p and 480p", "every rendition".
  let whose: String
  let place: SourcePlace
  /// The first of the renditions: it knows where the other values stand that play a part.
  let first: Rendition
}
