internal import RungSource
package import RungSpec

/// An inspection as a JSON document, version 1: ``schemaText`` is its schema.
package enum InspectionJSON {
  package static func text(_ inspection: LadderInspection) -> String {
    let renditions = inspection.streams.enumerated().flatMap { index, stream in stream.renditions.map { node($0, of: index, stream) } }
    return JSONTree.document(
      JSONTree.object([
        ("version", JSONTree.integer(1)), ("streams", JSONTree.list(inspection.streams.map(node))),
        ("renditions", JSONTree.list(renditions)),
      ]))
  }

  private static func node(_ stream: InspectedStream) -> Node {
    JSONTree.object([
      ("name", JSONTree.string(stream.name)), ("media", JSONTree.string(stream.isAudio ? "audio" : "video")),
      ("ladder", JSONTree.string(stream.isIngest ? "ingest" : stream.renditions.isEmpty ? nil : "ladder")),
      ("renditions", JSONTree.integer(stream.renditions.count)),
    ])
  }

  private static func node(_ rendition: InspectedRendition, of index: Int, _ stream: InspectedStream) -> Node {
    let level = rendition.minimumLevel
    return JSONTree.object([
      ("stream", JSONTree.integer(index)), ("name", JSONTree.string(rendition.name)), ("codec", JSONTree.string(rendition.codec)),
      ("profile", JSONTree.string(rendition.profile)), ("resolution", JSONTree.string(rendition.resolution?.text)),
      ("fps", number(rendition.fps?.value)), ("bitrate", integer(rendition.bitrate?.bitsPerSecond)),
      ("max_bitrate", integer(rendition.maxBitrate?.bitsPerSecond)), ("buffer", integer(rendition.buffer?.bits)),
      ("minimum_level", JSONTree.string(level?.name)), ("minimum_level_tier", JSONTree.string(level?.tier)),
      ("minimum_level_is_lower_bound", level.map { JSONTree.bool($0.isLowerBound) } ?? JSONTree.null),
      ("minimum_level_open", JSONTree.list(level?.open.map { JSONTree.string($0) } ?? [])),
      (
        "minimum_level_decided_by",
        JSONTree.list(
          level?.decidedBy.map {
            JSONTree.object([("limit", JSONTree.string($0.limit)), ("text", JSONTree.string($0.text))])
          } ?? [])
      ),
      ("stated_level", JSONTree.string(rendition.statedLevel)), ("stated_tier", JSONTree.string(rendition.statedTier)),
      ("gop_frames", integer(rendition.gopFrames.map { Int64($0) })),
      ("gop_seconds", number(rendition.gopSeconds?.value)), ("gop_is_default", JSONTree.bool(rendition.hasUsualGOP)), ("dpb_frames", integer(rendition.dpbFrames.map { Int64($0) })),
      ("bits_per_pixel", number(rendition.bitsPerPixel)), ("vbv_seconds", number(rendition.vbvSeconds)),
      ("segments", JSONTree.list(rendition.segments.map(node))), ("parts", rendition.parts.map(node) ?? JSONTree.null),
    ])
  }

  private static func node(_ parts: InspectedParts) -> Node {
    JSONTree.object([
      ("target", number(parts.target.value)), ("frames", JSONTree.integer(parts.frames)), ("length", number(parts.length.value)),
      ("per_segment", integer(parts.perSegment.map { Int64($0) })),
    ])
  }

  private static func node(_ segments: InspectedSegments) -> Node {
    JSONTree.object([
      ("output", JSONTree.string(segments.output)), ("asked", number(segments.asked.value)),
      ("lengths", JSONTree.list(segments.lengths.map { number($0.value) })), ("period", JSONTree.integer(segments.period)),
      ("shortest", number(segments.shortest.value)), ("longest", number(segments.longest.value)),
      ("equal", JSONTree.bool(segments.isEven)), ("target_duration", JSONTree.integer(segments.targetDuration)),
    ])
  }

  private static func integer(_ value: Int64?) -> Node { value.map { JSONTree.integer(Int($0)) } ?? JSONTree.null }

  private static func number(_ value: Rational?) -> Node { value.map { JSONTree.number($0) } ?? JSONTree.null }
}
