internal import RungSource
internal import RungSpec

extension Mux {
  /// The documents that the facts come from.
  enum Source {
    private static let docs = "https://www.mux.com/docs"
    static let day = "2026-11-28"

    /// The models of the SDK, which are made of Mux's OpenAPI document and have its texts.
    static func sdk(_ locator: String, strength: Citation.Strength = .stated) -> Citation {
      Citation("Mux OpenAPI v1 (mux-python 5.1.2)", locator, url: "https://github.com/muxinc/mux-python", checked: day, strength: strength)
    }

    static func create(_ locator: String, strength: Citation.Strength = .stated) -> Citation { sdk("create live stream, \(locator)", strength: strength) }
    static func update(_ locator: String, strength: Citation.Strength = .stated) -> Citation { sdk("update live stream, \(locator)", strength: strength) }
    static func simulcast(_ locator: String, strength: Citation.Strength = .stated) -> Citation { sdk("create simulcast target, \(locator)", strength: strength) }

    static func software(_ locator: String) -> Citation {
      Citation("Mux docs, Configure Broadcast Software", locator, url: "\(docs)/guides/configure-broadcast-software", checked: day)
    }

    static func srt(_ locator: String) -> Citation {
      Citation("Mux docs, Use SRT to live stream", locator, url: "\(docs)/guides/use-srt-to-live-stream", checked: day)
    }

    static func disconnects(_ locator: String) -> Citation {
      Citation("Mux docs, Handle Live Stream Disconnects", locator, url: "\(docs)/guides/handle-live-stream-disconnects", checked: day)
    }

    static func recordings(_ locator: String, strength: Citation.Strength = .stated) -> Citation {
      Citation("Mux docs, Stream recordings of live streams", locator, url: "\(docs)/guides/stream-recordings-of-live-streams", checked: day, strength: strength)
    }

    static func reference(_ locator: String, strength: Citation.Strength = .stated) -> Citation {
      Citation("Mux API reference, Live Streams", locator, url: "\(docs)/api-reference/video/live-streams", checked: day, strength: strength)
    }

    static func latency(_ locator: String) -> Citation {
      Citation("Mux docs, Reduce live stream latency", locator, url: "\(docs)/guides/reduce-live-stream-latency", checked: day)
    }
  }

  package static func facts(for decision: Void) -> Facts {
    var facts = Facts(party: title)
    // The reference, which is not dated, has RTMP as the only protocol; the SDK's answers have a passphrase for SRT, and so has the guide: they are newer.
    facts.pushProtocols = .published([.rtmp, .rtmps, .srt], Source.srt("SRT as an alternative to RTMP"))
    facts.pullSchemes = .published([], Source.create("no field is a source", strength: .inferred))
    facts.nameLength = titleLength
    return facts
  }

  static let titleLength = Limit.published(1...512, Source.sdk("LiveStreamMetadata.title: max 512 code points"))
  static let creatorLength = 128
  static let passthroughLength = Limit.published(255, Source.update("passthrough: max 255 characters"))
  /// A changelog of 2022 raised the maximum from 5 to 30 minutes.
  static let reconnectSeconds = Limit.published(0...1800, Source.disconnects("reconnect_window: any value between 0 to 1800 seconds"))
  static let continuousSeconds = Limit.published(60...43200, Source.create("max_continuous_duration: 60 to 43200"))
  /// The stream's status after it is `disabled`, and the recording for 24 hours.
  static let testLength = Limit.published(Seconds(300), Source.create("test: limited to 5 minutes"))
  /// The longest reconnect window with standard latency that does without a slate.
  static let unslatedWindow = Limit.published(Seconds(60), Source.create("reconnect_window: higher than 60 seconds with standard latency, enabling slate is highly recommended"))

  package static let changes: [ChangeFact] =
    ["create", "update"].flatMap { request in
      ChangeFact.each(request, ["latency_mode", "reconnect_window", "use_slate_for_standard_latency", "max_continuous_duration"], byUpdate, updating)
        + [
          ChangeFact(request, .path("meta"), byUpdate, updating),
          ChangeFact(request, .path("passthrough"), byUpdate, updating, [.emptyClears(Source.update("passthrough: cleared by an empty-string value"))]),
          ChangeFact(request, .path("reconnect_slate_url"), byUpdate, updating, [.emptyClears(Source.update("reconnect_slate_url: a blank string clears the value"))]),
        ]
        + ChangeFact.each(request, ["mp4_support", "master_access", "video_quality", "meta"].map { "new_asset_settings.\($0)" }, byUpdate, updating)
    }
    + ChangeFact.each("create", ["reduced_latency", "low_latency"], byUpdate, updating, remark: "as `latency_mode`")
    + ChangeFact.each("create", ["audio_only", "test", "new_asset_settings"], .createOnly, Source.update("has no such field", strength: .inferred))
    + ChangeFact.each(
      "create", ["playback_policies", "playback_policy", "advanced_playback_policies"], .createOnly, Source.update("has no such field", strength: .inferred),
      remark: "a playback id can be added and deleted (POST and DELETE …/playback-ids), and recordings to come keep the policy that they were created with")
    + [
      ChangeFact("create", .path("new_asset_settings.static_renditions"), .patchable(by: .kind("static-renditions")), Source.sdk("update static renditions settings for new assets"), [.replacesWhole(Source.sdk("you must provide all static renditions desired"))]),
      ChangeFact("create", .path("simulcast_targets"), .patchable(by: .kind("simulcast-target")), Source.simulcast("create, and delete"), [idle], remark: "delete the target and add another"),
      ChangeFact("create", .path("embedded_subtitles"), .patchable(by: .kind("embedded-subtitles")), Source.sdk("update a live stream's embedded subtitles")),
      ChangeFact("create", .path("generated_subtitles"), .patchable(by: .kind("generated-subtitles")), Source.sdk("update a live stream's generated subtitles")),
      ChangeFact("simulcast-target", .path(""), .createOnly, Source.simulcast("no request changes one", strength: .inferred), [idle]),
      ChangeFact("embedded-subtitles", .path(""), .patchable(by: .kind("embedded-subtitles")), Source.sdk("update a live stream's embedded subtitles")),
      ChangeFact("generated-subtitles", .path(""), .patchable(by: .kind("generated-subtitles")), Source.sdk("update a live stream's generated subtitles")),
      ChangeFact("static-renditions", .path(""), .patchable(by: .kind("static-renditions")), Source.sdk("update static renditions settings for new assets")),
    ]

  private static let byUpdate = Changeability.patchable(by: .kind("update"))
  private static let updating = Source.update("UpdateLiveStreamRequest")
  private static let idle = ChangeTrait.onlyIn(["idle"], Source.simulcast("only when the parent live stream is in idle state"))
}
