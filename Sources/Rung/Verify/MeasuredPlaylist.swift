internal import RungDelivery
internal import RungProviders
public import RungSource
internal import RungSpec

/// The multivariant playlist of what was delivered.
public struct MeasuredPlaylist: Sendable {
  /// Its text; nil where the spec, or what a probe shows, has errors.
  public let text: String?
  /// Whether a media playlist goes on: BANDWIDTH is then the peak of the segments that it lists, and the next ones may exceed it.
  public let isLive: Bool
  /// What is wrong with the texts, and where a probe differs from the spec.
  public let analysis: Analysis
}

/// Writes the multivariant playlist of what was delivered: BANDWIDTH and AVERAGE-BANDWIDTH are those of the segments, all else is that of the
/// spec. What a probe shows is held against the spec first, as ``verify(_:against:stream:for:packs:loader:)`` does.
///
/// - Parameters:
///   - delivered: the media playlists with the sizes of their segments, and probes. A multivariant playlist tells which is which.
///   - spec: what was asked for.
///   - stream: the name of the stream in the spec; needed where it has several.
///   - target: the id of a target, whose overrides are applied. Nil for the target of the spec, where it has one.
///   - loader: finds the files that `extends` names.
///   - path: the path of a media playlist from the place of the multivariant one, by the name of its text; nil where it has none.
/// - Throws: ``RungError/notOneStream(_:count:)``, ``RungError/unknownStream(_:known:)``, ``RungError/noVariants`` and
///   ``RungError/notMeasured(_:)``.
public func measuredPlaylist(
  of delivered: [DeliveredInput], against spec: SourceInput, stream: String? = nil, for target: TargetID? = nil, loader: Loader = .none,
  path: (_ playlist: String) -> String?
) throws(RungError) -> MeasuredPlaylist {
  var pipeline = Pipeline(loader: loader)
  let documents = pipeline.read(spec)
  let names = documents.map { $0["name"]?.scalar?.text }
  let chosen = stream.map { name in documents.indices.filter { names[$0] == name } } ?? Array(documents.indices)
  if let stream, chosen.isEmpty { throw .unknownStream(stream, known: names) }
  guard chosen.count <= 1 else { throw .notOneStream(.hls, count: chosen.count) }
  let asked = chosen.first.flatMap { pipeline.asked(documents[$0], from: spec.name, for: target).asked }
  let presentations = pipeline.presentations(of: delivered)
  // What a playlist declares is replaced; what a probe shows is in the media, whatever the spec says.
  if let asked { VerifyRules.all.run(Verification(asked, presentations.filter { $0.kind == .files }), &pipeline.report) }
  let analysis = pipeline.settledAnalysis(of: [])
  guard !analysis.hasErrors else { return MeasuredPlaylist(text: nil, isLive: false, analysis: analysis) }
  guard let asked, !asked.preview.variants.isEmpty else { throw .noVariants }
  let (measured, obstacles) = Verification(asked, presentations).measured { file in
    path(file)?.split(separator: "/").map { URLTemplate.encoded(String($0)) }.joined(separator: "/")
  }
  guard let measured else { throw .notMeasured(obstacles) }
  return MeasuredPlaylist(text: MultivariantPlaylist.text(measured.stream), isLive: measured.isLive, analysis: analysis)
}
