package import RungSpec

/// An inspection as a JSON document, version 1.
package enum InspectionJSON {
  package static func text(_ inspection: LadderInspection) -> String { document.text(inspection) }
  package static var schemaText: String { document.schemaText }

  private static var document: JSONDocument<LadderInspection> {
    JSONDocument(
      "inspection.v1", "The computed values of the renditions of a file", of: "rung ladder inspect",
      "Members are never omitted; what the spec does not set is null. Numbers that are not whole are rounded to six decimals."
    ) {
      JSONMember("streams", .list(stream), "One for each document of the file, in their order.") { $0.streams }
      JSONMember("renditions", .list(rendition), "Those of all streams, in their order.") { inspection in
        inspection.streams.enumerated().flatMap { index, stream in stream.renditions.map { (index, $0) } }
      }
    }
  }

  private static var stream: JSONForm<InspectedStream> {
    .object {
      JSONMember("name", .optional(.text)) { $0.name }
      JSONMember("media", .choice) { $0.isAudio ? MediaKind.audio : .video }
      JSONMember(
        "ladder", .optional(.words(["ladder", "ingest"])),
        "Where the renditions are: `ingest` when what the encoder sends is the ladder. Null without one."
      ) { $0.isIngest ? "ingest" : $0.renditions.isEmpty ? nil : "ladder" }
      JSONMember("renditions", .count, "How many.") { $0.renditions.count }
    }
  }

  private static var rendition: JSONForm<(stream: Int, rendition: InspectedRendition)> {
    .object("rendition") {
      JSONMember("stream", .count, "Its position among the streams, from 0.") { $0.stream }
      ofRendition.map { $0.of(\.rendition) }
    }
  }

  @JSONMemberList<InspectedRendition> private static var ofRendition: [JSONMember<InspectedRendition>] {
    JSONMember("name", .optional(.text)) { $0.name }
    JSONMember("codec", .optional(.words(VideoCodec.words + AudioCodec.words)), "In an audio ladder that of the audio.") { $0.codec }
    JSONMember("profile", .optional(.words(VideoProfile.words))) { $0.profile }
    JSONMember("resolution", .optional(.resolution)) { $0.resolution }
    JSONMember("fps", .optional(.number), "Frames per second.") { $0.fps?.value }
    JSONMember("bitrate", .optional(.integer), "Target, in bit/s; in an audio ladder that of the audio.") { ($0.bitrate?.bitsPerSecond).map(Int.init) }
    JSONMember("max_bitrate", .optional(.integer), "In bit/s.") { ($0.maxBitrate?.bitsPerSecond).map(Int.init) }
    JSONMember("buffer", .optional(.integer), "In bit.") { ($0.buffer?.bits).map(Int.init) }
    JSONMember(
      "minimum_level", .optional(.text),
      "The lowest level of the codec that allows the rendition. Null when none does (`minimum_level_decided_by` has the reason), and when it is unknown."
    ) { $0.minimumLevel?.name }
    JSONMember(
      "minimum_level_tier", .optional(tier),
      "For HEVC and AV1: the tier that is set. Without one, `high` where no level of the Main tier suffices."
    ) { $0.minimumLevel?.tier }
    JSONMember(
      "minimum_level_is_lower_bound", .optional(.bool),
      "True when a setting that affects the level is not set: the real minimum may be higher. Null when nothing is known."
    ) { $0.minimumLevel?.isLowerBound }
    JSONMember(
      "minimum_level_open", .list(.words(["fps", "max_bitrate", "profile", "buffer", "ref_frames", "bframes"])),
      "The keys of the spec that affect the level and are not set."
    ) { $0.minimumLevel?.open ?? [] }
    JSONMember(
      "minimum_level_decided_by", .list(reason), "Why the next lower level is too low; without a level, why the highest is."
    ) { $0.minimumLevel?.decidedBy ?? [] }
    JSONMember("stated_level", .optional(.text)) { $0.statedLevel }
    JSONMember("stated_tier", .optional(tier), "Null as well for a codec that has no tiers.") { $0.statedTier }
    JSONMember("gop_frames", .optional(.integer)) { $0.gopFrames }
    JSONMember("gop_seconds", .optional(.number)) { $0.gopSeconds?.value }
    JSONMember("gop_is_default", .bool, "The spec does not set a keyframe interval: this is the encoder's default.") { $0.hasUsualGOP }
    JSONMember(
      "dpb_frames", .optional(.integer),
      "Decoded frames that x264 and x265 keep. Null unless reference frames and B-frames are known."
    ) { $0.dpbFrames }
    JSONMember("bits_per_pixel", .optional(.number), "Target bitrate ÷ (width × height × frame rate).") { $0.bitsPerPixel }
    JSONMember("vbv_seconds", .optional(.number), "Buffer ÷ maximum bitrate, or ÷ target without one.") { $0.vbvSeconds }
    JSONMember(
      "segments", .list(segments),
      "For each output with a segment duration: the lengths when segments are cut at keyframes."
    ) { $0.segments }
    JSONMember(
      "parts", .optional(parts),
      "The LL-HLS part target in whole frames. Null where no part duration is set, or the frame rate is unknown."
    ) { $0.parts }
  }

  private static var tier: JSONForm<String> { .words(["main", "high"]) }

  private static var reason: JSONForm<MinimumLevel.Reason> {
    .object {
      JSONMember("limit", .words(["frame_size", "side", "rate", "dpb", "bitrate", "buffer", "tier"])) { $0.limit }
      JSONMember("text", .text) { $0.text }
    }
  }

  private static var parts: JSONForm<InspectedParts> {
    .object {
      JSONMember("target", .number, "In seconds, as the length.") { $0.target.value }
      JSONMember("frames", .count, "In each part except the last of a segment; 0 where a frame is longer than the target.") { $0.frames }
      JSONMember("length", .number) { $0.length.value }
      JSONMember("per_segment", .optional(.integer), "In the longest HLS segment. Null where no segment duration is set.") { $0.perSegment }
    }
  }

  private static var segments: JSONForm<InspectedSegments> {
    .object {
      JSONMember("output", .words(["hls", "dash"])) { $0.output }
      JSONMember("asked", .number, "In seconds, as all lengths.") { $0.asked.value }
      JSONMember("lengths", .list(.number), "The first segments, until the lengths repeat; at most twelve.") { $0.lengths.map(\.value) }
      JSONMember("period", .integer(1...Int.max), "After so many segments the lengths repeat.") { $0.period }
      JSONMember("shortest", .number) { $0.shortest.value }
      JSONMember("longest", .number) { $0.longest.value }
      JSONMember("equal", .bool) { $0.isEven }
      JSONMember("target_duration", .integer, "EXT-X-TARGETDURATION: the longest, rounded.") { $0.targetDuration }
    }
  }
}
