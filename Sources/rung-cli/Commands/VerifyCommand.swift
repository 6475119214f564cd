internal import ArgumentParser
internal import Rung
internal import RungProviders
internal import RungSource

struct VerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Hold what was delivered against a spec: HLS playlists, DASH manifests, ffprobe's and MediaInfo's JSON.",
    usage: "rung verify [<spec>] <outputs> ... [--playlist <file>] [--manifest <file>] [--probe <name=file>] [--for <target>] [--pack <pack>] [<options>]",
    discussion: """
      Takes a spec and what came out: files, directories, and - for standard input. What a file is, its first bytes tell. Nothing is \
      fetched, and no media is decoded: playlists and manifests are read, the sizes of segments beside them, and what ffprobe or MediaInfo \
      said of files. Media playlists below the folder of a multivariant playlist are read with it.

      Which file belongs to which rendition is worked out by names, sizes, codecs and rates; NAME=FILE says it. What no file shows is not \
      compared; --notes lists it. Values are compared as the target of the spec takes them; with several targets, --for chooses one.

      Without a spec, what was delivered is judged by the documents of --pack alone.

      EXIT CODES:
        0  nothing found at error level
        1  errors found, with --strict also warnings
        2  wrong usage
        3  could not judge: a file that cannot be read, or nothing to compare

      EXAMPLES:
        rung verify news.yaml out/
        rung verify news.yaml --playlist out/master.m3u8 --probe 720p=720p.json
        ffprobe -v error -of json -show_streams -show_format -show_packets 720p/1.ts | rung verify news.yaml --probe 720p=-
        curl -fsS https://live.example.com/news/master.m3u8 | rung verify news.yaml -
        rung verify --playlist master.m3u8 --pack apple-hls
        rung verify news.yaml out/ --format json
      """)

  @Argument(help: "A stream spec, and files or directories of what was delivered, or - for standard input.", completion: .file(), transform: Word.path)
  var paths: [String] = []

  @Option(
    help: ArgumentHelp("An HLS playlist, multivariant or media; NAME=FILE for one of the rendition NAME. May be repeated.", valueName: "file"), completion: .file(extensions: ["m3u8"]),
    transform: Word.path)
  var playlist: [String] = []

  @Option(help: ArgumentHelp("A DASH manifest. May be repeated.", valueName: "file"), completion: .file(extensions: ["mpd"]), transform: Word.path)
  var manifest: [String] = []

  @Option(
    help: ArgumentHelp("What ffprobe or MediaInfo printed as JSON about a file; NAME=FILE for one of the rendition NAME. May be repeated.", valueName: "name=file"),
    completion: .file(extensions: ["json"]), transform: Word.path)
  var probe: [String] = []

  @Option(
    name: .customLong("for"), help: ArgumentHelp("Compare with what this target takes of the spec.", valueName: "target"), completion: .list(Targets.ids))
  var name: String?

  @Option(help: ArgumentHelp("The stream of this name, when the spec holds several.", valueName: "name"), transform: Word.name)
  var stream: String?

  @OptionGroup var packs: PackOption
  @OptionGroup var root: RootOption
  @OptionGroup var output: FindingsOutputOption
  @OptionGroup var shown: FindingsOption

  @Flag(help: "Warnings count as errors for the exit code.")
  var strict = false

  @OptionGroup var color: ColorOption

  func run() throws {
    let ids = try ProviderOption.ids(name.map { [$0] } ?? [], among: Targets.ids) ?? []
    guard ids.count <= 1 else { throw Failure.usage("--for takes one target here") }
    let packs = try packs.packs()
    let files = try DeliveredFiles(paths, playlist + manifest, probes: probe, root)
    guard !files.delivered.isEmpty else { throw Failure.usage(files.nothing) }
    guard files.spec != nil || !packs.isEmpty || stream == nil else { throw Failure.usage("--stream chooses a stream of a spec, and none was named") }
    let policies = try PolicySource(root.policy)
    let spec = try files.spec.map { try policies.settled($0) }
    let findings = Findings(output, by: try policies.format(for: files.spec?.input.name), shown.detail, strict: strict)
    for (path, reason) in files.unreadable { findings.add(unreadable: path, reason) }
    let result = verify(files.delivered, against: spec?.input, stream: stream, for: ids.first, packs: packs, loader: spec?.loader ?? .none)
    if let spec, result.streams.count > 1 || stream != nil { try requireOne(of: result.streams, in: spec.input.name) }
    if let unknown = result.unknownNames.first {
      let near = Similarity.nearest(to: unknown, among: result.names).question
      throw Failure.usage("no rendition is called `\(unknown)`; \(near ?? "there are \(result.names.joined(separator: ", "))")")
    }
    findings.add(result.analysis, files: files.delivered.count + (spec == nil ? 0 : 1))
    guard result.isJudged || result.analysis.hasErrors else {
      let why = result.hasStream ? "nothing was read that can be judged" : "\(spec?.input.name ?? "the spec") has no ladder to compare with, or is a base"
      findings.say("error: \(why)")
      return try findings.end(.notRun, summary: false)
    }
    if !shown.quiet {
      if spec == nil, packs.isEmpty { findings.say("no spec was named: judged by the standards of playlists and manifests alone") }
      if result.target == nil, result.targetCount > 1 {
        findings.say("compared with the spec itself, which has \(result.targetCount) targets; `--for TARGET` compares with what one of them takes")
      }
    }
    try findings.end(findings.verdict, summary: true)
  }

  private func requireOne(of streams: [String?], in file: String) throws {
    let names = streams.map { $0 ?? "(no name)" }.joined(separator: ", ")
    guard let stream else { throw Failure.usage("\(file) holds \(streams.count) streams; choose one: --stream NAME, of \(names)") }
    let count = streams.count { $0 == stream }
    guard count == 1 else { throw Failure.usage(count == 0 ? "\(file) has no stream `\(stream)`; there are \(names)" : "\(file) has \(count) streams `\(stream)`") }
  }
}
