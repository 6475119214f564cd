internal import ArgumentParser
internal import Rung
internal import RungPlatform
internal import RungProviders
internal import RungSource
internal import Synchronization

/// `check --fix` and `check --diff`.
struct FixJob {
  let option: FixOption
  let targets: [TargetID]?
  let only: [TargetID]?
  let packs: [RulePack]
  let root: RootOption
  /// Findings that are not fixed; nil for none.
  let baseline: BaselineFile?
  let detail: FindingsDetail

  /// - Parameter check: checks the files as they are then.
  func run(_ paths: [String], among listed: [String]?, check: () throws -> Void) throws {
    guard !paths.isEmpty || listed != nil else {
      throw Failure.usage("no file was named; write `rung check --fix FILE`, or `rung check --fix .` for all specs below this directory")
    }
    let isInput = paths.contains(where: Inputs.isStandardInput)
    if isInput, paths.count > 1 || listed != nil { throw Failure.usage("--fix with - prints the fixed text; remove the other paths") }
    var files = try SpecFiles(paths, among: listed ?? [], in: root, baseline: baseline)
    var specs: [SpecFiles.Spec] = []
    var unreadable: [(path: String, reason: String)] = []
    try files.forEach { specs.append($0) } unreadable: { unreadable.append(($0, $1)) }
    let console = Console()
    let fixing = fixed(Self.named(specs), option.degree, for: targets, only: only, packs: packs)
    var changes = FileChanges(root: try root.directory(), console)
    let before = Dictionary(specs.map { (Array($0.input.name.utf8), $0.input.bytes) }, uniquingKeysWith: { first, _ in first })
    let changed = fixing.texts.filter(\.isChanged)
    if isInput, !option.diff {
      guard let text = fixing.texts.first else { throw Failure.notRun(unreadable.map { "\($0.path) \($0.reason)" }.joined()) }
      console.pass(text.input.bytes)
      var alone = Fleet()
      let analyses = Rung.check([(text.input, specs[0].loader)], for: targets, only: only, packs: packs, in: &alone)
      var document = FindingsDocument(as: .text, style: Console.remarkStyle, from: detail.leastInText)
      for analysis in analyses { console.remark(document.add(analysis)) }
      console.remark(document.rest)
      tell(fixing, changed, console)
      if !detail.isQuiet { console.say(document.summary) }
      try console.end(document.errors > 0 ? .errorsFound : .clean)
      return
    }
    var done: [Fixing.Text] = []
    for text in changed {
      guard let old = before[Array(text.input.name.utf8)] else { continue }
      if option.diff { changes.show(text.input, over: old) } else if !changes.write(text.input, over: old) { continue }
      done.append(text)
    }
    if option.diff {
      for (path, reason) in unreadable { console.say("error: \(path.isEmpty ? "``" : path) \(reason)") }
      if specs.isEmpty, unreadable.isEmpty, listed == nil { throw Failure.notRun(files.nothingFound(in: paths)) }
      tell(fixing, done, console)
      try console.end(!unreadable.isEmpty ? .notRun : changed.isEmpty ? .clean : .errorsFound)
      return
    }
    let result = Result { try check() }
    tell(fixing, done, console)
    if changes.hasFailed { throw Exit.notRun.code }
    try result.get()
  }

  /// - Parameter done: the texts that were written, or shown.
  private func tell(_ fixing: Fixing, _ done: [Fixing.Text], _ console: Console) {
    guard !detail.isQuiet else { return }
    var away: [String: Int] = [:]
    for unmade in fixing.unmade {
      switch unmade.reason {
      case .fileNotNamed: away[unmade.file, default: 0] += 1
      case .raises(let rule): say(unmade, "it brings the error \(rule)", console)
      case .leadsBack: say(unmade, "what follows leads back to the text before it", console)
      case .contradicted: say(unmade, "another stream needs another value there", console)
      case .notReached: say(unmade, "there is more to fix than in one run; run it again", console)
      }
    }
    for (file, count) in away.sorted(by: { $0.key < $1.key }) {
      console.say("not fixed: \(count) finding\(count == 1 ? "" : "s") in \(file), which was not named; name it as well")
    }
    let count = done.reduce(0) { $0 + $1.made.count }
    let unsafe = fixing.unsafeLeft == 0 ? "" : "; \(fixing.unsafeLeft) more with --unsafe"
    guard fixing.texts.contains(where: \.isChanged) else { return console.say("nothing to fix\(unsafe)") }
    let extent = "\(count) finding\(count == 1 ? "" : "s") in \(done.count) file\(done.count == 1 ? "" : "s")"
    console.say(option.diff ? "would fix \(extent)\(unsafe); nothing was written" : "fixed \(extent)\(unsafe)")
  }

  private func say(_ unmade: Fixing.Unmade, _ why: String, _ console: Console) {
    console.say("not fixed: \(unmade.file): \(unmade.title) (\(unmade.rule)): \(why)")
  }

  /// The specs, whose loaders call a file among them by the name that it has there: it is the same text. A file that was named twice
  /// is there once.
  private static func named(_ specs: [SpecFiles.Spec]) -> [SpecFiles.Spec] {
    var names: [[UInt8]: String] = [:]
    var unique: [SpecFiles.Spec] = []
    for spec in specs {
      if let real = PathName.real(spec.input.name) {
        guard names[Array(real.utf8)] == nil else { continue }
        names[Array(real.utf8)] = spec.input.name
      }
      unique.append(spec)
    }
    let known = names
    return unique.map { spec in
      // What the loader itself calls them: what they extend is looked for from there.
      let own = Mutex<[[UInt8]: String]>([:])
      let loader = Loader { path, from in
        let from = own.withLock { $0[Array(from.utf8)] } ?? from
        guard case .file(var base) = spec.loader.load(path, from: from) else { return spec.loader.load(path, from: from) }
        if !PathName.isSame(base.name, spec.input.name), let real = PathName.real(base.name), let name = known[Array(real.utf8)] {
          own.withLock { $0[Array(name.utf8)] = base.name }
          base.name = name
        }
        return .file(base)
      }
      return (spec.input, loader)
    }
  }
}
