internal import ArgumentParser
internal import Rung
internal import RungProviders

struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Write an HTML page: the findings, the ladder, its segments, the providers.",
    usage: "rung report <file> [--for <target> ...] [--all] [--date <date>] [--output <file>] [<options>]",
    discussion: """
      One self-contained HTML file: no script, no network. The ladder is drawn against the limits of its codec's \
      levels and beside a published ladder, keyframes and segments against time. All findings are listed with their lines, \
      and what becomes of each value at each provider. The page follows the light or dark of its reader, and prints.

      The stream is judged for the providers under `targets`, or for those of --for; --all shows the others beside them. \
      With one provider in --for, what the spec overrides for it counts in the ladder. The page names the version of Rung \
      and the day of its newest fact; another date is on it only with --date, or with SOURCE_DATE_EPOCH. The page goes to standard output, or with -o into a file, which is replaced as a whole. \
      It never shows secrets.

      EXIT CODES:
        0  the page was made, and there are no errors on it
        1  the page was made, and shows errors

      EXAMPLES:
        rung report news.yaml -o news.html
        rung report news.yaml --for mkio > mkio.html
        rung report news.yaml --all --date 2026-11-20 > all.html
      """)

  @Argument(help: "A stream spec, or - for standard input.", completion: .file(extensions: ["yaml", "yml", "json"]), transform: Word.path)
  var file: String

  @OptionGroup var root: RootOption

  @OptionGroup var providers: ProviderOption

  @Flag(help: "Show every provider, also those that the stream is not meant for.")
  var all = false

  @Option(help: "A day to print on the page, as 2026-11-20.", transform: DayText.day)
  var date: String?

  @OptionGroup var output: OutputOption

  func run() throws {
    let ids = try providers.ids()
    let day = try date ?? DayText.ofEnvironment()
    let (input, loader) = try Inputs.one(file, in: root)
    let console = Console()
    let page = report(input, for: ids, all: all, date: day, loader: loader)
    _ = try output.write(page.html, console)
    try console.end(page.hasErrors ? .errorsFound : .clean)
  }
}
