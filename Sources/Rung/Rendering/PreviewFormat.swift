public import RungOutput
internal import RungSpec

/// How a preview is written.
public enum PreviewFormat: String, Sendable, CaseIterable {
  /// To read: codecs, rates, segments and totals.
  case text
  /// For programs: a document of the schema `preview.v1`.
  case json
  /// The multivariant playlist of one stream.
  case hls
  /// The skeleton of the DASH manifest of one stream.
  case dash
}

extension PreviewAnalysis {
  /// What viewers get.
  ///
  /// - Parameters:
  ///   - format: how it is written.
  ///   - style: of ``PreviewFormat/text``.
  /// - Throws: ``RungError/notOneStream(_:count:)`` and ``RungError/noVariants`` for a playlist or a manifest.
  public func rendered(as format: PreviewFormat, style: TextStyle = .plain) throws(RungError) -> String {
    let preview = LadderPreview(streams: streams)
    switch format {
    case .text: return PreviewText.text(preview, style: style)
    case .json: return PreviewJSON.text(preview)
    case .hls: return MultivariantPlaylist.text(try one(for: format))
    case .dash: return MediaPresentation.text(try one(for: format))
    }
  }

  private func one(for format: PreviewFormat) throws(RungError) -> PreviewedStream {
    guard streams.count <= 1 else { throw .notOneStream(format, count: streams.count) }
    guard let only = streams.first, !only.variants.isEmpty else { throw .noVariants }
    return only
  }

  /// - Throws: ``RungError/unknownStream(_:known:)``.
  public func only(stream name: String) throws(RungError) -> PreviewAnalysis {
    let chosen = PreviewAnalysis(streams: streams.filter { $0.name == name }, analysis: analysis)
    guard !chosen.streams.isEmpty else { throw .unknownStream(name, known: streams.map(\.name)) }
    return chosen
  }
}
