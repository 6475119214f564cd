/// A container of audio.
enum AudioContainer: Sendable {
  case flv, mp4, mpegts
}
