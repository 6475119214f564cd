package import RungSource
package import RungSpec

// The bodies of the API. Source of every field: the models of Mux's SDK, which are made of its OpenAPI document.

package enum MuxLatencyMode: String, Choice {
  case low, reduced, standard
  package static let noun = "a latency mode"
}

package enum MuxPolicy: String, Choice {
  case `public`, signed, drm
  package static let noun = "a playback policy of Mux's"
}

package enum MuxVideoQuality: String, Choice {
  case basic, plus, premium
  package static let noun = "a video quality"
}

package enum MuxResolutionTier: String, Choice {
  case p1080 = "1080p", p1440 = "1440p", p2160 = "2160p"
  package static let noun = "a resolution tier"
  package static let aliases: [String: MuxResolutionTier] = ["4k": .p2160]
}

package enum MuxMasterAccess: String, Choice {
  case none, temporary
  package static let noun = "a kind of master access"
}

package enum MuxMP4Support: String, Choice {
  case none, standard, capped = "capped-1080p", audioOnly = "audio-only", both = "audio-only,capped-1080p"
  package static let noun = "a kind of MP4 support"
}

package enum MuxStaticResolution: String, Choice {
  case highest, audioOnly = "audio-only", p2160 = "2160p", p1440 = "1440p", p1080 = "1080p", p720 = "720p", p540 = "540p", p480 = "480p", p360 = "360p", p270 = "270p"
  package static let noun = "a resolution of MP4 files"

  /// Nil for a resolution that Mux makes no file of.
  package init?(_ resolution: RecordingResolution) {
    switch resolution {
    case .p2160: self = .p2160
    default: self.init(rawValue: resolution.rawValue)
    }
  }

  /// As specs have it; nil for a resolution that they do not have.
  package var inSpec: RecordingResolution? { self == .p2160 ? .p2160 : RecordingResolution(rawValue: rawValue) }
}

package enum MuxCaptionChannel: String, Choice {
  case cc1, cc2, cc3, cc4
  package static let noun = "a caption channel"
}

package enum MuxCaptionLanguage: String, Choice {
  case en, enUS = "en-US", es, fr, de, pt, it
  package static let noun = "a language of generated subtitles"
}

/// The body of the request that creates a live stream.
package struct MuxLiveStream: Sendable {
  package var policies: Located<[Located<MuxPolicy>]>?
  package var oldPolicies: Located<[Located<MuxPolicy>]>?
  package var advancedPolicies: Located<[Located<MuxPlaybackID>]>?
  package var assets: Located<MuxAssetSettings>?
  package var reconnectWindow: Located<Rational>?
  package var usesSlate: Located<Bool>?
  package var slate: Located<String>?
  package var passthrough: Located<String>?
  package var isAudioOnly: Located<Bool>?
  package var embedded: Located<[Located<MuxEmbeddedSubtitles>]>?
  package var generated: Located<[Located<MuxGeneratedSubtitles>]>?
  package var latencyMode: Located<MuxLatencyMode>?
  package var reducedLatency: Located<Bool>?
  package var lowLatency: Located<Bool>?
  package var test: Located<Bool>?
  package var targets: Located<[Located<MuxSimulcastTarget>]>?
  package var maximum: Located<Int>?
  package var meta: Located<MuxMeta>?

  package static let shape = Shape("the live stream request", "Creates a live stream.", { MuxLiveStream() }) {
    Field("playback_policies", { $1(&$0.policies) }, .list(.choice, count: .free), of: .playbackPolicy, as: .byHand, "`public` or `signed`; without any the stream cannot be played")
    Field("playback_policy", { $1(&$0.oldPolicies) }, .list(.choice, count: .free), remark: .deprecated("`playback_policies` takes the same", Mux.Source.create("playback_policy: deprecated")), "deprecated name of `playback_policies`")
    Field("advanced_playback_policies", { $1(&$0.advancedPolicies) }, .list(.object(MuxPlaybackID.shape), count: .free), "policies with DRM")
    Field("new_asset_settings", { $1(&$0.assets) }, .object(MuxAssetSettings.shape), "what recordings are made with")
    Field("reconnect_window", { $1(&$0.reconnectWindow) }, .number(within: Mux.reconnectSeconds), of: .idleTimeout, as: .decimalSeconds, "seconds that Mux waits for the encoder, 0 to 1800; default 60 with standard latency, otherwise 0")
    Field("use_slate_for_standard_latency", { $1(&$0.usesSlate) }, .bool, of: .mux("use_slate_for_standard_latency"), "whether a slate is shown while the encoder is away; default false")
    Field("reconnect_slate_url", { $1(&$0.slate) }, .uri("https://example.com/slate.png", orEmpty: true), of: .mux("reconnect_slate_url"), "the image of the slate; default Mux's own")
    Field("passthrough", { $1(&$0.passthrough) }, .string, empty: .absentText, of: .mux("passthrough"), "text of your own")
    Field("audio_only", { $1(&$0.isAudioOnly) }, .bool, of: .media, as: .custom { $0 == "audio" ? "true" : $0 == "video" ? "false" : nil }, "whether video is dropped; default false")
    Field("embedded_subtitles", { $1(&$0.embedded) }, .list(.object(MuxEmbeddedSubtitles.shape), count: .free), of: .mux("embedded_subtitles"), "closed captions that the encoder sends")
    Field("generated_subtitles", { $1(&$0.generated) }, .list(.object(MuxGeneratedSubtitles.shape), count: .free), of: .mux("generated_subtitles"), "subtitles by speech recognition")
    Field("latency_mode", { $1(&$0.latencyMode) }, .choice, of: .lowLatency, as: .custom { $0 == "true" ? #""low""# : $0 == "false" ? #""standard""# : nil }, "`low`, `reduced` or `standard`")
    Field("reduced_latency", { $1(&$0.reducedLatency) }, .bool, remark: .deprecated("`latency_mode` replaces it", Mux.Source.create("reduced_latency: this field is deprecated")), "deprecated: `latency_mode` is `reduced`")
    Field("low_latency", { $1(&$0.lowLatency) }, .bool, remark: .deprecated("`latency_mode` replaces it", Mux.Source.create("low_latency: this field is deprecated")), "deprecated: `latency_mode` is `low`")
    Field("test", { $1(&$0.test) }, .bool, of: .mux("test"), "whether it is a free test stream of 5 minutes; default false")
    Field("simulcast_targets", { $1(&$0.targets) }, .list(.object(MuxSimulcastTarget.shape), count: .free), of: .simulcast, "where the stream is sent on to")
    Field("max_continuous_duration", { $1(&$0.maximum) }, .integer(within: Mux.continuousSeconds), of: .mux("max_continuous_duration"), "seconds after which a running stream is disconnected, 60 to 43200; default 43200")
    Field("meta", { $1(&$0.meta) }, .object(MuxMeta.shape), "the title")
  }
}

/// The body of the request that changes a live stream: the fields that have no request of their own.
package struct MuxUpdate: Sendable {
  package var latencyMode: Located<MuxLatencyMode>?
  package var reconnectWindow: Located<Rational>?
  package var usesSlate: Located<Bool>?
  package var slate: Located<String>?
  package var passthrough: Located<String>?
  package var maximum: Located<Int>?
  package var assets: Located<MuxAssetUpdate>?
  package var meta: Located<MuxMeta>?

  package static let shape = Shape("the update request", "Changes a live stream.", { MuxUpdate() }) {
    Field("latency_mode", { $1(&$0.latencyMode) }, .choice, of: .lowLatency, as: .custom { $0 == "true" ? #""low""# : $0 == "false" ? #""standard""# : nil }, "`low`, `reduced` or `standard`")
    Field("reconnect_window", { $1(&$0.reconnectWindow) }, .number(within: Mux.reconnectSeconds), of: .idleTimeout, as: .decimalSeconds, "seconds that Mux waits for the encoder, 0 to 1800")
    Field("use_slate_for_standard_latency", { $1(&$0.usesSlate) }, .bool, of: .mux("use_slate_for_standard_latency"), "whether a slate is shown while the encoder is away")
    Field("reconnect_slate_url", { $1(&$0.slate) }, .uri("https://example.com/slate.png", orEmpty: true), of: .mux("reconnect_slate_url"), "the image of the slate; an empty text for Mux's own")
    Field("passthrough", { $1(&$0.passthrough) }, .string, empty: .absentText, of: .mux("passthrough"), "text of your own, up to 255 characters; an empty text clears it")
    Field("max_continuous_duration", { $1(&$0.maximum) }, .integer(within: Mux.continuousSeconds), of: .mux("max_continuous_duration"), "seconds after which a running stream is disconnected, 60 to 43200")
    Field("new_asset_settings", { $1(&$0.assets) }, .object(MuxAssetUpdate.shape), "what further recordings are made with")
    Field("meta", { $1(&$0.meta) }, .object(MuxMeta.shape), "the title")
  }
}

package struct MuxMeta: Sendable {
  package var title: Located<String>?

  package static let shape = Shape("`meta`", "The title of a live stream.", { MuxMeta() }) {
    Field("title", { $1(&$0.title) }, .text(within: Mux.titleLength), empty: .absentText, of: .name, "up to 512 code points")
  }
}

/// The part of the asset request that recordings of live streams use.
package struct MuxAssetSettings: Sendable {
  package var policies: Located<[Located<MuxPolicy>]>?
  package var oldPolicies: Located<[Located<MuxPolicy>]>?
  package var advancedPolicies: Located<[Located<MuxPlaybackID>]>?
  package var mp4Support: Located<MuxMP4Support>?
  package var normalizesAudio: Located<Bool>?
  package var masterAccess: Located<MuxMasterAccess>?
  package var resolutionTier: Located<MuxResolutionTier>?
  package var videoQuality: Located<MuxVideoQuality>?
  package var files: Located<[Located<MuxStaticRendition>]>?
  package var passthrough: Located<String>?
  package var meta: Located<MuxAssetMeta>?

  package static let shape = Shape("`new_asset_settings`", "What recordings are made with.", { MuxAssetSettings() }) {
    Field("playback_policies", { $1(&$0.policies) }, .list(.choice, count: .free), of: .playbackPolicy, as: .byHand, "`public` or `signed`; without any a recording cannot be played")
    Field("playback_policy", { $1(&$0.oldPolicies) }, .list(.choice, count: .free), remark: .deprecated("`playback_policies` takes the same", Mux.Source.create("playback_policy: deprecated")), "deprecated name of `playback_policies`")
    Field("advanced_playback_policies", { $1(&$0.advancedPolicies) }, .list(.object(MuxPlaybackID.shape), count: .free), "policies with DRM")
    Field("mp4_support", { $1(&$0.mp4Support) }, .choice, of: .mux("mp4_support"), "deprecated: `static_renditions` replaces it; default `none`")
    Field("normalize_audio", { $1(&$0.normalizesAudio) }, .bool, of: .mux("normalize_audio"), "whether loudness is normalized; default false")
    Field("master_access", { $1(&$0.masterAccess) }, .choice, of: .mux("master_access"), "`temporary` or `none`, the default")
    Field("max_resolution_tier", { $1(&$0.resolutionTier) }, .choice, of: .mux("max_resolution_tier"), "`1080p`, `1440p` or `2160p`; default 1080p")
    Field("video_quality", { $1(&$0.videoQuality) }, .choice, of: .mux("video_quality"), "`basic`, `plus` or `premium`; default the account's")
    Field("static_renditions", { $1(&$0.files) }, .list(.object(MuxStaticRendition.shape), count: .free), "MP4 files of recordings")
    Field("passthrough", { $1(&$0.passthrough) }, .text(0...255), "text of your own, up to 255 characters")
    Field("meta", { $1(&$0.meta) }, .object(MuxAssetMeta.shape), "title and ids of recordings")
  }
}

package struct MuxAssetUpdate: Sendable {
  package var mp4Support: Located<MuxMP4Support>?
  package var masterAccess: Located<MuxMasterAccess>?
  package var videoQuality: Located<MuxVideoQuality>?
  package var meta: Located<MuxAssetMeta>?

  package static let shape = Shape("`new_asset_settings` of an update", "What further recordings are made with.", { MuxAssetUpdate() }) {
    Field("mp4_support", { $1(&$0.mp4Support) }, .choice, of: .mux("mp4_support"), "deprecated")
    Field("master_access", { $1(&$0.masterAccess) }, .choice, of: .mux("master_access"), "`temporary` or `none`")
    Field("video_quality", { $1(&$0.videoQuality) }, .choice(of: [.plus, .premium]), of: .mux("video_quality"), "`plus` or `premium`")
    Field("meta", { $1(&$0.meta) }, .object(MuxAssetMeta.shape), "title and ids of recordings")
  }
}

package struct MuxAssetMeta: Sendable {
  package var title: Located<String>?
  package var creator: Located<String>?
  package var external: Located<String>?

  package static let shape = Shape("`meta` of recordings", "Title and ids of recordings.", { MuxAssetMeta() }) {
    Field("title", { $1(&$0.title) }, .text(0...512), "up to 512 code points")
    Field("creator_id", { $1(&$0.creator) }, .text(1...Mux.creatorLength), empty: .absentText, of: .mux("creator_id"), "up to 128 code points")
    Field("external_id", { $1(&$0.external) }, .text(1...Mux.creatorLength), empty: .absentText, of: .mux("external_id"), "up to 128 code points")
  }
}

package struct MuxPlaybackID: Sendable {
  package var policy: Located<MuxPolicy>?
  package var drmConfiguration: Located<String>?

  package static let shape = Shape("a playback policy", "A policy with what it needs.", { MuxPlaybackID() }) {
    Field("policy", { $1(&$0.policy) }, .choice, of: .playbackPolicy, as: .byHand, "`public`, `signed` or `drm`")
    Field("drm_configuration_id", { $1(&$0.drmConfiguration) }, .string, empty: .absentText, of: .mux("drm_configuration_id"), "the DRM configuration, with the policy `drm` only")
  }
}

package struct MuxStaticRendition: Sendable {
  package var resolution: Located<MuxStaticResolution>?
  package var passthrough: Located<String>?

  package static let shape = Shape("a static rendition", "An MP4 file of a recording.", { MuxStaticRendition() }) {
    Field("resolution", { $1(&$0.resolution) }, .choice, of: .recordingResolution, as: .custom { $0 == "4k" ? #""2160p""# : "\"\($0)\"" }, "`highest`, `audio-only`, or `2160p` to `270p`")
    Field("passthrough", { $1(&$0.passthrough) }, .text(0...255), "text of your own, up to 255 characters")
  }
}

/// A member of the create request, and the body of the request that adds one.
package struct MuxSimulcastTarget: Sendable {
  package var url: Located<StreamURL>?
  package var key: Located<SecretText>?
  package var passthrough: Located<String>?

  package static let shape = Shape("the simulcast target request", "Sends a live stream on to another service.", { MuxSimulcastTarget() }) {
    Field("url", { $1(&$0.url) }, .url(["rtmp", "rtmps", "srt"], example: "rtmps://live.example.com/app"), required: true, of: .simulcastURL, "where the stream is sent on to, RTMP(S) with the application's name, or SRT")
    Field("stream_key", { $1(&$0.key) }, .secret.described(.string(length: 1...Int.max)), of: .simulcastKey, "the stream key there, for RTMP(S)")
    Field("passthrough", { $1(&$0.passthrough) }, .text(0...Int.max), "text of your own")
  }
}

package struct MuxEmbeddedUpdate: Sendable {
  package var embedded: Located<[Located<MuxEmbeddedSubtitles>]>?

  package static let shape = Shape("the embedded subtitles request", "Replaces the embedded subtitles.", { MuxEmbeddedUpdate() }) {
    Field("embedded_subtitles", { $1(&$0.embedded) }, .list(.object(MuxEmbeddedSubtitles.shape), count: .free), of: .mux("embedded_subtitles"), "all of them; an empty list removes them")
  }
}

package struct MuxGeneratedUpdate: Sendable {
  package var generated: Located<[Located<MuxGeneratedSubtitles>]>?

  package static let shape = Shape("the generated subtitles request", "Replaces the generated subtitles.", { MuxGeneratedUpdate() }) {
    Field("generated_subtitles", { $1(&$0.generated) }, .list(.object(MuxGeneratedSubtitles.shape), count: .free), of: .mux("generated_subtitles"), "all of them; an empty list removes them")
  }
}

package struct MuxStaticUpdate: Sendable {
  package var files: Located<[Located<MuxStaticRendition>]>?

  package static let shape = Shape("the static renditions request", "Replaces the MP4 files of further recordings.", { MuxStaticUpdate() }) {
    Field("static_renditions", { $1(&$0.files) }, .list(.object(MuxStaticRendition.shape), count: .free), "all of them")
  }
}
