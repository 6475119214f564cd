internal import RungSource
internal import RungSpec

extension MKIO {
  package static let inexpressible: [Inexpressible] = [
    Inexpressible(
      "ingest.protocols", "a live event takes one protocol, the first of the list that its type takes",
      Source.reference("LiveEventInput.streamingProtocol")),
    Inexpressible("ingest.mode", "a live event is pushed to; it pulls nothing"),
    Inexpressible("ingest.source", "a live event is pushed to; it pulls nothing"),
    Inexpressible("ingest.backup", "a live event has one input"),
    Inexpressible("ingest.video", "with passthrough the ladder says what the encoder sends"),
    Inexpressible("ingest.audio", "with passthrough the ladder says what the encoder sends"),
    Inexpressible(
      "ladder", "the encoding types make a fixed ladder; how each rung is encoded is not yours to set",
      Source.concept("live event types")),
    Inexpressible("packaging.hls.segment_format", "delivery is CMAF, packaged on request"),
    Inexpressible("packaging.hls.segment_duration", "segments are cut at keyframes"),
    Inexpressible("packaging.hls.part_duration", "the packager sets it"),
    Inexpressible("packaging.hls.part_hold_back", "the packager sets it"),
    Inexpressible("packaging.hls", "`recording.window` says how far back the playlist reaches"),
    Inexpressible("packaging.dash.segment_duration", "segments are cut at keyframes"),
    Inexpressible("packaging.dash.window", "`recording.window` says how far back the manifest reaches"),
    Inexpressible("packaging.dash.min_buffer", "the packager sets it"),
    Inexpressible("recording.max_file_duration", "the archive is one asset; files are made from it later, by a job"),
    Inexpressible("recording.formats", "the archive is CMAF; other files are made from it later, by a job"),
    Inexpressible("recording.source", "what viewers get is what is archived"),
    Inexpressible("recording.resolution", "every rendition is archived"),
    Inexpressible("recording.destinations", "an asset lies in a storage of the project: name it under `asset: {storage_account: …}`"),
    Inexpressible("recording.library", "an asset lies in a storage of the project: name it under `asset: {storage_account: …}`"),
    Inexpressible(
      "playback.domain", "custom host names are not supported", Source.reference("StreamingEndpointPutProperties.customHostNames")),
    Inexpressible("playback.allowed_referers", "a locator is protected by its streaming policy, not by referer"),
    Inexpressible("simulcast", "MK.IO archives and publishes; it sends nothing on"),
    Inexpressible("webhook", "webhooks are set up for a whole project, not with an event"),
    Inexpressible("idle_timeout", "RTMP is dropped after about 10 s without data, always", Source.guide("Ingest stops after a pause")),
    Inexpressible("targets.mkio.asset", "without `storage_account` the asset is taken as there, and nothing of it is set"),
    Inexpressible("targets.mkio.endpoint", "without `location` the endpoint is taken as there, and nothing of it is set"),
    Inexpressible("targets.mkio.transcription", "`pipeline` stands in its place"),
  ]
}
