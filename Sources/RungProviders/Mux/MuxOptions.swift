package import RungSource
package import RungSpec

extension Mux {
  package struct Options: Sendable {
    package var latencyMode: Located<MuxLatencyMode>?
    package var drmConfiguration: Located<String>?
    package var usesSlate: Located<Bool>?
    package var slate: Located<String>?
    package var maximum: Located<Int>?
    package var passthrough: Located<String>?
    package var test: Located<Bool>?
    package var videoQuality: Located<MuxVideoQuality>?
    package var resolutionTier: Located<MuxResolutionTier>?
    package var masterAccess: Located<MuxMasterAccess>?
    package var mp4Support: Located<MuxMP4Support>?
    package var normalizesAudio: Located<Bool>?
    package var creator: Located<String>?
    package var external: Located<String>?
    package var embedded: Located<[Located<MuxEmbeddedSubtitles>]>?
    package var generated: Located<[Located<MuxGeneratedSubtitles>]>?
  }

  package static let options = Shape("the target mux", "Mux's own settings.", { Options() }) {
    Field("latency_mode", { $1(&$0.latencyMode) }, .choice, "`standard`, `reduced` or `low`. Default: `low` with `low_latency: true`, otherwise Mux's default, `standard`.")
    Field("drm_configuration_id", { $1(&$0.drmConfiguration) }, .string, "The DRM configuration that protects playback, of the live stream and of its recordings. Default: no DRM.")
    Field("use_slate_for_standard_latency", { $1(&$0.usesSlate) }, .bool, "true: viewers of a stream with standard latency see a slate while the encoder is away. Default: false.")
    Field("reconnect_slate_url", { $1(&$0.slate) }, .uri("https://example.com/slate.png"), "The image of the slate. Default: Mux's own.")
    Field("max_continuous_duration", { $1(&$0.maximum) }, .integer(within: continuousSeconds), "Seconds after which a running stream is disconnected, 60 to 43200. Default: 43200, which is 12 hours.")
    Field("passthrough", { $1(&$0.passthrough) }, .string, "Text of your own that answers and webhooks repeat, up to 255 characters.")
    Field("test", { $1(&$0.test) }, .bool, "true: a free stream with a watermark that ends after 5 minutes. Default: false.")
    Field("video_quality", { $1(&$0.videoQuality) }, .choice, "`basic`, `plus` or `premium`. Default: the account's.")
    Field("max_resolution_tier", { $1(&$0.resolutionTier) }, .choice, "The highest resolution: `1080p`, `1440p` or `2160p`. Default: 1080p.")
    Field("master_access", { $1(&$0.masterAccess) }, .choice, "`temporary`: the master of a recording can be downloaded for a time. Default: `none`.")
    Field("mp4_support", { $1(&$0.mp4Support) }, .choice, "MP4 files of recordings, deprecated by Mux: use `recording.formats: [mp4]`.")
    Field("normalize_audio", { $1(&$0.normalizesAudio) }, .bool, "true: the loudness of recordings is normalized. Default: false.")
    Field("creator_id", { $1(&$0.creator) }, .text(1...creatorLength), "The creator of the recordings, up to 128 characters.")
    Field("external_id", { $1(&$0.external) }, .text(1...creatorLength), "Your own id of the recordings, up to 128 characters.")
    Field("embedded_subtitles", { $1(&$0.embedded) }, .list(.object(MuxEmbeddedSubtitles.shape)), "The closed captions (CEA-608) that the encoder sends.")
    Field("generated_subtitles", { $1(&$0.generated) }, .list(.object(MuxGeneratedSubtitles.shape)), "Subtitles that Mux makes by speech recognition.")
  }
}

package struct MuxEmbeddedSubtitles: Sendable {
  package var name: Located<String>?
  package var passthrough: Located<String>?
  package var languageCode: Located<String>?
  package var languageChannel: Located<MuxCaptionChannel>?

  package static let shape = Shape("`embedded_subtitles`", "Closed captions that the encoder sends.", { MuxEmbeddedSubtitles() }) {
    Field("name", { $1(&$0.name) }, .text(0...Int.max), of: .mux("embedded_subtitles.name"), "The name of the track.")
    Field("passthrough", { $1(&$0.passthrough) }, .text(0...255), of: .mux("embedded_subtitles.passthrough"), "Text of your own, up to 255 characters.")
    Field("language_code", { $1(&$0.languageCode) }, .text(0...Int.max), of: .mux("embedded_subtitles.language_code"), "The language, as BCP 47 has it. Default: `en`.")
    Field("language_channel", { $1(&$0.languageChannel) }, .choice, of: .mux("embedded_subtitles.language_channel"), "The channel of the captions, `cc1` to `cc4`. Default: `cc1`.")
  }
}

package struct MuxGeneratedSubtitles: Sendable {
  package var name: Located<String>?
  package var passthrough: Located<String>?
  package var languageCode: Located<MuxCaptionLanguage>?
  package var vocabularies: Located<[Located<String>]>?

  package static let shape = Shape("`generated_subtitles`", "Subtitles by speech recognition.", { MuxGeneratedSubtitles() }) {
    Field("name", { $1(&$0.name) }, .text(0...Int.max), of: .mux("generated_subtitles.name"), "The name of the track.")
    Field("passthrough", { $1(&$0.passthrough) }, .text(0...255), of: .mux("generated_subtitles.passthrough"), "Text of your own, up to 255 characters.")
    Field("language_code", { $1(&$0.languageCode) }, .choice, of: .mux("generated_subtitles.language_code"), "The language that is spoken: `en`, `en-US`, `es`, `fr`, `de`, `pt` or `it`. Default: `en`.")
    Field("transcription_vocabulary_ids", { $1(&$0.vocabularies) }, .list(.text(0...Int.max), count: .free), of: .mux("generated_subtitles.transcription_vocabulary_ids"), "Vocabularies of the environment, by their ids; their first 1000 phrases count.")
  }
}
