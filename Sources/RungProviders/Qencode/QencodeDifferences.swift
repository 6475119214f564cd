internal import RungSource

extension Qencode {
  package static var comparison: Comparison {
    var rules = Comparison()
    rules.resources = [
      Comparison.Resource("stream", "stream"), Comparison.Resource("playback-id", "playback id", key: "policy"),
      Comparison.Resource("simulcast-target", "simulcast target", key: "url"), Comparison.Resource("domain", "playback domain", key: "name"),
    ]
    rules.lists["stream"] = [
      Comparison.List("dvr.destination", .objects([["url"]], inOrder: false)), Comparison.List("dvr.format", .words),
    ]
    let create = Source.reference("create, input objects")
    let dvr = Source.reference("dvr: defaults")
    rules.defaults["stream"] = [
      Comparison.Default("name", .made, create),
      Comparison.Default("input_format", .text("rtmp"), create), Comparison.Default("output_format", .text("hls"), create),
      Comparison.Default("stream_timeout", .number(120), create),
      Comparison.Default("callback_url", .empty, Source.reference("callback_url: null by default")),
      Comparison.Default("dvr.enabled", .number(0), dvr), Comparison.Default("dvr.stream_source", .text("auto"), dvr),
      Comparison.Default("dvr.resolution", .text("highest"), dvr), Comparison.Default("dvr.format", .text("mp4"), dvr),
      Comparison.Default("dvr.max_file_duration", .number(14400), dvr),
      Comparison.Default("dvr.destination.permissions", .text("private"), dvr),
    ]
    rules.credentials["stream"] = ["dvr.destination.key", "dvr.destination.secret"]
    rules.credentials["simulcast-target"] = ["stream_key"]
    rules.identities = ["create": Comparison.Identity("stream_id", at: "id")]
    rules.answered = ["stream": "id", "playback-id": "playback_ids", "simulcast-target": "simulcast_targets"]
    return rules
  }

  /// One stream, whichever request sets it, and its playback ids and simulcast targets. A stream comes with a public playback
  /// id unless the plan deletes it.
  package static func declared(_ plan: RequestPlan) -> [DeclaredRequest] {
    var requests: [DeclaredRequest] = []
    let parts = plan.steps.filter { $0.bodyKind == "create" || $0.bodyKind == "update" }
    if let first = parts.first {
      var stream = DeclaredRequest(first, as: "stream")
      stream.kinds = ["update", "create"]
      // Requests to a stream that exists have its id in the URL.
      for step in plan.steps {
        if let id = step.url.places.first(where: { $0.name == "stream_id" })?.value { stream.names = [("stream_id", id)] }
      }
      var entries: [Node.Entry] = []
      for step in parts {
        for entry in step.node?.entries ?? [] {
          // A later request wins.
          entries.removeAll { $0.key.value == entry.key.value }
          entries.append(entry)
          stream.requestOf[entry.key.value] = step.bodyKind?.rawValue
        }
      }
      stream.body = Node(.map(entries), at: stream.place)
      requests.append(stream)
      if !plan.steps.contains(where: { $0.id == Step.deletePublicID }) {
        let key = Located("policy", at: stream.place)
        var implied = DeclaredRequest(
          "playback-id", body: Node(.map([Node.Entry(key: key, value: .string("public", at: stream.place))]), at: stream.place),
          place: stream.place)
        implied.isImplied = true
        requests.append(implied)
      }
    }
    for step in plan.steps where ["playback-id", "simulcast-target", "domain"].contains(step.bodyKind) {
      var request = DeclaredRequest(step)
      request.names = []
      requests.append(request)
    }
    return requests
  }

  /// An answer lists every playback id, and so also that no public one is left; an update lists none.
  package static func declared(_ declared: [DeclaredRequest], told bodies: [ParsedBody]) -> [DeclaredRequest] {
    guard let create = bodies.first(where: { $0.kind == "create" }) else {
      return declared.filter { request in request.resource != "playback-id" || bodies.contains { $0.kind == "playback-id" } }
    }
    guard create.isAnswer else { return declared }
    return declared.filter { $0.resource != "playback-id" }
      + (create.said["playback_ids"]?.items ?? []).map { id in
        let policy = id.entries.filter { $0.key.value == "policy" }
        return DeclaredRequest("playback-id", body: Node(.map(policy), at: id.place), place: id.place)
      }
  }
}
