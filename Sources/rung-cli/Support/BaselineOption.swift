internal import ArgumentParser
internal import Rung
internal import RungSource

/// `--baseline`: what was found before passes.
struct BaselineOption: ParsableArguments {
  @Option(
    name: .customLong("baseline"),
    help: ArgumentHelp("Findings of this file pass, and new ones do not (see `rung schema baseline`).", valueName: "file"), completion: .file(extensions: ["json"]),
    transform: Word.path)
  var path: String?

  @Flag(name: .customLong("update-baseline"), help: "Remove from the baseline what is not found any more; write it with all that is found where there is none.")
  var update = false

  func validate() throws {
    if let path, Inputs.isStandardInput(path) { throw ValidationError("--baseline takes a file, not standard input") }
    if update, path == nil { throw ValidationError("--update-baseline needs the file: add --baseline FILE") }
  }

  /// Nil where none is named. Ends the command where it cannot be read: no finding passes by mistake.
  ///
  /// - Parameter paths: those that are searched.
  func file(searching paths: [String]) throws -> BaselineFile? { try path.map { try BaselineFile($0, update: update, searching: paths) } }
}
