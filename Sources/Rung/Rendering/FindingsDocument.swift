public import RungOutput
public import RungSource

/// The findings of many texts in one document, as they come: what `rung check` prints. A finding in a file that several texts extend
/// is listed once.
public struct FindingsDocument {
  /// How it is written.
  public let format: FindingsFormat
  private let style: TextStyle
  /// Nil for text.
  private var json: DiagnosticsJSON?
  package private(set) var counts = Counts()
  private var told: Set<String> = []

  /// - Parameter style: of ``FindingsFormat/text``.
  public init(as format: FindingsFormat, style: TextStyle = .plain) {
    (self.format, self.style) = (format, style)
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

  /// - Parameters:
  ///   - found: some of them; nil for all.
  ///   - texts: how many the analysis is of.
  /// - Returns: what can be printed already, its last line ended; nothing for JSON.
  public mutating func add(_ analysis: Analysis, only found: [Diagnostic]? = nil, texts: Int = 1) -> String {
    counts.files += texts
    let found = (found ?? analysis.diagnostics).filter { isNew($0, analysis.sources) }
    guard !found.isEmpty else { return "" }
    for diagnostic in found { counts.add(diagnostic) }
    switch format {
    case .json:
      json?.add(found, sources: analysis.sources, secrets: analysis.secrets)
      return ""
    case .text:
      let writer = TextDiagnostics(sources: analysis.sources, secrets: analysis.secrets, style: style)
      var text = ""
      for diagnostic in found {
        writer.append(diagnostic, to: &text)
        text += "\n"
      }
      return text
    }
  }

  /// A text that was asked for and could not be read.
  ///
  /// - Parameter reason: as the end of a sentence: "does not exist".
  public mutating func add(unreadable name: String, reason: String) {
    counts.unreadable += 1
    json?.add(unreadable: name, reason: reason)
  }

  /// What is left to print: the document for JSON, nothing for text.
  public var rest: String { json?.text(counts) ?? "" }

  private mutating func isNew(_ diagnostic: Diagnostic, _ sources: SourceMap) -> Bool {
    let span = diagnostic.span
    // The first file of an analysis is the spec itself. A finding in a preset is repeated for each spec.
    guard span.file.index != 0, sources[span.file].kind == .author else { return true }
    return told.insert("\(sources[span.file].name)\n\(span.lower)\n\(span.upper)\n\(diagnostic.id)\n\(diagnostic.message)").inserted
  }
}

extension Analysis {
  /// The findings: as text nothing when there are none. Secrets are masked.
  ///
  /// - Parameter style: of ``FindingsFormat/text``.
  public func rendered(as format: FindingsFormat, style: TextStyle = .plain) -> String {
    var document = FindingsDocument(as: format, style: style)
    return document.add(self) + document.rest
  }
}
