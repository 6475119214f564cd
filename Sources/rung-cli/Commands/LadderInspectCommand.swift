internal import ArgumentParser
internal import Rung
internal import RungProviders

struct LadderInspectCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "inspect",
    abstract: "Show figures of each rendition: minimum level, GOP, reference frames, bits per pixel, buffer, segments.",
    usage: "rung ladder inspect <file> [--for <provider>] [--format <format>] [<options>]",
    discussion: """
      Levels are those of H.264, HEVC and AV1. The minimum level follows from the spec: where a value that \
      matters is not set it is a lower bound (≥), and the text says which. Segments are those that a packager \
      cuts at keyframes.

      Presets, defaults and bases are resolved; with --for also the overrides of one target. Errors in \
      the spec go to standard error, and the valid part is shown.

      EXAMPLES:
        rung ladder inspect news.yaml
        rung ladder inspect news.yaml --for mkio
        rung ladder inspect news.yaml --format json | jq '.renditions[] | {name, minimum_level, stated_level}'
      """)

  @Argument(help: "A stream spec, or - for standard input.", completion: .specs, transform: Word.path)
  var file: String

  @OptionGroup var root: RootOption

  @Option(
    name: .customLong("for"), help: ArgumentHelp("Apply the overrides of this target.", valueName: "provider"),
    completion: .list(Providers.ids))
  var name: String?

  @Option(help: "text, or json for programs (see `rung schema inspection`).")
  var format: InspectionFormat = .text

  @OptionGroup var color: ColorOption

  func run() throws {
    let ids = try ProviderOption.ids(name.map { [$0] } ?? []) ?? []
    guard ids.count <= 1 else { throw Failure.usage("--for takes one provider here") }
    let (input, loader) = try Inputs.one(file, in: root)
    let console = Console()
    let result = inspect(input, for: ids.first, loader: loader)
    let isFaulty = Remarks.tellErrors(of: result.analysis, console)
    if result.analysis.isBase, !isFaulty { throw Failure.notRun(SpecFiles.isBase(input.name)) }
    console.put(result.rendered(as: format, style: Console.resultStyle), toRead: format == .text)
    try console.end(isFaulty ? .errorsFound : .clean)
  }
}
