internal import ArgumentParser
internal import Rung

/// The results of `check`, as they come.
final class Findings {
  private var document: FindingsDocument
  private let console = Console()
  private(set) var files = 0

  init(_ format: OutputFormat) {
    document = FindingsDocument(as: format == .json ? .json : .text, style: Console.resultStyle)
  }

  var isEmpty: Bool { files == 0 && document.unreadable == 0 }

  func add(_ analysis: Analysis, files count: Int = 1) {
    files += count
    console.show(document.add(analysis, texts: count))
  }

  func add(unreadable path: String, _ reason: String) {
    document.add(unreadable: path, reason: reason)
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
    if document.unreadable > 0 { return .notRun }
    return document.errors > 0 || (strict && document.warnings > 0) ? .errorsFound : .clean
  }

  func end(_ exit: Exit, summary: Bool) throws {
    console.print(document.rest)
    if summary { console.say(document.summary) }
    try console.end(exit)
  }
}
