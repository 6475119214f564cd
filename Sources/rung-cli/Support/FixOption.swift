internal import ArgumentParser
internal import Rung
internal import RungSource

/// `--fix`, `--unsafe` and `--diff`.
struct FixOption: ParsableArguments {
  @Flag(help: "Apply the fixes that keep the meaning, in the files that were named; of standard input, print the fixed text.")
  var fix = false

  @Flag(help: "With --fix or --diff: apply also the fixes that choose a value. Look at them.")
  var unsafe = false

  @Flag(help: "Print what --fix would change as a unified diff, and write nothing; exit 1 if there is something.")
  var diff = false

  var isAsked: Bool { fix || diff }
  var degree: FixIt.Degree { unsafe ? .unsafe : .safe }

  func validate() throws {
    if unsafe, !isAsked { throw ValidationError("--unsafe goes with --fix or --diff") }
  }
}
