internal import RungSource

extension IVS {
  private static let made = Source.channelTypes("transcode presets determine which renditions are produced")
  private static let server = "Amazon IVS sets segments and playlists itself"
  private static let bucket = Source.reference("S3DestinationConfiguration has bucketName only")

  package static let inexpressible: [Inexpressible] = Inexpressible.hdr + [
    Inexpressible("description", "a channel has a name and tags, and no description", Source.reference("CreateChannel")),
    Inexpressible("media", "audio-only input is not supported", Source.streaming("audio-only input is not supported")),
    Inexpressible("ingest.mode", "the encoder pushes", Source.reference("Channel.ingestEndpoint")),
    Inexpressible("ingest.source", "the encoder pushes", Source.reference("Channel.ingestEndpoint")),
    Inexpressible("ingest.backup", "a channel takes in one stream", Source.reference("Channel.ingestEndpoint", strength: .inferred)),
    Inexpressible.reliedOn("ingest.allow", "a channel has no address filter, so anyone with the stream key may push", Source.reference("StreamKey")),
    Inexpressible("ingest.token", "Amazon IVS generates the stream key", Source.reference("CreateStreamKey")),
    // One reason for the whole ladder, so that it is one finding.
    Inexpressible("ladder", "the type of the channel and its preset determine the renditions; no request has a field for one", made),
    Inexpressible("packaging.hls", server, Source.reference("CreateChannel.containerFormat")),
    Inexpressible("packaging.dash", "playback is HLS", Source.reference("Channel.playbackUrl: the HLS stream", strength: .inferred)),
    Inexpressible("recording.window", "no request has a field for rewinding", Source.reference("CreateChannel", strength: .inferred)),
    Inexpressible("recording.max_file_duration", "a recording is HLS with segments; it is not split into files", bucket),
    Inexpressible("recording.source", "`recording.rendition_selection` of the target sets what is recorded", Source.reference("RenditionConfiguration")),
    Inexpressible("recording.resolution", "`recording.renditions` of the target sets what is recorded", Source.reference("RenditionConfiguration")),
    Inexpressible("recording.formats", "a recording has the container format of the channel", Source.multitrack("containerFormat: live distribution and S3 recordings")),
    Inexpressible.reliedOn("recording.destinations", "a recording configuration has one bucket of Amazon S3", bucket),
    Inexpressible("recording.destinations.region", "the bucket has the region of the channel: set `region` under this target", Source.reference("CreateRecordingConfiguration")),
    Inexpressible("recording.destinations.key", "Amazon IVS writes to a bucket of the same account without keys", bucket),
    Inexpressible("recording.destinations.secret", "Amazon IVS writes to a bucket of the same account without keys", bucket),
    Inexpressible("recording.destinations.permissions", "the bucket sets who may read", bucket),
    Inexpressible("recording.destinations.storage_class", "the bucket sets the storage class", bucket),
    Inexpressible.reliedOn("recording.library", "recordings are stored in a bucket: add one under `destinations`", bucket),
    Inexpressible("playback.domain", "custom domains are not supported for playback", Source.creating("custom domains for playback are not supported")),
    Inexpressible.reliedOn(
      "playback.allowed_referers", "a playback restriction policy has origins: set `playback_restriction: {allowedOrigins: […]}` under this target",
      Source.reference("CreatePlaybackRestrictionPolicy.allowedOrigins")),
    Inexpressible.reliedOn("simulcast", "a channel does not restream", Source.reference("CreateChannel", strength: .inferred)),
    Inexpressible("webhook", "changes of state are events of Amazon EventBridge, set up per account", Source.reference("introduction: an EventBridge event stream for responses")),
    Inexpressible("idle_timeout", "Amazon IVS disconnects after 30s without data", Source.software("IVS waits for 30 seconds")),
    Inexpressible("targets.ivs.recording", "no bucket is set under `recording.destinations`, or `recording_configuration` replaces it", Source.reference("CreateRecordingConfiguration")),
    Inexpressible("targets.ivs.playback_restriction", "`playback_restriction_policy` is set and replaces it", Source.reference("CreateChannel.playbackRestrictionPolicyArn")),
  ]
}
