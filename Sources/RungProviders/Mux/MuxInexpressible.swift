internal import RungSource

extension Mux {
  private static let input = Source.reference("a stream key for live broadcasting software")
  private static let encoding = Source.create("no field is a rendition", strength: .inferred)

  package static let inexpressible: [Inexpressible] = Inexpressible.hdr + [
    Inexpressible("description", "use the option `passthrough`, which is text of your own", Source.update("passthrough")),
    Inexpressible("labels", "use the option `passthrough`, which is text of your own", Source.update("passthrough")),
    Inexpressible("encoding", "Mux always encodes the renditions that viewers get", encoding),

    Inexpressible("ingest.mode", "the encoder pushes", input),
    Inexpressible("ingest.protocols", "they are of an encoder that pushes", input),
    Inexpressible("ingest.source", "the encoder pushes", input),
    Inexpressible("ingest.backup", "no request names a source, nor one to fail over to", input),
    Inexpressible.reliedOn("ingest.allow", "the API has no address filter, so anyone with the stream key may push", Source.software("Mux does not use additional authentication")),
    Inexpressible("ingest.token", "Mux generates the stream key: `data.stream_key` of the answer", input),
    Inexpressible("ingest.video", "Mux accepts what the encoder sends and encodes the renditions from it", encoding),
    Inexpressible("ingest.audio", "Mux accepts what the encoder sends and encodes the renditions from it", encoding),

    // One reason for the whole ladder, so that it is one finding.
    Inexpressible("ladder", "Mux encodes renditions of its own; its API sets `max_resolution_tier` and `video_quality` only", encoding),
    Inexpressible("packaging.hls", "Mux cuts the segments and sets the playlist itself", Source.latency("live streaming is built with RTMP ingest and HLS delivery")),
    Inexpressible("packaging.dash", "Mux delivers live streams as HLS", Source.latency("live streaming is built with RTMP ingest and HLS delivery")),

    Inexpressible("recording.window", "viewers rewind to the start with the playback id of the asset that is recorded (`active_asset_id`); the API has no length", Source.recordings("DVR mode")),
    Inexpressible("recording.max_file_duration", "a broadcast is one asset, which ends with the option `max_continuous_duration` at the latest", Source.create("max_continuous_duration")),
    Inexpressible("recording.source", "every live stream is recorded as an asset", Source.recordings("automatically recorded as an asset")),
    Inexpressible("recording.resolution", "MP4 files are `highest` or one of 360p, 480p, 720p, 1080p, 1440p and 4k, with `recording.formats: [mp4]`", Source.sdk("CreateStaticRenditionRequest.resolution")),
    Inexpressible("recording.formats", "recordings are played as HLS, and are offered as MP4 files", Source.recordings("automatically recorded as an asset")),
    Inexpressible.reliedOn("recording.destinations", "Mux records to its own storage only", Source.recordings("automatically recorded as an asset", strength: .inferred)),
    Inexpressible.reliedOn("recording.library", "Mux records to its own storage only", Source.recordings("automatically recorded as an asset", strength: .inferred)),

    Inexpressible("playback.domain", "viewers get URLs of stream.mux.com; no request of a live stream has a domain", Source.reference("playback: stream.mux.com", strength: .inferred)),
    Inexpressible.reliedOn("playback.allowed_referers", "referrers are restricted by a playback restriction of the environment, which signed tokens name", Source.sdk("CreatePlaybackRestrictionRequest.referrer")),
    Inexpressible("webhook", "webhooks are set up for the environment, in the dashboard", Source.disconnects("events are delivered to your environment")),
  ]
}
