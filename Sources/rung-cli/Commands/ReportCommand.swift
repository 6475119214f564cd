internal import ArgumentParser
internal import Rung

struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Write an HTML page: the findings, the ladder, its segments, the providers.",
    usage: "rung report <paths> ... [--for <target> ...] [--delivered <path>] [--all] [--date <date>] [-o <file>] [<options>]",
    discussion: """
      One self-contained HTML file: no script, no network. The ladder is drawn against the limits of its codec's \
      levels and beside a published ladder, keyframes and segments against time. All findings are listed with their lines, \
      and what becomes of each value at each provider. Paths are those of `rung check`: all streams are on one page, at most 300. \
      The page follows the light or dark of its reader, and prints.

      The stream is judged for the providers under `targets`, or for those of --for; --all shows the others beside them. \
      With one provider in --for, what the spec overrides for it counts in the ladder. The page names the version of Rung \
      and the day of its newest fact; another date is on it only with --date, or with SOURCE_DATE_EPOCH. The page goes to standard output, or with -o into a file, which is replaced as a whole. \
      It never shows secrets.

      EXIT CODES:
        0  the page was made, and there are no errors on it
        1  the page was made, and shows errors
        2  wrong usage
        3  a file cannot be read, or there is no stream: the page shows the others

      EXAMPLES:
        rung report news.yaml -o news.html
        rung report news.yaml --for mkio > mkio.html
        rung report news.yaml --delivered out/ -o news.html
        rung report channels/ -o channels.html
        rung report news.yaml --all --date 2026-11-20 > all.html
      """)

  @OptionGroup var specs: SpecPaths

  @OptionGroup var root: RootOption

  @OptionGroup var providers: ProviderOption

  @Option(
    help: ArgumentHelp("Show what was delivered beside what was asked for: a playlist, a manifest, what ffprobe printed, or a directory of them (see `rung verify --help`). For one spec. May be repeated.", valueName: "path"),
    completion: .file(), transform: Word.path)
  var delivered: [String] = []

  @Flag(help: "Show every provider, also those that the stream is not meant for.")
  var all = false

  @Option(help: "A day to print on the page, as 2026-11-20.", transform: DayText.day)
  var date: String?

  @OptionGroup var output: OutputOption

  @OptionGroup var color: ColorOption

  func run() throws {
    let ids = try providers.ids()
    let day = try date ?? DayText.ofEnvironment()
    var drawing = PageDrawing(for: ids, all: all)
    let files = delivered.isEmpty ? [] : try DeliveredFiles.beside(delivered, root)
    // All findings are on the page.
    let run = try SpecRun(specs.paths, for: "report", root, tells: nil) { spec in
      let text = drawing.draw(spec.input, delivered: files, loader: spec.loader)
      return (text.analysis, text)
    }
    try run.requireStreams()
    if !files.isEmpty, run.outcomes.count > 1 { throw Failure.usage("--delivered is of one stream, and \(run.outcomes.count) specs were named") }
    let page = drawing.page(of: run.outcomes.map(\.result), title: run.outcomes.count == 1 ? run.outcomes[0].name : run.title, date: day)
    _ = try output.write(page.html, run.console)
    try run.console.end(!run.isWhole ? .notRun : page.hasErrors ? .errorsFound : .clean)
  }
}
