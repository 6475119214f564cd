package import RungProviders
internal import RungReading
internal import RungSource
package import RungSpec

/// A text that was checked, with what the check was made of: for who shows more of it than findings.
package struct Study: Sendable {
  /// As `check` has it.
  package let analysis: Analysis
  /// In their order.
  package let documents: [Document]

  /// One document of the text.
  package struct Document: Sendable {
    /// Where it begins, in bytes.
    package let start: UInt32
    /// As its targets see it, without what is overridden for one of them.
    package let stream: Stream
    /// Figures of its renditions.
    package let figures: InspectedStream
    /// What each target made of it, in the order of `targets`.
    package let judgments: [Judgment]
    /// Whether it is for others to extend.
    package let isBase: Bool
  }

  /// Where the author has led to a value: aliases, `extends` and presets.
  package func ways(to place: SourcePlace) -> [SourceSpan] { analysis.report.provenance.ways(to: place) }
}

/// Checks a text as `check` does, and keeps what it was made of.
///
/// - Parameters:
///   - input: YAML or JSON.
///   - loader: finds the files that `extends` names.
package func study(_ input: SourceInput, loader: Loader) -> Study {
  var run = Run(Pipeline(loader: loader), input, for: nil, makesPlans: false)
  run.judged = []
  var fleet = Fleet()
  run.judge(&fleet)
  run.meet(&fleet)
  var unheard = run.pipeline.report
  let documents = (run.judged ?? []).map { judged in
    let stream = judged.shared.stream
    let isEncoded = Pipeline.isEncoded(stream, for: judged.judgments.map(\.target.id.value))
    return Study.Document(
      start: stream.document.span.lower, stream: stream, figures: InspectedStream(isEncoded ? stream.withUsualKeyframes(&unheard) : stream), judgments: judged.judgments,
      isBase: judged.isBase)
  }
  return Study(analysis: run.settle(), documents: documents)
}

/// Which request of a provider the first body of a text is for; nil where that cannot be told.
package func bodyKind(of input: SourceInput, _ name: RequestName) -> String? {
  var pipeline = Pipeline()
  return pipeline.bodies(in: [input], as: name).first?.kind
}

/// The provider whose bodies a text holds, by its fields; nil where it holds none that can be checked.
package func bodyName(of input: SourceInput) -> RequestName? {
  guard Pipeline.specFormat(of: input) == .json else { return nil }
  var pipeline = Pipeline()
  let documents = pipeline.readBodies(input, of: "")
  guard let first = documents.first, let owner = Pipeline.bodyOwner(of: first.items.first ?? first), owner.reader != nil else { return nil }
  return try? RequestName(owner.id)
}
