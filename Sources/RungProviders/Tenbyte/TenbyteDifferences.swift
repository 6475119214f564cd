internal import RungSource

extension Tenbyte {
  package static var comparison: Comparison {
    var rules = Comparison()
    rules.resources = [Comparison.Resource("stream", "stream")]
    rules.lists["stream"] = [
      Comparison.List("ingest.protocols", .words), Comparison.List("output_protocols", .words),
      Comparison.List("ladder.video", .objects([["name"], ["height", "bitrate_kbps"], ["height"]], inOrder: true)),
      Comparison.List("ladder.audio", .objects([["name"], ["bitrate_kbps"]], inOrder: true)),
    ]
    let omission = Source.reference("response examples leave out what is 0 or empty", strength: .inferred)
    rules.defaults["stream"] = [
      Comparison.Default("recording.enabled", .bool(false), Source.reference("recording.enabled: default false")),
      Comparison.Default("ladder.video.bframes", .number(0), omission, inAnswers: true),
      Comparison.Default("ladder.video.ref_frames", .number(0), omission, inAnswers: true),
      Comparison.Default("ladder.video.rc_lookahead", .number(0), omission, inAnswers: true),
      Comparison.Default("packaging.hls.low_latency", .bool(false), omission, inAnswers: true),
      Comparison.Default("meta", .empty, omission),
    ]
    rules.credentials["stream"] = ["recording.s3_config.access_key_id", "recording.s3_config.secret_access_key"]
    rules.identities = ["create": Comparison.Identity("stream_id", at: "id")]
    return rules
  }

  package static func declared(_ plan: RequestPlan) -> [DeclaredRequest] {
    plan.steps.filter { $0.bodyKind == "create" }.map { DeclaredRequest($0, as: "stream") }
  }
}
