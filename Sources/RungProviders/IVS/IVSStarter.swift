extension IVS {
  package static let starter = StarterPart(
    options: "{region: us-east-1}", remark: "more: `rung providers ivs`",
    alone: """
      encoding: transcode  # transcode (Amazon IVS makes the renditions) | passthrough (the encoder sends what viewers get)

      ingest:  # how the stream reaches the provider
        mode: push
        protocols: [rtmps]  # rtmps | srt | rtmp (not encrypted)
        video:  # what the encoder sends
          codec: h264
          resolution: 1920x1080
          fps: 30
          keyframe_interval: 2s  # × fps = GOP, a whole number of frames
          bitrate: 6000k
        audio: {codec: aac, channels: 2, sample_rate: 48 kHz, bitrate: 160k}

      # recording:  # into a bucket of the same account and region
      #   destinations: [{url: "s3://my-recordings"}]

      packaging:  # Amazon IVS sets the segments itself
        hls: {}
      """)
}
