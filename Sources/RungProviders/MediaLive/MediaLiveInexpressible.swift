internal import RungSource
internal import RungSpec

extension MediaLive {
  private static let encoder = Source.medialive("VideoDescription.CodecSettings", strength: .inferred)
  private static let output = Source.medialive("OutputGroupSettings", strength: .inferred)
  private static let storage = Source.medialive("OutputDestinationSettings: Url; the channel's role writes")
  private static let packaging = Source.mediapackage("CreateOriginEndpoint", strength: .inferred)

  private static func renditions(_ key: String, _ reason: String, _ source: Citation) -> [Inexpressible] {
    ["ladder.renditions", "ladder.defaults"].map { Inexpressible("\($0).\(key)", reason, source) }
  }

  package static let inexpressible: [Inexpressible] =
    [
      Inexpressible("description", "a channel has a name and tags; only MediaPackage takes a description", Source.medialive("CreateChannel")),
      Inexpressible("encoding", "MediaLive encodes every output", encoder),
      Inexpressible("ingest.protocols", "an input has one type", Source.medialive("CreateInput.Type")),
      Inexpressible("ingest.source", "`input` of the target is set, or the input type fetches no address", Source.medialive("InputType")),
      Inexpressible("ingest.backup", "one pipeline takes one source", Source.medialive("Input.InputClass: you can connect only one source to this input")),
      Inexpressible.reliedOn("ingest.allow", "an input that fetches has no addresses to allow, and one that exists has its own", Source.medialive("CreateInput.InputSecurityGroups")),
      Inexpressible.reliedOn("ingest.token", "an input takes no token: set `stream_names` under this target, and `ingest.allow`", Source.medialive("CreateInput", strength: .inferred)),
      Inexpressible("packaging.hls.part_duration", "MediaPackage sets the parts itself", packaging),
      Inexpressible("packaging.hls.part_hold_back", "MediaPackage sets the playlist itself", packaging),
      Inexpressible("packaging.hls.playlist_segments", "the playlist is set in seconds: set `segment_duration` as well", Source.mediapackage("CreateHlsManifestConfiguration.ManifestWindowSeconds")),
      Inexpressible("packaging.hls.preserved_segments", "only the output `hls` keeps segments", Source.medialive("HlsGroupSettings.KeepSegments")),
      Inexpressible("packaging.dash", "only MediaPackage makes DASH", output),
      Inexpressible("recording.window", "only MediaPackage has a window to go back in", Source.mediapackage("CreateOriginEndpoint.StartoverWindowSeconds")),
      Inexpressible("recording.source", "an archive has what MediaLive encodes", Source.medialive("ArchiveGroupSettings", strength: .inferred)),
      Inexpressible("recording.resolution", "no destination is set", Source.medialive("ArchiveGroupSettings.Destination")),
      Inexpressible("recording.max_file_duration", "no destination is set, or it is no whole number of seconds", Source.medialive("ArchiveGroupSettings.RolloverInterval")),
      Inexpressible("recording.formats", "an archive is MPEG-TS", Source.medialive("ArchiveContainerSettings: M2tsSettings, RawSettings")),
      Inexpressible("recording.destinations.key", "the channel writes with its role", storage),
      Inexpressible("recording.destinations.secret", "the channel writes with its role", storage),
      Inexpressible("recording.destinations.region", "the bucket has its region", storage),
      Inexpressible("recording.destinations.permissions", "the bucket sets who may read", storage),
      Inexpressible("recording.destinations.storage_class", "the bucket sets the storage class", storage),
      Inexpressible.reliedOn("recording.library", "archives are stored in a bucket: add one under `destinations`", storage),
      Inexpressible.reliedOn("playback.policy", "who may read is the policy of the endpoint, which the plan leaves to you", Source.mediapackage("PutOriginEndpointPolicy")),
      Inexpressible("playback.domain", "viewers get the channel group's domain, or a CDN's in front of it", Source.mediapackage("CreateChannelGroup: EgressDomain")),
      Inexpressible.reliedOn("playback.allowed_referers", "no request has a field for it", packaging),
      Inexpressible.reliedOn("simulcast", "the channel has no rendition to send, or the address is not RTMP", Source.medialive("RtmpOutputSettings.Destination")),
      Inexpressible("low_latency", "only MediaPackage makes low-latency HLS", Source.mediapackage("CreateOriginEndpoint.LowLatencyHlsManifests")),
      Inexpressible("webhook", "changes of state are events of Amazon EventBridge, set up per account", Source.medialive("introduction", strength: .inferred)),
      Inexpressible("idle_timeout", "a channel runs until it is stopped", Source.medialive("StopChannel", strength: .inferred)),
      Inexpressible("targets.medialive", "it is not used with this input or output", Source.medialive("CreateChannel", strength: .inferred)),
    ]
    + renditions("crf", "quality is a level of QVBR: set `quality` under this target", Source.medialive("H264Settings.QvbrQualityLevel"))
    + renditions("bitrate", "QVBR has a maximum and no target", Source.medialive("H264Settings.Bitrate: not used for QVBR"))
    + renditions("max_bitrate", "CBR has no maximum", Source.medialive("H264Settings.MaxBitrate: for QVBR and VBR"))
    + renditions("encoder_preset", "MediaLive has no preset of an encoder", encoder)
    + renditions("lookahead", "lookahead is HIGH, LOW or MEDIUM, and no number of frames", Source.medialive("H264Settings.LookAheadRateControl"))
    + renditions("ref_frames", "only H.264 has a field for reference frames", Source.medialive("H264Settings.NumRefFrames"))
    + renditions("bframes", "AV1 has no field for B-frames", Source.medialive("Av1Settings"))
    + renditions("profile", "the codec has no such profile here", Source.medialive("H264Settings.Profile, H265Settings.Profile"))
    + renditions("tier", "only HEVC has a field for the tier", Source.medialive("H265Settings.Tier"))
    + renditions("bit_depth", "the profile sets the bits per sample, which another number contradicts", Source.medialive("H264Settings.Profile, H265Settings.Profile"))
    + renditions("primaries", "the color space sets the primaries", Source.medialive("H265ColorSpaceSettings"))
    + ["ladder.renditions.transfer", "ladder.defaults.transfer"].map {
      .reliedOn($0, "H.264 has no HDR here", Source.medialive("H264ColorSpaceSettings"), except: "sdr")
    }
    + renditions("audio.sample_rate", "AC-3 and E-AC-3 have no field for it", Source.medialive("Ac3Settings, Eac3Settings"))
}
