internal import Rung
internal import RungSource
internal import RungSpec

/// `textDocument/inlayHint`: defaults, and what follows from values.
enum InlayHints {
  static func answer(_ request: FeatureRequest) throws(RPCError) -> Node {
    guard let range = request.lines.range(of: request.params["range"]) else { throw .invalidParams("`range` is not a range") }
    guard let spec = request.analysis.spec else { return .array([]) }
    var hints: [Node] = []
    for index in request.tree.entries.indices {
      let entry = request.tree.entries[index]
      guard entry.isWhole, !entry.isItem, entry.start < range.upperBound, range.lowerBound <= entry.end, let document = spec.document(at: entry.start) else { continue }
      let values = DerivedValues(document, request.tree)
      guard let label = label(of: index, values, document, request.tree) else { continue }
      let place = entry.value.isEmpty ? entry.keyRange.upperBound + 1 : entry.value.upperBound
      hints.append(.object([
        ("position", request.lines.position(of: place)), ("label", .text(label)), ("paddingLeft", .flag(true)),
      ]))
    }
    return .array(hints)
  }

  private static func label(of index: Int, _ values: DerivedValues, _ document: Study.Document, _ tree: LooseTree) -> String? {
    let path = tree.path(of: index).map { $0 ?? "[]" }.joined(separator: ".")
    switch path {
    case "name": return defaults(document)
    case "ingest": return document.stream.spec.ingest?.value.mode == nil ? document.stream.ingestMode.map { "mode: \($0.value.rawValue)" } : nil
    case "ladder.renditions", "ladder.preset": return document.stream.ladder?.totalBitrate.map { "\($0.prose) together" }
    case "packaging.hls.segment_duration": return segments("hls", document)
    case "packaging.dash.segment_duration": return segments("dash", document)
    default: break
    }
    let figures: [InspectedRendition]
    if path.hasPrefix("ladder.renditions.[]."), let number = values.rendition(of: index), document.figures.renditions.indices.contains(number) {
      figures = [document.figures.renditions[number]]
    } else if path.hasPrefix("ladder.defaults.") {
      figures = document.figures.renditions
    } else {
      return nil
    }
    guard let first = figures.first else { return nil }
    switch tree.entries[index].key {
    case "keyframe_interval": return first.gopFrames.flatMap { frames in figures.allSatisfy { $0.gopFrames == frames } ? "= \(frames) frames" : nil }
    case "gop": return first.gopSeconds.flatMap { time in figures.allSatisfy { $0.gopSeconds == time } ? "= \(time.text)" : nil }
    case "resolution": return first.resolution.flatMap { size in tree.plain(tree.entries[index].value) == size.text ? nil : "= \(size.text)" }
    case "name": return first.minimumLevel.flatMap { level in level.name.map { "level \($0)\(level.open.isEmpty ? "" : " or more") needed" } }
    default: return nil
    }
  }

  /// Of what is not set at the top.
  private static func defaults(_ document: Study.Document) -> String? {
    guard !document.isBase else { return nil }
    let (stream, spec) = (document.stream, document.stream.spec)
    let words = [
      spec.kind == nil ? "kind: \(stream.kind.value.rawValue)" : nil, spec.media == nil ? "media: \(stream.media.value.rawValue)" : nil,
      spec.encoding == nil ? "encoding: \(stream.encoding.value.rawValue)" : nil,
    ].compactMap { $0 }
    return words.isEmpty ? nil : words.joined(separator: ", ")
  }

  private static func segments(_ output: String, _ document: Study.Document) -> String? {
    let all = document.figures.renditions.flatMap { $0.segments.filter { $0.output == output } }
    guard let shortest = all.map(\.shortest).min(by: { $0.value < $1.value }), let longest = all.map(\.longest).max(by: { $0.value < $1.value }) else { return nil }
    return shortest == longest ? (all.first?.asked == longest ? nil : "\(longest.text) long") : "\(shortest.text) to \(longest.text) long"
  }
}
