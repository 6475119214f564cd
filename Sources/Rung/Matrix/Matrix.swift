internal import RungProviders
internal import RungSource
internal import RungSpec

/// Where the streams of a text can run: what they set, and the result at each provider.
///
/// Every provider is judged alone, so that what it has no field for counts as omitted, whatever others support. A provider that
/// the spec does not name under `targets` is judged without settings of its own.
///
/// - Parameters:
///   - input: YAML or JSON.
///   - providers: ids, in the order of the columns; unknown ones are left out. Nil for every provider that Rung knows.
///   - loader: finds the files that `extends` names.
public func matrix(_ input: SourceInput, for providers: [String]? = nil, loader: Loader = .none) -> Matrix {
  var pipeline = Pipeline(loader: loader)
  let columns = MatrixColumn.providers(providers)
  return Matrix(
    tables: pipeline.read(input).map { document in
      // What is said about one document is nothing to the next.
      pipeline.report.forgetLeaves(before: document.place)
      let judged = pipeline.judged(pipeline.composed(document, from: [input.name]), for: [], and: columns.map { $0.id })
      return pipeline.matrix(of: judged, columns)
    })
}

extension Pipeline {
  /// What each provider makes of the document when it is for that one alone.
  mutating func matrix(of document: JudgedDocument, _ providers: [any Provider.Type]) -> Matrix.Table {
    MatrixColumn.table(
      document.name,
      providers.map { provider in
        let alone = document.alone(for: provider.id)
        return MatrixColumn(provider, alone, told(alone).all, report.secrets)
      })
  }
}
