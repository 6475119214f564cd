internal import RungSource
internal import RungSpec

/// What says how far viewers can go back in a live stream.
package enum Rewinding: String, Sendable {
  case archive = "what is archived (`recording.window`)"
  case playlist = "the live playlist (`packaging`)"
}
