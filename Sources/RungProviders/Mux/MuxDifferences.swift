internal import RungSource

extension Mux {
  package static var comparison: Comparison {
    var rules = Comparison()
    rules.resources = [
      Comparison.Resource("live-stream", "live stream"), Comparison.Resource("simulcast-target", "simulcast target", key: "url"),
      Comparison.Resource("embedded-subtitles", "closed captions"), Comparison.Resource("generated-subtitles", "generated subtitles"),
      Comparison.Resource("static-renditions", "MP4 files"),
    ]
    rules.lists["live-stream"] =
      ["", "new_asset_settings."].flatMap {
        [Comparison.List("\($0)playback_policies", .words), Comparison.List("\($0)advanced_playback_policies", .objects([["policy"], ["policy", "drm_configuration_id"]], inOrder: false))]
      }
      + [
        Comparison.List("simulcast_targets", .objects([["url"], ["url", "stream_key"]], inOrder: false)),
        Comparison.List("embedded_subtitles", .objects([["language_channel"], ["name"]], inOrder: false)),
        Comparison.List("generated_subtitles", .objects([["language_code"], ["name"]], inOrder: false)),
        Comparison.List("generated_subtitles.transcription_vocabulary_ids", .words),
        Comparison.List("new_asset_settings.static_renditions", .objects([["resolution"]], inOrder: false)),
      ]
    let answer = Source.sdk("LiveStream: defaults")
    let window = Source.create("reconnect_window: 60 seconds with standard latency, otherwise 0")
    rules.defaults["live-stream"] =
      ["passthrough", "reconnect_slate_url", "embedded_subtitles", "generated_subtitles", "simulcast_targets", "playback_policies", "advanced_playback_policies", "meta", "meta.title", "new_asset_settings"]
      .map { Comparison.Default($0, .empty, Source.sdk("LiveStream: optional", strength: .inferred)) }
      + ["playback_policies", "advanced_playback_policies", "static_renditions", "passthrough", "meta", "meta.title"]
      .map { Comparison.Default("new_asset_settings.\($0)", .empty, Source.sdk("CreateAssetRequest: optional", strength: .inferred)) }
      + [
        Comparison.Default("latency_mode", .text("standard"), Source.create("reconnect_window: standard latency where nothing else is set", strength: .inferred)),
        Comparison.Default("reconnect_window", .number(60), window, when: ("latency_mode", "standard")),
        Comparison.Default("reconnect_window", .number(60), window, when: ("latency_mode", "")),
        Comparison.Default("reconnect_window", .number(0), window, when: ("latency_mode", "reduced")),
        Comparison.Default("reconnect_window", .number(0), window, when: ("latency_mode", "low")),
        Comparison.Default("use_slate_for_standard_latency", .bool(false), answer),
        Comparison.Default("max_continuous_duration", .number(43200), answer),
        Comparison.Default("audio_only", .bool(false), Source.create("audio_only: when the value is set to true")),
        Comparison.Default("test", .bool(false), Source.create("test: when the value is set to true")),
        Comparison.Default("new_asset_settings.mp4_support", .text("none"), Source.create("mp4_support", strength: .inferred)),
        Comparison.Default("new_asset_settings.master_access", .text("none"), Source.create("master_access", strength: .inferred)),
        Comparison.Default("new_asset_settings.normalize_audio", .bool(false), Source.sdk("CreateAssetRequest.normalize_audio: false")),
        Comparison.Default("new_asset_settings.max_resolution_tier", .text("1080p"), Source.create("max_resolution_tier: defaults to 1080p")),
        Comparison.Default("new_asset_settings.video_quality", .made, Source.create("video_quality: the default is the account's")),
        Comparison.Default("embedded_subtitles.language_code", .text("en"), Source.sdk("LiveStreamEmbeddedSubtitleSettings.language_code: en")),
        Comparison.Default("embedded_subtitles.language_channel", .text("cc1"), Source.sdk("LiveStreamEmbeddedSubtitleSettings.language_channel: cc1")),
        Comparison.Default("embedded_subtitles.name", .made, Source.sdk("LiveStreamEmbeddedSubtitleSettings.name: optional", strength: .inferred)),
        Comparison.Default("generated_subtitles.language_code", .text("en"), Source.sdk("LiveStreamGeneratedSubtitleSettings.language_code: en")),
        Comparison.Default("generated_subtitles.name", .made, Source.sdk("LiveStreamGeneratedSubtitleSettings.name: optional", strength: .inferred)),
      ]
    rules.credentials = ["live-stream": ["simulcast_targets.stream_key"], "simulcast-target": ["stream_key"]]
    rules.identities = ["create": Comparison.Identity("live_stream_id", at: "id")]
    return rules
  }

  package static func declared(_ plan: RequestPlan) -> [DeclaredRequest] {
    plan.steps.filter { $0.node != nil }.map { step in
      guard step.bodyKind == "create" || step.bodyKind == "update" else { return DeclaredRequest(step) }
      var request = DeclaredRequest(step, as: "live-stream")
      request.kinds = ["create", "update"]
      return request
    }
  }
}
