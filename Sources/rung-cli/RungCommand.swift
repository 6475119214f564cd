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
        rung check channels/                    check every spec in a directory
        rung fmt channels/                      bring specs into their canonical form
        rung compile news.yaml --for tenbyte    print the request body
        rung compile channels/ --out build/     write all request bodies of a directory
        rung verify news.yaml out/              hold what was delivered against a spec
        rung import --from tenbyte body.json    turn a request body into a spec
        rung report news.yaml -o news.html      write an HTML report
        rung explain ladder/gop-mismatch        explain a finding
        rung help --man > rung.1                write a manual page (man -l rung.1)

      EXIT CODES:
        0  nothing found at error level
        1  errors found, or drift with `rung diff --exit-code`
        2  wrong usage: an unknown option, command or name
        3  could not judge: a file that cannot be read, written or understood, or nothing to judge

      Results go to standard output, everything else to standard error.
      """,
    version: rungVersion,
    subcommands: [
      CheckCommand.self, WatchCommand.self, VerifyCommand.self, CompileCommand.self, PlanCommand.self, DiffCommand.self, MatrixCommand.self, LadderCommand.self,
      ReportCommand.self, ImportCommand.self, ConvertCommand.self, ExplainCommand.self, RulesCommand.self, ProvidersCommand.self,
      PresetsCommand.self, FmtCommand.self, SchemaCommand.self, ConfigCommand.self, InitCommand.self, LSPCommand.self, MCPCommand.self, CompletionsCommand.self,
    ])

  /// The parser would call a mistyped command an unexpected argument, and answer a mistyped `rung help` with help for another.
  static func refuseUnknownCommand(_ words: [String]) throws {
    let asksForHelp = words.first == "help"
    var command: any ParsableCommand.Type = RungCommand.self
    var path = "rung"
    for word in asksForHelp && words != ["help", "help"] ? words[1...] : words[...] {
      let commands = command.configuration.subcommands
      guard !word.hasPrefix("-"), !commands.isEmpty || asksForHelp else { return }
      if word == "help", path == "rung" { return }
      guard let next = commands.first(where: { $0.configuration.commandName == word }) else {
        throw unknown(word, of: path, commands.compactMap { $0.configuration.commandName })
      }
      command = next
      path += " \(word)"
    }
  }

  private static func unknown(_ word: String, of path: String, _ names: [String]) -> Failure {
    let isTop = path == "rung"
    let names = isTop ? names + ["help"] : names
    let start = isTop ? "there is no command `\(word)`" : "`\(path)` has no command `\(word)`"
    if let near = Similarity.nearest(to: word, among: names).question({ "\(path) \($0)" }) { return .usage("\(start); \(near)") }
    if isTop, word.contains(".") || word.contains("/") {
      return .usage("\(start); to check a file, write `rung check \(word)`")
    }
    let known = names.filter { $0 != "help" }
    return .usage("\(start)\(known.isEmpty ? "" : "; there are \(known.joined(separator: ", "))") (see `\(path) --help`)")
  }
}
