internal import RungSource

/// What an editor says of itself when it starts the server.
struct EditorClient {
  /// UTF-8 where it is offered: nothing has to be counted anew. UTF-16 is what every editor knows.
  private(set) var encoding = PositionEncoding.utf16
  private(set) var watchesFiles = false
  /// Whether it shows a file when it is asked to.
  private(set) var showsDocuments = false
  /// Whether what is shown beside a place, and beside a word that completes, may be Markdown: an editor that does not say may take it.
  private(set) var (takesMarkdownInHover, takesMarkdownInCompletion) = (true, true)

  init() {}

  /// - Parameter params: of `initialize`.
  init(_ params: Node?) {
    let capabilities = params?["capabilities"]
    if capabilities?.at("general", "positionEncodings")?.items.contains(where: { $0.string == PositionEncoding.utf8.rawValue }) == true { encoding = .utf8 }
    watchesFiles = capabilities?.at("workspace", "didChangeWatchedFiles", "dynamicRegistration")?.isTrue == true
    func takesMarkdown(_ formats: Node?) -> Bool { formats?.items.contains { $0.string == "markdown" } ?? true }
    takesMarkdownInHover = takesMarkdown(capabilities?.at("textDocument", "hover", "contentFormat"))
    takesMarkdownInCompletion = takesMarkdown(capabilities?.at("textDocument", "completion", "completionItem", "documentationFormat"))
    showsDocuments = capabilities?.at("window", "showDocument", "support")?.isTrue == true
  }
}
