internal import RungSpec

/// Who writes the multivariant playlist.
package enum FFmpegPlaylist: String, Choice {
  case rung, ffmpeg
  package static let noun = "a writer of the playlist"
}
