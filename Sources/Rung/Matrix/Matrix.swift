internal import RungProviders
internal import RungSource
internal import RungSpec

/// Where the streams of a text can run: what they ask for, and what each provider makes of it.
///
/// Every provider judges alone, so that what it has no field for counts as left out whoever else takes it. A provider that
/// the spec does not name under `targets` is judged without settings of its own.
///
/// - Parameters:
///   - input: YAML or JSON.
///   - providers: ids, in the order of the columns; unknown ones are left out. Nil for every provider that Rung knows.
///   - loader: finds the files that `extends` names.
public func matrix(_ input: Input, for providers: [String]? = nil, loader: Loader = .none) -> Matrix {
  matrix(input, for: providers, loader: loader, atMost: .max)
}

/// - Parameter most: streams behind the first so many are left out.
func matrix(_ input: Input, for providers: [String]?, loader: Loader, atMost most: Int) -> Matrix {
  let chosen = providers.map { ids in ids.compactMap { id in Providers.all.first { $0.id == id } } } ?? Providers.all
  var reader = Pipeline(providers: [], loader: loader, wantsPlans: true)
  reader.keepsJudgements = true
  let documents = reader.read(input)
  return Matrix(
    tables: documents.prefix(most).map { document in
      // What is said about one document is nothing to the next.
      var own = reader
      own.report.forgetLeaves(before: document.place)
      let whole = own.composed(document, from: [input.name])
      var name: String?
      let columns = chosen.map { provider in
        var trial = own
        trial.providers = [provider.id]
        name = trial.compile(whole).name
        return MatrixColumn(provider, trial.judgements.last, trial.report)
      }
      return MatrixColumn.table(name, columns)
    })
}
