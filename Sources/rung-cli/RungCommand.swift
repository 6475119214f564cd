internal import ArgumentParser
internal import Rung
internal import RungSource

struct RungCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rung",
    abstract: "Check live-stream specs and compile them into provider request bodies.",
    discussion: """
      EXAMPLES:
        rung init news.yaml                     write a spec to start from
        rung check channels/                    judge every spec in a directory
        rung compile news.yaml --for tenbyte    print the request body
        rung import --from tenbyte body.json    make a spec of a request body
        rung explain ladder/gop-mismatch        what a finding means

      EXIT CODES:
        0  nothing found at error level
        1  errors found
        2  wrong usage
        3  could not run: unreadable file, nothing to check

      Results go to standard output, everything else to standard error.
      """,
    version: Version.text,
    subcommands: [
      CheckCommand.self, CompileCommand.self, PlanCommand.self, DiffCommand.self, MatrixCommand.self, LadderCommand.self,
      ImportCommand.self, ConvertCommand.self, ExplainCommand.self, RulesCommand.self,
      ProvidersCommand.self, PresetsCommand.self, SchemaCommand.self, InitCommand.self, CompletionsCommand.self,
    ])

  /// The parser would call a mistyped command an unexpected argument.
  static func refuseUnknownCommand(_ word: String) throws {
    let names = configuration.subcommands.compactMap { $0.configuration.commandName } + ["help"]
    guard !word.hasPrefix("-"), !names.contains(word) else { return }
    if let near = Similarity.nearest(to: word, among: names) {
      throw Failure.usage("there is no command `\(word)`; did you mean `rung \(near)`?")
    }
    if word.contains(".") || word.contains("/") {
      throw Failure.usage("there is no command `\(word)`; to check a file, write `rung check \(word)`")
    }
    throw Failure.usage("there is no command `\(word)`; there are \(names.dropLast().joined(separator: ", ")) (see `rung --help`)")
  }
}

enum Version {
  static let text = "0.1.0"
}
