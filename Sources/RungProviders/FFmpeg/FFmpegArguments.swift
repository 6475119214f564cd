/// Arguments, each an option and its value.
struct FFmpegArguments {
  private(set) var lines: [[CommandArgument]] = []

  mutating func add(_ option: String, _ value: String) { lines.append([CommandArgument(option), CommandArgument(value)]) }
  mutating func add(_ words: [String]) { lines.append(words.map(CommandArgument.init)) }
}
