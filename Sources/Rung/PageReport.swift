internal import RungOutput
internal import RungProviders
internal import RungSource
internal import RungSpec

/// A page about every stream of a text.
public struct PageReport: Sendable {
  /// One self-contained HTML document: no script, nothing from elsewhere, and no secret.
  public var html: String
  /// Whether errors are among the findings on it.
  public var hasErrors: Bool
}

/// A page of more is read by nobody, and three thousand make one of 33 MB.
private let mostStreams = 300

/// Draws the page about a text: each stream's ladder, segments, providers and findings.
///
/// A text that does not read makes a page as well, which says why. Of the streams of one text the first 300 are drawn; what was
/// found in the others is listed.
///
/// - Parameters:
///   - input: YAML or JSON.
///   - providers: ids to judge for. Nil to show every provider that Rung knows, with the findings of those that each spec names
///     under `targets`. With one alone, what the spec overrides for it counts in the ladder.
///   - loader: finds the files that `extends` names.
public func report(_ input: Input, for providers: [String]? = nil, loader: Loader = .none) -> PageReport {
  let whole = check(input, for: providers, loader: loader)
  let tables = matrix(input, for: providers, loader: loader, atMost: mostStreams).tables
  var reader = Pipeline(providers: providers, loader: loader, wantsPlans: false)
  let documents = reader.read(input)
  let ofText = Set(reader.report.diagnostics.map { FindingKey($0, reader.sources) })
  let alone = providers?.count == 1 ? providers?.first : nil
  // The text itself is the first file in every run.
  let ofFile = whole.secrets.filter { $0.file.index == 0 }
  var told: Set<FindingKey> = []
  let streams = zip(documents, tables).map { document, table in
    // What is said about one document is nothing to the next.
    var own = reader
    own.report.forgetLeaves(before: document.place)
    let composed = own.composed(document, from: [input.name])
    _ = own.compile(composed)
    let found = documents.count == 1 ? whole : Analysis(sources: own.sources, streams: [], report: own.report, jsonFiles: own.jsonFiles)
    let diagnostics = found.diagnostics.filter { finding in
      documents.count == 1 || !ofText.contains(FindingKey(finding, found.sources))
    }
    told.formUnion(diagnostics.map { FindingKey($0, found.sources) })
    let stream = own.stream(composed, for: alone)
    let inspection = InspectedStream(stream)
    return ReportStream(
      facts: ReportFacts.of(stream), inspection: inspection, totals: PreviewedStream(stream).totals,
      references: ReportReferences.of(inspection), matrix: table,
      findings: ReportFindings(diagnostics, sources: found.sources, secrets: found.secrets.union(ofFile)))
  }
  let rest = whole.diagnostics.filter { !told.contains(FindingKey($0, whole.sources)) }
  let content = ReportContent(
    file: input.name, findings: ReportFindings(rest, sources: whole.sources, secrets: whole.secrets), streams: streams,
    undrawn: documents.count - streams.count)
  return PageReport(html: ReportPage.text(content), hasErrors: whole.hasErrors)
}

/// One finding, whichever run it was found in: each numbers the files anew.
private struct FindingKey: Hashable {
  let id: String
  let message: String
  let file: String
  let lower: UInt32
  let upper: UInt32

  init(_ finding: Diagnostic, _ sources: SourceMap) {
    (id, message) = (finding.id, finding.message)
    (file, lower, upper) = (sources[finding.span.file].name, finding.span.lower, finding.span.upper)
  }
}

/// What a stream is, in a few words each.
enum ReportFacts {
  static func of(_ stream: Stream) -> [ReportStream.Fact] {
    var facts: [ReportStream.Fact] = []
    let length = stream.spec.duration.map { " of \($0.value.text)" } ?? ""
    facts.append(.init("kind", stream.kind.value.rawValue + length + (stream.media.value == .audio ? ", audio" : "")))
    if let mode = stream.ingestMode?.value {
      let protocols = stream.spec.ingest?.value.protocols?.value.map(\.value.rawValue) ?? []
      facts.append(.init("ingest", mode.rawValue + (protocols.isEmpty ? "" : ", \(protocols.joined(separator: " or "))")))
    }
    facts.append(.init("encoding", stream.encoding.value.rawValue))
    if let ladder = stream.ladder {
      facts.append(.init("renditions", "\(ladder.renditions.count)"))
    }
    let packaging = stream.spec.packaging?.value
    let outputs = [packaging?.hls.map { _ in "HLS" }, packaging?.dash.map { _ in "DASH" }].compactMap { $0 }
    if !outputs.isEmpty { facts.append(.init("outputs", outputs.joined(separator: ", "))) }
    return facts
  }
}
