extension MKIO {
  package static let starter = StarterPart(
    options: "{project: acme, asset: {storage_account: acme}}", remark: "more: `rung providers mkio`",
    alone: """
      encoding: passthrough  # passthrough (the encoder sends the ladder) | transcode (the provider makes it)

      ingest:  # how the stream reaches the provider
        mode: push
        protocols: [rtmp]
        allow: [203.0.113.0/24]  # the encoder's addresses; put your own here
        # token: ${env:INGEST_TOKEN}  # secrets are references, never literals
        video:  # what the encoder sends
          codec: h264
          resolution: 1920x1080
          fps: 25
          keyframe_interval: 2s  # × fps = GOP, a whole number of frames
          bitrate: 3500k
        audio: {codec: aac, channels: 2, sample_rate: 48 kHz, bitrate: 128k}

      recording:
        window: 4h  # how far viewers can rewind

      packaging:  # an output is on when its key is here
        hls: {}
      """)
}
