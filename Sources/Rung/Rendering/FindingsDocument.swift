internal import RungProviders
public import RungOutput
public import RungSource

/// The findings of many texts in one document, as they come: what `rung check` prints. A finding in a file that several texts extend
/// is listed once.
///
/// As text, errors come last. Where warnings are shown and notes are not, what a target has no field for is one line for each target.
public struct FindingsDocument {
  /// How it is written.
  public let format: FindingsFormat
  /// The lowest severity that is shown in full.
  public let least: Severity
  private let style: TextStyle
  /// Nil for text.
  private var json: DiagnosticsJSON?
  package private(set) var counts = Counts()
  /// By bytes: names that Unicode holds to be the same are different files.
  private var told: Set<[UInt8]> = []
  /// Errors, for the end.
  private var held = ""
  private var losses: [TargetID: Losses] = [:]

  /// Bytes of errors that are held back; those beyond are shown as they come.
  private static let cap = 1 << 23

  /// What the texts lose at one target.
  private struct Losses {
    var values = 0
    var texts = 0
    /// Values of files that several texts extend: they count once.
    var shared: Set<[UInt8]> = []
  }

  /// - Parameters:
  ///   - style: of ``FindingsFormat/text``.
  ///   - least: the lowest severity that is shown in full. The summary counts everything.
  public init(as format: FindingsFormat, style: TextStyle = .plain, from least: Severity = .note) {
    (self.format, self.style, self.least) = (format, style, least)
    json = format == .json ? DiagnosticsJSON() : nil
  }

  /// Findings at error level.
  public var errors: Int { counts.errors }
  /// Findings at warning level.
  public var warnings: Int { counts.warnings }
  /// Texts that could not be read.
  public var unreadable: Int { counts.unreadable }
  /// `3 files, 2 errors, 1 warning`.
  public var summary: String { counts.summary }

  /// The summary of texts whose findings are not counted: `3 files, 1 passed over`.
  public var extent: String { counts.extent }

  /// - Parameters:
  ///   - found: some of them; nil for all.
  ///   - texts: how many the analysis is of.
  /// - Returns: what can be printed already, its last line ended; nothing for JSON.
  public mutating func add(_ analysis: Analysis, only found: [Diagnostic]? = nil, texts: Int = 1) -> String {
    counts.files += texts
    let all = found ?? analysis.diagnostics
    if least == .warning { count(all, analysis.sources) }
    let found = all.filter { isNew($0, analysis.sources) }
    guard !found.isEmpty else { return "" }
    for diagnostic in found { counts.add(diagnostic) }
    let shown = least > .note ? found.filter { $0.severity >= least } : found
    if least == .warning { counts.hidden += found.count { $0.severity == .note } }
    guard format == .text else {
      json?.add(shown, sources: analysis.sources, secrets: analysis.secrets)
      return ""
    }
    guard !shown.isEmpty else { return "" }
    let writer = TextDiagnostics(sources: analysis.sources, secrets: analysis.secrets, style: style)
    var text = ""
    for diagnostic in shown {
      if diagnostic.severity == .error, held.utf8.count < Self.cap {
        writer.append(diagnostic, to: &held)
        held += "\n"
      } else {
        writer.append(diagnostic, to: &text)
        text += "\n"
      }
    }
    return text
  }

  /// A text that was asked for and could not be read.
  ///
  /// - Parameter reason: as the end of a sentence: "does not exist".
  public mutating func add(unreadable name: String, reason: String) {
    counts.unreadable += 1
    json?.add(unreadable: name, reason: reason)
  }

  /// Files among others that are no specs, or not among those that are asked for.
  public mutating func addPassedOver(_ count: Int = 1) { counts.passedOver += count }

  /// A text of which nothing is found.
  public mutating func addText() { counts.files += 1 }

  /// What is left to print: the document for JSON; for text what targets lose, and then the errors.
  public var rest: String {
    guard let json else {
      let lines = losses.sorted { $0.key < $1.key }.map { "\($0.key): \(line(of: $0.value, at: $0.key))\n" }
      return lines.joined() + (lines.isEmpty ? "" : "\n") + held
    }
    return json.text(counts)
  }

  private func line(of losses: Losses, at target: TargetID) -> String {
    let values = losses.values + losses.shared.count
    let isOne = values == 1
    let what = "\(values) value\(isOne ? "" : "s") in \(losses.texts) file\(losses.texts == 1 ? "" : "s")"
    guard Providers.named(target.rawValue) != nil else {
      return "\(what) \(isOne ? "is" : "are") not for the encoder; --notes shows \(isOne ? "it" : "them")"
    }
    return "\(what) \(isOne ? "has" : "have") no field there; --notes shows \(isOne ? "it" : "them"), `rung matrix` explains \(isOne ? "it" : "them")"
  }

  private mutating func count(_ found: [Diagnostic], _ sources: SourceMap) {
    var targets: Set<TargetID> = []
    for finding in found where !finding.values.isEmpty {
      guard let target = finding.provider else { continue }
      if targets.insert(target).inserted { losses[target, default: Losses()].texts += 1 }
      for value in finding.values {
        if value.span.file.index == 0 {
          losses[target, default: Losses()].values += 1
        } else {
          losses[target, default: Losses()].shared.insert(Array("\(sources[value.span.file].name)\n\(value.span.lower)".utf8))
        }
      }
    }
  }

  private mutating func isNew(_ diagnostic: Diagnostic, _ sources: SourceMap) -> Bool {
    let span = diagnostic.span
    // A finding in a preset is repeated for each spec.
    guard sources[span.file].kind == .author else { return true }
    return told.insert(Array("\(sources[span.file].name)\n\(span.lower)\n\(span.upper)\n\(diagnostic.id)\n\(diagnostic.message)".utf8)).inserted
  }
}

extension Analysis {
  /// The findings: as text nothing when there are none. Secrets are masked.
  ///
  /// - Parameters:
  ///   - style: of ``FindingsFormat/text``.
  ///   - least: the lowest severity that is shown in full.
  public func rendered(as format: FindingsFormat, style: TextStyle = .plain, from least: Severity = .note) -> String {
    var document = FindingsDocument(as: format, style: style, from: least)
    return document.add(self) + document.rest
  }
}
