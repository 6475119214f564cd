internal import RungSource
internal import RungSpec

/// What audio goes into.
enum AudioContainer: Sendable {
  case flv, mp4, mpegts
}
