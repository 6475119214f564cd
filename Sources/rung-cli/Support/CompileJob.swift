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
  init(_ options: CompileOptions, for command: String) throws {
    if options.baseline.update { throw Failure.usage("`rung check` updates a baseline; remove --update-baseline") }
    let ids = try options.providers.ids()
    var fleet = Fleet()
    let run = try SpecRun(
      options.specs.paths, for: command, options.root, tells: options.shown.detail, baseline: try options.baseline.file(searching: options.specs.paths)
    ) { spec in
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
