package import RungSource
package import RungSpec

/// Qencode Live: one request creates a stream, a second one sets what the first has no field for, a third starts it.
package enum Qencode: Provider {
  package static let id = "qencode"
  package static let title = "Qencode"

  package struct Options: Sendable {
    package var streamID: Located<String>?
    package var inputFormat: Located<QencodeInputFormat>?
    package var outputFormat: Located<QencodeOutputFormat>?
    package var dvrEnabled: Located<Bool>?
    package var playbackIDs: Located<[Located<PlaybackPolicy>]>?
    package var createDomain: Located<Bool>?
  }

  package static let options = Shape("the target qencode", "Qencode's own settings.", { Options() }) {
    Field("stream_id", { $1(&$0.streamID) }, .string, "A stream that exists: the plan updates it instead of creating one.")
    Field("input_format", { $1(&$0.inputFormat) }, .choice, "`rtmp`, `webrtc` or `srt`. A hint: the URL that the encoder uses decides. Default: from the first of `ingest.protocols`.")
    Field("output_format", { $1(&$0.outputFormat) }, .choice, "`hls`; the others are announced only. Default: `hls` when `packaging.hls` is set, otherwise Qencode's default.")
    Field("dvr_enabled", { $1(&$0.dvrEnabled) }, .bool, "Record from the start. Can be switched while the stream runs. Default: true when there is a destination.")
    Field("playback_ids", { $1(&$0.playbackIDs) }, .list(.choice), "The policy of each playback id of the stream. Default: one with `playback.policy`.")
    Field("create_domain", { $1(&$0.createDomain) }, .bool, "true: the plan creates `playback.domain` for live streams. false: it exists.")
  }

  package static let requests = [
    RequestKind("token", "POST /v1/access_token/{api_key}"),
    RequestKind(
      "domain", "POST https://api-cdn.qencode.com/v1/domains", body: QencodeDomain.shape, telling: ["type"],
      source: Source.delivery("domains")),
    RequestKind(
      "create", "POST /v1/live-streams", body: QencodeCreate.shape,
      telling: ["name", "input_format", "output_format", "stream_timeout", "playback_domain"], filled: filled, renamed: renamed,
      source: Source.reference("create a live stream, input attributes")),
    RequestKind(
      "update", "PUT /v1/live-streams/{stream_id}", body: QencodeUpdate.shape,
      // Only an update has these, whatever else it has.
      telling: ["dvr", "dvr.enabled", "dvr.destination", "dvr.destination.url", "callback_url", "name", "input_format", "output_format", "stream_timeout"],
      filled: filled, renamed: renamed, source: Source.reference("update a live stream, input attributes"), listsInferred: Source.reference("dvr.format and dvr.destination: one value, or a list", strength: .inferred)),
    RequestKind(
      "playback-id", "POST /v1/live-streams/{stream_id}/playback-ids", body: QencodePlaybackID.shape, telling: ["policy"],
      source: Source.reference("adding a playback id, input attributes")),
    RequestKind(
      "simulcast-target", "POST /v1/live-streams/{stream_id}/simulcast-targets", body: QencodeSimulcastTarget.shape,
      telling: ["url", "stream_key"], source: Source.reference("adding a simulcast target, input attributes")),
    RequestKind("delete-public-id", "DELETE /v1/live-streams/{stream_id}/playback-ids/{playback_id}"),
    RequestKind("start", "POST /v1/live-streams/{stream_id}/start"),
    RequestKind("ingest", "GET /v1/live-streams/{stream_id}"),
    RequestKind("stop", "POST /v1/live-streams/{stream_id}/stop"),
    RequestKind("delete", "DELETE /v1/live-streams/{stream_id}"),
  ]

  /// A simulcast target gets the incoming stream; the ladder is for playback alone.
  package static let simulcastsInput = true

  /// Qencode has one product.
  package static func decide(_ stream: Stream, _ options: Options, _ report: inout Report) {}
}
