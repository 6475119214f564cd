/// The spec that `rung init` writes.
enum Starter {
  static func text(for providers: [String]) -> String {
    """
    # A live stream for \(providers.joined(separator: ", ")). `rung check` judges this file, `rung compile` makes the
    # request bodies, `rung schema stream` prints the schema that editors complete from.
    rung: 1                            # version of this language
    name: Live TV Channel
    kind: linear                       # linear (around the clock) | event (give its `duration`, as 3h)

    targets:                           # the providers that the stream is meant for, each with its own options
    \(providers.map(target).joined(separator: "\n"))

    ingest:                            # how the stream reaches the provider
      mode: push                       # push (the encoder sends) | pull (give a `source`)
      protocols: [rtmp]

    ladder:                            # what viewers get
      defaults:                        # merged under each rendition
        fps: 25
        keyframe_interval: 2s          # × fps = GOP; it has to be a whole number of frames
        codec: h264
        profile: main
        audio: {codec: aac, channels: 2, sample_rate: 48 kHz}
      renditions:                      # highest first; units stand in the value
        - {name: 1080p, resolution: 1920x1080, bitrate: 3000k, max_bitrate: 3500k, audio: {bitrate: 128k}}
        - {name: 720p, resolution: 1280x720, bitrate: 1500k, max_bitrate: 2000k, audio: {bitrate: 96k}}
        - {name: 480p, resolution: 854x480, bitrate: 700k, max_bitrate: 900k, audio: {bitrate: 64k}}

    packaging:                         # an output is on when its key is here
      hls: {segment_format: mpegts}

    """
  }

  /// The options without which a provider's requests are not complete.
  private static func target(_ provider: String) -> String {
    switch provider {
    case "tenbyte": "  tenbyte: {region: sg-edge-04}      # the edge that takes the stream in"
    default: "  \(provider): {}"
    }
  }
}
