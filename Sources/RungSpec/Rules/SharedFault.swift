internal import RungSource

/// A fault, and the renditions that have it at one place.
struct SharedFault<Fault> {
  let fault: Fault
  /// "rendition `720p`", "renditions `720p` and `480p`", "every rendition".
  let whose: Message
  let place: SourcePlace
  /// The first of the renditions, with the places of the other values involved.
  let first: Rendition
}
