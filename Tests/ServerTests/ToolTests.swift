import Foundation
import Rung
import RungCall
@testable import RungServers
import RungSource
import RungTestSupport
import Testing

/// Messages of the Model Context Protocol, handled without a process.
@Suite struct ToolTests {
  /// Files that a test has made up.
  private final class Files: CallHost {
    var files: [String: String] = [:]
    private(set) var asked: [[String]] = []

    func specs(at paths: [String]) throws(RequestFault) -> CallTexts {
      asked.append(paths)
      var texts = CallTexts([])
      for path in paths {
        if let text = files[path] { texts.texts.append((SourceInput(name: path, text: text), .none)) } else { texts.unreadable.append((path, "does not exist")) }
      }
      if texts.texts.isEmpty { throw RequestFault(message: "there is nothing to judge") }
      return texts
    }

    func bodies(at paths: [String], of request: RequestName) throws(RequestFault) -> CallTexts { try specs(at: paths) }
    func settled(_ input: SourceInput) throws(RequestFault) -> CallTexts.Text { (input, .none) }
  }

  private let files = Files()

  /// Hands lines over, all of them before the first is worked on, and gives the answers.
  private func answers(_ lines: String..., initialized edition: String? = "2025-11-25") throws -> [[String: Any]] {
    try texts(lines, edition).map { try #require(try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any]) }
  }

  private func texts(_ lines: [String], _ edition: String?) throws -> [String] {
    let server = ToolServer(files, version: "1.2.3")
    var reader = MessageReader(.lines)
    if let edition { reader.append(Array(MessageFraming.lines.framed(Self.initialize(edition)).utf8)) }
    for line in lines { reader.append(Array(MessageFraming.lines.framed(line).utf8)) }
    while let part = reader.next() { #expect(server.take(part) == nil) }
    var written: [String] = []
    while server.hasWork {
      server.work()
      written += server.takeOutgoing()
    }
    #expect(server.exitCode == nil && written.allSatisfy { !$0.contains("\n") })
    if edition != nil { try #require(written.first?.contains("\"result\"") == true) }
    return Array(written.dropFirst(edition == nil ? 0 : 1))
  }

  private static func initialize(_ edition: String) -> String {
    #"{"jsonrpc":"2.0","id":0,"method":"initialize","params":{"protocolVersion":"\#(edition)","capabilities":{},"clientInfo":{"name":"x","version":"1"}}}"#
  }

  private func call(_ tool: String, _ arguments: String, id: Int = 1) -> String {
    #"{"jsonrpc":"2.0","id":\#(id),"method":"tools/call","params":{"name":"\#(tool)","arguments":\#(arguments)}}"#
  }

  private func code(_ answer: [String: Any]) -> Int? { (answer["error"] as? [String: Any])?["code"] as? Int }

  /// The result of a call; nil for an error of the protocol.
  private func result(_ answer: [String: Any]) -> (text: String, structured: [String: Any]?, isError: Bool)? {
    guard let result = answer["result"] as? [String: Any], let content = result["content"] as? [[String: Any]] else { return nil }
    return (content.first?["text"] as? String ?? "", result["structuredContent"] as? [String: Any], result["isError"] as? Bool ?? false)
  }

  @Test("requests before `initialize`, a second one, unknown methods and tools")
  func order() throws {
    let list = #"{"jsonrpc":"2.0","id":1,"method":"tools/list"}"#
    let ping = #"{"jsonrpc":"2.0","id":2,"method":"ping"}"#
    let discover = #"{"jsonrpc":"2.0","id":3,"method":"server/discover","params":{}}"#
    #expect(try answers(list, ping, discover, initialized: nil).map(code) == [-32600, nil, -32601])
    #expect(try answers(Self.initialize("2025-06-18"), list, #"{"jsonrpc":"2.0","id":4,"method":"prompts/list"}"#).map(code) == [-32600, nil, -32601])
    #expect(try answers(call("chek", "{}"), call("check", "17"), call("check", "null")).map(code) == [-32602, -32602, nil])
  }

  @Test("the edition is the client's where it is known", arguments: [
    ("2024-11-05", "2024-11-05"), ("2025-03-26", "2025-03-26"), ("2025-06-18", "2025-06-18"), ("2025-11-25", "2025-11-25"), ("2030-01-01", "2025-11-25"),
  ])
  func editions(_ asked: String, _ given: String) throws {
    let result = try #require(try answers(Self.initialize(asked), initialized: nil).first?["result"] as? [String: Any])
    #expect(result["protocolVersion"] as? String == given)
    #expect(result["serverInfo"] as? [String: String] == ["name": "rung", "title": "Rung", "version": "1.2.3"])
  }

  @Test("a malformed line is told and passed over")
  func malformed() throws {
    let ping = #"{"jsonrpc":"2.0","id":2,"method":"ping"}"#
    // Half of a surrogate pair: a text is judged as it is, or not at all.
    let half = #"{"jsonrpc":"2.0","id":3,"method":"tools/call","params":{"name":"check","arguments":{"inputs":[{"text":"\ud800"}]}}}"#
    let found = try answers("{", ping, "\u{0}", "[]", ping, half)
    #expect(found.map(code) == [-32700, nil, -32700, -32600, nil, -32700])
    #expect(found[0]["id"] is NSNull)
  }

  @Test("lists of messages are answered by one list in their edition, and refused in others")
  func batches() throws {
    let ping = #"{"jsonrpc":"2.0","id":2,"method":"ping"}"#
    let note = #"{"jsonrpc":"2.0","method":"notifications/initialized"}"#
    let batch = "[\(note),\(ping),\(ping.replacingOccurrences(of: "ping", with: "pong"))]"
    let texts = try texts([batch, "[\(note)]", ping], "2025-03-26")
    #expect(texts.count == 2)
    let list = try #require(try JSONSerialization.jsonObject(with: Data(texts[0].utf8)) as? [[String: Any]])
    #expect(list.map(code) == [nil, -32601])
    #expect(try answers(batch, ping).map(code) == [-32600, nil])
  }

  @Test("a call that is cancelled before it begins has no answer, in a list neither")
  func cancellation() throws {
    files.files = ["a.yaml": "rung: 1\n"]
    let cancel = #"{"jsonrpc":"2.0","method":"notifications/cancelled","params":{"requestId":2}}"#
    let found = try answers(call("check", #"{"paths":["a.yaml"]}"#), call("check", #"{"paths":["b.yaml"]}"#, id: 2), cancel, cancel)
    #expect(found.map { $0["id"] as? Int } == [1] && files.asked == [["a.yaml"]])
    // By the type of the id as well.
    let text = cancel.replacingOccurrences(of: "2}}", with: "\"2\"}}")
    #expect(try answers(call("explain", #"{"rule":"ladder/gop-mismatch"}"#, id: 2), text).count == 1)
  }

  @Test("the document stands in an answer as text and as it is, in one line")
  func documents() throws {
    files.files = ["a.yaml": "rung: 1\nname: \"line\\nbreak  two\"\ntargets: [tenbyte]\n"]
    let found = try #require(try answers(call("check", #"{"paths":["a.yaml","gone.yaml"]}"#)).first.flatMap(result))
    #expect(!found.isError)
    let document = try #require(try JSONSerialization.jsonObject(with: Data(found.text.utf8)) as? NSDictionary)
    #expect(document == found.structured.map { $0 as NSDictionary })
    let findings = try #require(document["findings"] as? [String: Any])
    #expect((findings["unreadable"] as? [[String: Any]])?.count == 1)
    #expect(RPCMessage.line("{\n  \"a\": \"b  c\\n  d\"\n}\n") == "{\"a\": \"b  c\\n  d\"}")
  }

  @Test("what asks for nothing that there is fails with a sentence", arguments: [
    ("check", "{}", "no text is given"), ("check", #"{"paths":[]}"#, "empty"), ("check", #"{"paths":["gone.yaml"]}"#, "nothing to judge"), ("check", #"{"path":"a.yaml"}"#, "no member `path`"),
    ("check", #"{"inputs":[{"text":"","path":""}]}"#, "no member `path`"), ("check", #"{"paths":["a"],"files":{}}"#, "remove one"), ("check", #"{"inputs":[{"text":1}]}"#, "not a string"),
    ("explain", #"{"rule":"a/b"}"#, "no rule `a/b`"), ("design", "{}", "`source` is not set"), ("design", #"{"source":"1920x1080"}"#, "1920x1080@30"),
    ("check", #"{"paths":["a.yaml",1]}"#, "`paths[1]` is not a string"), ("check", #"{"inputs":[{"text":""},{"text":1}]}"#, "`inputs[1].text` is not a string"),
    ("check", #"{"inputs":[{"text":""}],"files":{"b.yaml":1}}"#, "`files.b.yaml` is not a string"),
    ("check", #"{"inputs":[{"text":"rung: 1\nname: a\n"}],"targets":["tenbite"]}"#, "there is no target `tenbite`; did you mean `tenbyte`?"),
    ("compile", #"{"inputs":[{"text":"rung: 1\nname: a\n"}],"targets":["nobody"]}"#, "there is no target `nobody`; there are cloudflare"),
    ("convert", #"{"inputs":[{"text":"{}"}],"from":"mkio","targets":["ffmpeg"]}"#, "`ffmpeg` is an encoder, and no provider; there are cloudflare"),
    ("design", #"{"source":"1920x1080@30","targets":["mkoi"]}"#, "there is no provider `mkoi`; did you mean `mkio`?"),
    ("design", #"{"source":"1920x1080@30","rungs":0}"#, "`rungs` is 0; a ladder has at least one rendition"),
    ("design", #"{"source":"1920x1080@30","encoding":"cloud"}"#, "passthrough"), ("convert", #"{"inputs":[{"text":"{}"}],"from":"livekit"}"#, "one provider"),
  ])
  func faults(_ tool: String, _ arguments: String, _ words: String) throws {
    let found = try #require(try answers(call(tool, arguments)).first.flatMap(result))
    #expect(found.isError && found.structured == nil && found.text.contains(words), "\(found.text)")
  }

  @Test("a base that is handed over as another input is not found, and the finding says where to put it")
  func bases() throws {
    let texts = #"{"inputs":[{"name":"a.yaml","text":"rung: 1\nname: a\nextends: b.yaml\n"},{"name":"b.yaml","text":"base: true\n"}]"#
    let lacking = try #require(try answers(call("check", texts + "}")).first.flatMap(result))
    #expect(lacking.text.contains("set its text in `files`, under this path"))
    let whole = try #require(try answers(call("check", texts + #","files":{"b.yaml":"base: true\n"}}"#)).first.flatMap(result))
    #expect(!whole.isError && !whole.text.contains("base-not-readable"))
  }

  @Test("an id is answered as it is written", arguments: ["12345678901234567890", "1.50", "1e400", "-3", #""a""#, #""\u00e4""#])
  func ids(_ id: String) throws {
    let text = try #require(try texts([#"{"jsonrpc":"2.0","id":\#(id),"method":"ping"}"#], "2025-11-25").last)
    #expect(text == #"{"jsonrpc":"2.0","id":\#(id == #""\u00e4""# ? "\"ä\"" : id),"result":{}}"#)
  }

  @Test("a tool takes what its operation takes, and says what each member is")
  func members() throws {
    let list = try #require(try answers(#"{"jsonrpc":"2.0","id":1,"method":"tools/list"}"#).first?["result"] as? [String: Any])
    let tools = try #require(list["tools"] as? [[String: Any]])
    #expect(tools.map { $0["name"] as? String } == Tool.all.map(\.name))
    for (tool, declared) in zip(Tool.all, tools) {
      let properties = try #require((declared["inputSchema"] as? [String: Any])?["properties"] as? [String: [String: Any]])
      #expect(Set(properties.keys) == Set(tool.members))
      for (name, schema) in properties {
        #expect((schema["description"] as? String)?.isEmpty == false, "\(tool.name): \(name)")
        // The operation refuses the value, and not the member.
        let found = try #require(try answers(call(tool.name, "{\"\(name)\":{}}")).first.flatMap(result))
        #expect(!found.text.contains("has no member"), "\(tool.name): \(found.text)")
      }
      #expect(((declared["annotations"] as? [String: Any])?["readOnlyHint"] as? Bool) == true)
    }
  }

  @Test("definitions of published schemas that are put together have one meaning")
  func definitions() throws {
    for tool in Tool.all {
      let schema = tool.result.schema(hasFindings: true)
      let definitions = schema["$defs"]?.entries.map { ($0.key.value, $0.value) } ?? []
      for name in ["diagnostics", "plan", "rules", "design"] {
        let text = try #require(Repository.text("schemas/\(name).v1.schema.json"))
        let published = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
        for (key, own) in published["$defs"] as? [String: NSDictionary] ?? [:] {
          for (known, value) in definitions where known == key {
            let written = try JSONSerialization.jsonObject(with: Data(RPCMessage.answer(to: .nothing, .success(value)).utf8)) as? [String: Any]
            #expect(written?["result"] as? NSDictionary == own, "\(key) of \(name).v1")
          }
        }
      }
    }
  }
}
