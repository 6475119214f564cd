internal import ArgumentParser
internal import RungSource

/// How much of the findings is shown: the same everywhere. The exit code depends on all of them.
struct FindingsOption: ParsableArguments {
  @Flag(help: "Show notes in full as well: what each target has no field for, and what is worth knowing.")
  var notes = false

  @Flag(name: .shortAndLong, help: "Show errors only, with --strict warnings too, and no summary.")
  var quiet = false

  @Option(
    help: ArgumentHelp("The lowest severity that is shown in full: error, warning or note. Default: warning; in json and jsonl note.", valueName: "severity"),
    completion: .list(["error", "warning", "note"]))
  var minSeverity: SeverityName?

  enum SeverityName: String, ExpressibleByArgument, CaseIterable {
    case error, warning, note
  }

  func validate() throws {
    let said = [notes ? "--notes" : nil, quiet ? "--quiet" : nil, minSeverity == nil ? nil : "--min-severity"].compactMap { $0 }
    if said.count > 1 { throw ValidationError("\(said[0]) and \(said[1]) both say what is shown; remove one of them") }
  }

  var detail: FindingsDetail {
    if notes { return FindingsDetail(least: .note) }
    if quiet { return FindingsDetail(least: .error, isQuiet: true) }
    switch minSeverity {
    case nil: return FindingsDetail()
    case .error: return FindingsDetail(least: .error)
    case .warning: return FindingsDetail(least: .warning)
    case .note: return FindingsDetail(least: .note)
    }
  }
}
