public import RungSource
public import RungSpec

/// Figures of the renditions of every stream in a text, and what is wrong with the text.
public struct InspectionAnalysis: Sendable {
  /// One for each document of the file, in their order. Empty when the text does not read.
  public let streams: [InspectedStream]
  /// What was found in the text for any target, and the id of the target when there is none of that id.
  public let analysis: Analysis
}

/// Figures of the renditions of every stream in a text: levels, GOPs, buffers, segments. Values that cannot be read are left empty.
///
/// - Parameters:
///   - input: YAML or JSON.
///   - target: the id of a target whose `overrides` are applied; one that no target has is a finding. Nil for the spec itself.
///   - loader: finds the files that `extends` names.
public func inspect(_ input: SourceInput, for target: TargetID? = nil, loader: Loader = .none) -> InspectionAnalysis {
  var reader = Pipeline(loader: loader)
  let streams = reader.read(input).map { document in
    let stream = reader.streamAlone(document, from: input.name, for: target)
    let ids = target.map { [$0.rawValue] } ?? stream.spec.targets?.value.map(\.id.value) ?? []
    return InspectedStream(Pipeline.isEncoded(stream, for: ids) ? stream.withUsualKeyframes(&reader.report) : stream)
  }
  return InspectionAnalysis(streams: streams, analysis: reader.settledAnalysis(of: []))
}
