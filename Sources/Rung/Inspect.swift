internal import RungProviders
internal import RungSource
public import RungSpec

/// What the renditions of every stream in a text come to: levels, GOPs, buffers, segments.
///
/// What is wrong with the text is `check(_:for:loader:)`'s to say; here it only leaves gaps.
///
/// - Parameters:
///   - input: YAML or JSON.
///   - provider: the id of a target whose `overrides` apply; nil for the spec as it is written.
///   - loader: finds the files that `extends` names.
public func inspect(_ input: SourceInput, for provider: String? = nil, loader: Loader = .none) -> LadderInspection {
  var reader = Pipeline(loader: loader)
  return LadderInspection(
    streams: reader.read(input).map { document in
      let stream = reader.stream(reader.composed(document, from: [input.name]), for: provider)
      let ids = provider.map { [$0] } ?? stream.spec.targets?.value.map(\.id.value) ?? []
      return InspectedStream(Pipeline.isEncoded(stream, for: ids) ? stream.withUsualKeyframes(&reader.report) : stream)
    })
}
