internal import RungSource

/// What there is to say about the way from a body to a spec, or to another provider's body.
enum ImportFaults {
  static let all: [RuleInfo] = [secretReferenced, nameMadeUp, keptAsExtra, notHeld, onlyChanges, sameProvider, leftBehind, filledIn]

  static let secretReferenced = RuleInfo(
    "secret-referenced", family: "import", severity: .note,
    summary: "a body has a secret in plain text; the result has a reference instead",
    why: "Specs and bodies are kept in version control, and secrets must not be. The reference names a variable that is read when the requests are sent.",
    bad: [
      Example(importing: "qencode.simulcast-target", "{\"url\": \"rtmp://live.example.com/app\", \"stream_key\": ⟦\"abcd-1234\"⟧}"),
      Example(
        importing: "tenbyte.create",
        "{\"name\": \"news\", \"ingest\": {\"kind\": \"pull\", \"primary\": {\"protocol\": \"srt\", \"url\": ⟦\"srt://origin.example.com:9000?passphrase=hunter2hunter2\"⟧}}}"),
    ],
    good: [
      Example(importing: "qencode.simulcast-target", "{\"url\": \"rtmp://live.example.com/app\", \"stream_key\": \"${env:STREAM_KEY}\"}")
    ])

  static let nameMadeUp = RuleInfo(
    "name-made-up", family: "import", severity: .note,
    summary: "no body has a name for the stream, and a spec needs one",
    why: "A spec is identified by its name. Some providers have the name in a URL and not in a body, and some generate one.",
    bad: [
      Example(importing: "mkio.live-output", "{⟦\"properties\"⟧: {\"assetName\": \"main-stage-archive\", \"archiveWindowLength\": \"PT4H\"}}")
    ],
    good: [Example(importing: "qencode.create", "{\"name\": \"news\"}")])

  static let keptAsExtra = RuleInfo(
    "kept-as-extra", family: "import", severity: .note,
    summary: "a field has no equivalent in a spec; it is kept under `extra` of the target",
    why: "No value is lost. Fields under `extra` are sent unchecked, and to this provider only; `null` removes a field.",
    bad: [
      Example(
        importing: "mkio.live-output",
        "{\"properties\": {\"assetName\": \"a\", \"archiveWindowLength\": \"PT4H\", ⟦\"rewindWindowLength\"⟧: \"PT1H\"}}"),
      Example(importing: "qencode.create", "{⟦\"input_format\"⟧: \"srt\"}"),
    ],
    good: [Example(importing: "qencode.create", "{\"name\": \"news\", \"input_format\": \"srt\"}")])

  static let notHeld = RuleInfo(
    "not-held", family: "import", severity: .error,
    summary: "bodies that one spec cannot contain unchanged",
    why: "A spec is one stream. A value that it has once cannot describe two resources.",
    bad: [
      Example(
        importing: "mkio",
        "{\"live-output\": {⟦\"properties\"⟧: {\"assetName\": \"a\", \"archiveWindowLength\": \"PT4H\"}}, \"live-output-2\": {\"properties\": {\"assetName\": \"b\", \"archiveWindowLength\": \"PT1H\"}}}")
    ],
    good: [Example(importing: "mkio", "{\"live-output\": {\"properties\": {\"assetName\": \"a\", \"archiveWindowLength\": \"PT4H\"}}}")])

  static let onlyChanges = RuleInfo(
    "only-changes", family: "import", severity: .error,
    summary: "the bodies are updates only and lack the rest of the stream",
    why: "A spec is a whole stream. An update alone does not show the stream that it changes.",
    bad: [Example(importing: "livekit.update", "{⟦\"ingress_id\"⟧: \"IN_1\", \"name\": \"news\"}")],
    good: [Example(importing: "livekit.create", "{\"name\": \"news\", \"participant_identity\": \"encoder-1\", \"room_name\": \"news\"}")])

  static let sameProvider = RuleInfo(
    "same-provider", family: "convert", severity: .error,
    summary: "bodies are converted to the provider that they are from",
    why: "They already are bodies for this provider. A conversion would only write them again.",
    bad: [Example(converting: "qencode.create", to: "qencode", "⟦⟧{\"name\": \"news\"}")],
    good: [Example(converting: "qencode.create", to: "livekit", "{\"name\": \"news\"}")])

  static let leftBehind = RuleInfo(
    "left-behind", family: "convert", severity: .warning,
    summary: "setting has no equivalent at the target provider",
    why: "The setting has no meaning at the other provider. If the stream depends on it, it needs a replacement.",
    bad: [
      Example(
        converting: "mkio.live-output", to: "qencode",
        "{\"properties\": {\"assetName\": \"a\", \"archiveWindowLength\": \"PT4H\", \"manifestName\": ⟦\"index\"⟧}}")
    ],
    good: [Example(converting: "qencode.create", to: "livekit", "{\"name\": \"news\"}")])

  static let filledIn = RuleInfo(
    "filled-in", family: "convert", severity: .note,
    summary: "a body of the second provider has values that the first body does not have",
    why: "They are computed from other values, facts of the provider, or defaults. Check each before it is sent.",
    bad: [Example(converting: "qencode.create", to: "mkio", "{⟦\"name\"⟧: \"news\", \"input_format\": \"rtmp\"}", findings: 3)],
    good: [Example(converting: "tenbyte.create", to: "qencode", "{\"name\": \"news\"}")])
}
