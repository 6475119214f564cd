internal import ArgumentParser
internal import Rung
internal import RungOutput
internal import RungPlatform
internal import RungSource

/// The results of `check`, as they come.
final class Findings {
  private var document: FindingsDocument
  private let console = Console()
  private let isQuiet: Bool
  private let isStrict: Bool
  private let written: [FindingsOutputOption.File]
  /// Whether something else is printed in their place.
  private let isHidden: Bool
  private(set) var files = 0
  /// Said at the end, where nobody has to look for it.
  private var unreadable: [String] = []
  private let start = ContinuousClock.now

  /// - Parameters:
  ///   - output: nil where nothing is said of it.
  ///   - format: what is printed then.
  ///   - isHidden: whether something else is printed in their place.
  init(_ output: FindingsOutputOption?, by format: FindingsFormat? = nil, _ detail: FindingsDetail, strict: Bool, isHidden: Bool = false) {
    self.isHidden = isHidden
    isQuiet = detail.isQuiet
    isStrict = strict
    written = output?.written ?? []
    // What the exit code is about is shown.
    let least = strict && detail.isQuiet ? .warning : detail.least
    let printed = FindingsDocument.Output(output?.printed ?? format ?? .text, style: Console.resultStyle, from: least)
    let others = written.map { FindingsDocument.Output($0.format, style: Console.fileStyle, from: least) }
    document = FindingsDocument([printed] + others, paths: Self.paths, isStrict: strict, showsSuppressed: output?.omitSuppressed != true)
  }

  /// From the root of the repository that the working directory is in; without one, from there.
  private static var paths: RepositoryPaths {
    guard let here = PathName.real(".") else { return .asGiven }
    return RepositoryPaths(from: here, root: PathName.repository(of: here) ?? here)
  }

  var isEmpty: Bool { files == 0 && document.unreadable == 0 }

  func add(_ analysis: Analysis, only found: [Diagnostic]? = nil, files count: Int = 1) {
    files += count
    show(document.add(analysis, only: found, texts: count))
  }

  func add(unreadable path: String, _ reason: String) {
    document.add(unreadable: path, reason: reason)
    unreadable.append("error: \(path.isEmpty ? "``" : path) \(reason)")
  }

  /// Prints what is printed in place of findings.
  func put(_ document: String) { console.print(document) }

  func addPassedOver(_ count: Int = 1) { document.addPassedOver(count) }

  /// A file that only others show something of.
  func addBase() {
    files += 1
    document.addText()
  }

  func say(_ line: String) {
    // A reader of results who does not see standard error would take an empty document for a clean one.
    if isEmpty { document.add(fault: line.hasPrefix("error: ") ? String(line.dropFirst(7)) : line) }
    console.say(line)
  }

  var verdict: Exit {
    if document.unreadable > 0 { return .notRun }
    return document.errors > 0 || (isStrict && document.warnings > 0) ? .errorsFound : .clean
  }

  func end(_ exit: Exit, summary: Bool, _ baseline: BaselineFile? = nil) throws {
    let endings = document.end()
    show(endings[0].text)
    console.flush()
    try OutputFiles.write(zip(written, endings.dropFirst()).map { OutputFiles.File(path: $0.path, text: Self.fit($1.text, as: $0.format)) })
    for (output, ending) in zip(document.outputs, endings) { for remark in ending.remarks { console.say("\(output.format.rawValue): \(remark)") } }
    for line in unreadable { console.say(line) }
    // Only a person wants to know; a log has the same bytes for the same input.
    let elapsed = isatty(STDERR_FILENO) == 1 ? " in \((ContinuousClock.now - start).milliseconds) ms" : ""
    if summary, !isQuiet { console.say(document.summary + elapsed) }
    if let said = try baseline?.end(isWhole: document.unreadable == 0), !isQuiet { console.say(said) }
    try console.end(exit)
  }

  private func show(_ text: String) {
    // Nothing to say of it, as of most files.
    if !text.isEmpty, !isHidden { console.put(text, toRead: document.format.isLines) }
  }

  private static func fit(_ text: String, as format: FindingsFormat) -> String {
    format.isLines ? VisibleText.inLines(text, coloured: Console.fileStyle.colour) : VisibleText.inDocument(text)
  }
}

extension FindingsFormat {
  /// Whether it is for a terminal or a log.
  fileprivate var isLines: Bool { self == .text || self == .concise }
}

extension Duration {
  /// Rounded.
  fileprivate var milliseconds: Int64 { components.seconds * 1000 + (components.attoseconds / 1_000_000_000_000_000) }
}
