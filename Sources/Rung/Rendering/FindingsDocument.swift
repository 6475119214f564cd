public import RungOutput
public import RungSource

/// The findings of many texts, as they come, in one document or in several formats at once: what `rung check` prints and writes. A
/// finding in a file that several texts extend is listed once.
///
/// As text, errors come last. Where warnings are shown and notes are not, what a target has no field for is one line for each target.
public struct FindingsDocument {
  /// One way to write them.
  public struct Output: Sendable {
    /// The format.
    public var format: FindingsFormat
    /// Of ``FindingsFormat/text`` and ``FindingsFormat/concise``.
    public var style: TextStyle
    /// The lowest severity that is shown in full.
    public var least: Severity

    /// - Parameters:
    ///   - format: the format.
    ///   - style: of text and concise.
    ///   - least: the lowest severity that is shown in full; nil for that of the format.
    public init(_ format: FindingsFormat, style: TextStyle = .plain, from least: Severity? = nil) {
      (self.format, self.style, self.least) = (format, style, least ?? format.leastShown)
    }
  }

  /// What there is to say of a document besides its text.
  public struct Ending: Sendable {
    /// What is left to print or, of an output that is not printed as it comes, all of it.
    public let text: String
    /// What the format's reader does not take, a sentence each, and so is left out.
    public let remarks: [String]
  }

  /// The first is printed as it comes.
  public let outputs: [Output]
  private var writers: [any FindingsWriter]
  /// What the others have written already.
  private var written: [String]
  package private(set) var counts = Counts()
  /// By bytes: names that Unicode holds to be the same are different files.
  private var told: Set<ToldFinding> = []
  /// Those that are suppressed: what one text allows may count in another.
  private var toldSuppressed: Set<ToldFinding> = []

  /// - Parameters:
  ///   - outputs: the formats; none for text.
  ///   - paths: for formats whose readers know a repository: SARIF, GitHub's commands and GitLab's report.
  ///   - isStrict: whether warnings fail the run: in JUnit they are failures then.
  ///   - showsSuppressed: whether SARIF has suppressed findings as well. No other format has them.
  public init(_ outputs: [Output], paths: RepositoryPaths = .asGiven, isStrict: Bool = false, showsSuppressed: Bool = true) {
    let outputs = outputs.isEmpty ? [Output(.text)] : outputs
    self.outputs = outputs
    written = outputs.map { _ in "" }
    let rule: (RuleID) -> RuleInfo? = { RuleIndex.byID[$0] }
    writers = outputs.map { output in
      let least = output.least
      return switch output.format {
      case .text: TextFindings(style: output.style, from: least)
      case .concise: ConciseFindings(style: output.style, from: least)
      case .json: JSONFindings(from: least)
      case .jsonl: JSONFindings(from: least, isLines: true)
      case .markdown: MarkdownFindings(from: least)
      case .sarif: SARIFFindings(from: least, paths, version: rungVersion, showsSuppressed: showsSuppressed, rule: rule)
      case .github: GitHubFindings(from: least, paths)
      case .gitlab: GitLabFindings(from: least, paths)
      case .junit: JUnitFindings(from: least, isStrict: isStrict)
      case .checkstyle: CheckstyleFindings(from: least)
      case .rdjson: ReviewdogFindings(from: least, rule: rule)
      }
    }
  }

  /// - Parameters:
  ///   - format: the only format.
  ///   - style: of ``FindingsFormat/text``.
  ///   - least: the lowest severity that is shown in full. The summary counts everything.
  public init(as format: FindingsFormat, style: TextStyle = .plain, from least: Severity = .note) {
    self.init([Output(format, style: style, from: least)])
  }

  /// Of the output that is printed.
  public var format: FindingsFormat { outputs[0].format }
  /// Findings at error level.
  public var errors: Int { counts.errors }
  /// Findings at warning level.
  public var warnings: Int { counts.warnings }
  /// Findings that are suppressed: they are among neither.
  public var suppressed: Int { counts.suppressed }
  /// Texts that could not be read.
  public var unreadable: Int { counts.unreadable }
  /// `3 files, 2 errors, 1 warning`.
  public var summary: String { counts.summary }

  /// The summary of texts whose findings are not counted: `3 files, 1 passed over`.
  public var extent: String { counts.extent }

  /// - Parameters:
  ///   - analysis: of one text, or of several that were judged together.
  ///   - found: some of them; nil for all.
  ///   - suppressed: those that are allowed, and by what; nil for those of the analysis.
  ///   - texts: how many the analysis is of.
  /// - Returns: what can be printed already of the first output, its last line ended.
  public mutating func add(
    _ analysis: Analysis, only found: [Diagnostic]? = nil, suppressed: [(finding: Diagnostic, by: Suppression)]? = nil, texts: Int = 1
  ) -> String {
    counts.files += texts
    let sources = analysis.sources
    var settled: [SettledFinding] = []
    var repeated: [Diagnostic] = []
    for diagnostic in found ?? analysis.diagnostics {
      guard Self.isNew(diagnostic, sources, &told) else {
        repeated.append(diagnostic)
        continue
      }
      counts.add(diagnostic)
      if outputs[0].least == .warning, diagnostic.severity == .note { counts.hidden += 1 }
      settled.append(SettledFinding(diagnostic))
    }
    for (diagnostic, suppression) in suppressed ?? (found == nil ? analysis.suppressed : []) where Self.isNew(diagnostic, sources, &toldSuppressed) {
      counts.suppressed += max(1, diagnostic.unlisted)
      settled.append(SettledFinding(diagnostic, suppression))
    }
    return tell(FoundInText(names: sources.files.prefix(texts).map(\.name), settled, repeated: repeated, sources: sources, secrets: analysis.secrets))
  }

  private mutating func tell(_ found: FoundInText) -> String {
    var printed = ""
    for index in writers.indices {
      let text = writers[index].add(found)
      if index == 0 { printed = text } else { written[index] += text }
    }
    return printed
  }

  /// A text that was asked for and could not be read.
  ///
  /// - Parameters:
  ///   - name: of the text.
  ///   - reason: as the end of a sentence: "does not exist".
  public mutating func add(unreadable name: String, reason: String) {
    counts.unreadable += 1
    for index in writers.indices { writers[index].add(unreadable: name, reason: reason) }
  }

  /// Why nothing was judged, for formats that have a place for it: `no stream spec in channels`.
  public mutating func add(fault: String) {
    for index in writers.indices { writers[index].add(fault: fault) }
  }

  /// Files among others that are no specs, or not among those that are asked for.
  public mutating func addPassedOver(_ count: Int = 1) { counts.passedOver += count }

  /// A text of which nothing is found.
  public mutating func addText() { counts.files += 1 }

  /// Ends the document: what is left to print of the first output, and the whole of the others.
  public mutating func end() -> [Ending] {
    writers.indices.map { index in
      let text = written[index] + writers[index].end(counts)
      return Ending(text: text, remarks: writers[index].remarks)
    }
  }

  /// What is left to print of the first output: the document for JSON; for text what targets lose, and then the errors.
  public var rest: String {
    var ended = self
    return ended.end().first?.text ?? ""
  }

  private static func isNew(_ diagnostic: Diagnostic, _ sources: SourceMap, _ told: inout Set<ToldFinding>) -> Bool {
    // What a target has no field for counts by its values: what else a text loses there has findings of its own.
    if !diagnostic.values.isEmpty {
      return diagnostic.values.count { told.insert(key(of: [$0.span], "\(diagnostic.id)", sources)).inserted } > 0
    }
    var spans = [diagnostic.span]
    // A preset is the same one where a base names it, and another where each spec does.
    if sources[diagnostic.span.file].kind != .author { spans += diagnostic.notes.filter { !$0.isExtension }.compactMap(\.span) }
    guard spans.contains(where: { sources[$0.file].kind == .author }) else { return true }
    return told.insert(key(of: spans, "\(diagnostic.id)\n\(diagnostic.message)", sources)).inserted
  }

  private static func key(of spans: [SourceSpan], _ text: String, _ sources: SourceMap) -> ToldFinding {
    ToldFinding("\(spans.map { "\(sources[$0.file].name)\n\($0.lower)\n\($0.upper)\n" }.joined())\(text)")
  }
}

extension Analysis {
  /// The findings: as text nothing when there are none. Secrets are masked.
  ///
  /// - Parameters:
  ///   - format: how they are written.
  ///   - style: of ``FindingsFormat/text``.
  ///   - least: the lowest severity that is shown in full.
  public func rendered(as format: FindingsFormat, style: TextStyle = .plain, from least: Severity = .note) -> String {
    var document = FindingsDocument(as: format, style: style, from: least)
    return document.add(self) + document.rest
  }
}
