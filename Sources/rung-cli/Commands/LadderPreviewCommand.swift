internal import ArgumentParser
internal import Rung
internal import RungProviders

struct LadderPreviewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "preview",
    abstract: "Show what viewers get: the HLS playlist, the DASH manifest, rates and totals.",
    usage: "rung ladder preview <file> [--hls] [--dash] [--for <target>] [--stream <name>] [<options>]",
    discussion: """
      Without --hls and --dash: codecs, bitrates and segments of each variant, the ingest, what a viewer gets, the size of the \
      recording window. Bitrates in HLS are those of the spec with audio and an estimate of the container: for \
      MPEG-TS 188-byte packets with a PES header for each frame, for fMP4 the boxes of each segment. BANDWIDTH is the largest possible segment: where \
      `max_bitrate` is set, that and the buffer over the segment's length, with audio.

      The manifest is a skeleton: it is valid, and what only a running service knows (the start, the clock) is an \
      example.

      EXAMPLES:
        rung ladder preview news.yaml
        rung ladder preview news.yaml --hls > master.m3u8
        rung ladder preview news.yaml --dash > manifest.mpd
        rung ladder preview news.yaml --format json | jq '.streams[0].totals'
      """)

  @Argument(help: "A stream spec, or - for standard input.", completion: .specs, transform: Word.path)
  var file: String

  @OptionGroup var root: RootOption

  @Flag(help: "Print the HLS multivariant playlist.")
  var hls = false

  @Flag(help: "Print the skeleton of the DASH manifest.")
  var dash = false

  @Option(
    name: .customLong("for"), help: ArgumentHelp("Apply the overrides of this target.", valueName: "target"),
    completion: .list(Targets.ids))
  var name: String?

  @Option(help: ArgumentHelp("Only the stream of this name, when the file holds several.", valueName: "name"), transform: Word.name)
  var stream: String?

  @Option(help: "text, or json for programs (see `rung schema preview`).")
  var format: OutputFormat = .text

  @OptionGroup var color: ColorOption

  func run() throws {
    guard !(hls && dash) else { throw Failure.usage("--hls and --dash are two documents; ask for one at a time") }
    guard !(hls || dash) || format == .text else { throw Failure.usage("--format json has both documents; remove --hls and --dash") }
    let ids = try ProviderOption.ids(name.map { [$0] } ?? [], among: Targets.ids) ?? []
    guard ids.count <= 1 else { throw Failure.usage("--for takes one target here") }
    let (input, loader) = try Inputs.one(file, in: root)
    let console = Console()
    var result = preview(input, for: ids.first, loader: loader)
    let isFaulty = Remarks.tellErrors(of: result.analysis, console)
    if result.analysis.isBase, !isFaulty { throw Failure.notRun(SpecFiles.isBase(input.name)) }
    if let stream { result = try result.only(stream: stream) }
    let shown: PreviewFormat = hls ? .hls : dash ? .dash : format == .json ? .json : .text
    console.put(try result.rendered(as: shown, style: Console.resultStyle), toRead: shown == .text)
    try console.end(isFaulty ? .errorsFound : .clean)
  }
}
