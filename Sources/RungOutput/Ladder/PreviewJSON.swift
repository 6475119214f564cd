internal import RungSource
package import RungSpec

/// A preview as a JSON document, version 1: ``schemaText`` is its schema.
package enum PreviewJSON {
  package static func text(_ preview: LadderPreview) -> String {
    JSONTree.document(
      JSONTree.object([("version", JSONTree.integer(1)), ("streams", JSONTree.list(preview.streams.map(node)))]))
  }

  private static func node(_ stream: PreviewedStream) -> Node {
    JSONTree.object([
      ("name", JSONTree.string(stream.name)), ("media", JSONTree.string(stream.isAudio ? "audio" : "video")),
      ("variants", JSONTree.list(stream.variants.map { node($0, stream) })), ("hls", node(stream.hls)), ("dash", node(stream.dash)),
      ("totals", node(stream.totals)), ("playlist", JSONTree.string(stream.variants.isEmpty ? nil : MultivariantPlaylist.text(stream))),
      ("manifest", JSONTree.string(stream.variants.isEmpty ? nil : MediaPresentation.text(stream))),
    ])
  }

  private static func node(_ variant: PreviewedVariant, _ stream: PreviewedStream) -> Node {
    JSONTree.object([
      ("name", JSONTree.string(variant.name)), ("id", JSONTree.string(variant.id)), ("resolution", JSONTree.string(variant.resolution?.text)),
      ("fps", number(variant.fps?.value)), ("codecs", JSONTree.string(variant.codecs)), ("video_codec", JSONTree.string(variant.videoCodec)),
      ("audio_codec", JSONTree.string(variant.audioCodec)), ("assumed", JSONTree.list(variant.assumed.map { JSONTree.string($0) })),
      ("average", rate(variant.average)), ("peak", rate(variant.peak)), ("hls_average_bandwidth", rate(variant.hlsAverage)),
      ("hls_bandwidth", rate(variant.hlsPeak)), ("dash_bandwidth", rate(variant.dashBandwidth)),
      ("hls_segments", segments(variant.hlsSegments)), ("dash_segments", segments(variant.dashSegments)),
    ])
  }

  private static func node(_ output: PreviewedOutput) -> Node {
    JSONTree.object([
      ("asked", JSONTree.bool(output.isAsked)), ("segment_format", JSONTree.string(output.format)),
      ("segment_duration", number(output.segment.value)), ("aligned", JSONTree.bool(output.isAligned)),
    ])
  }

  private static func node(_ totals: PreviewedTotals) -> Node {
    JSONTree.object([
      ("ingest", rate(totals.ingest)), ("passthrough", JSONTree.bool(totals.isPassthrough)), ("viewer_lowest", rate(totals.lowest)),
      ("viewer_highest", rate(totals.highest)), ("ladder", rate(totals.ladder)), ("viewer_hour_bytes_at_most", bytes(totals.hourAtMost)), ("window", number(totals.window?.value)),
      ("archive_bytes", bytes(totals.archive)), ("archive_bytes_packaged", bytes(totals.packagedArchive)), ("archive_bytes_at_most", bytes(totals.archiveAtMost)),
    ])
  }

  private static func segments(_ segments: InspectedSegments?) -> Node {
    guard let segments else { return JSONTree.null }
    return JSONTree.object([
      ("lengths", JSONTree.list(segments.lengths.map { number($0.value) })), ("period", JSONTree.integer(segments.period)),
      ("equal", JSONTree.bool(segments.isEven)), ("target_duration", JSONTree.integer(segments.targetDuration)),
    ])
  }

  private static func rate(_ rate: Bitrate?) -> Node { rate.map { JSONTree.integer(Int($0.bitsPerSecond)) } ?? JSONTree.null }
  private static func bytes(_ count: ByteCount?) -> Node { count?.whole.map { JSONTree.integer($0) } ?? JSONTree.null }
  private static func number(_ value: Rational?) -> Node { value.map { JSONTree.number($0) } ?? JSONTree.null }
}
