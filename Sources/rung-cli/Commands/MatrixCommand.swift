internal import ArgumentParser
internal import Rung
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
    completion: .listed(Providers.ids))
  var names: [String] = []

  @Option(help: "text, json or markdown.")
  var format: PageFormat = .text

  func run() throws {
    let ids = try ProviderOption.ids(names)
    let (input, loader) = try Inputs.one(file, in: root)
    let console = Console()
    let result = matrix(input, for: ids, loader: loader)
    // The table only says where it shows.
    _ = Remarks.tellErrors(of: result.analysis, console)
    switch format {
    case .text: console.show(result.rendered(as: .text, style: Console.resultStyle))
    case .json: console.print(result.rendered(as: .json))
    case .markdown: console.print(result.rendered(as: .markdown))
    }
    let runs = !result.tables.isEmpty && result.tables.allSatisfy { $0.providers.contains { $0.verdict.outcome != .refused } }
    try console.end(runs ? .clean : .errorsFound)
  }
}
