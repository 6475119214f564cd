internal import RungSpec

package enum FFmpegOutput: String, Choice {
  case package, push
  package static let noun = "an output of FFmpeg"
}
