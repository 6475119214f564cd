extension Qencode {
  package static let starter = StarterPart(
    options: "{}", remark: "options: `rung providers qencode`",
    alone: """
      ingest:  # how the stream reaches the provider
        mode: push
        protocols: [rtmp]  # rtmp | rtmps | srt | whip (WebRTC); the first sets the input format

      packaging:  # Qencode generates the ladder and the segments itself
        hls: {}

      # recording:  # to a storage; secrets are references, never literals
      #   destinations: [{url: "s3://s3.example.com/bucket/folder", key: "${env:S3_KEY}", secret: "${env:S3_SECRET}"}]

      idle_timeout: 2m  # how long the stream waits for the encoder; waiting longer is billed
      """)
}
