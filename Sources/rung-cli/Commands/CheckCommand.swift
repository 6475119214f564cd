internal import ArgumentParser
internal import Rung
internal import RungOutput
internal import RungProviders
internal import RungSource

struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Check stream specs, or request bodies of a provider.",
    usage: "rung check <paths> ... [--for <target>] [--pack <pack>] [--since <rev>] [--as <provider[.request]>] [<options>]",
    discussion: """
      Takes files, directories, patterns in quotes ("channels/**/*.yaml") and - for standard input. In a directory, \
      every .yaml, .yml and .json file that has the top-level key `rung`, looks like a spec that lacks it, or is called \
      NAME.rung.yaml (.yml, .json), is checked, in the order of the paths; hidden files, node_modules and linked directories are skipped. A file that is named itself \
      is always checked. A file with `base: true` is read and never judged as a stream.

      Errors and warnings are shown in full, errors last. What a target has no field for is one line for each target; --notes \
      shows everything, and `accepts` under a target says that a loss is known.

      With --since REV, the files are judged as ever, and only what is about changed ones is shown: those whose text, or \
      the text of a file that they extend, differs from that revision of git. Others are passed over.

      With --fix, what findings say to write is written into the files that were named, until nothing is left to fix; then they are checked. \
      What is suppressed is not fixed. Only fixes that keep the meaning are made; with --unsafe also those that choose a value. --diff shows what --fix would do.

      With --as PROVIDER, files hold request bodies, or answers of the provider, as JSON: each is checked as the provider \
      would. The fields of a body show which request it is for, or name it: --as PROVIDER.REQUEST. A file may hold one \
      body, a list of them, or several by the names of their requests, as `rung compile` prints them. In a directory, \
      every file that holds such bodies is checked. With --together, all files are the requests of one stream.

      EXAMPLES:
        rung check channels/
        rung check news.yaml --for tenbyte
        rung check channels/ --pack apple-hls
        rung check . --format json > findings.json
        rung check . --output sarif=rung.sarif --output junit=rung.xml
        rung check --since origin/main channels/
        git diff --name-only main... | rung check --files-from -
        rung check --fix channels/
        rung check --diff channels/ > fixes.patch
        rung check - --stdin-filename channels/news.yaml < news.tmp
        generate-spec | rung check -
        rung check --as tenbyte body.json
        curl -f … | rung check --as livekit.create -
      """)

  @Argument(
    help: "Files, directories, patterns, or - for standard input.", completion: .file(extensions: ["yaml", "yml", "json"]),
    transform: Word.path)
  var paths: [String] = []

  @Option(
    name: .customLong("files-from"),
    help: ArgumentHelp("A list of paths, one on each line, or - for standard input; names of other files and of deleted ones are passed over. May be repeated.", valueName: "file"),
    completion: .file(), transform: Word.path)
  var lists: [String] = []

  @Option(
    help: ArgumentHelp("Show only what is about files that differ from this revision of git, or extend one that does. Default path: the current directory.", valueName: "rev"),
    completion: RevisionOption.completion)
  var since: String?

  @OptionGroup var providers: ProviderOption

  @Option(
    name: .customLong("only-target"),
    help: ArgumentHelp("Check only the streams that have this target, and for it alone. May be repeated, or list several with commas.", valueName: "target"),
    completion: .listed(Targets.ids))
  var only: [String] = []

  @OptionGroup var packs: PackOption

  @OptionGroup var root: RootOption

  @OptionGroup var request: RequestOption

  @Flag(help: "With --as: the files are the requests of one stream, and are checked against each other.")
  var together = false

  @OptionGroup var output: FindingsOutputOption

  @OptionGroup var shown: FindingsOption

  @Flag(help: "Warnings count as errors for the exit code.")
  var strict = false

  @OptionGroup var baseline: BaselineOption

  @OptionGroup var color: ColorOption
  @OptionGroup var fixes: FixOption

  func run() throws {
    guard let name = try request.name() else {
      if together { throw Failure.usage("--together goes with --as") }
      try refuseHalfUpdate()
      let only = try ProviderOption.ids(only, among: Targets.ids)
      if only != nil, !providers.names.isEmpty { throw Failure.usage("--only-target selects streams by their targets, and --for replaces these; remove one of them") }
      if fixes.isAsked { return try fix(only: only) }
      return try Self.run(
        paths, among: lists.isEmpty ? nil : try lists.flatMap(FileList.names), for: try providers.ids(), since: since, only: only, packs: try packs.packs(), in: root, to: output, shown.detail, baselineFile(), strict: strict)
    }
    guard only.isEmpty, lists.isEmpty, since == nil else { throw Failure.usage("--only-target, --files-from and --since are for stream specs; remove --as") }
    guard packs.values.isEmpty else { throw Failure.usage("--pack is for stream specs; remove --as") }
    guard providers.names.isEmpty else { throw Failure.usage("--as already names the provider; remove --for") }
    guard !fixes.isAsked else { throw Failure.usage("--fix and --diff are for stream specs; remove --as") }
    guard root.root == nil else { throw Failure.usage("--root is for stream specs; remove --as") }
    try refuseHalfUpdate()
    let file = try baselineFile()
    try BodyCheck(name, together: together, stdin: root.stdin.name, policies: PolicySource(root.policy, baseline: file?.match), file).run(paths, to: output, shown.detail, strict: strict)
  }

  private func baselineFile() throws -> BaselineFile? { try baseline.file(searching: lists.isEmpty && since == nil ? paths : []) }

  private func fix(only: [TargetID]?) throws {
    guard since == nil else { throw Failure.usage("--fix and --diff take no --since; name the changed files: --files-from") }
    guard output.printed ?? .text == .text || !fixes.diff && !paths.contains("-") else { throw Failure.usage("standard output is for the text or the diff; remove --format") }
    let (ids, packs, listed) = (try providers.ids(), try packs.packs(), lists.isEmpty ? nil : try lists.flatMap(FileList.names))
    let file = try baselineFile()
    // What a new baseline takes in is what is left.
    let known = file.flatMap { $0.isNew ? nil : $0 }
    try FixJob(option: fixes, targets: ids, only: only, packs: packs, root: root, baseline: known, detail: shown.detail).run(paths, among: listed) {
      try Self.run(paths, among: listed, for: ids, only: only, packs: packs, in: root, to: output, shown.detail, file, strict: strict)
    }
  }

  /// The paths of `check PATH…` without any option: what hooks and CI jobs call most, with thousands of paths at times.
  /// The parser takes longer than a check does, and its time grows with the square of their number.
  static func plainPaths(_ arguments: [String]) -> [String]? {
    guard arguments.count > 1, arguments[0] == "check" else { return nil }
    let paths = Array(arguments.dropFirst())
    return paths.allSatisfy { !$0.hasPrefix("-") || $0 == "-" } ? paths : nil
  }

  static func run(
    _ paths: [String], among listed: [String]? = nil, for ids: [TargetID]?, since: String? = nil, only: [TargetID]? = nil, packs: [RulePack] = [], in root: RootOption? = nil,
    to output: FindingsOutputOption? = nil, _ detail: FindingsDetail, _ baseline: BaselineFile? = nil, strict: Bool
  ) throws {
    guard !paths.isEmpty || listed != nil || since != nil else {
      throw Failure.usage("no file was named; write `rung check FILE`, or `rung check .` for all specs below this directory")
    }
    let paths = paths.isEmpty && listed == nil ? ["."] : paths
    let revision = try since.map { try Revision($0, option: "--since", near: paths.first ?? ".") }
    let fence = try root?.directory()
    var files = try SpecFiles(
      paths, among: listed ?? [], in: root, baseline: baseline, besides: output, wasSpec: revision.map { revision in { revision.hadSpec(at: $0) } })
    let findings = Findings(output, by: try files.format(for: paths.first), detail, strict: strict)
    var fleet = Fleet()
    // Some at a time: see `check` of the library.
    var waiting: [(spec: SpecFiles.Spec, mark: ChangeMark?)] = []
    var size = 0
    // Streams that may be bases, until all files are known.
    var held = HeldBases()
    var possible: [Analysis] = []
    // By their bytes.
    var changed: Set<[UInt8]> = []
    var unchanged = 0
    func judge() {
      let analyses = check(waiting.map(\.spec), for: ids, only: only, packs: packs, in: &fleet)
      for ((spec, mark), analysis) in zip(waiting, analyses) {
        held.extended.formUnion(analysis.extended)
        if mark?.isChanged == true { changed.insert(Array(spec.input.name.utf8)) }
        if analysis.isPassedOver {
          findings.addPassedOver()
        } else if mark?.isChanged == false {
          unchanged += 1
          // What it cannot have beside a changed one is found here when that one comes first.
          let met = analysis.diagnostics.filter { found in
            found.notes.contains { note in note.span.map { changed.contains(Array(analysis.sources[$0.file].name.utf8)) } ?? false }
          }
          if met.isEmpty { findings.addPassedOver() } else { findings.add(analysis, only: met) }
        } else if analysis.mayBeBase {
          held.files.append((spec.input.name, possible.count))
          possible.append(analysis)
        } else {
          findings.add(analysis)
        }
      }
      waiting.removeAll(keepingCapacity: true)
      size = 0
    }
    try files.forEach { spec in
      waiting.append(revision.map { ChangeMark.watch(spec, against: $0, root: fence) } ?? (spec, nil))
      size += spec.input.bytes.count
      if waiting.count == 128 || size > 1 << 20 { judge() }
    } unreadable: { path, reason in
      judge()
      // A list of changed files names those that are gone as well.
      if let revision, revision.wasRemoved(path) {
        unchanged += 1
        findings.addPassedOver()
      } else {
        findings.add(unreadable: path, reason)
      }
    }
    judge()
    for (_, index, kind) in held.settled(files.read) {
      switch kind {
      case .stream: findings.add(possible[index])
      case .base: findings.addBase()
      case .baseOf(let stream, let found): findings.add(stream, only: found)
      }
    }
    for _ in 0..<files.configurations { findings.addBase() }
    findings.addPassedOver(files.passedOver)
    if findings.isEmpty, unchanged == 0, listed == nil, only == nil {
      findings.say("error: \(files.nothingFound(in: paths))")
      try findings.end(.notRun, summary: false)
      return
    }
    try findings.end(findings.verdict, summary: true, baseline)
  }

  /// A run that does not look for all there is would remove what it has not looked for.
  private func refuseHalfUpdate() throws {
    if fixes.isAsked, fixes.diff || paths.contains(where: Inputs.isStandardInput) {
      let option = baseline.update ? "--update-baseline" : output.written.isEmpty ? nil : "--output"
      if let option { throw Failure.usage("\(fixes.diff ? "--diff" : "--fix with -") does not check what is left; remove \(option)") }
    }
    guard baseline.update else { return }
    if paths.contains(where: Inputs.isStandardInput), root.stdin.name == nil {
      throw Failure.usage("--update-baseline needs the name of the file that standard input is; add --stdin-filename NAME")
    }
    let option =
      !providers.names.isEmpty ? "--for" : !only.isEmpty ? "--only-target" : since != nil ? "--since" : !root.policy.select.isEmpty ? "--select" : !root.policy.ignore.isEmpty ? "--ignore" : nil
    if let option { throw Failure.usage("--update-baseline needs all findings; remove \(option)") }
  }
}
