internal import ArgumentParser
internal import Rung
internal import RungCall
internal import RungSource

/// The specs that a command line names, each on the road of a command whose result is something else than findings: these go to
/// standard error. Bases are read with the specs that extend them, and have no result.
struct SpecRun<Result> {
  /// What came of one file.
  struct Outcome {
    let name: String
    let analysis: Analysis
    let result: Result
  }

  let console: Console
  /// In the order of the paths.
  private(set) var outcomes: [Outcome] = []
  /// Whether every file could be read.
  private(set) var isWhole = true
  /// Why there is nothing to show, when no file is left.
  private let nothing: String

  /// Names of the paths, for a title: the one that was named, or how many files there are.
  let title: String

  /// - Parameters:
  ///   - command: its name.
  ///   - tells: what of a file is said beside the result: nil for nothing.
  ///   - work: what the command does with each file.
  init(
    _ paths: [String], for command: String, _ root: RootOption, tells: FindingsDetail?, onlyWithErrors: Bool = false, baseline: BaselineFile? = nil,
    _ work: (SpecFiles.Spec) -> (analysis: Analysis, result: Result)
  ) throws {
    guard !paths.isEmpty else {
      throw Failure.usage("no file was named; write `rung \(command) FILE`, or `rung \(command) .` for all specs below this directory")
    }
    var files = try SpecFiles(paths, in: root, baseline: baseline)
    let console = Console()
    self.console = console
    let isQuiet = tells?.isQuiet ?? false
    var document = FindingsDocument(as: .text, style: Console.remarkStyle, from: tells?.leastInText ?? .note)
    var isTold = false
    func tell(_ analysis: Analysis) {
      guard tells != nil, !onlyWithErrors || analysis.hasErrors else { return document.addText() }
      console.remark(document.add(analysis))
      isTold = isTold || !analysis.diagnostics.isEmpty || !analysis.suppressed.isEmpty
    }
    // Streams that may be bases, until all files are known.
    var held = HeldBases()
    var bases: [String] = []
    var faults: [String] = []
    var all: [Outcome?] = []
    try files.forEach { spec in
      let (analysis, result) = work(spec)
      held.extend(analysis.extended)
      if analysis.isBase { bases.append(spec.input.name) }
      if analysis.mayBeBase { held.files.append((spec.input.name, all.count)) } else { tell(analysis) }
      all.append(analysis.isBase ? nil : Outcome(name: spec.input.name, analysis: analysis, result: result))
    } unreadable: { path, reason in
      document.add(unreadable: path, reason: reason)
      faults.append("error: \(path.isEmpty ? "``" : path) \(reason)")
    }
    for (name, index, role) in held.settled(files.read) {
      if case .stream = role {
        if let outcome = all[index] { tell(outcome.analysis) }
        continue
      }
      bases.append(name)
      all[index] = nil
      document.addText()
    }
    outcomes = all.compactMap { $0 }
    isWhole = faults.isEmpty
    console.remark(document.rest)
    for fault in faults { console.say(fault) }
    document.addPassedOver(files.passedOver)
    let isFleet = all.count + faults.count > 1 || files.passedOver > 0
    if !isQuiet, !all.isEmpty, isTold || isFleet {
      // Where notes are not told, nobody has counted them.
      console.say(isTold || tells != nil && !onlyWithErrors ? document.summary : document.extent)
    }
    if let said = try baseline?.end(isWhole: isWhole) { console.say(said) }
    title = paths.count == 1 ? paths[0] : "\(all.count) files"
    nothing =
      switch bases.count {
      case 0: files.nothingFound(in: paths)
      case 1: SpecFiles.isBase(bases[0])
      default: "all \(bases.count) files are bases, of which nothing is sent; name the specs that extend them"
      }
  }

  var hasErrors: Bool { outcomes.contains { $0.analysis.hasErrors } }

  /// Ends the command where nothing is left to show.
  func requireStreams() throws {
    guard outcomes.isEmpty else { return }
    // Why has been said.
    guard isWhole else { throw Exit.notRun.code }
    throw Failure.notRun(nothing)
  }

  /// Ends the command where a file could not be read, where one has errors, and where nothing is left.
  func requireSound() throws {
    guard isWhole else { throw Exit.notRun.code }
    if hasErrors { throw Exit.errorsFound.code }
    try requireStreams()
  }
}
