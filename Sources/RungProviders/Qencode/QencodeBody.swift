package import RungSource
package import RungSpec

// The bodies of the live API. None of its documents says what becomes of keys that it does not know. Source of every
// field: ``Qencode/Source/reference(_:strength:)``, unless it says otherwise.

/// The body of `POST /v1/live-streams`: this is all that it takes. Everything else is for the update or a resource of its own.
package struct QencodeCreate: Sendable {
  package var name: Located<String>?
  package var inputFormat: Located<QencodeInputFormat>?
  package var outputFormat: Located<QencodeOutputFormat>?
  package var streamTimeout: Located<Int>?
  package var playbackDomain: Located<String>?

  package static let shape = Shape("the create request", "Creates a live stream.", { QencodeCreate() }) {
    Field("name", { $1(&$0.name) }, .string, empty: .unclear, of: .name, "its name; Qencode generates one if it is not set")
    Field("input_format", { $1(&$0.inputFormat) }, .choice, of: .ingestProtocols, as: .words(["whip": "webrtc"]), "`rtmp` (default), `webrtc` or `srt`")
    Field("output_format", { $1(&$0.outputFormat) }, .choice, of: .qencode("output_format"), "`hls` (default)")
    Field("stream_timeout", { $1(&$0.streamTimeout) }, .integer(meantFrom: 0), of: .idleTimeout, as: .seconds, "seconds without input before the stream stops; default 120; Qencode's connector takes 1 to 7200")
    Field("playback_domain", { $1(&$0.playbackDomain) }, .string, empty: .unclear, of: .playbackDomain, "a domain of the account, of type live")
  }
}

/// The body of `PUT /v1/live-streams/{stream_id}`: at least one field. The list of referers has no documented name and is
/// never sent.
package struct QencodeUpdate: Sendable {
  package var name: Located<String>?
  package var callbackURL: Located<String>?
  package var inputFormat: Located<QencodeInputFormat>?
  package var outputFormat: Located<QencodeOutputFormat>?
  package var dvr: Located<QencodeDVR>?
  package var streamTimeout: Located<Int>?

  package static let shape = Shape("the update request", "Changes a live stream.", { QencodeUpdate() }) {
    Field("name", { $1(&$0.name) }, .string, empty: .unclear, of: .name, "its name")
    Field("callback_url", { $1(&$0.callbackURL) }, .uri("https://hooks.example.com", ["https", "http"], orEmpty: true), of: .webhook, "where changes of state are posted; empty to stop posting")
    Field("input_format", { $1(&$0.inputFormat) }, .choice, of: .ingestProtocols, as: .words(["whip": "webrtc"]), "`rtmp`, `webrtc` or `srt`")
    Field("output_format", { $1(&$0.outputFormat) }, .choice, of: .qencode("output_format"), "`hls`; the reference's example sends `cmaf`")
    Field("dvr", { $1(&$0.dvr) }, .object(QencodeDVR.shape), of: .recording, "recording to storage")
    Field("stream_timeout", { $1(&$0.streamTimeout) }, .integer(meantFrom: 0), of: .idleTimeout, as: .seconds, "seconds without input before the stream stops; Qencode's connector takes 1 to 7200")
  }

  /// Nothing to send: Qencode refuses an update without a field.
  var isEmpty: Bool {
    name == nil && callbackURL == nil && inputFormat == nil && outputFormat == nil && dvr == nil && streamTimeout == nil
  }
}

package struct QencodeDVR: Sendable {
  package var enabled: Located<Bool>?
  package var destination: Located<[Located<QencodeDestination>]>?
  package var streamSource: Located<RecordingSource>?
  package var resolution: Located<RecordingResolution>?
  package var format: Located<[Located<RecordingFormat>]>?
  package var maxFileDuration: Located<Int>?

  package static let shape = Shape("dvr", "Recording to storage.", { QencodeDVR() }) {
    Field("enabled", { $1(&$0.enabled) }, .oneOrZero, of: .qencode("dvr_enabled"), as: .words(["true": "1", "false": "0"]), "1 or 0; default 0")
    Field("destination", { $1(&$0.destination) }, .oneOrMany(.object(QencodeDestination.shape)), of: .recordingDestinations, "a storage, or a list of them")
    Field("stream_source", { $1(&$0.streamSource) }, .choice, of: .recordingSource, "`original`, `transcoded` or `auto` (default)")
    Field("resolution", { $1(&$0.resolution) }, .choice.described(.oneOf(Qencode.recordedResolutions)), of: .recordingResolution, "of the transcoded source; default `highest`")
    Field("format", { $1(&$0.format) }, .oneOrMany(.choice), of: .recordingFormats, as: .byHand, "`mp4` (default), `ts`, `hls`, or a list of them")
    Field("max_file_duration", { $1(&$0.maxFileDuration) }, .integer(meantFrom: 1, to: Qencode.fileDuration.value?.upperBound.whole ?? .max), of: .recordingMaxFileDuration, as: .seconds, "seconds; default 14400")
  }
}

package struct QencodeDestination: Sendable {
  package var url: Located<StreamURL>?
  package var key: Located<SecretText>?
  package var secret: Located<SecretText>?
  package var permissions: Located<String>?
  package var storageClass: Located<String>?

  package static let shape = Shape("dvr.destination", "A folder in a storage.", { QencodeDestination() }) {
    Field("url", { $1(&$0.url) }, .url(Qencode.storageSchemes, example: "s3://s3.example.com/bucket/path"), required: true, of: .destinationURL, "s3://ENDPOINT/BUCKET/FOLDER")
    Field("key", { $1(&$0.key) }, .secret.described(.string()), empty: .unclear, of: .destinationKey, "access key, or user name for FTP")
    Field("secret", { $1(&$0.secret) }, .secret.described(.string()), empty: .unclear, of: .destinationSecret, "secret key, or password for FTP")
    Field("permissions", { $1(&$0.permissions) }, .string, empty: .unclear, of: .destinationPermissions, "S3 only: a canned ACL; default `private`")
    // The reference describes this one without naming it; the destinations of Qencode's transcoding API have the name.
    Field("storage_class", { $1(&$0.storageClass) }, .string, empty: .unclear, of: .destinationStorageClass, "AWS only")
  }
}

/// The body of `POST /v1/live-streams/{stream_id}/playback-ids`. The reference's curl line shows the body of a simulcast
/// target here; its text, and the tutorial, have `policy`.
package struct QencodePlaybackID: Sendable {
  package var policy: Located<PlaybackPolicy>?

  package static let shape = Shape("the playback id request", "Adds a playback id.", { QencodePlaybackID() }) {
    Field("policy", { $1(&$0.policy) }, .choice, required: true, of: .playbackPolicy, "`public` or `authenticated`")
  }
}

/// The body of `POST /v1/live-streams/{stream_id}/simulcast-targets`: one target to a request.
package struct QencodeSimulcastTarget: Sendable {
  package var url: Located<StreamURL>?
  package var streamKey: Located<SecretText>?

  package static let shape = Shape("the simulcast target request", "Adds a simulcast target.", { QencodeSimulcastTarget() }) {
    Field("url", { $1(&$0.url) }, .url(Qencode.simulcastSchemes, example: "rtmp://live.example.com/app"), required: true, of: .simulcastURL, "the service's RTMP ingest URL")
    Field("stream_key", { $1(&$0.streamKey) }, .secret.described(.string()), empty: .absentText, of: .simulcastKey, "the stream key at that service")
  }
}

/// The body of `POST https://api-cdn.qencode.com/v1/domains`.
package struct QencodeDomain: Sendable {
  package var name: Located<String>?
  package var type: Located<String>?

  package static let shape = Shape("the domain request", "Registers a domain of your own.", { QencodeDomain() }) {
    Field("name", { $1(&$0.name) }, .string, required: true, empty: .unclear, of: .playbackDomain, "the fully qualified domain name")
    Field("type", { $1(&$0.type) }, .word(["live"]), required: true, "`live`; a domain serves one kind of content only")
  }
}

// MARK: Words

package enum QencodeInputFormat: String, Choice {
  case rtmp, webrtc, srt
  package static let noun = "an input format"
  package static let aliases: [String: QencodeInputFormat] = ["rtmps": .rtmp, "whip": .webrtc]
}

/// `hls` is what there is. The reference says of the others "coming soon", and gives no spelling for them in a request but
/// that of `cmaf`, in one example.
package enum QencodeOutputFormat: String, Choice {
  case hls, llHLS = "ll-hls", cmaf, dash
  package static let noun = "an output format"
  package static let aliases: [String: QencodeOutputFormat] = ["llhls": .llHLS, "lhls": .llHLS]
}

// MARK: Field types that only Qencode needs

extension FieldType where Value == Bool {
  /// Requests have 1 and 0 in every example; answers have booleans as well.
  static var oneOrZero: FieldType {
    FieldType(.anyOf([.oneOfIntegers([0, 1]), .boolean])) { node, report in
      if let scalar = node.scalar, scalar.style == .plain {
        if scalar.text == "1" || scalar.text == "true" { return true }
        if scalar.text == "0" || scalar.text == "false" { return false }
      }
      report.flag(SpecFaults.notOneOf, node.place, "expected 1 or 0, found \(node.kindName)")
      return nil
    } write: { .integer($0 ? 1 : 0, at: $1) }
  }
}

extension FieldType {
  /// One value as it is, several as a list.
  static func oneOrMany<Element: Sendable>(_ element: FieldType<Element>) -> FieldType where Value == [Located<Element>] {
    let list = FieldType.list(element, count: 1...Int.max, unique: true)
    return FieldType(.anyOf([element.schema(), list.schema()])) { node, report in
      if case .list = node.content { return list.read(node, &report) }
      return element.read(node, &report).map { [Located($0, at: node.place)] }
    } write: { values, place in
      values.count == 1 ? element.write(values[0].value, values[0].place) : list.write(values, place)
    } mark: { values, place, report in
      list.mark(&values, place, &report)
    }
  }
}
