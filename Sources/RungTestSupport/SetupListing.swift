internal import Rung
internal import RungProviders

/// What an encoder is set to, a line for each thing that it says: what goldens keep of it.
enum SetupListing {
  static func text(_ setup: EncoderSetup) -> String {
    var lines: [String] = []
    if let command = setup.command {
      lines.append("\(command.program) \(text(command.input))")
      lines.append("test: \(text(command.testInput))")
      for part in command.parts { lines += [part.title] + part.lines.map { "  \(text($0))" } }
      lines += command.directories.map { "directory \($0)" }
    }
    lines += setup.settings.map { "\($0.page) | \($0.name) = \($0.value)" }
    for file in setup.files { lines += ["file \(file.name)"] + file.text.split(separator: "\n").map { "  \($0)" } }
    lines += setup.remarks.map { "- \($0)" }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func text(_ arguments: [CommandArgument]) -> String { arguments.map(\.text).joined(separator: " ") }
}
