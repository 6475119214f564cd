internal import RungSource
internal import RungSpec

extension Qencode {
  private static let automatic = Source.reference("params.mode: auto; no request has a field for it")

  package static let inexpressible: [Inexpressible] = [
    Inexpressible("description", "a stream has a name and nothing else to say what it is", Source.reference("create, input objects")),
    Inexpressible("labels", "a stream has a name and nothing else to say what it is", Source.reference("create, input objects")),
    Inexpressible("media", "nothing is said of streams without a picture", automatic),
    Inexpressible("encoding", "Qencode always transcodes", automatic),

    Inexpressible("ingest.mode", "the encoder pushes", Source.reference("server_urls")),
    Inexpressible("ingest.source", "the encoder pushes", Source.reference("server_urls")),
    Inexpressible("ingest.allow", "whoever has the stream key may push, from any address", Source.reference("stream_key")),
    Inexpressible("ingest.token", "Qencode makes the stream key itself: `stream.stream_key` of the answer", Source.reference("stream_key")),
    Inexpressible("ingest.video", "Qencode takes what the encoder sends, and decides from it", automatic),
    Inexpressible("ingest.audio", "Qencode takes what the encoder sends, and decides from it", automatic),

    // One reason for the whole ladder, so that it is one finding.
    Inexpressible("ladder", "Qencode makes the ladder itself, and no request says what of", automatic),
    // Of each output: packaging as a whole would say that there is none.
    Inexpressible("packaging.hls", "segments and playlists are Qencode's", automatic),
    Inexpressible("packaging.dash", "segments and playlists are Qencode's", automatic),

    Inexpressible("recording.library", "recordings go to storages: name one under `destinations`", Source.reference("dvr.destination")),
    Inexpressible("targets.qencode.create_domain", "no `playback.domain` is given, or the stream exists", Source.delivery("domains")),
    Inexpressible("recording.destinations.region", "the endpoint in the URL says where it lies", Source.reference("dvr.destination.url")),
  ]
}
