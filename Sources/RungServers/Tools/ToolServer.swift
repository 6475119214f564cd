package import RungCall
internal import RungReading
internal import RungSource

/// A server of the Model Context Protocol: tools that answer with the documents that commands print.
package final class ToolServer: MessageServer {
  private let host: any CallHost
  private let version: String
  /// That was agreed on; nil before `initialize`.
  private var edition: ToolProtocol?
  /// Read, and not yet begun.
  private var waiting: [(node: Result<Node, RPCError>, batch: ToolBatch?)] = []
  private var outgoing: [String] = []

  /// - Parameters:
  ///   - host: what reads files.
  ///   - version: of Rung.
  package init(_ host: any CallHost, version: String) { (self.host, self.version) = (host, version) }

  /// The end of its input ends it.
  package var exitCode: Int32? { nil }

  package var hasWork: Bool { !waiting.isEmpty }

  package func takeOutgoing() -> [String] {
    defer { outgoing = [] }
    return outgoing
  }

  // MARK: Taking

  package func take(_ part: MessageReader.Part) -> [UInt8]? {
    switch part {
    case .malformed(let reason): waiting.append((.failure(.parse(reason)), nil))
    case .message(let bytes):
      let node = RPCMessage.node(bytes)
      if case .success(let node) = node, case .notification("notifications/cancelled", let params) = RPCMessage(node) {
        if let id = params?["requestId"] { cancel(id) }
      } else {
        waiting.append((node, nil))
      }
    }
    return nil
  }

  /// Nobody waits for its answer any more: the protocol has none for it.
  private func cancel(_ id: Node) {
    guard let index = waiting.firstIndex(where: { if case .success(let node) = $0.node { RPCMessage(node).isRequest(id) } else { false } }) else { return }
    waiting.remove(at: index).batch?.close(nil)
  }

  // MARK: Handling

  package func work() {
    guard !waiting.isEmpty else { return }
    let (node, batch) = waiting.removeFirst()
    switch node {
    case .failure(let error): put(RPCMessage.answer(to: .nothing, .failure(error)), batch)
    case .success(let node):
      if batch == nil, edition == .batching, case .list(let items) = node.content, !items.isEmpty {
        let batch = ToolBatch(items.count) { [unowned self] in outgoing.append($0) }
        waiting.insert(contentsOf: items.map { (.success($0), batch) }, at: 0)
      } else {
        handle(RPCMessage(node), batch)
      }
    }
  }

  private func put(_ answer: String?, _ batch: ToolBatch?) {
    if let batch { batch.close(answer) } else if let answer { outgoing.append(answer) }
  }

  private func handle(_ message: RPCMessage, _ batch: ToolBatch?) {
    switch message {
    case .invalid(let id, let error): put(RPCMessage.answer(to: id, .failure(error)), batch)
    case .response, .notification: put(nil, batch)
    case .request(let id, let method, let params):
      do throws(RPCError) {
        put(RPCMessage.answer(to: id, json: try result(of: method, params, isAlone: batch == nil)), batch)
      } catch {
        put(RPCMessage.answer(to: id, .failure(error)), batch)
      }
    }
  }

  /// - Returns: JSON.
  private func result(of method: String, _ params: Node?, isAlone: Bool) throws(RPCError) -> String {
    switch method {
    case "ping": return "{}"
    case "initialize":
      guard edition == nil else { throw .invalidRequest("the server is initialized") }
      guard isAlone else { throw .invalidRequest("`initialize` is sent alone") }
      let edition = ToolProtocol(asked: params?["protocolVersion"]?.string)
      self.edition = edition
      return JSONWriter.shown(edition.greeting(version), indent: 0)
    case "tools/list", "tools/call":
      guard edition != nil else { throw .invalidRequest("the first request must be `initialize`") }
      return method == "tools/list" ? try list(params) : try call(params)
    // Newer clients ask for what there is no method for, and then know that they have to initialize.
    default: throw .methodNotFound(method)
    }
  }

  private func list(_ params: Node?) throws(RPCError) -> String {
    if let cursor = params?["cursor"], !cursor.isNull { throw .invalidParams("there is no `cursor`: all tools are in one list") }
    return JSONWriter.shown(.object([("tools", .array(Tool.all.map(\.declaration)))]), indent: 0)
  }

  private func call(_ params: Node?) throws(RPCError) -> String {
    guard let name = params?["name"]?.string else { throw .invalidParams("`tools/call` needs `name`") }
    guard let tool = Tool.all.first(where: { $0.name == name }) else {
      throw .invalidParams("there is no tool `\(name)`; there are \(Tool.all.map(\.name).joined(separator: ", "))")
    }
    let members = params?["arguments"].flatMap { $0.isNull ? nil : $0 } ?? .object([])
    guard case .map = members.content else { throw .invalidParams("`arguments` must be an object, not \(members.kindName)") }
    do throws(RequestFault) {
      let document = RPCMessage.line(try tool.answer(members, host))
      return "{\"content\":[{\"type\":\"text\",\"text\":\(JSONWriter.quoted(document))}],\"structuredContent\":\(document),\"isError\":false}"
    } catch {
      return "{\"content\":[{\"type\":\"text\",\"text\":\(JSONWriter.quoted(error.message))}],\"isError\":true}"
    }
  }
}
