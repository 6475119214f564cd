internal import ArgumentParser
internal import Rung
internal import RungOutput
internal import RungProviders
internal import RungSource

struct DiffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Compare two versions as a provider sees them, and plan the change from one to the other.",
    usage: """
      rung diff <old> <new> [--for <provider>] [--plan] [--exit-code] [<options>]
             rung diff --base <rev> [<paths> ...] [<options>]
      """,
    discussion: """
      Each side is a spec, a provider's request body, or a provider's answer (GET), recognized by its content. The request \
      bodies are compared value by value. Each difference says what it requires: a change in place (by which request), the next \
      start, an interrupted session, or a new resource; and which document says so. What is equal for \
      the provider is not a difference.

      With two directories, the specs in them are compared: files of one path below the directory are versions of each other, and a \
      stream of one name in another file was moved. A stream that only one version has was added or removed, as long as every file \
      was understood; where one was not, no request is planned. A removed stream is named, and never planned to be deleted.

      With --base REV, the specs of the work tree are compared so with those of a revision of git, each with the files that it \
      extended there. Takes files, directories and patterns; without one, the current directory. Files without a change are left out.

      With --plan the requests that turn the old version into the new one, as `rung plan` shows them. What they require \
      of the existing resources (a stream's id) is in the answer, in the state file of the script that created them, or in the \
      environment.

      FORMATS:
        text      to read
        json      for programs (see `rung schema diff.v1`; with --plan `rung schema plan.v1`)
        markdown  for a pull request; not with --plan
        curl      with --plan: a shell script that sends it
        http      with --plan: requests to send one by one, for the REST Client of VS Code

      EXIT CODES:
        0  compared; with --exit-code: nothing differs
        1  a side has errors: what differs is shown, no request is planned; with --exit-code: something differs
        2  wrong usage
        3  a side cannot be read, or is not a spec, a body or an answer: nothing is compared; of many files, the others are

      EXAMPLES:
        rung diff --base origin/main --format markdown     what a pull request changes
        rung diff --base HEAD~1 channels/news.yaml --for mkio
        rung diff ../main/channels channels --format markdown
        rung diff old.yaml new.yaml --for livekit --plan --format curl > update.sh
        curl -f … | rung diff - news.yaml --for tenbyte --exit-code     the running stream against the spec in git
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json, markdown, curl, http
  }

  @Argument(
    help: "The old and the new side: a spec, a body, an answer or a directory of specs each; - for standard input. With --base the files and directories to compare.",
    completion: .specs, transform: Word.path)
  var paths: [String] = []

  @Option(help: ArgumentHelp("Compare with this revision of git.", valueName: "rev"), completion: RevisionOption.completion)
  var base: String?

  @OptionGroup var root: RootOption

  @OptionGroup var providers: ProviderOption

  @Option(help: ArgumentHelp("The provider or request of the old side, where its content does not show it.", valueName: "provider[.request]"), completion: .list(RequestName.all))
  var oldAs: String?

  @Option(help: ArgumentHelp("The provider or request of the new side, where its content does not show it.", valueName: "provider[.request]"), completion: .list(RequestName.all))
  var newAs: String?

  @Flag(help: "Show the requests that turn the old version into the new one.")
  var plan = false

  @Option(help: "text, json or markdown; with --plan text, json, curl or http.")
  var format: Format = .text

  @Option(help: ArgumentHelp("Only the stream of this name, when the files hold several.", valueName: "name"), transform: Word.name)
  var stream: String?

  @Flag(help: "End with 1 when something differs.")
  var exitCode = false

  @OptionGroup var color: ColorOption

  func run() throws {
    let isPlanFormat = format == .curl || format == .http
    if plan, format == .markdown { throw Failure.usage("a plan is text, json, curl or http") }
    if !plan, isPlanFormat { throw Failure.usage("\(format.rawValue) is a format of the plan; add --plan") }
    let ids = try providers.ids()
    let console = Console()
    let changes = try base.map { base in
      if oldAs != nil || newAs != nil { throw Failure.usage("--base compares specs; remove --old-as and --new-as") }
      return try RevisionSides(base, paths, in: root)
    }
    let sides: DiffSides
    if let base, let changes {
      sides = DiffSides(changes, since: base)
      for line in changes.remarks { console.say(line) }
    } else {
      guard paths.count == 2 else { throw Failure.usage("two sides are compared; write `rung diff OLD NEW`, or `rung diff --base REV` for what changed in git") }
      if paths == ["-", "-"] { throw Failure.usage("only one side can be standard input") }
      sides = try DiffSides(paths[0], paths[1], in: root, as: (oldAs, newAs))
    }
    let result = diff(sides.old, sides.new, areWhole: sides.unreadable.isEmpty, for: ids)
    tell(result.old, result.oldState, sides.titles.old, sides.isFleet ? nil : "--old-as", sides.old.count, console)
    tell(result.new, result.newState, sides.titles.new, sides.isFleet ? nil : "--new-as", sides.new.count, console)
    for (path, reason) in sides.unreadable { console.say("error: \(path) \(reason)") }
    let states = [result.oldState, result.newState]
    let isUnknown = states.contains(.notUnderstood) || !sides.unreadable.isEmpty
    if let base, let changes, !isUnknown, sides.old.isEmpty, sides.new.isEmpty { return try end(result, changes, since: base, console) }
    if result.newIsEmpty, base == nil {
      throw Failure.notRun("there is no stream in \(paths[1]), and nothing is compared: not every stream of \(paths[0]) is taken to be removed")
    }
    if isUnknown, !sides.isFleet || plan {
      if plan, sides.isFleet { console.say("no request is planned: not every file could be compared") }
      throw Exit.notRun.code
    }
    if plan, result.newIsAnswer {
      throw Failure.usage("\(paths[1]) is an answer, which says what there is; a plan leads to a spec or to request bodies")
    }
    let hasErrors = states.contains(.hasErrors)
    let notListed = "streams that only one version has are not listed: they may be in what was not understood"
    if sides.isFleet, isUnknown || hasErrors { console.say(notListed) }
    if hasErrors, plan {
      console.say("no request is planned: fix the errors first")
      throw Exit.errorsFound.code
    }
    if isUnknown, result.streams.isEmpty { throw Exit.notRun.code }
    if hasErrors, result.streams.isEmpty { throw Exit.errorsFound.code }

    let chosen = try stream.map { name throws(RungError) in try result.only(stream: name) } ?? result
    let streams = chosen.streams
    guard !streams.isEmpty else {
      if sides.isFleet { throw Failure.notRun("nothing to compare: there are only bases in \(sides.titles.old) and \(sides.titles.new)") }
      throw Failure.usage("nothing to compare: no stream of \(paths[1]) has the name of the stream in \(paths[0])")
    }
    guard streams.contains(where: { !$0.providers.isEmpty }) else {
      // What else a repository holds is no reason for a job to fail.
      if base != nil, !isUnknown, !hasErrors {
        console.say("nothing to compare: the streams that changed name no provider; say --for \(ProviderOption.example)")
        return try console.end(.clean)
      }
      throw Failure.usage("nothing to compare: neither side names a provider; say --for \(ProviderOption.example)")
    }
    plan ? try show(plansOf: chosen, console) : show(chosen, console)
    if format == .markdown, isUnknown || hasErrors {
      let faulty = [(result.oldState, sides.titles.old), (result.newState, sides.titles.new)].filter { $0.0 != .clean }
      console.print(DiffMarkdown.gaps(
        sides.unreadable.map { "\($0.path) \($0.reason)" } + faulty.map { "\($1) \($0 == .hasErrors ? "has errors; `rung check` shows them" : "has a file that was not understood")" }
          + (sides.isFleet ? [notListed] : [])))
    }
    try console.end(isUnknown ? .notRun : hasErrors || exitCode && streams.contains(where: \.differs) ? .errorsFound : .clean)
  }

  /// Where no file differs.
  private func end(_ result: DiffAnalysis, _ changes: RevisionSides, since base: String, _ console: Console) throws {
    let count = changes.count
    if count == 0 { throw Failure.notRun("no stream spec in \(paths.isEmpty ? "." : paths.joined(separator: ", ")), neither now nor at \(base)") }
    let bases = changes.changedBases
    console.say(
      bases.isEmpty
        ? "nothing changed since \(base): \(count) file\(count == 1 ? "" : "s") compared"
        : "no stream of those that are compared changed since \(base), but \(bases.joined(separator: ", ")) did: name the streams that extend it, or their directory")
    if format == .json { plan ? try show(plansOf: result, console) : show(result, console) }
    try console.end(exitCode && !bases.isEmpty ? .errorsFound : .clean)
  }

  /// - Parameter option: names the request of a body; nil where only specs are compared.
  private func tell(_ analysis: Analysis, _ state: DiffSideState, _ side: String, _ option: String?, _ files: Int, _ console: Console) {
    guard state != .clean else { return }
    // Remarks that need no answer are those of `rung check`.
    Remarks.tell(analysis.diagnostics.filter { $0.severity == .error }, of: analysis, console, files: files)
    if state == .hasErrors { return console.say("\(side) has errors") }
    console.say(option.map { "\(side) was not understood; name the request of a body with \($0) PROVIDER.REQUEST" } ?? "a file of \(side) was not understood")
  }

  private func show(_ result: DiffAnalysis, _ console: Console) {
    let format = DiffFormat(rawValue: format.rawValue) ?? .text
    console.put(result.rendered(as: format, style: Console.resultStyle), toRead: format == .text)
  }

  private func show(plansOf result: DiffAnalysis, _ console: Console) throws {
    // Standard output is a script or JSON.
    for line in result.notJudged { console.say(line) }
    let plans = result.plans
    if format == .json { return console.print(try plans.rendered(as: .json)) }
    guard !plans.all.isEmpty else { return console.say(result.differs ? "nothing to send" : "nothing differs: there is nothing to send") }
    guard plans.all.contains(where: { !$0.steps.isEmpty }) else {
      return console.say("nothing to send: no request that Rung knows changes what differs")
    }
    let format = PlanFormat(rawValue: format.rawValue) ?? .text
    console.put(try plans.rendered(as: format, style: Console.resultStyle), toRead: format == .text)
  }
}
