public import RungProviders
public import RungSource

/// Where the streams of a text can run, and what is wrong with the text itself.
public struct MatrixAnalysis: Sendable {
  /// One for each document of the file that is a stream, in their order: not of a base, of what is no spec, and of a stream of which
  /// a base could not be read. Empty when the text does not read.
  public let tables: [Matrix.Table]
  /// What was found in the text for any target, and the ids that no provider has. The results of each provider are in the tables.
  public let analysis: Analysis
}

/// Where the streams of a text can run: what they ask for, and what each provider supports.
///
/// Every provider judges alone, so that what it has no field for counts as omitted even if another provider supports it. A provider that
/// the spec does not name under `targets` is judged without settings of its own.
///
/// - Parameters:
///   - input: YAML or JSON.
///   - providers: ids, in the order of the columns; one that no provider has is a finding. Nil for every provider that Rung knows.
///   - loader: finds the files that `extends` names.
public func matrix(_ input: SourceInput, for providers: [TargetID]? = nil, loader: Loader = .none) -> MatrixAnalysis {
  var pipeline = Pipeline(loader: loader)
  let columns = MatrixColumn.providers(providers?.map(\.rawValue))
  let tables = pipeline.read(input).compactMap { document -> Matrix.Table? in
    // What is said about one document is nothing to the next.
    pipeline.report.forgetLeaves(before: document.place)
    let judging = pipeline.apart { pipeline in
      let judged = pipeline.judged(pipeline.composed(document, from: [input.name]), for: [], and: columns.map { $0.id })
      pipeline.flagUnknown(providers ?? [], among: Providers.ids, in: judged)
      return judged
    }
    let table = judging.result.isWhole ? pipeline.matrix(of: judging.result, columns, in: input.name) : nil
    pipeline.report.absorb(judging.findings)
    pipeline.tell(judging.result.asked)
    return table
  }
  return MatrixAnalysis(tables: tables, analysis: pipeline.settledAnalysis(of: []))
}

extension Pipeline {
  /// The result of each provider when the document is for that one alone; without columns where no provider has seen it.
  mutating func matrix(of document: JudgedDocument, _ providers: [any Provider.Type], in file: String? = nil) -> Matrix.Table {
    let providers = document.isWhole ? providers : []
    var table = MatrixColumn.table(
      document.name,
      providers.map { provider in
        let alone = document.alone(for: provider.id)
        return MatrixColumn(provider, alone, told(alone).all, report.secrets)
      })
    table.file = file
    return table
  }
}
