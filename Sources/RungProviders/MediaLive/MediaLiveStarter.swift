extension MediaLive {
  package static let starter = StarterPart(options: "{region: us-east-1}", remark: "more: `rung providers medialive`")
}
