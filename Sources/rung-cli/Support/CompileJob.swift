internal import ArgumentParser
internal import Rung
internal import RungReading
internal import RungSource

/// A file that was compiled, its findings told.
struct CompileJob {
  let console = Console()
  let analysis: Analysis
  private let file: String

  /// Ends the command when there are errors.
  init(_ file: String, _ providers: ProviderOption, _ root: RootOption, _ shown: FindingsOption) throws {
    let ids = try providers.ids()
    let (input, loader) = try Inputs.one(file, in: root)
    self.file = input.name
    analysis = compile(input, for: ids, loader: loader)
    let found = analysis.diagnostics
    guard !found.isEmpty else { return }
    Remarks.tell(found, of: analysis, console, detail: shown.detail)
    if analysis.hasErrors { throw Exit.errorsFound.code }
  }

  var nothingToCompile: String {
    "\(file) names no target to compile for; add `targets`, or say --for \(ProviderOption.example)"
  }
}
