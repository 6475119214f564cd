internal import RungProviders
public import RungSource
public import RungSpec

/// What viewers get of every stream in a text, and what is wrong with the text.
public struct PreviewAnalysis: Sendable {
  /// One for each document of the file, in their order. Empty when the text does not read.
  public let streams: [PreviewedStream]
  /// What was found in the text for any target, and the id of the target when there is none of that id.
  public let analysis: Analysis
}

/// What viewers get of every stream in a text: playlists, codecs, rates, totals. What does not read leaves gaps.
///
/// - Parameters:
///   - input: YAML or JSON.
///   - target: the id of a target whose `overrides` are applied; one that no target has is a finding. Nil for the spec itself.
///   - loader: finds the files that `extends` names.
public func preview(_ input: SourceInput, for target: TargetID? = nil, loader: Loader = .none) -> PreviewAnalysis {
  var reader = Pipeline(loader: loader)
  let streams = reader.read(input).map { document in
    let stream = reader.streamAlone(document, from: input.name, for: target)
    // Of a stream for one target that target makes the segments, whether it is named again or not.
    let packagers = target.map { [$0] } ?? stream.spec.targets?.value.map { TargetID(rawValue: $0.id.value) } ?? []
    let packager = packagers.count == 1 ? reader.packager(document, from: input.name, for: packagers[0]) : .any
    return PreviewedStream(stream.withUsualKeyframes(&reader.report), packager: packager)
  }
  return PreviewAnalysis(streams: streams, analysis: reader.settledAnalysis(of: []))
}
