internal import RungSource

/// What there is to say about the way from a body to a spec, or to another provider's body.
enum ImportFaults {
  static let all: [RuleInfo] = [secretReferenced, nameMadeUp, keptAsExtra, notHeld, onlyChanges, sameProvider, leftBehind, filledIn]

  static let secretReferenced = RuleInfo(
    "secret-referenced", family: "import", severity: .note,
    summary: "a body has a secret in plain text; what is made of it has a reference in its place",
    why: "Specs and bodies are kept in repositories, and secrets are not. The reference names a variable that is read when the requests are sent.",
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
    why: "Everything is filed under the name. Some providers have it in a URL and not in a body, and some make one up.",
    bad: [
      Example(importing: "mkio.live-output", "{⟦\"properties\"⟧: {\"assetName\": \"main-stage-archive\", \"archiveWindowLength\": \"PT4H\"}}")
    ],
    good: [Example(importing: "qencode.create", "{\"name\": \"news\"}")])

  static let keptAsExtra = RuleInfo(
    "kept-as-extra", family: "import", severity: .note,
    summary: "a field that does not fit into a spec; it is kept under `extra` of the target",
    why: "Nothing may get lost. What stands under `extra` goes into the request as it is, unchecked, and to this provider only; `null` takes a field out.",
    bad: [
      Example(
        importing: "mkio.live-output",
        "{\"properties\": {\"assetName\": \"a\", \"archiveWindowLength\": \"PT4H\", ⟦\"rewindWindowLength\"⟧: \"PT1H\"}}"),
      Example(importing: "qencode.create", "{⟦\"input_format\"⟧: \"srt\"}"),
    ],
    good: [Example(importing: "qencode.create", "{\"name\": \"news\", \"input_format\": \"srt\"}")])

  static let notHeld = RuleInfo(
    "not-held", family: "import", severity: .error,
    summary: "bodies of a kind that one spec does not hold as they are",
    why: "A spec is one stream. What it holds once cannot stand for two resources.",
    bad: [
      Example(
        importing: "mkio",
        "{\"live-output\": {⟦\"properties\"⟧: {\"assetName\": \"a\", \"archiveWindowLength\": \"PT4H\"}}, \"live-output-2\": {\"properties\": {\"assetName\": \"b\", \"archiveWindowLength\": \"PT1H\"}}}")
    ],
    good: [Example(importing: "mkio", "{\"live-output\": {\"properties\": {\"assetName\": \"a\", \"archiveWindowLength\": \"PT4H\"}}}")])

  static let onlyChanges = RuleInfo(
    "only-changes", family: "import", severity: .error,
    summary: "the bodies say what changes, and nothing of the rest",
    why: "A spec is a whole stream. From an update alone nobody can tell what it is an update of.",
    bad: [Example(importing: "livekit.update", "{⟦\"ingress_id\"⟧: \"IN_1\", \"name\": \"news\"}")],
    good: [Example(importing: "livekit.create", "{\"name\": \"news\", \"participant_identity\": \"encoder-1\", \"room_name\": \"news\"}")])

  static let sameProvider = RuleInfo(
    "same-provider", family: "convert", severity: .error,
    summary: "bodies are to be converted for the provider that they are of",
    why: "They are bodies for it already. A conversion would write them anew, and say of each value that it was kept.",
    bad: [Example(converting: "qencode.create", to: "qencode", "⟦⟧{\"name\": \"news\"}")],
    good: [Example(converting: "qencode.create", to: "livekit", "{\"name\": \"news\"}")])

  static let leftBehind = RuleInfo(
    "left-behind", family: "convert", severity: .warning,
    summary: "a setting that only the first provider has",
    why: "It has no meaning at the other provider. If the stream depends on it, something else has to do what it did.",
    bad: [
      Example(
        converting: "mkio.live-output", to: "qencode",
        "{\"properties\": {\"assetName\": \"a\", \"archiveWindowLength\": \"PT4H\", \"manifestName\": ⟦\"index\"⟧}}")
    ],
    good: [Example(converting: "qencode.create", to: "livekit", "{\"name\": \"news\"}")])

  static let filledIn = RuleInfo(
    "filled-in", family: "convert", severity: .note,
    summary: "a body of the second provider has values that the first body does not say",
    why: "They are computed from other values, are facts of the provider, or stand for what nobody said. Each is worth a look before it is sent.",
    bad: [Example(converting: "qencode.create", to: "mkio", "{⟦\"name\"⟧: \"news\", \"input_format\": \"rtmp\"}", findings: 3)],
    good: [Example(converting: "tenbyte.create", to: "qencode", "{\"name\": \"news\"}")])
}
