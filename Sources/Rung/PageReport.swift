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

/// A longer page would not be read, and three thousand findings make one of 33 MB.
private let mostStreams = 300

/// Draws the page about a text: each stream's findings, ladder, segments and providers.
///
/// A text that does not read makes a page as well, which says why. Of the streams of one text the first 300 are drawn; what was
/// found in the others is listed.
///
/// - Parameters:
///   - input: YAML or JSON.
///   - targets: ids to judge for; an unknown one is a finding. Nil to judge for those that each spec names under `targets`. With one alone, what the spec
///     overrides for it counts in the ladder.
///   - all: whether every other provider is shown as well, without its findings.
///   - date: a day to print on the page, as `2026-11-20`; nil for none: the page is the same whenever it is drawn.
///   - loader: finds the files that `extends` names.
public func report(
  _ input: SourceInput, for targets: [TargetID]? = nil, all: Bool = false, date: String? = nil, loader: Loader = .none
) -> PageReport {
  var pipeline = Pipeline(loader: loader)
  let asked = targets?.map(\.rawValue)
  let documents = pipeline.read(input)
  let isAlone = asked?.count == 1
  var drawn: [(stream: Stream, targets: [String], matrix: Matrix.Table, findings: Findings)] = []
  var claims: [JudgedDocument.Claims] = []
  for document in documents {
    // No stream shares a leaf with the next.
    pipeline.report.forgetLeaves(before: document.place)
    let isDrawn = drawn.count < mostStreams
    let judging = pipeline.apart { pipeline in
      let composed = pipeline.composed(document, from: [input.name])
      return pipeline.judged(composed, for: asked, and: isDrawn && all ? Providers.ids : [])
    }
    let judged = judging.result
    var found = judging.findings
    found.absorb(pipeline.told(judged.asked))
    claims += judged.asked.claims
    guard isDrawn else {
      pipeline.report.absorb(found)
      continue
    }
    let targets = asked ?? judged.shared.stream.spec.targets?.value.map(\.id.value) ?? []
    let stream = isAlone ? judged.judgments.first?.stream : nil
    drawn.append((stream ?? judged.shared.stream, targets, pipeline.matrix(of: judged, MatrixColumn.providers(all ? nil : targets)), found))
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
    file: input.name, edition: ReportFacts.edition(on: date), findings: findings(pipeline.report.findings),
    streams: drawn.map { stream, targets, matrix, found in
      let inspection = InspectedStream(stream)
      return ReportStream(
        facts: ReportFacts.of(stream, for: targets), targets: targets, inspection: inspection, totals: PreviewedStream(stream).totals,
        references: ReportReferences.of(inspection), matrix: matrix, findings: findings(found))
    }, undrawn: documents.count - drawn.count)
  return PageReport(
    html: ReportPage.text(content), hasErrors: pipeline.report.hasErrors || drawn.contains { $0.findings.all.contains { $0.severity == .error } })
}
