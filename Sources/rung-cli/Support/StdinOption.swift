internal import ArgumentParser

/// `--stdin-filename`, the same for every command that takes `-`.
struct StdinOption: ParsableArguments {
  @Option(
    name: .customLong("stdin-filename"),
    help: ArgumentHelp("The name of standard input (-) in findings; `extends` in it is relative to this file, which need not exist.", valueName: "name"),
    completion: .file(), transform: Word.path)
  var typed: String?

  var name: String? { typed.map(PathName.tidy) }
}
