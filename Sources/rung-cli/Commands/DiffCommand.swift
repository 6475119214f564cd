internal import ArgumentParser
internal import Rung
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

      With --base REV, the specs of the work tree are compared with those of a revision of git, each with the files that it \
      extended there. Takes files, directories and patterns; without one, the current directory. What is equal is left out. A \
      file that was removed is named, and never planned to be deleted.

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
        3  a side cannot be read, or is not a spec, a body or an answer: nothing is compared

      EXAMPLES:
        rung diff --base origin/main --format markdown     what a pull request changes
        rung diff --base HEAD~1 channels/news.yaml --for mkio
        rung diff old.yaml new.yaml --for livekit --plan --format curl > update.sh
        curl -f … | rung diff - news.yaml --for tenbyte --exit-code     the running stream against the spec in git
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json, markdown, curl, http
  }

  @Argument(
    help: "The old and the new side: a spec, a body or an answer each; - for standard input. With --base the files and directories to compare.",
    completion: .file(extensions: ["yaml", "yml", "json"]), transform: Word.path)
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

  func run() throws {
    let isPlanFormat = format == .curl || format == .http
    if plan, format == .markdown { throw Failure.usage("a plan is text, json, curl or http") }
    if !plan, isPlanFormat { throw Failure.usage("\(format.rawValue) is a format of the plan; add --plan") }
    let ids = try providers.ids()
    let console = Console()
    if let base { return try run(against: base, for: ids, console) }
    guard paths.count == 2 else { throw Failure.usage("two sides are compared; write `rung diff OLD NEW`, or `rung diff --base REV` for what changed in git") }
    let (old, new) = (paths[0], paths[1])
    if old == "-", new == "-" { throw Failure.usage("only one side can be standard input") }
    let (before, after) = (try input(old, oldAs), try input(new, newAs))
    let result = diff(before, after, for: ids)
    tell(result.old, result.oldState, "the old version", "--old-as", console)
    tell(result.new, result.newState, "the new version", "--new-as", console)
    let states = [result.oldState, result.newState]
    if states.contains(.notUnderstood) { throw Exit.notRun.code }
    if plan, result.newIsAnswer {
      throw Failure.usage("\(new) is an answer, which says what there is; a plan leads to a spec or to request bodies")
    }
    try show(result, console) { "nothing to compare: no stream of \(new) has the name of the stream in \(old)" }
  }

  private func run(against base: String, for ids: [TargetID]?, _ console: Console) throws {
    if oldAs != nil || newAs != nil { throw Failure.usage("--base compares specs; remove --old-as and --new-as") }
    let changes = try RevisionPairs(base, paths, in: root)
    for line in changes.remarks { console.say(line) }
    for line in changes.unreadable { console.say("error: \(line)") }
    let result = diff(changes.pairs, for: ids)
    tell(result.old, result.oldState, "the version of \(base)", nil, console)
    tell(result.new, result.newState, "the work tree", nil, console)
    let isKnown = changes.unreadable.isEmpty && ![result.oldState, result.newState].contains(.notUnderstood)
    guard isKnown else {
      if plan { console.say("no request is planned: not every file could be compared") } else if !result.streams.isEmpty { show(result, console) }
      return try console.end(.notRun)
    }
    if changes.count == 0 { throw Failure.notRun("no stream spec in \(paths.isEmpty ? "." : paths.joined(separator: ", ")), neither now nor at \(base)") }
    if changes.pairs.isEmpty {
      console.say("nothing changed since \(base): \(changes.count) file\(changes.count == 1 ? "" : "s") compared")
      if format == .json { plan ? try show(plansOf: result, console) : show(result, console) }
      return try console.end(.clean)
    }
    let hasErrors = [result.oldState, result.newState].contains(.hasErrors)
    if !hasErrors, result.streams.allSatisfy(\.providers.isEmpty) {
      console.say("nothing to compare: the streams that changed name no provider; say --for \(ProviderOption.example)")
      return try console.end(.clean)
    }
    try show(result, console) { "nothing to compare: the changed files hold no stream" }
  }

  private func show(_ result: DiffAnalysis, _ console: Console, nothing: () -> String) throws {
    let states = [result.oldState, result.newState]
    let hasErrors = states.contains(.hasErrors)
    if hasErrors, plan {
      console.say("no request is planned: fix the errors first")
      throw Exit.errorsFound.code
    }
    if hasErrors, result.streams.isEmpty { throw Exit.errorsFound.code }

    let chosen = try stream.map { name throws(RungError) in try result.only(stream: name) } ?? result
    let streams = chosen.streams
    guard !streams.isEmpty else {
      throw Failure.usage(nothing())
    }
    guard streams.contains(where: { !$0.providers.isEmpty }) else {
      throw Failure.usage("nothing to compare: neither side names a provider; say --for \(ProviderOption.example)")
    }
    plan ? try show(plansOf: chosen, console) : show(chosen, console)
    try console.end(hasErrors || exitCode && streams.contains(where: \.differs) ? .errorsFound : .clean)
  }

  private func input(_ file: String, _ name: String?) throws -> DiffInput {
    let (input, loader) = try Inputs.one(file, in: root)
    return DiffInput(input, loader: loader, as: try name.map(RequestOption.name))
  }

  private func tell(_ analysis: Analysis, _ state: DiffSideState, _ side: String, _ option: String?, _ console: Console) {
    guard state != .clean else { return }
    // Remarks that need no answer are those of `rung check`.
    Remarks.tell(analysis.diagnostics.filter { $0.severity == .error }, of: analysis, console)
    console.say(
      state == .hasErrors ? "\(side) has errors" : "\(side) was not understood\(option.map { "; name the request of a body with \($0) PROVIDER.REQUEST" } ?? "")")
  }

  private func show(_ result: DiffAnalysis, _ console: Console) {
    switch format {
    case .json: console.print(result.rendered(as: .json))
    case .markdown: console.print(result.rendered(as: .markdown))
    case .text, .curl, .http: console.show(result.rendered(as: .text, style: Console.resultStyle))
    }
  }

  private func show(plansOf result: DiffAnalysis, _ console: Console) throws {
    // Standard output is a script or JSON.
    for line in result.notJudged { console.say(line) }
    let plans = result.plans
    if format == .json { return console.print(try plans.rendered(as: .json)) }
    guard !plans.all.isEmpty else { return console.say("nothing differs: there is nothing to send") }
    guard plans.all.contains(where: { !$0.steps.isEmpty }) else {
      return console.say("nothing to send: no request that Rung knows changes what differs")
    }
    switch format {
    case .curl: console.print(try plans.rendered(as: .curl))
    case .http: console.print(try plans.rendered(as: .http))
    default: console.show(try plans.rendered(as: .text, style: Console.resultStyle))
    }
  }
}
