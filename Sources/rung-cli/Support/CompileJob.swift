internal import ArgumentParser
internal import Rung
internal import RungProviders

/// Files that were compiled, their findings told.
struct CompileJob {
  let console: Console
  /// One for each file that is no base.
  let analyses: [Analysis]
  private let names: [String]

  /// Ends the command when there are errors: nothing is sent of a fleet that is not sound.
  init(_ paths: [String], for command: String, _ providers: ProviderOption, _ root: RootOption, _ shown: FindingsOption, _ baseline: BaselineOption) throws {
    if baseline.update { throw Failure.usage("`rung check` updates a baseline; remove --update-baseline") }
    let ids = try providers.ids()
    var fleet = Fleet()
    let run = try SpecRun(paths, for: command, root, tells: shown.detail, baseline: try baseline.file(searching: paths)) { spec in
      (compile(spec.input, for: ids, loader: spec.loader, in: &fleet), ())
    }
    try run.requireSound()
    console = run.console
    analyses = run.outcomes.map(\.analysis)
    names = run.outcomes.map(\.name)
  }

  var nothingToCompile: String {
    let subject = names.count == 1 ? "\(names[0]) names no target" : "the \(names.count) files name no target"
    return "\(subject) to compile for; add `targets`, or say --for \(ProviderOption.example)"
  }
}
