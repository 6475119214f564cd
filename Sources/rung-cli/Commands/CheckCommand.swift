internal import ArgumentParser
internal import Rung
internal import RungOutput
internal import RungProviders
internal import RungSource

struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Check stream specs, or request bodies of a provider.",
    usage: "rung check <paths> ... [--for <provider>] [--pack <pack>] [--root <dir>] [--as <provider[.request]>] [<options>]",
    discussion: """
      Takes files, directories, patterns in quotes ("channels/**/*.yaml") and - for standard input. In a directory, \
      every .yaml, .yml and .json file that has the top-level key `rung` is checked, in the order of the paths; \
      hidden files, node_modules and linked directories are skipped. A file that is named itself is always checked. \
      A base file that others extend does not need `rung`.

      With --as PROVIDER, files hold request bodies, or answers of the provider, as JSON: each is checked as the provider \
      would. The fields of a body show which request it is for, or name it: --as PROVIDER.REQUEST. A file may hold one \
      body, a list of them, or several by the names of their requests, as `rung compile` prints them. In a directory, \
      every file that holds such bodies is checked. With --together, all files are the requests of one stream.

      EXAMPLES:
        rung check channels/
        rung check news.yaml --for tenbyte
        rung check channels/ --pack apple-hls
        rung check . --format json > findings.json
        generate-spec | rung check -
        rung check --as tenbyte body.json
        curl -f … | rung check --as livekit.create -
      """)

  @Argument(
    help: "Files, directories, patterns, or - for standard input.", completion: .file(extensions: ["yaml", "yml", "json"]),
    transform: Word.path)
  var paths: [String] = []

  @OptionGroup var providers: ProviderOption

  @OptionGroup var packs: PackOption

  @OptionGroup var root: RootOption

  @OptionGroup var request: RequestOption

  @Flag(help: "With --as: the files are the requests of one stream, and are checked against each other.")
  var together = false

  @Option(help: "text, or json for programs (see `rung schema diagnostics`).")
  var format: OutputFormat = .text

  @Flag(help: "Warnings count as errors for the exit code.")
  var strict = false

  func run() throws {
    guard let name = try request.name() else {
      if together { throw Failure.usage("--together goes with --as") }
      return try Self.run(paths, for: try providers.ids(), packs: try packs.packs(), in: root, format: format, strict: strict)
    }
    guard packs.values.isEmpty else { throw Failure.usage("--pack is for stream specs; remove --as") }
    guard providers.names.isEmpty else { throw Failure.usage("--as already names the provider; remove --for") }
    guard root.root == nil else { throw Failure.usage("--root is for stream specs; remove --as") }
    try BodyCheck(name, together: together).run(paths, format: format, strict: strict)
  }

  /// The paths of `check PATH…` without any option: what hooks and CI jobs call most, with thousands of paths at times.
  /// The parser takes longer than a check does, and its time grows with the square of their number.
  static func plainPaths(_ arguments: [String]) -> [String]? {
    guard arguments.count > 1, arguments[0] == "check" else { return nil }
    let paths = Array(arguments.dropFirst())
    return paths.allSatisfy { !$0.hasPrefix("-") || $0 == "-" } ? paths : nil
  }

  static func run(
    _ paths: [String], for ids: [TargetID]?, packs: [RulePack] = [], in root: RootOption? = nil, format: OutputFormat, strict: Bool
  ) throws {
    guard !paths.isEmpty else {
      throw Failure.usage("no file was named; write `rung check FILE`, or `rung check .` for all specs below this directory")
    }
    let collection = try PathCollection(paths)
    let root = try root?.directory()
    let findings = Findings(format)
    for (path, reason) in collection.unreadable { findings.add(unreadable: path, reason) }
    var passedOver = 0
    var fleet = Fleet()
    // Some at a time: see `check` of the library.
    var waiting: [(input: SourceInput, loader: Loader)] = []
    var size = 0
    func judge() {
      for analysis in check(waiting, for: ids, packs: packs, in: &fleet) { findings.add(analysis) }
      waiting.removeAll(keepingCapacity: true)
      size = 0
    }
    for item in collection.items {
      do throws(Unreadable) {
        let (input, loader) = try Inputs.read(item.path, root: root)
        if !item.isNamed, !SpecRecognition.isSpec(input.bytes) {
          passedOver += 1
          continue
        }
        waiting.append((input, loader))
        size += input.bytes.count
        if waiting.count == 128 || size > 1 << 20 { judge() }
      } catch {
        if !item.isNamed, let start = FileText.beginning(item.path, count: 1 << 16), !SpecRecognition.isSpec(start) {
          passedOver += 1
          continue
        }
        judge()
        findings.add(unreadable: item.path == "-" ? Inputs.standardInputName : item.path, error.reason)
      }
    }
    judge()
    if findings.isEmpty {
      findings.sayNothingFound(in: paths, passedOver: passedOver)
      try findings.end(.notRun, summary: false)
      return
    }
    try findings.end(findings.verdict(strict: strict), summary: true)
  }
}
