package import RungSource
package import RungSpec

/// Mux live streams: one request creates a live stream with its simulcast targets; encoders may push to it from then on.
package enum Mux: Provider {
  package static let id = "mux"
  package static let title = "Mux"

  package static let requests = [
    RequestKind(
      "create", "POST /video/v1/live-streams", body: MuxLiveStream.shape,
      telling: ["playback_policies", "playback_policy", "advanced_playback_policies", "new_asset_settings", "simulcast_targets"], filled: filled, renamed: renamed,
      source: Source.create("CreateLiveStreamRequest")),
    RequestKind("update", "PATCH /video/v1/live-streams/{LIVE_STREAM_ID}", body: MuxUpdate.shape, filled: filled, renamed: renamed, source: Source.update("UpdateLiveStreamRequest")),
    RequestKind(
      "simulcast-target", "POST /video/v1/live-streams/{LIVE_STREAM_ID}/simulcast-targets", body: MuxSimulcastTarget.shape, telling: ["url", "stream_key"],
      filled: ["id", "status", "error_severity"].map { FilledField($0) }, renamed: renamedTarget, source: Source.simulcast("CreateSimulcastTargetRequest")),
    RequestKind("delete-simulcast-target", "DELETE /video/v1/live-streams/{LIVE_STREAM_ID}/simulcast-targets/{SIMULCAST_TARGET_ID}"),
    RequestKind(
      "embedded-subtitles", "PUT /video/v1/live-streams/{LIVE_STREAM_ID}/embedded-subtitles", body: MuxEmbeddedUpdate.shape, telling: ["embedded_subtitles"],
      source: Source.sdk("UpdateLiveStreamEmbeddedSubtitlesRequest")),
    RequestKind(
      "generated-subtitles", "PUT /video/v1/live-streams/{LIVE_STREAM_ID}/generated-subtitles", body: MuxGeneratedUpdate.shape, telling: ["generated_subtitles"],
      source: Source.sdk("UpdateLiveStreamGeneratedSubtitlesRequest")),
    RequestKind(
      "static-renditions", "PUT /video/v1/live-streams/{LIVE_STREAM_ID}/new-asset-settings/static-renditions", body: MuxStaticUpdate.shape, telling: ["static_renditions"],
      source: Source.sdk("UpdateLiveStreamNewAssetSettingsStaticRenditionsRequest")),
    RequestKind("delete-static-renditions", "DELETE /video/v1/live-streams/{LIVE_STREAM_ID}/new-asset-settings/static-renditions"),
    RequestKind("disable", "PUT /video/v1/live-streams/{LIVE_STREAM_ID}/disable"),
    RequestKind("delete", "DELETE /video/v1/live-streams/{LIVE_STREAM_ID}"),
  ]

  /// A simulcast target gets the incoming stream.
  package static let simulcastsInput = true

  /// There is one product only.
  package static func decide(_ stream: Stream, _ options: Options, _ report: inout Report) {}
}

extension Fit<Mux> {
  /// Protocols that the encoder may push with; RTMPS where none is stated.
  var protocols: [IngestProtocol] {
    let stated = spec.ingest?.value.protocols?.value.map(\.value) ?? []
    return stated.isEmpty ? [.rtmps] : stated
  }

  /// As it is sent; nil leaves it to Mux, whose default is standard.
  var latency: Located<MuxLatencyMode>? {
    options.latencyMode ?? spec.lowLatency.map { low in low.map { $0 ? .low : .standard } }
  }

  /// Standard latency, as far as that can be read.
  var isStandard: Bool {
    guard let latency else { return stream.written("low_latency") == nil && stream.written("targets", Mux.id, "latency_mode") == nil }
    return latency.value == .standard
  }

  /// What viewers need, of the live stream and of its recordings; nil where nothing says so.
  var policy: Located<MuxPolicy>? {
    if let drm = options.drmConfiguration { return Located(.drm, at: drm.place) }
    return spec.playback?.value.policy.map { policy in policy.map { $0 == .public ? .public : .signed } }
  }
}
