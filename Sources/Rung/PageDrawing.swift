internal import RungDelivery
internal import RungOutput
internal import RungProviders
public import RungSource
internal import RungSpec

/// A page about the streams of several texts, which are drawn one after another.
public struct PageDrawing: Sendable {
  /// A text, drawn: for ``page(of:title:date:)``.
  public struct Text: Sendable {
    /// What was found, and what the text is.
    public let analysis: Analysis
    fileprivate let content: ReportContent.Text
    fileprivate let streams: [ReportStream]
    fileprivate let undrawn: Int
    fileprivate let hasErrors: Bool
  }

  private let targets: [TargetID]?
  private let all: Bool
  private var fleet = Fleet()
  /// A longer page would not be read, and three thousand findings make one of 33 MB.
  private var left = 300

  /// - Parameters:
  ///   - targets: ids to judge for; nil for those that each spec names.
  ///   - all: whether every other provider is shown as well, without its findings.
  public init(for targets: [TargetID]? = nil, all: Bool = false) { (self.targets, self.all) = (targets, all) }

  /// Draws the streams of a text, as far as there is room on the page.
  ///
  /// - Parameters:
  ///   - input: the text.
  ///   - delivered: what was delivered of its only stream; a page shows it beside what was asked for. None for a text of several streams.
  ///   - loader: finds the files that `extends` names.
  public mutating func draw(_ input: SourceInput, delivered: [DeliveredInput] = [], loader: Loader = .none) -> Text {
    var pipeline = Pipeline(loader: loader)
    let asked = targets?.map(\.rawValue)
    let documents = pipeline.read(input)
    let isAlone = asked?.count == 1
    var drawn: [(stream: Stream, targets: [String], matrix: Matrix.Table, findings: Findings)] = []
    var claims: [JudgedDocument.Claims] = []
    var undrawn = 0
    var pairs: [DeliveredPair] = []
    for document in documents {
      // No stream shares a leaf with the next.
      pipeline.report.forgetLeaves(before: document.place)
      let isDrawn = left > 0
      let judging = pipeline.apart { pipeline in
        let composed = pipeline.composed(document, from: [input.name])
        return pipeline.judged(composed, for: asked, and: isDrawn && all ? Providers.ids : [])
      }
      let judged = judging.result
      var found = judging.findings
      found.absorb(pipeline.told(judged.asked))
      if !delivered.isEmpty, documents.count == 1 {
        let verifying = pipeline.apart { pipeline in
          let asked = pipeline.asked(document, from: input.name, for: isAlone ? self.targets?.first : nil)
          return pipeline.verified(asked.asked, delivered, packs: asked.packs)
        }
        found.absorb(verifying.findings)
        pairs = verifying.result?.table ?? []
      }
      claims += judged.asked.claims
      guard isDrawn, !judged.isBase else {
        if !judged.isBase { undrawn += 1 }
        pipeline.report.absorb(found)
        continue
      }
      left -= 1
      let targets = asked ?? judged.shared.stream.spec.targets?.value.map(\.id.value) ?? []
      let stream = isAlone ? judged.judgments.first?.stream : nil
      drawn.append((stream ?? judged.shared.stream, targets, pipeline.matrix(of: judged, MatrixColumn.providers(all ? nil : targets)), found))
    }
    pipeline.meet(&fleet, claims, in: input.name)
    // What there is to say of the text is said of its only stream.
    if documents.count == 1, !drawn.isEmpty {
      pipeline.report.absorb(drawn[0].findings)
      drawn[0].findings = Findings()
      pipeline.report.exchange(&drawn[0].findings)
    }
    func findings(_ found: Analysis) -> ReportFindings {
      ReportFindings(found.diagnostics, suppressed: found.suppressed.count, sources: found.sources, secrets: found.secrets)
    }
    let analyses = drawn.map { pipeline.settledAnalysis(of: $0.findings) }
    let analysis = pipeline.settledAnalysis(of: [])
    let streams = zip(drawn, analyses).map { drawn, found in
      let (stream, targets, matrix, _) = drawn
      let inspection = InspectedStream(stream)
      var drawn = ReportStream(
        file: input.name, facts: ReportFacts.of(stream, for: targets), targets: targets, inspection: inspection,
        totals: PreviewedStream(stream).totals, references: ReportReferences.of(inspection), matrix: matrix, findings: findings(found))
      drawn.delivered = pairs
      return drawn
    }
    return Text(
      analysis: analysis, content: ReportContent.Text(file: input.name, findings: findings(analysis)), streams: streams, undrawn: undrawn,
      hasErrors: analysis.hasErrors || analyses.contains(where: \.hasErrors))
  }

  /// The page of texts that this has drawn, in any order.
  ///
  /// - Parameters:
  ///   - texts: the texts.
  ///   - title: what they are: the name of the text, where it is one.
  ///   - date: a day to print on the page, as `2026-11-20`; nil for none.
  public func page(of texts: [Text], title: String, date: String? = nil) -> PageReport {
    // Many texts share a base, and one of them says what is wrong with it.
    var told: Set<[UInt8]> = []
    let contents = texts.map { text in
      var content = text.content
      content.findings.diagnostics = content.findings.diagnostics.filter { finding in
        let file = text.content.findings.sources[finding.span.file].name
        return told.insert(Array("\(file)\n\(finding.span.lower)\n\(finding.span.upper)\n\(finding.id)\n\(finding.message)".utf8)).inserted
      }
      return content
    }
    let content = ReportContent(
      title: title, edition: ReportFacts.edition(on: date), texts: contents, streams: texts.flatMap(\.streams),
      undrawn: texts.reduce(0) { $0 + $1.undrawn })
    return PageReport(html: ReportPage.text(content), hasErrors: texts.contains(where: \.hasErrors))
  }
}
