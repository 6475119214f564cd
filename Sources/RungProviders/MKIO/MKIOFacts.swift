internal import RungSource
internal import RungSpec

extension MKIO {
  /// The documents that the facts come from, with how far they are about MK.IO itself.
  enum Source {
    static let docs = "https://docs.mediakind.com"
    static let day = "2026-11-20"

    /// The OpenAPI document of the Media API.
    static func reference(_ locator: String, strength: Citation.Strength = .stated) -> Citation {
      Citation("MK.IO Media API reference", locator, url: "\(docs)/api-reference", checked: day, strength: strength)
    }

    static func guide(_ locator: String, strength: Citation.Strength = .stated) -> Citation {
      Citation("MK.IO live streaming guide", locator, url: "\(docs)/api-guides/how-to/media/live-streaming", checked: day, strength: strength)
    }

    static func publishing(_ locator: String, strength: Citation.Strength = .stated) -> Citation {
      Citation("MK.IO streaming and publishing guide", locator, url: docs, checked: day, strength: strength)
    }

    static func concept(_ locator: String, strength: Citation.Strength = .stated) -> Citation {
      Citation(
        "MK.IO core concepts", locator, url: "\(docs)/mkio/understanding/core-concepts/live-event", checked: day, strength: strength)
    }

    static func changelog(_ locator: String) -> Citation {
      Citation("MK.IO changelog", locator, url: docs, checked: day)
    }

    /// Azure Media Services, retired, whose API MK.IO's follows. Evidence by analogy only.
    static func ams(_ locator: String) -> Citation {
      Citation(
        "Azure Media Services documents", locator, url: "https://github.com/MicrosoftDocs/azure-docs", checked: day, strength: .byAnalogy)
    }
  }

  package static var published: [Facts] {
    let origin = SourcePlace(SourceSpan(file: FileID(index: 0), lower: 0, upper: 0))
    return MKIOEncodingType.allCases.map { facts(for: Decision(type: Located($0, at: origin), because: nil)) }
  }

  package static func facts(for decision: Decision) -> Facts {
    let type = decision.type.value
    let product = MKIOProduct.of(type)
    let isBasic = type == .passthroughBasic
    var facts = Facts(party: type.rawValue)
    facts.because = decision.because
    facts.rewinding = .published(.archive, Source.concept("set up a live streaming event, archive window: how far back viewers can seek"))
    facts.archiveMinimumSource = Source.concept("set up a live streaming event, archive window: any value from 1 minute")
    facts.takesOneProtocol = true
    facts.pullSchemes = .published([], Source.guide("Point your encoder at that URL"))
    guard !decision.isGuess else { return facts }
    facts.ingestBitrate = product.ingestBitrate
    facts.ingestBitrateAdvice = Advice(
      mend: isBasic ? "set \(.mkio("encoding_type"), "PassthroughStandard") (up to 60 Mbps)" : nil)
    facts.archiveWindow = product.archive
    facts.archiveAdvice = Advice(
      notes: [
        MessageNote(
          "the changelog of 2026-05-19 says up to 7 days; where the account has more, set \(.mkio("limits"), "{archive: 168h}") under this target")
      ],
      mend: isBasic ? "set \(.mkio("encoding_type"), "PassthroughStandard") (up to 25h)" : nil)
    facts.pushProtocols = .published(product.pushProtocols, Source.guide("ingest protocols"))
    facts.pushProtocolAdvice = Advice(
      mend: type.mode == .passthrough ? "push `rtmp` or `rtmps`; the encoding types accept `srt` as well" : nil)
    facts.keyframeInterval = product.keyframeInterval
    // `stretchMode` is AutoSize unless it is set otherwise, and the sizes are those of a preset.
    facts.keepsShape = type.mode != .passthrough
    return facts
  }

  /// Where MK.IO can serve from.
  static let regions = Limit.published(
    [
      "westeurope", "westus", "westus2", "centralus", "eastus", "uksouth", "francecentral", "japaneast", "japanwest",
      "eu-west-1", "us-east-1",
    ], Source.concept("regions"))

  static let predefinedPolicies = Limit.published(
    [
      "Predefined_DownloadOnly", "Predefined_ClearStreamingOnly", "Predefined_DownloadAndClearStreaming", "Predefined_ClearKey",
      "Predefined_MultiDrmCencStreaming", "Predefined_MultiDrmStreaming",
    ], Source.reference("StreamingLocatorPutProperties.streamingPolicyName"))

  /// Policies that encrypt, and so require a content key policy.
  static let encryptingPolicies: Set<String> = [
    "Predefined_ClearKey", "Predefined_MultiDrmCencStreaming", "Predefined_MultiDrmStreaming",
  ]

  static let tagCount = Limit.published(16, Source.reference("LiveEventPutSchema.tags, maximum number of tags: 16"))
  static let tagLength = Limit.published(64, Source.reference("LiveEventPutSchema.tags, maximum length of a tag: 64 characters"))
  static let assetLabelCount = Limit.published(32, Source.reference("AssetPutSchema.labels, at most 32"))
  static let assetLabelLength = Limit.published(256, Source.reference("AssetPutSchema.labels, 256 characters"))
  static let endpointTagCount = Limit.published(2, Source.reference("StreamingEndpointPutSchema.tags, maxProperties 2"))
  static let descriptionLength = Limit.published(4096, Source.reference("description, maxLength 4096"))
}
