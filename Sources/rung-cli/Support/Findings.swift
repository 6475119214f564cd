internal import ArgumentParser
internal import Rung
internal import RungOutput
internal import RungSource

/// The results of `check`, as they come.
final class Findings {
  private let format: OutputFormat
  private let style = Console.resultStyle
  private let console = Console()
  private lazy var json = DiagnosticsJSON()
  private(set) var counts = Counts()
  /// Findings in base files, which many specs share: each is told once.
  private var told: Set<String> = []

  init(_ format: OutputFormat) {
    self.format = format
  }

  func add(_ analysis: Analysis, files: Int = 1) {
    counts.files += files
    let found = analysis.diagnostics.filter { isNew($0, analysis.sources) }
    guard !found.isEmpty else { return }
    for diagnostic in found { counts.add(diagnostic) }
    switch format {
    case .json: json.add(found, sources: analysis.sources, secrets: analysis.secrets)
    case .text:
      let writer = TextDiagnostics(sources: analysis.sources, secrets: analysis.secrets, style: style)
      var text = ""
      for diagnostic in found {
        writer.append(diagnostic, to: &text)
        text += "\n"
      }
      console.show(text)
    }
  }

  func add(unreadable path: String, _ reason: String) {
    counts.unreadable += 1
    if format == .json { json.add(unreadable: path, reason: reason) }
    console.say("error: \(path.isEmpty ? "``" : path) \(reason)")
  }

  func say(_ line: String) { console.say(line) }

  func sayNothingFound(in paths: [String], passedOver: Int) {
    let looked =
      switch passedOver {
      case 0: "there is no .yaml, .yml or .json file"
      case 1: "the one .yaml, .yml or .json file there has no top-level key `rung`"
      default: "none of the \(passedOver) .yaml, .yml and .json files there has the top-level key `rung`"
      }
    console.say("error: no stream spec in \(paths.joined(separator: ", ")): \(looked)")
  }

  func verdict(strict: Bool) -> Exit {
    if counts.unreadable > 0 { return .notRun }
    return counts.errors > 0 || (strict && counts.warnings > 0) ? .errorsFound : .clean
  }

  func end(_ exit: Exit, summary: Bool) throws {
    if format == .json { console.print(json.text(counts)) }
    if summary { console.say(counts.summary) }
    try console.end(exit)
  }

  private func isNew(_ diagnostic: Diagnostic, _ sources: SourceMap) -> Bool {
    let span = diagnostic.span
    // The first file of an analysis is the spec itself. What does not fit in a preset is each spec's own affair.
    guard span.file.index != 0, sources[span.file].kind == .author else { return true }
    return told.insert("\(sources[span.file].name)\n\(span.lower)\n\(span.upper)\n\(diagnostic.id)\n\(diagnostic.message)").inserted
  }
}
