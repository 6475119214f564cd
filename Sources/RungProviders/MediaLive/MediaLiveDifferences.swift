internal import RungSource
internal import RungSpec

extension MediaLive {
  package static var comparison: Comparison {
    var rules = Comparison()
    rules.resources = [
      Comparison.Resource("mediapackage-channel-group", "channel group"), Comparison.Resource("mediapackage-channel", "MediaPackage channel"),
      Comparison.Resource("mediapackage-origin-endpoint", "origin endpoint", key: "OriginEndpointName"),
      Comparison.Resource("create-input-security-group", "input security group"), Comparison.Resource("create-input", "input"),
      Comparison.Resource("create-channel", "channel"),
    ]
    typealias List = Comparison.List
    rules.lists = [
      "create-input-security-group": [List("WhitelistRules", .objects([["Cidr"]], inOrder: false))],
      "create-input": [List("InputSecurityGroups", .words), List("Destinations", .objects([["StreamName"]], inOrder: true)), List("Sources", .objects([["Url"]], inOrder: true))],
      "create-channel": [
        List("InputAttachments", .objects([["InputAttachmentName"]], inOrder: true)), List("InputAttachments.InputSettings.AudioSelectors", .objects([["Name"]], inOrder: true)),
        List("Destinations", .objects([["Id"]], inOrder: false)), List("Destinations.Settings", .objects([], inOrder: true)),
        List("Destinations.MediaPackageSettings", .objects([["ChannelGroup", "ChannelName"]], inOrder: true)),
        List("EncoderSettings.AudioDescriptions", .objects([["Name"]], inOrder: false)), List("EncoderSettings.VideoDescriptions", .objects([["Name"]], inOrder: false)),
        List("EncoderSettings.OutputGroups", .objects([["Name"]], inOrder: false)),
        List("EncoderSettings.OutputGroups.Outputs", .objects([["OutputName"], ["VideoDescriptionName"]], inOrder: false)),
        List("EncoderSettings.OutputGroups.Outputs.AudioDescriptionNames", .words),
      ],
      "mediapackage-origin-endpoint": [
        List("HlsManifests", .objects([["ManifestName"]], inOrder: false)), List("LowLatencyHlsManifests", .objects([["ManifestName"]], inOrder: false)),
        List("DashManifests", .objects([["ManifestName"]], inOrder: false)),
      ],
    ]
    typealias Default = Comparison.Default
    rules.defaults = [
      "create-channel": [
        Default("Tags", .empty, Source.medialive("Channel.Tags", strength: .inferred)),
        // The id of an input that the plan creates.
        Default("InputAttachments.InputId", .made, Source.medialive("Input.Id: the generated ID of the input")),
      ],
      "create-input": ["Tags", "InputSecurityGroups", "Destinations", "Sources"].map { Default($0, .empty, Source.medialive("Input.\($0)", strength: .inferred)) },
      "create-input-security-group": [Default("Tags", .empty, Source.medialive("InputSecurityGroup.Tags", strength: .inferred))],
      "mediapackage-channel-group": [Default("Tags", .empty, Source.mediapackage("CreateChannelGroup.Tags", strength: .inferred))],
      "mediapackage-channel": [
        Default("InputType", .text("HLS"), Source.mediapackage("CreateChannel.InputType: if unprovided, the value defaults to HLS")),
        Default("Tags", .empty, Source.mediapackage("CreateChannel.Tags", strength: .inferred)),
      ],
      "mediapackage-origin-endpoint": ["Tags", "HlsManifests", "LowLatencyHlsManifests", "DashManifests"].map {
        Default($0, .empty, Source.mediapackage("CreateOriginEndpoint.\($0)", strength: .inferred))
      },
    ]
    // The member that is there is the kind that is chosen.
    rules.choices = Set(["OutputGroupSettings", "OutputSettings", "HlsSettings", "ArchiveContainerSettings", "H265ColorSpaceSettings"].flatMap { model.object($0).properties.map(\.key) })
    rules.identities = [
      "create-channel": Comparison.Identity("channel_id", at: "Id"), "create-input": Comparison.Identity("input_id", at: "Id"),
      "create-input-security-group": Comparison.Identity("input_security_group_id", at: "Id"),
      "mediapackage-channel-group": Comparison.Identity("channel_group", at: "ChannelGroupName", isChosen: true),
      "mediapackage-channel": Comparison.Identity("package_channel", at: "ChannelName", isChosen: true),
      "mediapackage-origin-endpoint": Comparison.Identity("origin_endpoint", at: "OriginEndpointName", isChosen: true),
    ]
    return rules
  }

  /// What an update changes, by its kind.
  static let updated = [
    "update-channel": "create-channel", "update-channel-class": "create-channel", "update-input": "create-input", "update-input-security-group": "create-input-security-group",
    "update-mediapackage-channel": "mediapackage-channel", "update-mediapackage-origin-endpoint": "mediapackage-origin-endpoint",
  ]

  package static func declared(_ plan: RequestPlan) -> [DeclaredRequest] {
    plan.steps.compactMap { step in
      guard let kind = step.bodyKind?.rawValue, step.node != nil else { return nil }
      let created = updated[kind] ?? kind
      var request = DeclaredRequest(step, as: created)
      request.kinds = [kind] + updated.filter { $0.value == created && $0.key != kind }.map(\.key).sorted()
      // The ids of what the plan creates are known once it is created.
      for fill in step.request.fills {
        guard let parts = JSONPointer.parts(of: fill.pointer) else { continue }
        request.body = request.body.map { $0.without(inLists: parts[...]) }
      }
      return request
    }
  }
}

extension Node {
  /// Without the member at a path, which may go through members of lists.
  fileprivate func without(inLists path: ArraySlice<String>) -> Node {
    guard let key = path.first else { return self }
    switch content {
    case .scalar: return self
    case .list(var items):
      guard let index = Int(key), items.indices.contains(index) else { return self }
      if path.count == 1 { items.remove(at: index) } else { items[index] = items[index].without(inLists: path.dropFirst()) }
      return Node(.list(items), at: place)
    case .map(let entries):
      if path.count == 1 { return without([key]) }
      return Node(.map(entries.map { $0.key.value == key ? Node.Entry(key: $0.key, value: $0.value.without(inLists: path.dropFirst())) : $0 }), at: place)
    }
  }
}
