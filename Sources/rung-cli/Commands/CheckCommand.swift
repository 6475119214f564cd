internal import ArgumentParser
internal import Rung
internal import RungOutput
internal import RungSource

struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Judge stream specs, or request bodies of a provider.",
    usage: "rung check <paths> ... [--for <provider>] [--pack <pack>] [--root <dir>] [--as <provider[.request]>] [<options>]",
    discussion: """
      Takes files, directories, patterns in quotes ("channels/**/*.yaml") and - for standard input. In a directory, \
      every .yaml, .yml and .json file that has `rung` among its top-level keys is judged, in the order of the paths; \
      hidden files, node_modules and linked directories are passed over. A file that is named itself is always judged. \
      A base file that others extend needs no `rung` of its own.

      With --as PROVIDER, files hold request bodies, or answers of the provider, as JSON: each is judged as the provider \
      would. Which request a body is for is seen by its fields, or named: --as PROVIDER.REQUEST. A file may hold one \
      body, a list of them, or several by the names of their requests, as `rung compile` prints them. In a directory, \
      every file that holds such bodies is judged. With --together, all files are the requests of one stream.

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

  @Flag(help: "With --as: the files are the requests of one stream, and are held against each other.")
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
    guard packs.values.isEmpty else { throw Failure.usage("--pack is for stream specs; take --as away") }
    guard providers.names.isEmpty else { throw Failure.usage("--as names the provider already; take --for away") }
    guard root.root == nil else { throw Failure.usage("--root is for stream specs; take --as away") }
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
    _ paths: [String], for ids: [String]?, packs: [RulePack] = [], in root: RootOption? = nil, format: OutputFormat, strict: Bool
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
    if findings.counts.files == 0, findings.counts.unreadable == 0 {
      findings.sayNothingFound(in: paths, passedOver: passedOver)
      try findings.end(.notRun, summary: false)
      return
    }
    try findings.end(findings.verdict(strict: strict), summary: true)
  }
}

/// The results of `check`, as they come.
final class Findings {
  private let format: OutputFormat
  private let style = Console.resultStyle
  private let console = Console()
  private lazy var json = DiagnosticsJSON()
  private(set) var counts = Counts()
  /// Findings in base files, which many specs share: each is told once.
  private var told: Set<String> = []

  init(_ format: OutputFormat) {
    self.format = format
  }

  func add(_ analysis: Analysis, files: Int = 1) {
    counts.files += files
    let found = analysis.diagnostics.filter { isNew($0, analysis.sources) }
    guard !found.isEmpty else { return }
    for diagnostic in found { counts.add(diagnostic) }
    switch format {
    case .json: json.add(found, sources: analysis.sources, secrets: analysis.secrets)
    case .text:
      let writer = TextDiagnostics(sources: analysis.sources, secrets: analysis.secrets, style: style)
      var text = ""
      for diagnostic in found {
        writer.append(diagnostic, to: &text)
        text += "\n"
      }
      console.show(text)
    }
  }

  func add(unreadable path: String, _ reason: String) {
    counts.unreadable += 1
    if format == .json { json.add(unreadable: path, reason: reason) }
    console.say("error: \(path.isEmpty ? "``" : path) \(reason)")
  }

  func say(_ line: String) { console.say(line) }

  func sayNothingFound(in paths: [String], passedOver: Int) {
    let looked =
      switch passedOver {
      case 0: "there is no .yaml, .yml or .json file"
      case 1: "the one .yaml, .yml or .json file there has no top-level key `rung`"
      default: "none of the \(passedOver) .yaml, .yml and .json files there has the top-level key `rung`"
      }
    console.say("error: no stream spec in \(paths.joined(separator: ", ")): \(looked)")
  }

  func verdict(strict: Bool) -> Exit {
    if counts.unreadable > 0 { return .notRun }
    return counts.errors > 0 || (strict && counts.warnings > 0) ? .errorsFound : .clean
  }

  func end(_ exit: Exit, summary: Bool) throws {
    if format == .json { console.print(json.text(counts)) }
    if summary { console.say(counts.summary) }
    try console.end(exit)
  }

  private func isNew(_ diagnostic: Diagnostic, _ sources: SourceMap) -> Bool {
    let span = diagnostic.span
    // The first file of an analysis is the spec itself. What does not fit in a preset is each spec's own affair.
    guard span.file.index != 0, sources[span.file].kind == .author else { return true }
    return told.insert("\(sources[span.file].name)\n\(span.lower)\n\(span.upper)\n\(diagnostic.id)\n\(diagnostic.message)").inserted
  }
}
