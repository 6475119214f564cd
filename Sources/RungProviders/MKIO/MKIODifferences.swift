internal import RungSource

extension MKIO {
  package static var comparison: Comparison {
    var rules = Comparison()
    rules.resources = [
      Comparison.Resource("live-event", "live event"), Comparison.Resource("asset", "asset"),
      Comparison.Resource("live-output", "live output"), Comparison.Resource("streaming-locator", "streaming locator"),
      Comparison.Resource("streaming-endpoint", "streaming endpoint"), Comparison.Resource("playback", "playback host"),
    ]
    let ranges = Comparison.Members.objects([["name"], ["address", "subnetPrefixLength"]], inOrder: false)
    rules.lists["live-event"] = [
      Comparison.List("properties.streamOptions", .words), Comparison.List("properties.input.accessControl.ip.allow", ranges),
      Comparison.List("properties.preview.accessControl.ip.allow", ranges),
      Comparison.List("properties.input.timedMetadataEndpoints", .objects([["url"]], inOrder: false)),
    ]
    rules.lists["streaming-locator"] = [Comparison.List("properties.filters", .words)]
    rules.defaults = defaults
    rules.synonyms["live-event"] = [
      Comparison.Synonym("properties.encoding.encodingType", "None", means: "PassthroughStandard", Source.ams("LiveEventEncodingType"))
    ]
    rules.labels["live-event"] = ["properties.input.accessControl.ip.allow.name", "properties.preview.accessControl.ip.allow.name"]
    rules.identities = [
      "live-event": "event_name", "asset": "asset_name", "live-output": "output_name", "streaming-locator": "locator_name",
      "streaming-endpoint": "endpoint_name",
    ].mapValues { Comparison.Identity($0, at: "name", isChosen: true) }
    rules.credentials["live-event"] = ["properties.input.accessToken"]
    return rules
  }

  private static var defaults: [String: [Comparison.Default]] {
    typealias Default = Comparison.Default
    func reference(_ schema: String) -> Citation { Source.reference("\(schema): defaults") }
    let event = reference("LiveEventPutSchema")
    let practice = Source.reference("live events: what answers show", strength: .inferred)
    return [
      "live-event": [
        Default("location", .made, practice), Default("tags", .empty, event), Default("properties.description", .empty, event),
        Default("properties.useStaticHostname", .bool(false), event),
        Default("properties.encoding.keyFrameInterval", .text("PT2S"), event),
        Default("properties.encoding.presetName", .text("Default720p"), event, when: ("properties.encoding.encodingType", "Standard")),
        Default("properties.encoding.presetName", .text("Default1080p"), event, when: ("properties.encoding.encodingType", "Premium1080p")),
        Default("properties.encoding.stretchMode", .text("AutoSize"), practice),
        Default("properties.input.streamingProtocol", .text("RTMP"), event),
        Default("properties.input.accessControl.ip.allow", .empty, event), Default("properties.input.accessToken", .made, event),
        Default("properties.input.timedMetadataEndpoints", .empty, event), Default("properties.preview.previewLocator", .made, event),
        Default("properties.preview.streamingPolicyName", .text("Predefined_ClearStreamingOnly"), event),
        Default("properties.preview.accessControl.ip.allow", .empty, event), Default("properties.preview", .empty, event),
        Default("properties.transcriptions", .empty, event),
        Default("properties.crossSiteAccessPolicies", .empty, practice),
      ],
      "asset": [
        Default("properties.container", .made, reference("AssetPutSchema")), Default("properties.description", .empty, reference("AssetPutSchema")),
        Default("properties.containerDeletionPolicy", .text("Retain"), reference("AssetPutSchema")),
        Default("labels", .empty, reference("AssetPutSchema")),
      ],
      "live-output": [
        Default("properties.manifestName", .made, reference("LiveOutputPutProperties")),
        Default("properties.description", .empty, reference("LiveOutputPutProperties")),
        Default("properties.hls.fragmentsPerTsSegment", .number(1), reference("LiveOutputPutProperties")),
        Default("properties.outputSnapTime", .number(0), reference("LiveOutputPutProperties")),
      ],
      "streaming-locator": [
        Default("properties.streamingLocatorId", .made, reference("StreamingLocatorPutProperties")),
        Default("properties.filters", .empty, reference("StreamingLocatorPutProperties")),
        Default("properties.suppressed", .bool(false), reference("StreamingLocatorPutProperties")),
      ],
      "streaming-endpoint": [
        Default("tags", .empty, reference("StreamingEndpointPutSchema")), Default("properties.description", .empty, reference("StreamingEndpointPutSchema")),
        Default("properties.cdnEnabled", .bool(false), reference("StreamingEndpointPutSchema")),
        Default("properties.publicName", .made, reference("StreamingEndpointPutSchema")),
        Default("properties.cdnProfile", .made, reference("StreamingEndpointPutSchema")),
        Default("properties.maxCacheAge", .number(86400), reference("StreamingEndpointPutSchema")),
        Default("properties.maxManifestCacheAge", .number(60), reference("StreamingEndpointPutSchema")),
        Default("properties.sku.name", .text("Standard"), reference("StreamingEndpointPutProperties")),
        Default("properties.urlStyle", .text("AMS"), reference("StreamingEndpointPutProperties")),
      ],
    ]
  }

  /// Each request creates a resource under the name in its URL; the other names in the URL belong to other resources.
  package static func declared(_ plan: RequestPlan) -> [DeclaredRequest] {
    let own = [
      "live-event": ["project", "event_name"], "asset": ["asset_name"], "live-output": ["output_name"],
      "streaming-locator": ["locator_name"], "streaming-endpoint": ["endpoint_name"], "playback": ["endpoint_name"],
    ]
    let makesEndpoint = plan.steps.contains { $0.id == Step.streamingEndpoint }
    return plan.steps.compactMap { step in
      guard let names = own[step.bodyKind?.rawValue ?? step.id.rawValue], step.node != nil || (step.id == Step.playback && !makesEndpoint) else { return nil }
      var request = DeclaredRequest(step)
      request.names.removeAll { !names.contains($0.name) }
      return request
    }
  }
}
