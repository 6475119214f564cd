/// What sets how far viewers can rewind in a live stream.
package enum Rewinding: String, Sendable {
  case archive = "the archive (`recording.window`)"
  case playlist = "the live playlist (`packaging`)"
}
