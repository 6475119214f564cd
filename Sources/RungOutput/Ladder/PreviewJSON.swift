internal import RungSource
package import RungSpec

/// A preview as a JSON document, version 1.
package enum PreviewJSON {
  package static func text(_ preview: LadderPreview) -> String { document.text(preview) }
  package static var schemaText: String { document.schemaText }

  private static var document: JSONDocument<LadderPreview> {
    JSONDocument(
      "preview.v1", "What viewers get from the streams of a file", of: "rung ladder preview",
      "Members are never omitted; what the spec does not set is null. Rates are bits per second, times are seconds; numbers that are not whole are rounded to six decimals."
    ) {
      JSONMember("streams", .list(stream), "One for each document of the file, in their order.") { $0.streams }
    }
  }

  private static var stream: JSONForm<PreviewedStream> {
    .object("stream") {
      JSONMember("name", .optional(.text)) { $0.name }
      JSONMember("media", .choice) { $0.isAudio ? MediaKind.audio : .video }
      JSONMember("variants", .list(variant), "In the order of the ladder.") { $0.variants }
      JSONMember("hls", output) { $0.hls }
      JSONMember("dash", output) { $0.dash }
      JSONMember("totals", totals) { $0.totals }
      JSONMember("playlist", .optional(.text), "The multivariant playlist of HLS. Null without a ladder.") {
        $0.variants.isEmpty ? nil : MultivariantPlaylist.text($0)
      }
      JSONMember("manifest", .optional(.text), "The skeleton of the MPD. Null without a ladder.") {
        $0.variants.isEmpty ? nil : MediaPresentation.text($0)
      }
    }
  }

  private static var variant: JSONForm<PreviewedVariant> {
    .object("variant") {
      JSONMember("name", .optional(.text)) { $0.name }
      JSONMember("id", .text(pattern: "^[A-Za-z0-9_-]+$"), "Its name in URLs.") { $0.id }
      JSONMember("resolution", .optional(.resolution)) { $0.resolution }
      JSONMember("fps", .optional(.number)) { $0.fps?.value }
      JSONMember("codecs", .optional(.text), "As CODECS lists them (RFC 6381).") { $0.codecs }
      JSONMember("video_codec", .optional(.text)) { $0.videoCodec }
      JSONMember("audio_codec", .optional(.text)) { $0.audioCodec }
      JSONMember("video_range", .optional(.words(["SDR", "PQ", "HLG"])), "As VIDEO-RANGE states it; null where no rendition is known to be HDR.") { $0.videoRange }
      JSONMember("assumed", .list(.words(["profile", "level"])), "Keys that the codec string depends on and that are not set.") { $0.assumed }
      JSONMember("average", rate, "Video and audio, without a container.") { $0.average }
      JSONMember("peak", rate, "The same with the maximum of the video. Null without one.") { $0.peak }
      JSONMember("hls_average_bandwidth", rate, "AVERAGE-BANDWIDTH: with the container.") { $0.hlsAverage }
      JSONMember(
        "hls_bandwidth", rate,
        "The upper bound of every segment: maximum × its length + buffer, with audio and container. Null without a maximum; BANDWIDTH in `playlist` is then an estimate, 1.5 times the average."
      ) { $0.hlsPeak }
      JSONMember(
        "dash_bandwidth", rate, "@bandwidth of the video alone: the upper bound of every segment, or the average without one."
      ) { $0.dashBandwidth }
      JSONMember("hls_segments", .optional(segments), "Null when the keyframe interval is unknown.") { $0.hlsSegments }
      JSONMember("dash_segments", .optional(segments), "Null when the keyframe interval is unknown.") { $0.dashSegments }
    }
  }

  private static var segments: JSONForm<InspectedSegments> {
    .object {
      JSONMember("lengths", .list(.number), "The first, up to where they repeat; at most twelve.") { $0.lengths.map(\.value) }
      JSONMember("period", .integer(1...Int.max), "After so many segments the lengths repeat.") { $0.period }
      JSONMember("equal", .bool) { $0.isEven }
      JSONMember("target_duration", .integer) { $0.targetDuration }
    }
  }

  private static var output: JSONForm<PreviewedOutput> {
    .object("output") {
      JSONMember("asked", .bool, "Whether `packaging` has it.") { $0.isAsked }
      JSONMember("segment_format", .words(SegmentFormat.words)) { $0.format }
      JSONMember("segment_duration", .number) { $0.segment.value }
      JSONMember("aligned", .bool, "Whether every rendition is cut at the same times.") { $0.isAligned }
    }
  }

  private static var totals: JSONForm<PreviewedTotals> {
    .object("totals") {
      JSONMember("ingest", rate, "What the encoder sends.") { $0.ingest }
      JSONMember("passthrough", .bool, "Whether the encoder sends the ladder itself.") { $0.isPassthrough }
      JSONMember("viewer_lowest", rate, "Average of the lowest variant, with the container.") { $0.lowest }
      JSONMember("viewer_highest", rate) { $0.highest }
      JSONMember("ladder", rate, "All renditions together, without a container.") { $0.ladder }
      JSONMember(
        "viewer_hour_bytes_at_most", .optional(.integer),
        "The maximum for a viewer per hour, with the container. Null where a variant has no maximum."
      ) { $0.hourAtMost?.whole }
      JSONMember("window", .optional(.number), "`recording.window`.") { $0.window?.value }
      JSONMember("archive_bytes", .optional(.integer), "All renditions over the window, without a container; rounded up.") { $0.archive?.whole }
      JSONMember("archive_bytes_packaged", .optional(.integer), "The same with the container of HLS.") { $0.packagedArchive?.whole }
      JSONMember("archive_bytes_at_most", .optional(.integer), "The same at most. Null where a variant has no maximum.") { $0.archiveAtMost?.whole }
    }
  }

  private static var rate: JSONForm<Bitrate?> { .optional(JSONForm(.integer(0...Int.max)) { .integer(Int($0.bitsPerSecond), at: .nowhere) }) }
}
