internal import ArgumentParser
internal import Rung
internal import RungProviders
internal import RungSource

struct MatrixCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "matrix",
    abstract: "Show where streams can run: what they require, and what each provider supports.",
    usage: "rung matrix <paths> ... [--for <provider>] [--format <format>] [<options>]",
    discussion: """
      A table for each stream: a column per provider, a row per requirement of the stream. Paths are those of `rung check`; \
      the tables of several files name these. A base has no table. Every provider is checked, also those that the spec does \
      not name; --for selects some. Notes under the table say what changes, what is omitted and why, and which rule rejects.

      EXIT CODES:
        0  every stream runs at one provider at least, or lacks only what that provider requires
        1  a stream is rejected by all of them, or has errors for any provider
        2  wrong usage
        3  a file cannot be read, or there is no stream: the tables of the others are shown

      EXAMPLES:
        rung matrix news.yaml
        rung matrix news.yaml --for tenbyte,mkio --format markdown
        rung matrix channels/ --format markdown > channels.md
        rung matrix news.yaml --format json | jq '.streams[].providers[] | {title, verdict}'
      """)

  @OptionGroup var specs: SpecPaths

  @OptionGroup var root: RootOption

  @Option(
    name: .customLong("for"),
    help: ArgumentHelp("Provider to show, instead of all. May be repeated, or list several with commas.", valueName: "provider"),
    completion: .listed(Providers.ids))
  var names: [String] = []

  @Option(help: "text, json or markdown.")
  var format: MatrixFormat = .text

  @OptionGroup var color: ColorOption

  func run() throws {
    let ids = try ProviderOption.ids(names)
    // The tables only say where they show.
    let run = try SpecRun(specs.paths, for: "matrix", root, tells: FindingsDetail(least: .note), onlyWithErrors: true) { spec in
      let result = matrix(spec.input, for: ids, loader: spec.loader)
      return (result.analysis, result.tables)
    }
    try run.requireStreams()
    let console = run.console
    let result = Matrix(tables: run.outcomes.flatMap(\.result))
    console.put(result.rendered(as: format, style: Console.resultStyle), toRead: format == .text)
    let runs = run.outcomes.allSatisfy { outcome in
      !outcome.analysis.hasErrors && !outcome.result.isEmpty && outcome.result.allSatisfy { $0.providers.contains { $0.verdict.outcome != .refused } }
    }
    try console.end(!run.isWhole ? .notRun : runs ? .clean : .errorsFound)
  }
}
