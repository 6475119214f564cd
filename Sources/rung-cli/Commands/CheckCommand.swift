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
      the text of a file that they extend or of the rung.yaml that holds for them, differs from that revision of git. Others are passed over.

      With --fix, what findings say to write is written into the files that were named, until nothing is left to fix; then they are checked. \
      What is suppressed is not fixed. Only fixes that keep the meaning are made; with --unsafe also those that choose a value. --diff shows what --fix would do.

      With --shard 3/8, a job checks every eighth file and prints results that only `rung check --merge` reads: it puts those of all eight together, \
      compares their streams, and says what one run says. It needs the same files as the shards.

      With --as PROVIDER, files hold request bodies, or answers of the provider, as JSON: each is checked as the provider \
      would. The fields of a body show which request it is for, or name it: --as PROVIDER.REQUEST. A file may hold one \
      body, a list of them, or several by the names of their requests, as `rung compile` prints them. In a directory, \
      every file that holds such bodies is checked. With --together, all files are the requests of one stream.

      EXIT CODES:
        0  nothing found at error level; with --diff: nothing to fix
        1  errors found, with --strict also warnings; with --diff: there is something to fix
        2  wrong usage
        3  could not judge: a file that cannot be read, or no spec at all

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
        rung check channels/ --shard 3/8 > shard-3.json
        rung check --merge shard-*.json
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
    help: ArgumentHelp("A list of paths, one on each line, or - for standard input; names of other files and of deleted ones are passed over. Specs that extend a base of the list, or a deleted one, are checked as well. May be repeated.", valueName: "file"),
    completion: .file(), transform: Word.path)
  var lists: [String] = []

  @Option(
    help: ArgumentHelp("Show only what is about files that differ from this revision of git, or extend one that does. Default path: the current directory.", valueName: "rev"),
    completion: RevisionOption.completion)
  var since: String?

  @Option(
    help: ArgumentHelp("Check one of several parts, 3/8 the third of eight, and print its results for --merge: for jobs that run beside each other.", valueName: "number/count"),
    transform: Shard.named)
  var shard: Shard?

  @Flag(help: "Put the results of all shards together: the paths are their files. Prints what one run over everything prints.")
  var merge = false

  @Option(
    help: ArgumentHelp("How many processes check files beside each other. Default: one on each processor; of fewer than 256 files, and with --since, one.", valueName: "number"),
    transform: CheckJobs.named)
  var jobs: Int?

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
    try refuseParts()
    if merge { return try mergeShards() }
    guard let name = try request.name() else {
      if together { throw Failure.usage("--together goes with --as") }
      try refuseHalfUpdate()
      if lists.contains(where: Inputs.isStandardInput), paths.contains(where: Inputs.isStandardInput) { throw Failure.usage("standard input is either a spec or the list of --files-from; remove one `-`") }
      let only = try ProviderOption.ids(only, among: Targets.ids)
      if only != nil, !providers.names.isEmpty { throw Failure.usage("--only-target selects streams by their targets, and --for replaces these; remove one of them") }
      if fixes.isAsked { return try fix(only: only) }
      return try Self.run(
        paths, among: lists.isEmpty ? nil : try lists.flatMap(FileList.names), for: try providers.ids(), since: since, only: only, packs: try packs.packs(), in: root, to: output, shown.detail, baselineFile(), part: try part(), jobs: jobs, strict: strict)
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

  /// What cannot be shared out.
  private func refuseParts() throws {
    guard let option = merge ? "--merge" : shard == nil ? nil : "--shard" else { return }
    guard shard == nil || !merge else { throw Failure.usage("--shard checks a part, and --merge puts parts together; remove one of them") }
    let other = jobs != nil ? "--jobs" : request.text != nil ? "--as" : together ? "--together" : fixes.fix ? "--fix" : fixes.diff ? "--diff" : nil
    if let other { throw Failure.usage("\(option) and \(other) do not go together; remove \(other)") }
  }

  private func baselineFile() throws -> BaselineFile? { try baseline.file(searching: since == nil ? paths : []) }

  private func fix(only: [TargetID]?) throws {
    guard since == nil else { throw Failure.usage("--fix and --diff take no --since; name the changed files: --files-from") }
    guard output.printed ?? .text == .text || !fixes.diff && !paths.contains("-") else { throw Failure.usage("standard output is for the text or the diff; remove --format") }
    let (ids, packs, listed) = (try providers.ids(), try packs.packs(), lists.isEmpty ? nil : try lists.flatMap(FileList.names))
    let file = try baselineFile()
    // What a new baseline takes in is what is left.
    let known = file.flatMap { $0.isNew ? nil : $0 }
    try FixJob(option: fixes, targets: ids, only: only, packs: packs, root: root, baseline: known, detail: shown.detail).run(paths, among: listed) {
      try Self.run(paths, among: listed, for: ids, only: only, packs: packs, in: root, to: output, shown.detail, file, jobs: jobs, strict: strict)
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
    to output: FindingsOutputOption? = nil, _ detail: FindingsDetail, _ baseline: BaselineFile? = nil, part: ShardRun? = nil, jobs: Int? = nil,
    watched: WatchedFiles? = nil, changes: WatchedFiles.Changes? = nil, strict: Bool
  ) throws {
    guard !paths.isEmpty || listed != nil || since != nil else {
      throw Failure.usage("no file was named; write `rung check FILE`, or `rung check .` for all specs below this directory")
    }
    let paths = paths.isEmpty && listed == nil ? ["."] : paths
    let revision = try since.map { try Revision($0, option: "--since", near: paths.first ?? ".") }
    let files = try SpecFiles(
      paths, among: listed ?? [], in: root, baseline: baseline, besides: output, isSharded: part != nil, withDependents: true, wasSpec: revision.map { revision in { revision.hadSpec(at: $0) } })
    // A configuration says what logs and other programs read.
    let format = watched == nil ? try files.format(for: paths.first) : nil
    let findings = Findings(output, by: part == nil ? format : nil, detail, strict: strict, isHidden: part != nil)
    let results = CheckResults(findings)
    var written = part.map { part in
      var run = part
      (run.paths, run.isListed, run.commit, run.format) = (paths, listed != nil, revision?.commit, format)
      (run.files, run.list) = (files.names.count, ShardRun.hash(files.names))
      (run.unreadable, run.passedOver, run.excluded) = (files.unreadable, files.passedOver, files.excluded)
      return ShardResults(run) { findings.put($0) }
    }
    let run = CheckRun(files: files, targets: ids, only: only, packs: packs, revision: revision, fence: try root?.directory(), watched: watched, changes: changes)
    var tally = CheckTally(results, unreadable: files.unreadable, passedOver: files.passedOver)
    var said: String?
    if let part {
      var fleet = Fleet(part: .full)
      try run.judge(of: part.shard, in: &fleet) { index, name, outcome in
        written?.add(index, name, outcome)
        tally.take(name, outcome)
      }
      written?.end(part.shard, files.configurationsRead)
    } else {
      said = try CheckJobs(run, asked: jobs).judge(baseline, &tally)
    }
    // Where a shard has no file, another one has.
    let isNothingWrong = listed != nil || only != nil || part != nil || revision.map { revision in paths.contains(where: revision.hadSpecs) } ?? false
    if let said { findings.say(said) }
    try tally.end(
      baseline, read: files.read, nothing: isNothingWrong ? nil : { SpecFiles.nothingFound(in: paths, $0, excluded: files.excluded) })
  }

  /// The options that decide what is found, as they are typed.
  private var deciding: [String] {
    func each(_ option: String, _ values: [String]) -> [String] { values.flatMap { [option, $0] } }
    let policy = root.policy
    return each("--for", providers.names) + each("--only-target", only) + each("--pack", packs.values) + each("--since", [since].compactMap { $0 })
      + each("--root", [root.root].compactMap { $0 }) + each("--config", [policy.config].compactMap { $0 }) + (policy.noConfig ? ["--no-config"] : [])
      + each("--select", policy.select) + each("--ignore", policy.ignore) + each("--baseline", [baseline.path].compactMap { $0 })
  }

  /// What each job of several checks.
  private func part() throws -> ShardRun? {
    guard let shard else { return nil }
    guard output.printed == nil else { throw Failure.usage("--shard prints results for --merge; remove --format, or write the findings of this shard to a file: --output FORMAT=PATH") }
    guard !paths.contains(where: Inputs.isStandardInput) else { throw Failure.usage("--shard shares out files, and standard input is one text; remove -") }
    guard !baseline.update else { throw Failure.usage("--update-baseline needs all findings; give it to --merge, and --baseline to --shard as well") }
    var run = ShardRun(shard)
    run.options = deciding
    return run
  }

  private func mergeShards() throws {
    let own = lists.isEmpty && root.stdin.typed == nil ? deciding.first { $0.hasPrefix("--") && $0 != "--baseline" } : lists.isEmpty ? "--stdin-filename" : "--files-from"
    if let own { throw Failure.usage("--merge takes results of shards, which ran with options of their own; give \(own) to --shard") }
    let job = try MergeJob(paths)
    if let known = job.command.baseline.path, baseline.path == nil { throw Failure.usage("the shards ran with a baseline; add --baseline \(known)") }
    if baseline.update { try job.command.refuseHalfUpdate(true) }
    let file = try baseline.file(searching: job.command.since != nil ? [] : job.run.paths)
    try job.merge(to: output, shown.detail, file, strict: strict)
  }

  /// A run that does not look for all there is would remove what it has not looked for.
  ///
  /// - Parameter updates: whether the baseline is updated; nil for what the command line says.
  private func refuseHalfUpdate(_ updates: Bool? = nil) throws {
    if fixes.isAsked, fixes.diff || paths.contains(where: Inputs.isStandardInput) {
      let option = baseline.update ? "--update-baseline" : output.written.isEmpty ? nil : "--output"
      if let option { throw Failure.usage("\(fixes.diff ? "--diff" : "--fix with -") does not check what is left; remove \(option)") }
    }
    guard updates ?? baseline.update else { return }
    if paths.contains(where: Inputs.isStandardInput), root.stdin.name == nil {
      throw Failure.usage("--update-baseline needs the name of the file that standard input is; add --stdin-filename NAME")
    }
    let option =
      !providers.names.isEmpty ? "--for" : !only.isEmpty ? "--only-target" : since != nil ? "--since" : !root.policy.select.isEmpty ? "--select" : !root.policy.ignore.isEmpty ? "--ignore" : nil
    if let option { throw Failure.usage("--update-baseline needs all findings; remove \(option)") }
  }
}
