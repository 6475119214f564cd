internal import RungSource
internal import RungSpec

extension Cloudflare {
  /// The documents that the facts come from.
  enum Source {
    private static let docs = "https://developers.cloudflare.com"
    static let day = "2026-11-28"

    /// The reference of the API, whose texts the SDKs repeat.
    static func api(_ locator: String, strength: Citation.Strength = .stated) -> Citation {
      Citation(
        "Cloudflare API reference, Stream live inputs", locator, url: "\(docs)/api/resources/stream/subresources/live_inputs/", checked: day, strength: strength)
    }

    static func start(_ locator: String, strength: Citation.Strength = .stated) -> Citation {
      Citation("Cloudflare Stream docs, Start a live stream", locator, url: "\(docs)/stream/stream-live/start-stream-live/", checked: day, strength: strength)
    }

    static func webRTC(_ locator: String, strength: Citation.Strength = .stated) -> Citation {
      Citation("Cloudflare Stream docs, WebRTC", locator, url: "\(docs)/stream/webrtc-beta/", checked: day, strength: strength)
    }

    static func simulcasting(_ locator: String, strength: Citation.Strength = .stated) -> Citation {
      Citation("Cloudflare Stream docs, Simulcasting", locator, url: "\(docs)/stream/stream-live/simulcasting/", checked: day, strength: strength)
    }

    static func watching(_ locator: String) -> Citation {
      Citation("Cloudflare Stream docs, Watch a live stream", locator, url: "\(docs)/stream/stream-live/watch-live-stream/", checked: day)
    }

    static func dvr(_ locator: String) -> Citation {
      Citation("Cloudflare Stream docs, DVR for Live", locator, url: "\(docs)/stream/stream-live/dvr-for-live/", checked: day)
    }

    static func troubleshooting(_ locator: String) -> Citation {
      Citation("Cloudflare Stream docs, Troubleshooting a live stream", locator, url: "\(docs)/stream/stream-live/troubleshooting/", checked: day)
    }

    static func webhooks(_ locator: String) -> Citation {
      Citation("Cloudflare Stream docs, Receive Live Webhooks", locator, url: "\(docs)/stream/stream-live/webhooks/", checked: day)
    }

    static func ingestDomains(_ locator: String, strength: Citation.Strength = .stated) -> Citation {
      Citation(
        "Cloudflare Stream docs, Add custom ingest domains", locator, url: "\(docs)/stream/stream-live/custom-domains/", checked: day, strength: strength)
    }

    static func faq(_ locator: String, strength: Citation.Strength = .stated) -> Citation {
      Citation("Cloudflare Stream docs, FAQ", locator, url: "\(docs)/stream/faq/", checked: day, strength: strength)
    }
  }

  package static func facts(for decision: Decision) -> Facts {
    var facts = Facts(party: title)
    facts.pushProtocols = .published([.rtmps, .srt, .whip], Source.api("live input: rtmps, srt, webRTC"))
    facts.pullSchemes = .published([], Source.api("live input: URLs to push to; no request has a source", strength: .inferred))
    return facts
  }

  package static var published: [Facts] { [facts(for: Decision(mode: Located(.automatic, at: .nowhere)))] }

  /// The API reference states the minimum, and the guide both ends.
  static let recordingDays = Limit.published(30...1096, Source.start("deleteRecordingAfterDays: minimum value is 30, maximum value is 1096"))
  static let outputs = Limit.published(50, Source.simulcasting("up to 50 concurrent destinations from each live input"))

  // Keyframe intervals: three texts of Cloudflare's differ. The guide, revised in 2026, requires 2 to 10 s and recommends 4 to 8 s; the page about
  // troubleshooting, of 2025, has 2 to 8 s. What the guide requires is an error, and what the page does not accept is a warning. The guide's older
  // text recommended 2 to 8 s, and 1 or 2 s for low latency.
  static let keyframeIntervals = Limit.published(
    Seconds(2)...Seconds(10), Source.start("requirements: GOP duration (keyframe interval) must be between 2 and 10 seconds"))
  static let recommendedKeyframeIntervals = Limit.published(
    Seconds(2)...Seconds(8), Source.troubleshooting("keyframe interval chart: a consistent flat line that stays between 2s and 8s"))
  /// The walkthrough for OBS also has 1 s, where playback is smooth.
  static let lowLatencyKeyframeIntervals = Limit.published(
    Seconds(2)...Seconds(4), Source.start("Low-Latency HLS broadcast recommendations: use a GOP size of 2 - 4 seconds"))
  /// Video and audio together. The guide's older text recommended less than 12 Mbps.
  static let ingestBitrates = Limit.published(
    Bitrate(bitsPerSecond: 2_000_000)...Bitrate(bitsPerSecond: 14_000_000),
    Source.start("requirements: input combined bitrate should be between 2 Mbps and 14 Mbps"))
  static let recordedLength = Limit.published(Seconds(7 * 24 * 3600), Source.start("limitations: the recording will be truncated to seven days"))

  /// The page about prices has SRT and RTMP, and RTMPS is RTMP over TLS.
  static let outputSchemes = ["rtmp", "rtmps", "srt"]

  package static let changes: [ChangeFact] =
    ["create", "update"].flatMap { request in
      [
        ChangeFact(
          request, .path("deleteRecordingAfterDays"), byUpdate, updating, [.atNextStart(Source.start("deleteRecordingAfterDays: only future streams"))],
          remark: "null keeps recordings for ever"),
        ChangeFact(request, .path("meta"), byUpdate, updating), ChangeFact(request, .path("recording"), byUpdate, updating),
        ChangeFact(request, .path("enabled"), byUpdate, updating, remark: "false rejects encoders"),
      ] + ChangeFact.each(request, ["defaultCreator", "preferLowLatency"], byUpdate, updating)
    }
    + [
      ChangeFact("create", .name("account_id", "the account"), .createOnly, Source.api("the account is in the URL", strength: .inferred)),
      ChangeFact("update", .name("account_id", "the account"), .createOnly, Source.api("the account is in the URL", strength: .inferred)),
      ChangeFact("output", .name("account_id", "the account"), .createOnly, Source.api("the account is in the URL", strength: .inferred)),
      ChangeFact("output", .path("url"), .createOnly, toggling, remark: "delete the output and add another"),
      ChangeFact("output", .path("streamKey"), .createOnly, toggling, remark: "delete the output and add another"),
      ChangeFact(
        "output", .path("enabled"), .patchable(by: .unplanned("PUT …/live_inputs/{live_input_identifier}/outputs/{output_identifier}")), toggling,
        [.whileStreaming(Source.simulcasting("control when you start and stop simulcasting"))]),
    ]

  private static let byUpdate = Changeability.patchable(by: .kind("update"))
  private static let updating = Source.api("update a live input")
  private static let toggling = Source.api("update an output: enabled is the only field", strength: .inferred)
}
