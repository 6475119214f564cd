internal import RungProviders
internal import RungSource
public import RungSpec

/// What viewers get of every stream in a text: playlists, codecs, rates, totals.
///
/// What is wrong with the text is `check(_:for:loader:)`'s to say; here it only leaves gaps.
///
/// - Parameters:
///   - input: YAML or JSON.
///   - target: the id of a target whose `overrides` apply; nil for the spec as it is written.
///   - loader: finds the files that `extends` names.
public func preview(_ input: SourceInput, for target: String? = nil, loader: Loader = .none) -> LadderPreview {
  var reader = Pipeline(loader: loader)
  return LadderPreview(
    streams: reader.read(input).map { document in
      let stream = reader.stream(reader.composed(document, from: [input.name]), for: target)
      // Of a stream for FFmpeg alone FFmpeg makes the segments, whether it is named again or not.
      let packagers = target.map { [$0] } ?? stream.spec.targets?.value.map(\.id.value) ?? []
      return PreviewedStream(stream.withUsualKeyframes(&reader.report), packager: packagers == [FFmpeg.id] ? .ffmpeg : .any)
    })
}
