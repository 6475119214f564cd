extension Qencode {
  private static let automatic = Source.reference("params.mode: auto; no request has a field for it")

  package static let inexpressible: [Inexpressible] = Inexpressible.hdr + [
    Inexpressible("description", "a stream has a name and no other descriptive field", Source.reference("create, input objects")),
    Inexpressible("labels", "a stream has a name and no other descriptive field", Source.reference("create, input objects")),
    Inexpressible("media", "the API has no option for audio-only streams", automatic),
    Inexpressible("encoding", "Qencode always transcodes", automatic),

    Inexpressible("ingest.mode", "the encoder pushes", Source.reference("server_urls")),
    Inexpressible("ingest.source", "the encoder pushes", Source.reference("server_urls")),
    Inexpressible.reliedOn("ingest.allow", "the API has no address filter, so anyone with the stream key may push", Source.reference("stream_key")),
    Inexpressible("ingest.token", "Qencode generates the stream key: `stream.stream_key` of the answer", Source.reference("stream_key")),
    Inexpressible("ingest.video", "Qencode accepts what the encoder sends and generates the ladder from it", automatic),
    Inexpressible("ingest.audio", "Qencode accepts what the encoder sends and generates the ladder from it", automatic),

    // One reason for the whole ladder, so that it is one finding.
    Inexpressible("ladder", "Qencode generates the ladder; its API cannot change it", automatic),
    // Of each output: `packaging` as a whole would mean that there is none.
    Inexpressible("packaging.hls", "Qencode sets segments and playlists itself", automatic),
    Inexpressible("packaging.dash", "Qencode sets segments and playlists itself", automatic),

    Inexpressible.reliedOn("recording.library", "Qencode records to storages only: add one under `destinations`", Source.reference("dvr.destination")),
    Inexpressible("targets.qencode.create_domain", "`playback.domain` is not set, or the stream exists", Source.delivery("domains")),
    Inexpressible("recording.destinations.region", "the endpoint in the URL sets the region", Source.reference("dvr.destination.url")),
  ]
}
