internal import RungProviders
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
  /// Whether all that it holds is for others to extend: it was read, and nothing of it was judged as a stream.
  public internal(set) var isBase = false
  /// Whether none of its streams was asked for.
  public internal(set) var isPassedOver = false

  private var own: [Diagnostic] {
    skipped.isEmpty
      ? report.diagnostics
      : report.diagnostics.enumerated().compactMap { index, finding in skipped.contains { $0.contains(index) } ? nil : finding }
  }

  /// In the order of their places: file by file, top to bottom.
  public var diagnostics: [Diagnostic] {
    Self.listed(own, sources, jsonFiles)
  }

  static func listed(_ found: [Diagnostic], _ sources: SourceMap, _ jsonFiles: Set<FileID>) -> [Diagnostic] {
    guard !found.isEmpty else { return [] }
    let forms = FixItForms(sources: sources, jsonFiles: jsonFiles)
    let all = found.enumerated().sorted { left, right in
      let (a, b) = (left.element.span, right.element.span)
      return (a.file.index, a.lower, left.offset) < (b.file.index, b.lower, right.offset)
    }.map { forms.adapted($0.element) }
    return FixConflicts.settled(all)
  }

  /// Whether one of the findings is an error.
  public var hasErrors: Bool { own.contains { $0.severity == .error } }

  /// Spans that hold secrets: mask them when source lines are shown.
  public var secrets: Set<SourceSpan> { report.secrets }

  /// Who set the value at a place of an emitted body.
  public func origin(of place: SourcePlace) -> Origin { report.origin(of: place) }
}
