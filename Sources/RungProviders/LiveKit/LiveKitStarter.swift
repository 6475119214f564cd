extension LiveKit {
  package static let starter = StarterPart(
    options: "{room: main-stage, participant: {identity: encoder-1}}", remark: "who publishes, and where to",
    alone: """
      ingest:  # how the stream reaches the provider
        mode: push  # push (the encoder sends) | pull (give a `source`)
        protocols: [rtmp]  # rtmp | whip

      encoding: transcode  # transcode (LiveKit encodes the layers) | passthrough (the encoder does, over WHIP)

      ladder:  # what viewers get: one of `rung presets`, or up to three layers of your own
        defaults:  # merged under each rendition
          fps: 30
          codec: h264
          audio: {codec: opus, channels: 2, bitrate: 96k}
        renditions:  # highest first
          - {name: 720p, resolution: 1280x720, bitrate: 2000k}
          - {name: 360p, resolution: 640x360, bitrate: 600k}
          - {name: 180p, resolution: 320x180, bitrate: 200k}
      """)
}
