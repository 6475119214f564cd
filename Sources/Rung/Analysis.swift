package import RungOutput
public import RungSource

/// What came of one text: what was found, and the requests for every stream and provider.
public struct Analysis: Sendable {
  /// The files that findings point into.
  public internal(set) var sources: SourceMap
  /// One for each document that was judged, in their order.
  public internal(set) var streams: [CompiledStream]
  let report: Report
  let jsonFiles: Set<FileID>
  /// Findings of the report that are another text's: two were read in one run.
  var skipped: [Range<Int>] = []
  /// Names of the files that were merged under the streams, as the loader gives them.
  public internal(set) var extended: Set<String> = []
  /// Whether the text was judged as a stream and may be a base: it has no `name`, and does not say with `base`. Where another file
  /// extends it, its findings are not those of a stream.
  public internal(set) var mayBeBase = false
  /// Whether a stream extends what could not be found or used.
  package internal(set) var lacksBase = false
  /// Whether all that it holds is for others to extend: it was read, and nothing of it was judged as a stream.
  public internal(set) var isBase = false
  /// Whether none of its streams was asked for.
  public internal(set) var isPassedOver = false

  /// What others need to compare it with the texts of other parts; nil where the run is whole.
  var part: JudgedPart?

  /// What comments and a ``Policy`` made of the findings.
  var settlement = Settlement()

  /// Those that count.
  private var own: [Diagnostic] {
    guard !skipped.isEmpty || !settlement.isEmpty else { return report.diagnostics }
    return indexed.compactMap { index, finding in settlement.suppressions[index] == nil ? settlement.settled(finding, at: index) : nil }
  }

  /// By their indices in the report.
  var indexed: [(index: Int, finding: Diagnostic)] {
    report.diagnostics.enumerated().compactMap { index, finding in skipped.contains { $0.contains(index) } ? nil : (index, finding) }
  }

  /// In the order of their places: file by file, top to bottom. Without those that are suppressed.
  public var diagnostics: [Diagnostic] {
    let found = own
    guard !found.isEmpty else { return [] }
    let forms = FixItForms(sources: sources, jsonFiles: jsonFiles)
    return FixConflicts.settled(Self.order(found).map { forms.adapted(found[$0]) })
  }

  /// The findings that do not count, each with the reason, in the order of their places.
  public var suppressed: [(finding: Diagnostic, by: Suppression)] {
    guard !settlement.suppressions.isEmpty else { return [] }
    return settled.compactMap { settled in settled.suppression.map { (settled.diagnostic, $0) } }
  }

  /// All findings, those that are suppressed as well.
  package var settled: [SettledFinding] {
    guard !settlement.suppressions.isEmpty else { return diagnostics.map { SettledFinding($0) } }
    let found = indexed
    let forms = FixItForms(sources: sources, jsonFiles: jsonFiles)
    return Self.order(found.map(\.finding)).map { position in
      let (index, finding) = found[position]
      return SettledFinding(forms.adapted(settlement.settled(finding, at: index)), settlement.suppressions[index])
    }
  }

  static func order(_ found: [Diagnostic]) -> [Int] {
    found.indices.sorted { left, right in
      let (a, b) = (found[left].span, found[right].span)
      return (a.file.index, a.lower, left) < (b.file.index, b.lower, right)
    }
  }

  /// Whether one of the findings that count is an error.
  public var hasErrors: Bool { own.contains { $0.severity == .error } }

  /// Spans that hold secrets: mask them when source lines are shown.
  public var secrets: Set<SourceSpan> { report.secrets }

  /// Who set the value at a place of an emitted body.
  public func origin(of place: SourcePlace) -> Origin { report.origin(of: place) }
}
