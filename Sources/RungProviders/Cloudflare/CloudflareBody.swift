package import RungSource
package import RungSpec

// The bodies of the API. No document says what becomes of keys that it does not know. Source of every field:
// ``Cloudflare/Source/api(_:strength:)``.

/// The body of the requests that create and change a live input. The guide updates
/// `enabled` alone, which would reset the rest if an update replaced what is stored; no document says whether it does.
package struct CloudflareLiveInput: Sendable {
  package var meta: Located<Node>?
  package var enabled: Located<Bool>?
  package var defaultCreator: Located<String>?
  package var preferLowLatency: Located<Bool>?
  package var deleteRecordingAfterDays: Located<Int>?
  package var recording: Located<CloudflareRecording>?

  package static let shape = Shape("the live input request", "Creates or changes a live input.", { CloudflareLiveInput() }) {
    Field("meta", { $1(&$0.meta) }, .mapping, of: .labels, as: .byHand, "keys and values of your own; `name` is shown as the live input's name")
    Field("enabled", { $1(&$0.enabled) }, .bool, of: .cloudflare("enabled"), "whether it accepts streams; default true")
    Field("defaultCreator", { $1(&$0.defaultCreator) }, .string, empty: .unclear, of: .cloudflare("default_creator"), "the creator id")
    Field("preferLowLatency", { $1(&$0.preferLowLatency) }, .bool, of: .lowLatency, "Low-Latency HLS (beta); default false")
    Field("deleteRecordingAfterDays", { $1(&$0.deleteRecordingAfterDays) }, .integer(within: Cloudflare.recordingDays), empty: .absentNull, of: .cloudflare("delete_recording_after_days"), "days after which a recording is deleted; by default never")
    Field("recording", { $1(&$0.recording) }, .object(CloudflareRecording.shape), "recording, and what playback requires")
  }
}

/// The guide's text leaves open whether `timeoutSeconds` is in here; its example, the reference and the SDKs have it here.
package struct CloudflareRecording: Sendable {
  package var mode: Located<CloudflareRecordingMode>?
  package var requireSignedURLs: Located<Bool>?
  package var allowedOrigins: Located<[Located<String>]>?
  package var hideLiveViewerCount: Located<Bool>?
  package var timeoutSeconds: Located<Int>?

  package static let shape = Shape("recording", "Recording, and what playback requires.", { CloudflareRecording() }) {
    Field("mode", { $1(&$0.mode) }, .choice, of: .cloudflare("record"), as: .words(["true": "automatic", "false": "off"]), "`off` (default) or `automatic`; HLS and DASH are offered with `automatic` only")
    Field("requireSignedURLs", { $1(&$0.requireSignedURLs) }, .bool, of: .playbackPolicy, as: .words(["authenticated": "true", "public": "false"]), "whether viewers need a signed token; default false")
    Field("allowedOrigins", { $1(&$0.allowedOrigins) }, .list(.string, count: .free), of: .playbackAllowedReferers, "domains that may show the stream, `*` for subdomains; empty for any")
    Field("hideLiveViewerCount", { $1(&$0.hideLiveViewerCount) }, .bool, of: .cloudflare("hide_live_viewer_count"), "whether the number of live viewers is not reported; default false")
    Field("timeoutSeconds", { $1(&$0.timeoutSeconds) }, .integer(meantFrom: 0), of: .idleTimeout, as: .seconds, "seconds without input after which the next input is another video; 0 for Cloudflare's default")
  }
}

/// The body of `POST …/live_inputs/{live_input_identifier}/outputs`: one output to a request.
package struct CloudflareOutput: Sendable {
  package var url: Located<StreamURL>?
  package var streamKey: Located<SecretText>?
  package var enabled: Located<Bool>?

  package static let shape = Shape("the output request", "Adds an output, which restreams the live input.", { CloudflareOutput() }) {
    Field("url", { $1(&$0.url) }, .url(Cloudflare.outputSchemes, example: "rtmps://live.example.com/app"), required: true, of: .simulcastURL, "where it restreams to")
    Field("streamKey", { $1(&$0.streamKey) }, .secret.described(.string(length: 1...Int.max)), required: true, of: .simulcastKey, "the stream key there")
    Field("enabled", { $1(&$0.enabled) }, .bool, "whether it restreams now; default true")
  }
}
