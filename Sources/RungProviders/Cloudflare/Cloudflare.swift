package import RungSource
package import RungSpec

/// Cloudflare Stream Live: one request creates a live input, which encoders may push to from then on; each output is one more.
package enum Cloudflare: Provider {
  package static let id = "cloudflare"
  package static let title = "Cloudflare Stream"

  package struct Options: Sendable {
    package var account: Located<String>?
    package var record: Located<Bool>?
    package var deleteAfterDays: Located<Int>?
    package var creator: Located<String>?
    package var hidesViewerCount: Located<Bool>?
    package var enabled: Located<Bool>?
  }

  package static let options = Shape("the target cloudflare", "Cloudflare Stream's own settings.", { Options() }) {
    Field("account_id", { $1(&$0.account) }, .text(1...32), "The account's id. Default: `${env:CLOUDFLARE_ACCOUNT_ID}`.")
    Field("record", { $1(&$0.record) }, .bool, "true records, and offers HLS and DASH, which are not offered without; false does neither. Default: false when the encoder pushes with `whip` only, otherwise true.")
    Field("delete_recording_after_days", { $1(&$0.deleteAfterDays) }, .integer(within: recordingDays), "Days after which a recording is deleted, 30 to 1096. Default: recordings are kept.")
    Field("default_creator", { $1(&$0.creator) }, .string, "The creator id of the live input and of its videos.")
    Field("hide_live_viewer_count", { $1(&$0.hidesViewerCount) }, .bool, "true: the number of live viewers is not reported. Default: false.")
    Field("enabled", { $1(&$0.enabled) }, .bool, "false: the live input rejects encoders. Default: true.")
  }

  package struct Decision: Sendable {
    /// Whether HLS and DASH are offered and the stream is recorded; the two cannot be had apart.
    package var mode: Located<CloudflareRecordingMode>
  }

  package static let requests = [
    RequestKind(
      "create", "POST /client/v4/accounts/{account_id}/stream/live_inputs", body: CloudflareLiveInput.shape,
      telling: ["recording", "meta", "preferLowLatency", "deleteRecordingAfterDays", "defaultCreator"], filled: filled, renamed: renamed,
      source: Source.api("create a live input")),
    RequestKind(
      "update", "PUT /client/v4/accounts/{account_id}/stream/live_inputs/{live_input_identifier}", body: CloudflareLiveInput.shape,
      filled: filled, renamed: renamed, source: Source.api("update a live input")),
    RequestKind(
      "output", "POST /client/v4/accounts/{account_id}/stream/live_inputs/{live_input_identifier}/outputs", body: CloudflareOutput.shape,
      telling: ["url", "streamKey"], filled: [FilledField("uid")], renamed: renamedOutput, source: Source.api("create an output")),
    RequestKind("delete-output", "DELETE /client/v4/accounts/{account_id}/stream/live_inputs/{live_input_identifier}/outputs/{output_identifier}"),
    RequestKind("delete", "DELETE /client/v4/accounts/{account_id}/stream/live_inputs/{live_input_identifier}"),
  ]

  /// An output gets the incoming stream.
  package static let simulcastsInput = true

  package static func decide(_ stream: Stream, _ options: Options, _ report: inout Report) -> Decision {
    if let stated = options.record { return Decision(mode: stated.map { $0 ? .automatic : .off }) }
    let protocols = stream.spec.ingest?.value.protocols?.value ?? []
    if let first = protocols.first, protocols.allSatisfy({ $0.value == .whip }),
      let off = report.derive(CloudflareRecordingMode.off, "a WebRTC broadcast is neither recorded nor offered as HLS or DASH", from: [first.place]) {
      return Decision(mode: off)
    }
    return Decision(mode: report.byDefault(.automatic, "HLS and DASH are offered only with a recording", near: stream.place))
  }
}

extension Fit<Cloudflare> {
  var records: Bool { decision.mode.value == .automatic }

  /// Protocols that the encoder may push with; RTMPS where none is stated.
  var protocols: [IngestProtocol] {
    let stated = spec.ingest?.value.protocols?.value.map(\.value) ?? []
    return stated.isEmpty ? [.rtmps] : stated
  }

  /// The encoder can use nothing but WebRTC.
  var isOnlyWebRTC: Bool { protocols.allSatisfy { $0 == .whip } }
}
