extension Mux {
  package static let starter = StarterPart(
    options: "{}", beside: "{overrides: {playback: {policy: public}}}", remark: "set `MUX_TOKEN_ID` and `MUX_TOKEN_SECRET`",
    alone: """
      ingest:  # how the stream reaches the provider
        mode: push
        protocols: [rtmps]  # rtmps | rtmp | srt

      packaging:  # Mux encodes the renditions and cuts the segments itself
        hls: {}

      playback:
        policy: public  # public | authenticated (viewers need a signed token)
      """)
}
