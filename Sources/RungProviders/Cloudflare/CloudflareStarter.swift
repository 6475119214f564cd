extension Cloudflare {
  package static let starter = StarterPart(
    options: "{}", beside: "{overrides: {ingest: {protocols: [rtmps]}}}", remark: "set `CLOUDFLARE_ACCOUNT_ID`, or `account_id` here",
    alone: """
      ingest:  # how the stream reaches the provider
        mode: push
        protocols: [rtmps]  # rtmps | srt | whip (WebRTC, which is neither recorded nor offered as HLS)

      packaging:  # Cloudflare encodes the renditions and cuts the segments itself
        hls: {}
      """)
}
