internal import Rung
internal import RungProviders
internal import RungSource

/// A server of the Language Server Protocol.
package final class EditorServer: MessageServer {
  private enum Stage { case new, ready, shutDown, ended }

  let store: DocumentStore
  private let host: any EditorHost
  private let version: String
  private var stage = Stage.new
  /// Read, and not yet begun.
  private var waiting: [RPCMessage] = []
  private var outgoing: [String] = []
  private var lastID = 0
  var client = EditorClient()

  /// - Parameters:
  ///   - host: what reads files.
  ///   - version: of Rung.
  package init(_ host: any EditorHost, version: String) {
    (self.host, self.version) = (host, version)
    store = DocumentStore(host)
  }

  package private(set) var exitCode: Int32?

  package var hasWork: Bool { exitCode == nil && (!waiting.isEmpty || stage == .ready && store.hasUnpublished) }

  // MARK: Taking

  package func take(_ part: MessageReader.Part) -> [UInt8]? {
    let message: RPCMessage
    switch part {
    case .message(let bytes): message = RPCMessage(bytes)
    case .malformed(let reason): message = .invalid(id: .nothing, .parse(reason))
    }
    if case .notification("$/cancelRequest", let params) = message {
      if let id = params?["id"], let index = waiting.firstIndex(where: { $0.isRequest(id) }), case .request(let id, _, _) = waiting.remove(at: index) {
        send(RPCMessage.answer(to: id, .failure(.cancelled)))
      }
    } else {
      waiting.append(message)
    }
    if case .message(let bytes) = part, case .invalid(_, let error) = message, error.code == RPCError.parse("").code { return bytes }
    return nil
  }

  package func work() {
    guard exitCode == nil else { return }
    if !waiting.isEmpty {
      handle(waiting.removeFirst())
    } else if stage == .ready {
      store.publishNext { send(RPCMessage.message("textDocument/publishDiagnostics", $0)) }
    }
  }

  package func takeOutgoing() -> [String] {
    defer { outgoing = [] }
    return outgoing
  }

  func send(_ message: String) { outgoing.append(message) }

  /// Asks the client; what it answers is not awaited.
  func ask(_ method: String, _ params: Node) {
    lastID += 1
    send(RPCMessage.message(method, id: "rung-\(lastID)", params))
  }

  // MARK: Handling

  private func handle(_ message: RPCMessage) {
    switch message {
    case .invalid(let id, let error): send(RPCMessage.answer(to: id, .failure(error)))
    case .response: break
    case .notification(let method, let params): notified(method, params)
    case .request(let id, let method, let params):
      let result: Result<Node, RPCError>
      do throws(RPCError) {
        result = .success(try answer(method, params))
      } catch {
        result = .failure(error)
      }
      send(RPCMessage.answer(to: id, result))
    }
  }

  private func notified(_ method: String, _ params: Node?) {
    if method == "exit" {
      exitCode = stage == .shutDown ? 0 : 1
      stage = .ended
      return
    }
    guard stage == .ready else { return }
    switch method {
    case "initialized": watchFiles()
    case "textDocument/didOpen": store.opened(params?["textDocument"], client.encoding)
    case "textDocument/didChange": store.changed(params)
    case "textDocument/didClose": if let uri = store.closed(params) { send(RPCMessage.message("textDocument/publishDiagnostics", .object([("uri", .text(uri)), ("diagnostics", .array([]))]))) }
    case "textDocument/didSave", "workspace/didChangeWatchedFiles", "workspace/didChangeConfiguration": store.filesChanged()
    default: break
    }
  }

  private func watchFiles() {
    guard client.watchesFiles else { return }
    let watchers = ["**/*.yaml", "**/*.yml", "**/*.json"].map { Node.object([("globPattern", .text($0))]) }
    ask("client/registerCapability", .object([("registrations", .array([
      .object([("id", .text("files")), ("method", .text("workspace/didChangeWatchedFiles")), ("registerOptions", .object([("watchers", .array(watchers))]))])
    ]))]))
  }

  private func answer(_ method: String, _ params: Node?) throws(RPCError) -> Node {
    switch stage {
    case .new:
      guard method == "initialize" else { throw .notInitialized }
      client = EditorClient(params)
      stage = .ready
      return Capabilities.answer(to: client, version)
    case .ready: break
    case .shutDown, .ended: throw .invalidRequest("the server was shut down")
    }
    switch method {
    case "initialize": throw .invalidRequest("the server is initialized")
    case "shutdown":
      stage = .shutDown
      return .nothing
    case "workspace/executeCommand": return try execute(params)
    default: break
    }
    guard let feature = Self.features[method] else { throw .methodNotFound(method) }
    guard let uri = params?.at("textDocument", "uri")?.string else { throw .invalidParams("`\(method)` needs `textDocument.uri`") }
    guard let document = store.document(uri) else { throw .invalidParams("`\(uri)` is not open") }
    // What is answered about an older text would be shown beside a newer one.
    if waiting.contains(where: { $0.changes(uri) }) { throw .contentModified }
    let request = FeatureRequest(params: params ?? .object([]), document: document, analysis: store.analysis(of: document), store: store, host: host, client: client)
    return try feature(request)
  }

  private typealias Feature = @Sendable (FeatureRequest) throws(RPCError) -> Node

  private static let features: [String: Feature] = [
    "textDocument/hover": { request throws(RPCError) in try Hover.answer(request) },
    "textDocument/completion": { request throws(RPCError) in try Completion.answer(request) },
    "textDocument/codeAction": { request throws(RPCError) in try CodeActions.answer(request) },
    "textDocument/definition": { request throws(RPCError) in try Definition.answer(request) },
    "textDocument/references": { request throws(RPCError) in try References.answer(request) },
    "textDocument/prepareRename": { request throws(RPCError) in try Rename.prepare(request) },
    "textDocument/rename": { request throws(RPCError) in try Rename.answer(request) },
    "textDocument/documentSymbol": { request throws(RPCError) in Symbols.answer(request) },
    "textDocument/foldingRange": { request throws(RPCError) in FoldingRanges.answer(request) },
    "textDocument/documentLink": { request throws(RPCError) in DocumentLinks.answer(request) },
    "textDocument/inlayHint": { request throws(RPCError) in try InlayHints.answer(request) },
    "textDocument/codeLens": { request throws(RPCError) in CodeLenses.answer(request) },
    "textDocument/formatting": { request throws(RPCError) in try FormattedText.answer(request) },
  ]

  /// `rung.matrix`: shows where the streams of a document run.
  private func execute(_ params: Node?) throws(RPCError) -> Node {
    let name = params?["command"]?.string ?? ""
    guard name == CodeLenses.command else { throw .invalidParams("there is no command `\(name)`; there is `\(CodeLenses.command)`") }
    guard let uri = params?["arguments"]?.items.first?.string, let document = store.document(uri) else { throw .invalidParams("the first argument of `\(name)` is the address of an open document") }
    guard let matrix = store.analysis(of: document).matrix else { throw .invalidParams("`\(uri)` is no stream spec") }
    guard !matrix.tables.isEmpty else { throw RPCError(-32803, "there is no matrix: the text cannot be read as a stream") }
    let text = matrix.rendered(as: .markdown)
    if client.showsDocuments, let page = host.keep("matrix.md", isAnew: true, { text }) {
      ask("window/showDocument", .object([("uri", .text(FileURI.uri(page))), ("takeFocus", .flag(true))]))
    } else {
      send(RPCMessage.message("window/showMessage", .object([("type", .number(3)), ("message", .text(matrix.rendered(as: .text)))])))
    }
    return .text(text)
  }
}

extension RPCMessage {
  /// Whether it brings another text of a document.
  fileprivate func changes(_ uri: String) -> Bool {
    guard case .notification("textDocument/didChange", let params) = self else { return false }
    return params?.at("textDocument", "uri")?.string == uri
  }
}
