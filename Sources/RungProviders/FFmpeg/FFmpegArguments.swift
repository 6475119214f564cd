internal import RungSource
internal import RungSpec

/// Arguments, an option and its value at a time.
struct FFmpegArguments {
  private(set) var lines: [[CommandArgument]] = []

  mutating func add(_ option: String, _ value: String) { lines.append([CommandArgument(option), CommandArgument(value)]) }
  mutating func add(_ words: [String]) { lines.append(words.map(CommandArgument.init)) }
}
