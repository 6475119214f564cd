internal import RungSpec

/// What becomes of the stream beside its WebRTC playback.
package enum CloudflareRecordingMode: String, Choice {
  case automatic, off
  package static let noun = "a recording mode"
}
