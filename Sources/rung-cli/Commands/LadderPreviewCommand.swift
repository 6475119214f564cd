internal import ArgumentParser
internal import Rung
internal import RungProviders
internal import RungSource

struct LadderPreviewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "preview",
    abstract: "Show what viewers get: the HLS playlist, the DASH manifest, rates and totals.",
    usage: "rung ladder preview <file> [--hls] [--dash] [--for <target>] [--delivered <path>] [-o <file>] [<options>]",
    discussion: """
      Without --hls and --dash: codecs, bitrates and segments of each variant, the ingest, what a viewer gets, the size of the \
      recording window. Bitrates in HLS are those of the spec with audio and an estimate of the container: for \
      MPEG-TS 188-byte packets with a PES header for each frame, for fMP4 the boxes of each segment. BANDWIDTH is the largest possible segment: where \
      `max_bitrate` is set, that and the buffer over the segment's length, with audio.

      The manifest is a skeleton: it is valid, and what only a running service knows (the start, the clock) is an \
      example.

      With --delivered the playlist has the rates of what was delivered: BANDWIDTH is the largest segment, AVERAGE-BANDWIDTH all of them, by \
      the sizes of the files beside the media playlists. Everything else is that of the spec; what a probe shows otherwise is an error. URIs are relative to \
      the folder of -o, else to that of the multivariant playlist that was read, else to the first of --delivered. A rendition that cannot be measured is \
      an error, and nothing is written.

      EXIT CODES:
        0  it was printed or written
        1  the spec has errors, or a probe shows something else
        2  wrong usage
        3  a file cannot be read, or the rates cannot be measured

      EXAMPLES:
        rung ladder preview news.yaml
        rung ladder preview news.yaml --hls > master.m3u8
        rung ladder preview news.yaml --hls --delivered out/hls -o out/hls/master.m3u8
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

  @Option(
    help: ArgumentHelp("With --hls: measure the rates of what was delivered, of media playlists, probes, or a directory of them; NAME=FILE for one of the rendition NAME. May be repeated.", valueName: "path"),
    completion: .file(), transform: Word.path)
  var delivered: [String] = []

  @OptionGroup var output: OutputOption

  @OptionGroup var color: ColorOption

  func run() throws {
    guard !(hls && dash) else { throw Failure.usage("--hls and --dash are two documents; ask for one at a time") }
    guard !(hls || dash) || format == .text else { throw Failure.usage("--format json has both documents; remove --hls and --dash") }
    let ids = try ProviderOption.ids(name.map { [$0] } ?? [], among: Targets.ids) ?? []
    guard ids.count <= 1 else { throw Failure.usage("--for takes one target here") }
    guard delivered.isEmpty || hls else { throw Failure.usage("--delivered is for the playlist; add --hls") }
    let (input, loader) = try Inputs.one(file, in: root)
    let console = Console()
    if !delivered.isEmpty { return try writeMeasured(input, loader, for: ids.first, console) }
    var result = preview(input, for: ids.first, loader: loader)
    let isFaulty = Remarks.tellErrors(of: result.analysis, console)
    if result.analysis.isBase, !isFaulty { throw Failure.notRun(SpecFiles.isBase(input.name)) }
    if let stream { result = try result.only(stream: stream) }
    let shown: PreviewFormat = hls ? .hls : dash ? .dash : format == .json ? .json : .text
    if output.file == nil {
      console.put(try result.rendered(as: shown, style: Console.resultStyle), toRead: shown == .text)
    } else {
      _ = try output.write(try result.rendered(as: shown), console)
    }
    try console.end(isFaulty ? .errorsFound : .clean)
  }

  private func writeMeasured(_ input: SourceInput, _ loader: Loader, for target: TargetID?, _ console: Console) throws {
    let files = try DeliveredFiles.beside(delivered, root)
    let folder = output.file.map(PathName.directory) ?? files.first { !$0.references.isEmpty }.map { PathName.directory(of: $0.source.name) }
      ?? (PathName.kind(delivered[0]) == .directory ? delivered[0] : PathName.directory(of: delivered[0]))
    let measured = try measuredPlaylist(of: files, against: input, stream: stream, for: target, loader: loader) { name in
      name == Inputs.standardInputName ? nil : PathName.way(from: folder, to: name)
    }
    guard let text = measured.text else {
      _ = Remarks.tellErrors(of: measured.analysis, console)
      return try console.end(.errorsFound)
    }
    // The playlist that is there is replaced by a better one; no other file that is read is.
    if let file = output.file, let real = PathName.real(file), case .success(let status) = PathName.status(file),
      files.contains(where: { !$0.references.isEmpty && PathName.real($0.source.name).map { PathName.isSame($0, real) } == true })
    {
      ReadFiles.release(status)
    }
    _ = try output.write(text, console)
    if measured.isLive { console.say("the stream goes on: BANDWIDTH is the peak of the segments that are listed, and later ones may exceed it") }
    try console.end(.clean)
  }
}
