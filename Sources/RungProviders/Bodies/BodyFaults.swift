package import RungSource
internal import RungSpec

/// What can be wrong with a request body before any rule looks at it.
package enum BodyFaults {
  package static let all: [RuleInfo] = [
    notRecognised, refusal, unknownField, missingField, wrongFieldType, valueNotTaken, valueOutOfRange, valueNotReadable, wordNotKnown,
    listedTwice, listLength, filledByProvider, ignoredField, deprecatedField, emptyText, plainSecret,
  ]

  /// Whether a finding says that a text holds no body of the provider's.
  package static func isOfNoBody(_ finding: Diagnostic) -> Bool {
    [notRecognised, refusal].contains { finding.id.rawValue.hasSuffix("/\($0.name)") }
  }

  /// What a fault of the readers of specs is in a body.
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

  static let notRecognised = RuleInfo(
    "body-not-recognised", family: nil, severity: .error,
    summary: "nothing tells which request the body belongs to",
    why: "A body is judged by the request it is sent with. Where a provider takes several, the fields have to tell which it is, or `--as` has to.",
    bad: [Example(body: "livekit", "{⟦\"colour\"⟧: \"red\"}"), Example(body: "tenbyte", "{\"data\": [⟦1⟧]}")],
    good: [Example(body: "livekit.create", "{\"participant_identity\": \"encoder-1\"}")])

  static let refusal = RuleInfo(
    "refused-request", family: nil, severity: .error,
    summary: "an answer that refuses a request stands where a body was to stand",
    why: "What a provider answers when it refuses says nothing of the stream; a script that saved it goes on with nothing.",
    bad: [
      Example(body: "tenbyte", "{\"success\": false, ⟦\"code\"⟧: \"VALIDATION_ERROR\", \"message\": \"Some fields failed validation.\", \"errors\": []}")
    ],
    good: [Example(body: "tenbyte", "{\"success\": true, \"data\": {\"id\": \"1\", \"name\": \"news\"}}")])

  static let unknownField = RuleInfo(
    "unknown-field", family: nil, severity: .error,
    summary: "a field that the request does not have",
    why: "A misspelt field is ignored, and the stream runs with a default that nobody chose; or the request is refused.",
    bad: [
      Example(body: "tenbyte.create", "{⟦\"web_hook_url\"⟧: \"https://hooks.example.com\"}", mended: "{\"webhook_url\": \"https://hooks.example.com\"}"),
      Example(body: "tenbyte.create", "{\"ingest\": {\"kind\": \"push\", \"protocols\": [\"rtmp\"], ⟦\"latency\"⟧: 200}}"),
      Example(body: "mkio.live-output", "{⟦\"assetName\"⟧: \"news-archive\", \"archiveWindowLength\": \"PT4H\"}"),
    ],
    good: [Example(body: "tenbyte.create", "{\"webhook_url\": \"https://hooks.example.com\"}")])

  static let missingField = RuleInfo(
    "missing-field", family: nil, severity: .error,
    summary: "a field is missing that the request requires",
    why: "The provider has no default for it and refuses the request.",
    bad: [Example(body: "tenbyte.create", "{\"ingest\": {⟦\"protocols\"⟧: [\"rtmp\"]}}", findings: 8)],
    good: [Example(body: "livekit.create", "{\"participant_identity\": \"encoder-1\"}")])

  static let wrongFieldType = RuleInfo(
    "wrong-field-type", family: nil, severity: .error,
    summary: "a value of the wrong kind",
    why: "Text where a number is meant is refused, or read as something else.",
    bad: [
      Example(
        body: "tenbyte.create", "{\"packaging\": {\"hls\": {\"segment_format\": \"fmp4\", \"playlist_size\": ⟦\"6\"⟧}}}",
        mended: "{\"packaging\": {\"hls\": {\"segment_format\": \"fmp4\", \"playlist_size\": 6}}}"),
      Example(body: "tenbyte.create", "{\"ladder\": ⟦[]⟧}"),
    ],
    good: [Example(body: "tenbyte.create", "{\"packaging\": {\"hls\": {\"segment_format\": \"fmp4\", \"playlist_size\": 6}}}")])

  static let valueNotTaken = RuleInfo(
    "value-not-taken", family: nil, severity: .error,
    summary: "a word or a number outside those that the field takes",
    why: "The sets are the provider's. What is not in them is refused, or worse, replaced by a default in silence.",
    bad: [
      Example(body: "tenbyte.create", "{\"type\": ⟦\"liniar\"⟧}", mended: "{\"type\": \"linear\"}"),
      Example(body: "livekit.create", "{\"participant_identity\": \"encoder-1\", \"input_type\": ⟦\"SRT_INPUT\"⟧}"),
      Example(body: "mkio.live-event", "{\"tags\": {}, \"properties\": {\"encoding\": {\"encodingType\": ⟦\"Passthrough\"⟧}, \"input\": {}}}"),
    ],
    good: [Example(body: "tenbyte.create", "{\"type\": \"linear\"}")])

  static let valueOutOfRange = RuleInfo(
    "value-out-of-range", family: nil, severity: .error,
    summary: "a number outside the range of the field",
    why: "The range is the provider's, or that of the thing itself: a CRF goes from 0 to 51.",
    bad: [Example(body: "tenbyte.create", "{\"ladder\": {\"video\": [{\"crf\": ⟦60⟧}]}}")],
    good: [Example(body: "tenbyte.create", "{\"ladder\": {\"video\": [{\"crf\": 21}]}}")])

  static let valueNotReadable = RuleInfo(
    "value-not-readable", family: nil, severity: .error,
    summary: "an address or a quantity that cannot be read",
    why: "What cannot be read cannot be checked, and would reach the provider as something else than was meant.",
    bad: [Example(body: "tenbyte.create", "{\"webhook_url\": ⟦\"hooks.example.com\"⟧}")],
    good: [Example(body: "tenbyte.create", "{\"webhook_url\": \"https://hooks.example.com\"}")])

  static let wordNotKnown = RuleInfo(
    "word-not-known", family: nil, severity: .warning,
    summary: "a word where the provider takes any text, and that is none of those that are known",
    why: "The field is not closed, so nothing refuses the word before an encoder starts with it.",
    bad: [Example(body: "tenbyte.create", "{\"ladder\": {\"video\": [{\"preset\": ⟦\"veryfats\"⟧}]}}")],
    good: [Example(body: "tenbyte.create", "{\"ladder\": {\"video\": [{\"preset\": \"veryfast\"}]}}")])

  static let listedTwice = RuleInfo(
    "listed-twice", family: nil, severity: .error,
    summary: "a value stands twice in a list that takes each once",
    why: "The request is refused, and most often another value was meant.",
    bad: [Example(body: "tenbyte.create", "{\"output_protocols\": [\"hls\", ⟦\"hls\"⟧]}")],
    good: [Example(body: "tenbyte.create", "{\"output_protocols\": [\"hls\", \"dash\"]}")])

  static let listLength = RuleInfo(
    "list-length", family: nil, severity: .error,
    summary: "a list has fewer or more members than the field takes",
    why: "The bounds are the provider's. An empty list where one value is required is refused like a missing field.",
    bad: [
      Example(body: "tenbyte.create", "{\"output_protocols\": ⟦[]⟧}"),
      Example(body: "mkio.live-event", "{\"properties\": {\"streamOptions\": ⟦[\"Default\", \"LowLatency\"]⟧}}"),
    ],
    good: [Example(body: "tenbyte.create", "{\"output_protocols\": [\"hls\"]}")])

  static let filledByProvider = RuleInfo(
    "filled-by-provider", family: nil, severity: .warning,
    summary: "a request sets what the provider fills in",
    why: "Ids, keys, states and times are the provider's. A request that carries them was copied from an answer, and what the provider makes of them is not documented.",
    bad: [Example(body: "tenbyte.create", "{\"name\": \"news\", \"status\": ⟦\"idle\"⟧}")],
    good: [Example(body: "tenbyte.create", "{\"name\": \"news\"}")])

  static let ignoredField = RuleInfo(
    "ignored-field", family: nil, severity: .warning,
    summary: "a field that the provider takes and does nothing with",
    why: "Whoever wrote it meant something by it, and that does not happen. LiveKit's `bypass_transcoding` meant to pass media on as they come: RTMP and URL inputs are always transcoded, and on WHIP `enable_transcoding` decides, which is false unless it is set.",
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
    why: "The request is accepted today. The provider says that the field will be removed, and what depends on it stops working then.",
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
    summary: "a text is empty, and no document says what that means",
    why: "The provider may treat it as absent, use it as it is, or refuse it. Removing the field says the same without the doubt.",
    bad: [Example(body: "tenbyte.create", "{\"ladder\": {\"video\": [{\"profile\": ⟦\"\"⟧}]}}")],
    good: [Example(body: "tenbyte.create", "{\"ladder\": {\"video\": [{\"profile\": \"main\"}]}}")])

  static let plainSecret = RuleInfo(
    "plain-secret", family: nil, severity: .note,
    summary: "a body holds a key, token or credential in plain text",
    why: "A request has to carry its secrets. A file that is kept has not: whoever reads the repository reads them.",
    bad: [Example(body: "tenbyte.create", "{\"ingest\": {\"kind\": \"pull\", \"primary\": {\"protocol\": \"srt\", \"url\": ⟦\"srt://origin.example.com:9000?passphrase=hunter2hunter2\"⟧}}}")],
    good: [Example(body: "tenbyte.create", "{\"ingest\": {\"kind\": \"pull\", \"primary\": {\"protocol\": \"srt\", \"url\": \"srt://origin.example.com:9000?passphrase=<PASSPHRASE>\"}}}"), Example(body: "qencode.update", "{\"dvr\": {\"destination\": {\"url\": \"s3://s3.example.com/b/f\", \"key\": \"\", \"secret\": \"\"}}}")])
}
