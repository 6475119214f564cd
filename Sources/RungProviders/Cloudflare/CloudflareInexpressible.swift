internal import RungSource

extension Cloudflare {
  private static let encoding = Source.faq("Cloudflare decides on which bitrate, resolution, and codec")
  private static let input = Source.api("live input")

  package static let inexpressible: [Inexpressible] = Inexpressible.hdr + [
    Inexpressible("description", "use `labels`, which are sent as `meta`", Source.api("meta")),
    Inexpressible("labels.name", "`meta.name` is the stream's `name`", Source.start("meta: name")),
    Inexpressible("media", "no document mentions streams without video", Source.start("requirements: H.264 video and AAC audio", strength: .inferred)),
    Inexpressible("encoding", "Cloudflare always encodes the renditions that viewers get", encoding),

    Inexpressible("ingest.mode", "the encoder pushes", input),
    Inexpressible("ingest.source", "the encoder pushes", input),
    Inexpressible("ingest.backup", "no request names a source, nor one to fail over to", input),
    Inexpressible.reliedOn("ingest.allow", "the API has no address filter, so anyone with the stream key may push", input),
    Inexpressible("ingest.token", "Cloudflare generates the stream key: `result.rtmps.streamKey` of the answer", Source.api("live input, rtmps.streamKey")),
    Inexpressible("ingest.video", "Cloudflare accepts what the encoder sends and encodes the renditions from it", encoding),
    Inexpressible("ingest.audio", "Cloudflare accepts what the encoder sends and encodes the renditions from it", encoding),

    // One reason for the whole ladder, so that it is one finding.
    Inexpressible("ladder", "Cloudflare encodes renditions of its own, from 360p to 1080p; its API cannot change them", encoding),
    Inexpressible("packaging.hls", "Cloudflare cuts segments at the encoder's keyframes and sets the playlist itself", input),
    Inexpressible("packaging.dash", "Cloudflare cuts segments at the encoder's keyframes and sets the manifest itself", input),

    Inexpressible("recording.window", "viewers rewind to the start of the broadcast with `?dvrEnabled=true` in the URL; the API has no length", Source.dvr("HLS manifest URL format")),
    Inexpressible("recording.max_file_duration", "a broadcast is one video, of at most seven days", Source.start("limitations")),
    Inexpressible("recording.source", "the renditions are recorded", Source.start("mode: automatic")),
    Inexpressible("recording.resolution", "the renditions are recorded", Source.start("mode: automatic")),
    Inexpressible("recording.formats", "recordings are HLS and DASH; MP4 files are made of a recording on request", Source.start("mode: automatic")),
    Inexpressible.reliedOn("recording.destinations", "Cloudflare records to its own storage only", Source.api("live input, recording")),
    Inexpressible.reliedOn("recording.library", "Cloudflare records to its own storage only", Source.api("live input, recording")),

    Inexpressible("playback.domain", "viewers get Cloudflare's URLs; its custom domains are for RTMPS ingest, and are added in the dashboard", Source.ingestDomains("custom ingest domains", strength: .inferred)),
    Inexpressible("webhook", "notifications are set up for the account, under Notifications in the dashboard", Source.webhooks("subscribe to Stream Live webhooks")),
    Inexpressible("targets.cloudflare.account_id", "no request of this plan has an account", input),
  ]
}
