internal import RungOutput
internal import RungProviders
public import RungSource
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
///   - targets: ids to judge for; one that no target has is a finding. Nil to show every provider that Rung knows, with the findings of those that each spec names
///     under `targets`. With one alone, what the spec overrides for it counts in the ladder.
///   - loader: finds the files that `extends` names.
public func report(_ input: SourceInput, for targets: [TargetID]? = nil, loader: Loader = .none) -> PageReport {
  var pipeline = Pipeline(loader: loader)
  let asked = targets?.map(\.rawValue)
  let documents = pipeline.read(input)
  let columns = MatrixColumn.providers(asked)
  let isAlone = asked?.count == 1
  var drawn: [(stream: Stream, matrix: Matrix.Table, findings: Findings)] = []
  var claims: [JudgedDocument.Claims] = []
  for document in documents {
    // No stream shares a leaf with the next.
    pipeline.report.forgetLeaves(before: document.place)
    let isDrawn = drawn.count < mostStreams
    let judging = pipeline.apart { pipeline in
      let composed = pipeline.composed(document, from: [input.name])
      return pipeline.judged(composed, for: asked, and: isDrawn ? columns.map { $0.id } : [])
    }
    let judged = judging.result
    var found = judging.findings
    found.absorb(pipeline.told(judged.asked))
    claims += judged.asked.claims
    guard isDrawn else {
      pipeline.report.absorb(found)
      continue
    }
    let stream = isAlone ? judged.judgments.first?.stream : nil
    drawn.append((stream ?? judged.shared.stream, pipeline.matrix(of: judged, columns), found))
  }
  var alone = Fleet()
  pipeline.meet(&alone, claims, in: input.name)
  // What there is to say of the text is said of its only stream.
  if documents.count == 1, !drawn.isEmpty {
    pipeline.report.absorb(drawn[0].findings)
    drawn[0].findings = Findings()
    pipeline.report.exchange(&drawn[0].findings)
  }
  func findings(_ found: Findings) -> ReportFindings {
    ReportFindings(pipeline.listed(found.all), sources: pipeline.sources, secrets: pipeline.report.secrets)
  }
  let content = ReportContent(
    file: input.name, findings: findings(pipeline.report.findings),
    streams: drawn.map { stream, matrix, found in
      let inspection = InspectedStream(stream)
      return ReportStream(
        facts: ReportFacts.of(stream), inspection: inspection, totals: PreviewedStream(stream).totals,
        references: ReportReferences.of(inspection), matrix: matrix, findings: findings(found))
    }, undrawn: documents.count - drawn.count)
  return PageReport(
    html: ReportPage.text(content), hasErrors: pipeline.report.hasErrors || drawn.contains { $0.findings.all.contains { $0.severity == .error } })
}
