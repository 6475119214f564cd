extension MediaLive {
  package static let starter = StarterPart(
    options: "{region: us-east-1, overrides: {ingest: {allow: [203.0.113.0/24]}}}", remark: "the region; `allow`: the addresses that may push")
}
