internal import ArgumentParser
internal import Rung
internal import RungOutput
internal import RungProviders

struct MatrixCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "matrix",
    abstract: "Show where a stream can run: what it requires, and what each provider supports.",
    discussion: """
      One table: a column per provider, a row per requirement of the stream. Every provider is checked, also those that the spec does \
      not name; --for selects some. Notes under the table say what changes, what is omitted and why, and which rule rejects.

      EXIT CODES:
        0  every stream runs at one provider at least, or lacks only what that provider requires
        1  a stream is rejected by all of them

      EXAMPLES:
        rung matrix news.yaml
        rung matrix news.yaml --for tenbyte,mkio --format markdown
        rung matrix news.yaml --format json | jq '.streams[].providers[] | {title, verdict}'
      """)

  @Argument(help: "A stream spec, or - for standard input.", completion: .file(extensions: ["yaml", "yml", "json"]), transform: Word.path)
  var file: String

  @OptionGroup var root: RootOption

  @Option(
    name: .customLong("for"),
    help: ArgumentHelp("Provider to show, instead of all. May be repeated, or list several with commas.", valueName: "provider"),
    completion: .list(Providers.ids))
  var names: [String] = []

  @Option(help: "text, json or markdown.")
  var format: PageFormat = .text

  func run() throws {
    let ids = try ProviderOption.ids(names)
    let (input, loader) = try Inputs.one(file, in: root)
    let console = Console()
    // What is wrong with the spec itself is told as `check` tells it: the table only says where it shows.
    let own = check(input, for: [], loader: loader)
    if own.hasErrors { Remarks.tell(own.diagnostics, of: own, console) }
    let result = matrix(input, for: ids, loader: loader)
    switch format {
    case .text: console.show(MatrixText.text(result, style: Console.resultStyle))
    case .json: console.print(MatrixJSON.text(result))
    case .markdown: console.print(MatrixMarkdown.text(result))
    }
    let runs = !result.tables.isEmpty && result.tables.allSatisfy { $0.providers.contains { $0.verdict.outcome != .refused } }
    try console.end(runs ? .clean : .errorsFound)
  }
}
