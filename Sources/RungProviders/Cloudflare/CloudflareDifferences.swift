internal import RungSource

extension Cloudflare {
  package static var comparison: Comparison {
    var rules = Comparison()
    rules.resources = [Comparison.Resource("live-input", "live input"), Comparison.Resource("output", "output", key: "url")]
    rules.lists["live-input"] = [Comparison.List("recording.allowedOrigins", .words)]
    let defaults = Source.start("optional API parameters: defaults")
    rules.defaults["live-input"] = [
      Comparison.Default("enabled", .bool(true), Source.api("enabled")), Comparison.Default("preferLowLatency", .bool(false), defaults),
      Comparison.Default("deleteRecordingAfterDays", .empty, defaults), Comparison.Default("defaultCreator", .empty, Source.api("defaultCreator")),
      Comparison.Default("meta", .empty, Source.api("meta")), Comparison.Default("recording.mode", .text("off"), defaults),
      Comparison.Default("recording.requireSignedURLs", .bool(false), defaults), Comparison.Default("recording.allowedOrigins", .empty, defaults),
      Comparison.Default("recording.hideLiveViewerCount", .bool(false), defaults), Comparison.Default("recording.timeoutSeconds", .number(0), defaults),
      Comparison.Default("recording", .empty, defaults),
    ]
    rules.defaults["output"] = [Comparison.Default("enabled", .bool(true), Source.simulcasting("by default, all live outputs are enabled"))]
    rules.credentials["output"] = ["streamKey"]
    rules.identities = ["create": Comparison.Identity("live_input_id", at: "uid")]
    return rules
  }

  package static func declared(_ plan: RequestPlan) -> [DeclaredRequest] {
    plan.steps.filter { $0.node != nil }.map { step in
      guard step.bodyKind != "output" else {
        var request = DeclaredRequest(step)
        request.names = []
        return request
      }
      var request = DeclaredRequest(step, as: "live-input")
      request.kinds = ["create", "update"]
      return request
    }
  }

  /// The answer about a live input lists no outputs: whether there are some is unknown, and none of them is removed.
  package static func declared(_ declared: [DeclaredRequest], told bodies: [ParsedBody]) -> [DeclaredRequest] { declared }
}
