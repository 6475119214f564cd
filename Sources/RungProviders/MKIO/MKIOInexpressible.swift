extension MKIO {
  package static let inexpressible: [Inexpressible] = Inexpressible.hdr + [
    Inexpressible(
      "ingest.protocols", "a live event has one protocol, the first of the list that its type supports",
      Source.reference("LiveEventInput.streamingProtocol")),
    Inexpressible("ingest.mode", "a live event is pushed to; it cannot pull"),
    Inexpressible("ingest.source", "a live event is pushed to; it cannot pull"),
    Inexpressible("ingest.backup", "a live event has one input"),
    Inexpressible("ingest.video", "with passthrough the ladder says what the encoder sends"),
    Inexpressible("ingest.audio", "with passthrough the ladder says what the encoder sends"),
    Inexpressible(
      "ladder", "the encoding types produce a fixed ladder; encoder settings of a rendition cannot be set",
      Source.concept("live event types")),
    Inexpressible("packaging.hls.segment_format", "delivery is CMAF, packaged on request"),
    Inexpressible("packaging.hls.segment_duration", "segments are cut at keyframes"),
    Inexpressible("packaging.hls.part_duration", "the packager sets it"),
    Inexpressible("packaging.hls.part_hold_back", "the packager sets it"),
    Inexpressible("packaging.hls", "`recording.window` sets how far back the playlist reaches"),
    Inexpressible("packaging.dash.segment_duration", "segments are cut at keyframes"),
    Inexpressible("packaging.dash.window", "`recording.window` sets how far back the manifest reaches"),
    Inexpressible("packaging.dash.min_buffer", "the packager sets it"),
    Inexpressible("recording.max_file_duration", "the archive is one asset; files are made from it later, by a job"),
    Inexpressible("recording.formats", "the archive is CMAF; other files are made from it later, by a job"),
    Inexpressible("recording.source", "the archive holds what viewers get"),
    Inexpressible("recording.resolution", "every rendition is archived"),
    Inexpressible("recording.destinations", "an asset is stored in a storage account of the project: set `asset: {storage_account: …}`"),
    Inexpressible("recording.library", "an asset is stored in a storage account of the project: set `asset: {storage_account: …}`"),
    Inexpressible(
      "playback.domain", "custom host names are not supported", Source.reference("StreamingEndpointPutProperties.customHostNames")),
    Inexpressible.reliedOn("playback.allowed_referers", "a locator is protected by its streaming policy, not by referer"),
    Inexpressible.reliedOn("simulcast", "MK.IO archives and publishes; it does not restream"),
    Inexpressible("webhook", "webhooks are set per project, not per event"),
    Inexpressible("idle_timeout", "RTMP is always dropped after about 10 s without data", Source.guide("Ingest stops after a pause")),
    Inexpressible("targets.mkio.asset", "without `storage_account` the plan assumes that the asset exists and sets nothing of it"),
    Inexpressible("targets.mkio.endpoint", "without `location` the plan assumes that the endpoint exists and sets nothing of it"),
    Inexpressible("targets.mkio.transcription", "`pipeline` is set and replaces it"),
  ]
}
