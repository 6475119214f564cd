package import RungSource
internal import RungSpec

/// What can be wrong with a request body before any rule runs.
package enum BodyFaults {
  package static let all: [RuleInfo] = [
    notRecognised, refusal, unknownField, missingField, wrongFieldType, valueNotTaken, valueOutOfRange, valueNotReadable, wordNotKnown,
    listedTwice, listLength, filledByProvider, ignoredField, deprecatedField, emptyText, plainSecret,
  ]

  /// Whether a finding says that a text holds no body of the provider's.
  package static func isOfNoBody(_ finding: Diagnostic) -> Bool {
    [notRecognised, refusal].contains { finding.id.rawValue.hasSuffix("/\($0.name)") }
  }

  /// The fault of a body for a fault of the readers of specs.
  static func standIn(_ rule: RuleInfo) -> RuleInfo {
    guard rule.family == "spec" else { return rule }
    switch rule.name {
    case SpecFaults.unknownKey.name: return unknownField
    case SpecFaults.missingKey.name: return missingField
    case SpecFaults.wrongType.name: return wrongFieldType
    case SpecFaults.notOneOf.name: return valueNotTaken
    case SpecFaults.outOfRange.name: return valueOutOfRange
    case SpecFaults.malformedValue.name, SpecFaults.unitMissing.name, SpecFaults.yamlSurprise.name: return valueNotReadable
    case SpecFaults.literalSecret.name: return plainSecret
    default: return rule
    }
  }

  package static let notRecognised = RuleInfo(
    "body-not-recognised", family: nil, severity: .error,
    summary: "the request of the body could not be recognized",
    why: "A body is judged as the body of one request. Where a provider has several, the fields of the body or `--as` must identify it.",
    bad: [Example(body: "livekit", "{⟦\"colour\"⟧: \"red\"}"), Example(body: "tenbyte", "{\"data\": [⟦1⟧]}")],
    good: [Example(body: "livekit.create", "{\"participant_identity\": \"encoder-1\"}")])

  package static let refusal = RuleInfo(
    "refused-request", family: nil, severity: .error,
    summary: "an error answer of the provider in place of a request body",
    why: "The provider's answer to a rejected request contains nothing about the stream; a script that saved it continues without a body.",
    bad: [
      Example(body: "tenbyte", "{\"success\": false, ⟦\"code\"⟧: \"VALIDATION_ERROR\", \"message\": \"Some fields failed validation.\", \"errors\": []}")
    ],
    good: [Example(body: "tenbyte", "{\"success\": true, \"data\": {\"id\": \"1\", \"name\": \"news\"}}")])

  static let unknownField = RuleInfo(
    "unknown-field", family: nil, severity: .error,
    summary: "a field that the request does not have",
    why: "A misspelled field is ignored, and the stream runs with the default; or the request is rejected.",
    bad: [
      Example(body: "tenbyte.create", "{⟦\"web_hook_url\"⟧: \"https://hooks.example.com\"}", mended: "{\"webhook_url\": \"https://hooks.example.com\"}"),
      Example(body: "tenbyte.create", "{\"ingest\": {\"kind\": \"push\", \"protocols\": [\"rtmp\"], ⟦\"latency\"⟧: 200}}"),
      Example(body: "mkio.live-output", "{⟦\"assetName\"⟧: \"news-archive\", \"archiveWindowLength\": \"PT4H\"}"),
    ],
    good: [Example(body: "tenbyte.create", "{\"webhook_url\": \"https://hooks.example.com\"}")])

  static let missingField = RuleInfo(
    "missing-field", family: nil, severity: .error,
    summary: "a field that the request requires is missing",
    why: "The provider has no default for it and rejects the request.",
    bad: [Example(body: "tenbyte.create", "{\"ingest\": {⟦\"protocols\"⟧: [\"rtmp\"]}}", findings: 8)],
    good: [Example(body: "livekit.create", "{\"participant_identity\": \"encoder-1\"}")])

  static let wrongFieldType = RuleInfo(
    "wrong-field-type", family: nil, severity: .error,
    summary: "a value has the wrong type",
    why: "A string in place of a number is rejected, or read as something else.",
    bad: [
      Example(
        body: "tenbyte.create", "{\"packaging\": {\"hls\": {\"segment_format\": \"fmp4\", \"playlist_size\": ⟦\"6\"⟧}}}",
        mended: "{\"packaging\": {\"hls\": {\"segment_format\": \"fmp4\", \"playlist_size\": 6}}}"),
      Example(body: "tenbyte.create", "{\"ladder\": ⟦[]⟧}"),
    ],
    good: [Example(body: "tenbyte.create", "{\"packaging\": {\"hls\": {\"segment_format\": \"fmp4\", \"playlist_size\": 6}}}")])

  static let valueNotTaken = RuleInfo(
    "value-not-taken", family: nil, severity: .error,
    summary: "a value is not one that the field allows",
    why: "The provider sets the allowed values. Any other is rejected, or replaced by a default without an error.",
    bad: [
      Example(body: "tenbyte.create", "{\"type\": ⟦\"liniar\"⟧}", mended: "{\"type\": \"linear\"}"),
      Example(body: "livekit.create", "{\"participant_identity\": \"encoder-1\", \"input_type\": ⟦\"SRT_INPUT\"⟧}"),
      Example(body: "mkio.live-event", "{\"tags\": {}, \"properties\": {\"encoding\": {\"encodingType\": ⟦\"Passthrough\"⟧}, \"input\": {}}}"),
    ],
    good: [Example(body: "tenbyte.create", "{\"type\": \"linear\"}")])

  static let valueOutOfRange = RuleInfo(
    "value-out-of-range", family: nil, severity: .error,
    summary: "a number, or the length of a string, is outside the range of the field",
    why: "The provider sets the range, or the setting itself has one: a CRF is 0 to 51.",
    bad: [Example(body: "tenbyte.create", "{\"ladder\": {\"video\": [{\"crf\": ⟦60⟧}]}}")],
    good: [Example(body: "tenbyte.create", "{\"ladder\": {\"video\": [{\"crf\": 21}]}}")])

  static let valueNotReadable = RuleInfo(
    "value-not-readable", family: nil, severity: .error,
    summary: "an address or a quantity cannot be read",
    why: "A value that cannot be read cannot be checked, and the provider may read it differently than intended.",
    bad: [Example(body: "tenbyte.create", "{\"webhook_url\": ⟦\"hooks.example.com\"⟧}")],
    good: [Example(body: "tenbyte.create", "{\"webhook_url\": \"https://hooks.example.com\"}")])

  static let wordNotKnown = RuleInfo(
    "word-not-known", family: nil, severity: .warning,
    summary: "a value is not a known one, in a field that allows any text",
    why: "The field is not restricted, so the value is rejected only when the encoder starts.",
    bad: [Example(body: "tenbyte.create", "{\"ladder\": {\"video\": [{\"preset\": ⟦\"veryfats\"⟧}]}}")],
    good: [Example(body: "tenbyte.create", "{\"ladder\": {\"video\": [{\"preset\": \"veryfast\"}]}}")])

  static let listedTwice = RuleInfo(
    "listed-twice", family: nil, severity: .error,
    summary: "a value is listed twice in a list that allows each once",
    why: "The request is rejected, and usually another value was intended.",
    replaces: ["qencode/recording-format-repeated"],
    bad: [Example(body: "tenbyte.create", "{\"output_protocols\": [\"hls\", ⟦\"hls\"⟧]}")],
    good: [Example(body: "tenbyte.create", "{\"output_protocols\": [\"hls\", \"dash\"]}")])

  static let listLength = RuleInfo(
    "list-length", family: nil, severity: .error,
    summary: "a list has fewer or more members than the field allows",
    why: "The provider sets the bounds. An empty list where one value is required is rejected like a missing field.",
    replaces: ["provider/too-many-renditions", "qencode/recording-formats-empty"],
    bad: [
      Example(body: "tenbyte.create", "{\"output_protocols\": ⟦[]⟧}"),
      Example(body: "mkio.live-event", "{\"properties\": {\"streamOptions\": ⟦[\"Default\", \"LowLatency\"]⟧}}"),
    ],
    good: [Example(body: "tenbyte.create", "{\"output_protocols\": [\"hls\"]}")])

  static let filledByProvider = RuleInfo(
    "filled-by-provider", family: nil, severity: .warning,
    summary: "a request sets a field that the provider fills in",
    why: "The provider assigns ids, keys, states and times. A request that contains them was copied from an answer, and their effect is not documented.",
    bad: [Example(body: "tenbyte.create", "{\"name\": \"news\", \"status\": ⟦\"idle\"⟧}")],
    good: [Example(body: "tenbyte.create", "{\"name\": \"news\"}")])

  static let ignoredField = RuleInfo(
    "ignored-field", family: nil, severity: .warning,
    summary: "a field that the provider accepts and ignores",
    why: "The field has no effect. LiveKit's `bypass_transcoding` was meant to forward media unchanged: RTMP and URL inputs are always transcoded, and on WHIP `enable_transcoding` decides, which is false unless it is set.",
    bad: [
      Example(body: "livekit.create", "{\"participant_identity\": \"encoder-1\", ⟦\"bypass_transcoding\"⟧: true}"),
      Example(body: "livekit.create", "{\"input_type\": \"WHIP_INPUT\", \"participant_identity\": \"encoder-1\", ⟦\"bypass_transcoding\"⟧: true}"),
    ],
    good: [
      Example(body: "livekit.create", "{\"participant_identity\": \"encoder-1\"}"),
      Example(body: "livekit.create", "{\"input_type\": \"WHIP_INPUT\", \"participant_identity\": \"encoder-1\", \"enable_transcoding\": false}"),
    ])

  static let deprecatedField = RuleInfo(
    "deprecated-field", family: nil, severity: .warning,
    summary: "a field that the provider has deprecated",
    why: "The request is accepted today. The provider states that the field will be removed; what depends on it will then stop working.",
    bad: [
      Example(
        body: "mkio.streaming-endpoint",
        "{\"location\": \"uksouth\", \"properties\": {\"scaleUnits\": 0, \"accessControl\": {⟦\"akamai\"⟧: {\"akamaiSignatureHeaderAuthenticationKeyList\": []}}}}")
    ],
    good: [
      Example(
        body: "mkio.streaming-endpoint",
        "{\"location\": \"uksouth\", \"properties\": {\"scaleUnits\": 0, \"accessControl\": {\"ip\": {\"allow\": [{\"address\": \"192.0.2.0\", \"subnetPrefixLength\": 24}]}}}}")
    ])

  static let emptyText = RuleInfo(
    "empty-text", family: nil, severity: .warning,
    summary: "a string is empty, and the provider does not document the effect",
    why: "The provider may treat it as absent, use it as it is, or reject it. Removing the field is unambiguous.",
    bad: [Example(body: "tenbyte.create", "{\"ladder\": {\"video\": [{\"profile\": ⟦\"\"⟧}]}}")],
    good: [Example(body: "tenbyte.create", "{\"ladder\": {\"video\": [{\"profile\": \"main\"}]}}")])

  package static let plainSecret = RuleInfo(
    "plain-secret", family: nil, severity: .note,
    summary: "a body contains a key, token or credential in plain text",
    why: "A request has to contain its secrets. A file in version control must not: anyone who can read the repository can read them.",
    bad: [Example(body: "tenbyte.create", "{\"ingest\": {\"kind\": \"pull\", \"primary\": {\"protocol\": \"srt\", \"url\": ⟦\"srt://origin.example.com:9000?passphrase=hunter2hunter2\"⟧}}}")],
    good: [Example(body: "tenbyte.create", "{\"ingest\": {\"kind\": \"pull\", \"primary\": {\"protocol\": \"srt\", \"url\": \"srt://origin.example.com:9000?passphrase=<PASSPHRASE>\"}}}"), Example(body: "qencode.update", "{\"dvr\": {\"destination\": {\"url\": \"s3://s3.example.com/b/f\", \"key\": \"\", \"secret\": \"\"}}}")])
}
