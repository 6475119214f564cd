internal import RungSource
package import RungSpec

extension Qencode {
  /// The documents that the facts come from. No source of the server, no OpenAPI document and no library for live streams
  /// is public, so the reference is the strongest source.
  enum Source {
    private static let docs = "https://docs.qencode.com"
    private static let day = "2026-11-20"

    static func reference(_ locator: String, strength: Citation.Strength = .stated) -> Citation {
      Citation("Qencode live streaming API reference", locator, url: "\(docs)/api-reference/streaming", checked: day, strength: strength)
    }

    static func dvr(_ locator: String, strength: Citation.Strength = .stated) -> Citation {
      Citation("Qencode tutorial, DVR recording", locator, url: "\(docs)/tutorials/streaming/dvr-recording", checked: day, strength: strength)
    }

    static func signing(_ locator: String, strength: Citation.Strength = .stated) -> Citation {
      Citation(
        "Qencode tutorial, signed tokens", locator, url: "\(docs)/tutorials/streaming/generate-signed-tokens", checked: day,
        strength: strength)
    }

    static func delivery(_ locator: String, strength: Citation.Strength = .stated) -> Citation {
      Citation("Qencode content delivery API reference", locator, url: "\(docs)/api-reference/cdn", checked: day, strength: strength)
    }

    /// Qencode's own connector for assistants. It is newer than the reference, but it wraps the API: a limit that it states
    /// may be that of the connector only.
    static func connector(_ locator: String) -> Citation {
      Citation(
        "Qencode MCP connector", locator, url: "https://glama.ai/mcp/connectors/com.qencode/qencode", checked: day, strength: .byAnalogy)
    }

    /// The destinations of another Qencode API, which look the same.
    static func transcoding(_ locator: String) -> Citation {
      Citation(
        "Qencode skills, storage of the transcoding API", locator, url: "https://github.com/Qencode-Corp/qencode-skills", checked: day,
        strength: .byAnalogy)
    }
  }

  package static func facts(for decision: Void) -> Facts {
    var facts = Facts(party: title)
    // RTMPS is in the `server_urls` of the newer examples only; a stream has all of them, and one can be used at a time.
    facts.pushProtocols = .published([.rtmp, .rtmps, .srt, .whip], Source.reference("server_urls: rtmp, rtmps, webrtc, srt"))
    facts.frameRateMaximum = frameRate
    facts.idleTimeout = streamTimeout
    facts.recordedFileDuration = fileDuration
    return facts
  }

  // The reference states the default and no range.
  package static let streamTimeout = Limit.published(Seconds(1)...Seconds(7200), Source.connector("create_live_stream, stream_timeout: 1 to 7200"))
  /// The stop section states 120 s, whatever the timeout is; that is the default.
  static let freeTimeout = Limit.published(
    Seconds(120), Source.reference("stream_timeout: greater than 120 seconds is billed same way as for live state"))
  // The minimum is inferred.
  package static let fileDuration = Limit.published(Seconds(1)...Seconds(21600), Source.reference("dvr.max_file_duration: max value 21600 seconds"))
  static let usualFileDuration = Limit.published(Seconds(14400), Source.reference("dvr.max_file_duration: defaults to 14400"))
  static let frameRate = Limit.published(FrameRate(30), Source.reference("framerate: current maximum supported frame rate is 30"))

  /// The fields that a request's body has, by what is known about changing them.
  package static func fields(of request: String) -> [String] {
    changes.filter { $0.request == request }.compactMap(\.path).filter { !$0.contains(".") }
  }

  static let storageSchemes = ["s3", "b2", "azblob", "ftp", "ftps", "sftp"]
  static let storageSource = Source.reference("dvr.destination.url, supported storage prefixes")
  // The reference states RTMP; RTMP over TLS is stated by the connector.
  static let simulcastSchemes = ["rtmp", "rtmps"]

  /// 360p is not supported. The tutorial has no `all`; the reference is newer.
  static let recordedResolutions = ["highest", "lowest", "240p", "480p", "720p", "1080p", "1440p", "4k", "all"]

  /// The reference lists the first four "and others": those of Amazon S3.
  static let cannedACLs = [
    "private", "public-read", "authenticated-read", "bucket-owner-read", "bucket-owner-full-control", "public-read-write",
    "aws-exec-read", "log-delivery-write",
  ]
}

extension Fit<Qencode> {
  /// The storages to record to, in the order of the spec.
  var destinations: [Located<RecordingDestination>] { spec.recording?.value.destinations?.value ?? [] }
}
