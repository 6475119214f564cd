import Foundation
import RungTestSupport
import Testing

/// `rung lsp` as a process, and what an editor writes to it and reads from it.
final class EditorProcess {
  typealias Message = [String: Any]

  static let program = Repository.program

  private let process = Process()
  private let input = Pipe()
  private let output = Pipe()
  /// Nobody reads it while the server runs, as with many editors.
  private let errors = Pipe()
  private var read = Data()
  private var lastID = 0
  /// What was not an answer that somebody waited for.
  private(set) var others: [Message] = []

  init(_ arguments: String...) throws {
    process.executableURL = URL(fileURLWithPath: Self.program)
    process.arguments = ["lsp"] + arguments
    process.standardInput = input
    process.standardOutput = output
    process.standardError = errors
    try process.run()
  }

  deinit { if process.isRunning { process.terminate() } }

  var identifier: Int32 { process.processIdentifier }

  /// What it has written to standard error, once it has ended.
  func errorText() throws -> String { String(decoding: try errors.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self) }

  // MARK: Writing

  static func frame(_ message: Message) throws -> Data {
    let body = try JSONSerialization.data(withJSONObject: message.merging(["jsonrpc": "2.0"]) { $1 })
    return Data("Content-Length: \(body.count)\r\n\r\n".utf8) + body
  }

  func write(_ data: Data) throws { try input.fileHandleForWriting.write(contentsOf: data) }
  func notify(_ method: String, _ params: Any = Message()) throws { try write(Self.frame(["method": method, "params": params])) }

  @discardableResult
  func send(_ method: String, _ params: Any = Message()) throws -> Int {
    lastID += 1
    try write(Self.frame(["id": lastID, "method": method, "params": params]))
    return lastID
  }

  func closeInput() throws { try input.fileHandleForWriting.close() }
  func closeOutput() throws { try output.fileHandleForReading.close() }

  // MARK: Reading

  /// The next message; nil at the end of the output.
  func next() throws -> Message? {
    while true {
      if let end = read.range(of: Data("\r\n\r\n".utf8)) {
        let header = String(decoding: read[read.startIndex..<end.lowerBound], as: UTF8.self)
        let length = try #require(Int(header.replacingOccurrences(of: "Content-Length: ", with: "")), "\(header)")
        if read.endIndex - end.upperBound >= length {
          let body = read[end.upperBound..<end.upperBound + length]
          read = Data(read[(end.upperBound + length)...])
          return try #require(try JSONSerialization.jsonObject(with: body) as? Message)
        }
      }
      // What never comes is a failure of one test, and no run without an end.
      var waited = pollfd(fd: output.fileHandleForReading.fileDescriptor, events: Int16(POLLIN), revents: 0)
      guard poll(&waited, 1, 120_000) > 0 else { throw Ended() }
      let more = output.fileHandleForReading.availableData
      if more.isEmpty { return nil }
      read.append(more)
    }
  }

  /// The answer to a request.
  func answer(to id: Int) throws -> Message {
    if let index = others.firstIndex(where: { $0["id"] as? Int == id && $0["method"] == nil }) { return others.remove(at: index) }
    while let message = try next() {
      if message["id"] as? Int == id, message["method"] == nil { return message }
      others.append(message)
    }
    throw Ended()
  }

  func ask(_ method: String, _ params: Any = Message()) throws -> Message { try answer(to: send(method, params)) }

  /// What came without being waited for.
  func takeOthers() -> [Message] {
    defer { others = [] }
    return others
  }

  struct Ended: Error {}

  /// What was published of a version of a document.
  func findings(of uri: String, version: Int) throws -> [Message] {
    func isThat(_ message: Message) -> Bool {
      let params = message["params"] as? Message
      return message["method"] as? String == "textDocument/publishDiagnostics" && params?["uri"] as? String == uri && params?["version"] as? Int == version
    }
    while true {
      if let known = others.lastIndex(where: isThat) {
        let found = (others[known]["params"] as? Message)?["diagnostics"] as? [Message]
        others = []
        return try #require(found)
      }
      guard let message = try next() else { throw Ended() }
      others.append(message)
    }
  }

  // MARK: Steps

  @discardableResult
  func start(_ capabilities: Message = [:]) throws -> Message {
    let answer = try ask("initialize", ["capabilities": capabilities])
    try notify("initialized")
    return answer
  }

  func open(_ uri: String, _ text: String, version: Int = 1) throws {
    try notify("textDocument/didOpen", ["textDocument": ["uri": uri, "languageId": "yaml", "version": version, "text": text]])
  }

  func change(_ uri: String, version: Int, _ changes: [Message]) throws {
    try notify("textDocument/didChange", ["textDocument": ["uri": uri, "version": version], "contentChanges": changes])
  }

  /// Ends it as an editor does.
  func shutDown() throws -> Int32 {
    _ = try ask("shutdown")
    try notify("exit")
    return wait()
  }

  func wait() -> Int32 {
    process.waitUntilExit()
    return process.terminationReason == .exit ? process.terminationStatus : -process.terminationStatus
  }
}
