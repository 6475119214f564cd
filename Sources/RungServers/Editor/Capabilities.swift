internal import RungSource

/// What the server can do, as `initialize` is answered.
enum Capabilities {
  static func answer(to client: EditorClient, _ version: String) -> Node {
    .object([
      ("capabilities", .object([
        ("positionEncoding", .text(client.encoding.rawValue)),
        ("textDocumentSync", .object([("openClose", .flag(true)), ("change", .number(2)), ("save", .object([("includeText", .flag(false))]))])),
        ("hoverProvider", .flag(true)),
        ("completionProvider", .object([("triggerCharacters", .array([":", " ", "[", "{", ",", "\"", "/"].map { .text($0) }))])),
        ("codeActionProvider", .object([("codeActionKinds", .array([.text("quickfix"), .text("source.fixAll")]))])),
        ("documentFormattingProvider", .flag(true)), ("definitionProvider", .flag(true)), ("referencesProvider", .flag(true)),
        ("renameProvider", .object([("prepareProvider", .flag(true))])), ("documentSymbolProvider", .flag(true)), ("foldingRangeProvider", .flag(true)),
        ("documentLinkProvider", .object([("resolveProvider", .flag(false))])), ("inlayHintProvider", .flag(true)),
        ("codeLensProvider", .object([("resolveProvider", .flag(false))])),
        ("executeCommandProvider", .object([("commands", .array([.text(CodeLenses.command)]))])),
      ])),
      ("serverInfo", .object([("name", .text("rung")), ("version", .text(version))])),
    ])
  }
}
