internal import ArgumentParser
internal import Rung
internal import RungProviders

struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Write an HTML page: the ladder, its segments, the providers, the findings.",
    discussion: """
      One self-contained HTML file: no script, no network. The ladder is drawn against the limits of its codec's \
      levels and next to a published ladder, keyframes and segments against time; then how each provider supports the \
      stream, and all findings with their lines. It follows the reader's light or dark mode, and prints.

      Findings are those of the providers under `targets`, or of --for. With one provider there, what the spec overrides \
      for it counts in the ladder. The page goes to standard output, or with -o into a file, which is replaced as a whole. \
      It never shows secrets.

      EXIT CODES:
        0  the page was made, and there are no errors on it
        1  the page was made, and shows errors

      EXAMPLES:
        rung report news.yaml -o news.html
        rung report news.yaml --for mkio > mkio.html
      """)

  @Argument(help: "A stream spec, or - for standard input.", completion: .file(extensions: ["yaml", "yml", "json"]), transform: Word.path)
  var file: String

  @OptionGroup var root: RootOption

  @OptionGroup var providers: ProviderOption

  @OptionGroup var output: OutputOption

  func run() throws {
    let ids = try providers.ids()
    let (input, loader) = try Inputs.one(file, in: root)
    let console = Console()
    let page = report(input, for: ids, loader: loader)
    _ = try output.write(page.html, console)
    try console.end(page.hasErrors ? .errorsFound : .clean)
  }
}
