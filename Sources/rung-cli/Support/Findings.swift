internal import ArgumentParser
internal import Rung
internal import RungPlatform
internal import RungSource

/// The results of `check`, as they come.
final class Findings {
  private var document: FindingsDocument
  private let console = Console()
  private let isQuiet: Bool
  private(set) var files = 0
  /// Said at the end, where nobody has to look for it.
  private var unreadable: [String] = []
  private let start = ContinuousClock.now

  init(_ format: OutputFormat, _ detail: FindingsDetail) {
    isQuiet = detail.isQuiet
    document = FindingsDocument(
      as: format == .json ? .json : .text, style: Console.resultStyle, from: detail.least(in: format))
  }

  var isEmpty: Bool { files == 0 && document.unreadable == 0 }

  func add(_ analysis: Analysis, only found: [Diagnostic]? = nil, files count: Int = 1) {
    files += count
    console.show(document.add(analysis, only: found, texts: count))
  }

  func add(unreadable path: String, _ reason: String) {
    document.add(unreadable: path, reason: reason)
    unreadable.append("error: \(path.isEmpty ? "``" : path) \(reason)")
  }

  func addPassedOver(_ count: Int = 1) { document.addPassedOver(count) }

  /// A file that only others show something of.
  func addBase() {
    files += 1
    document.addText()
  }

  func say(_ line: String) { console.say(line) }

  func verdict(strict: Bool) -> Exit {
    if document.unreadable > 0 { return .notRun }
    return document.errors > 0 || (strict && document.warnings > 0) ? .errorsFound : .clean
  }

  func end(_ exit: Exit, summary: Bool) throws {
    document.format == .json ? console.print(document.rest) : console.show(document.rest)
    for line in unreadable { console.say(line) }
    // Only a person wants to know; a log has the same bytes for the same input.
    let elapsed = isatty(STDERR_FILENO) == 1 ? " in \((ContinuousClock.now - start).milliseconds) ms" : ""
    if summary, !isQuiet { console.say(document.summary + elapsed) }
    try console.end(exit)
  }
}

extension Duration {
  /// Rounded.
  fileprivate var milliseconds: Int64 { components.seconds * 1000 + (components.attoseconds / 1_000_000_000_000_000) }
}
