import Foundation
@testable import RungServers
import RungTestSupport
import Testing

/// No order of messages, and nothing that befalls the pipes or the files, ends the server or makes it wrong.
@Suite struct ProtocolTests {
  private static let spec = "rung: 1\nname: a\nextends: base.yaml\n"
  private static let base = "rung: 1\nbase: true\ntargets: [tenbyte]\n"

  private func code(_ message: EditorProcess.Message) -> Int? { (message["error"] as? EditorProcess.Message)?["code"] as? Int }
  private func codes(_ findings: [EditorProcess.Message]) -> [String] { findings.compactMap { $0["code"] as? String } }
  private func at(_ uri: String) -> EditorProcess.Message { ["textDocument": ["uri": uri], "position": ["line": 1, "character": 1]] }

  @Test("requests before `initialize`, unknown ones, a second `initialize`, requests after `shutdown`, and exit codes")
  func order() throws {
    let server = try EditorProcess()
    #expect(try code(server.ask("textDocument/hover", at("file:///a.rung.yaml"))) == -32002)
    try server.notify("textDocument/didOpen", ["textDocument": ["uri": "file:///a.rung.yaml", "languageId": "yaml", "version": 1, "text": "rung: 1"]])
    try server.start()
    #expect(try code(server.ask("initialize", ["capabilities": EditorProcess.Message()])) == -32600)
    #expect(try code(server.ask("textDocument/unheardOf")) == -32601)
    #expect(try code(server.ask("textDocument/hover", at("file:///a.rung.yaml"))) == -32602, "what was opened before counts as open")
    #expect(try code(server.ask("textDocument/hover")) == -32602)
    #expect(try code(server.ask("workspace/executeCommand", ["command": "rung.unheardOf"])) == -32602)
    try server.notify("$/unheardOf")
    try server.notify("textDocument/didChange", ["textDocument": ["uri": "file:///b.rung.yaml", "version": 2], "contentChanges": [["text": "x"]]])
    try server.notify("textDocument/didClose", ["textDocument": ["uri": "file:///b.rung.yaml"]])
    #expect(try server.ask("shutdown")["result"] is NSNull)
    #expect(try code(server.ask("textDocument/hover", at("file:///a.rung.yaml"))) == -32600)
    try server.notify("exit")
    #expect(server.wait() == 0)
    let other = try EditorProcess()
    try other.start()
    try other.notify("exit")
    #expect(other.wait() == 1)
  }

  @Test("a request is cancelled before it begins, and one that is not there is no fault")
  func cancellation() throws {
    let server = try EditorProcess()
    try server.start()
    let uri = "file:///nowhere/a.rung.yaml"
    try server.open(uri, Self.spec)
    // All in one piece: the request has not begun when its cancellation arrives.
    var data = Data()
    for id in 1000..<1020 { data += try EditorProcess.frame(["id": id, "method": "textDocument/hover", "params": at(uri)]) }
    for id in 1010..<1030 { data += try EditorProcess.frame(["method": "$/cancelRequest", "params": ["id": id]]) }
    try server.write(data)
    let answers = try (1000..<1020).map { try server.answer(to: $0) }
    #expect(answers.prefix(10).allSatisfy { code($0) == nil })
    #expect(answers.suffix(10).allSatisfy { code($0) == -32800 }, "\(answers.suffix(10).map { code($0) ?? 0 })")
    #expect(try server.shutDown() == 0)
  }

  @Test("what was typed last counts: requests about an older text are refused, and older texts are not judged")
  func lastText() throws {
    let server = try EditorProcess()
    try server.start()
    let uri = "file:///nowhere/a.rung.yaml"
    var data = try EditorProcess.frame(["method": "textDocument/didOpen", "params": ["textDocument": ["uri": uri, "languageId": "yaml", "version": 1, "text": "rung: 1\nname: a\n"]]])
    data += try EditorProcess.frame(["id": 1000, "method": "textDocument/hover", "params": at(uri)])
    for version in 2...40 {
      let change: EditorProcess.Message = ["range": ["start": ["line": 1, "character": 6], "end": ["line": 1, "character": 7]], "text": version == 40 ? "b\ntargets: [tenbyte]" : "c"]
      data += try EditorProcess.frame(["method": "textDocument/didChange", "params": ["textDocument": ["uri": uri, "version": version], "contentChanges": [change]]])
    }
    try server.write(data)
    #expect(try code(server.answer(to: 1000)) == -32801)
    #expect(!codes(try server.findings(of: uri, version: 40)).contains("spec/no-target"))
    #expect(server.others.isEmpty, "an older text was judged")
    #expect(try server.shutDown() == 0)
  }

  @Test("malformed frames and messages are answered, and the next message is read", arguments: [
    "garbage that is no header\r\n\r\n", "Content-Length: x\r\n\r\n", "Content-Length: 5\r\n\r\n{\"a\":", "Content-Length: 4\r\n\r\nnull", "Content-Length: 2\r\n\r\n[]",
    "Content-Length: 500\r\n\r\n{\"jsonrpc\":\"2.0\",",
  ])
  func malformed(_ text: String) throws {
    let server = try EditorProcess()
    try server.start()
    try server.write(Data(text.utf8))
    // A length that is too large ends in the bytes of what follows.
    for _ in 0..<8 { try server.send("textDocument/unheardOf") }
    let answer = try server.ask("textDocument/unheardOf")
    #expect(code(answer) == -32601)
    #expect(server.others.contains { $0["id"] is NSNull && [-32700, -32600].contains(code($0)) }, "\(server.others)")
    #expect(try server.shutDown() == 0)
  }

  @Test("a closed input ends it quietly, with what was asked before answered")
  func closedInput() throws {
    let server = try EditorProcess()
    try server.start()
    let id = try server.send("textDocument/unheardOf")
    try server.closeInput()
    #expect(try code(server.answer(to: id)) == -32601)
    #expect(server.wait() == 0)
    let half = try EditorProcess()
    try half.write(Data("Content-Length: 100\r\n\r\n{".utf8))
    try half.closeInput()
    #expect(half.wait() == 0)
  }

  @Test("an editor that reads late does not stop it from reading")
  func lateReader() throws {
    let server = try EditorProcess()
    try server.start()
    // More than a pipe holds, in both directions.
    let last = try (0..<3000).map { _ in try server.send("textDocument/unheardOf", ["padding": String(repeating: "x", count: 100)]) }.last
    #expect(try code(server.answer(to: #require(last))) == -32601)
    #expect(try server.shutDown() == 0)
  }

  @Test("a closed output ends it")
  func closedOutput() throws {
    let server = try EditorProcess()
    try server.start()
    try server.closeOutput()
    try server.send("textDocument/unheardOf")
    #expect(server.wait() == 0)
  }

  @Test("files that vanish, and come back")
  func vanishing() throws {
    let folder = try Folder()
    try folder.write("base.yaml", Self.base)
    let server = try EditorProcess()
    try server.start()
    let uri = folder.uri("a.rung.yaml")
    try server.open(uri, Self.spec)
    _ = try server.findings(of: uri, version: 1)
    try folder.remove("base.yaml")
    try server.notify("workspace/didChangeWatchedFiles", ["changes": [["uri": folder.uri("base.yaml"), "type": 3]]])
    #expect(codes(try server.findings(of: uri, version: 1)).contains("spec/base-not-readable"))
    try folder.write("base.yaml", Self.base)
    try server.notify("textDocument/didSave", ["textDocument": ["uri": uri]])
    #expect(!codes(try server.findings(of: uri, version: 1)).contains("spec/base-not-readable"))
    try server.notify("textDocument/didClose", ["textDocument": ["uri": uri]])
    #expect(try code(server.ask("textDocument/hover", at(uri))) == -32602)
    #expect(try server.shutDown() == 0)
  }

  @Test("a base that is open and has never been saved is found, until it is closed")
  func unsavedBase() throws {
    let folder = try Folder()
    let server = try EditorProcess()
    try server.start()
    let (uri, base) = (folder.uri("a.rung.yaml"), folder.uri("base.yaml"))
    try server.open(uri, Self.spec)
    #expect(codes(try server.findings(of: uri, version: 1)).contains("spec/base-not-readable"))
    try server.open(base, Self.base)
    #expect(!codes(try server.findings(of: uri, version: 1)).contains("spec/base-not-readable"))
    let definition = try server.ask("textDocument/definition", ["textDocument": ["uri": uri], "position": ["line": 2, "character": 12]])
    #expect("\(definition["result"] ?? "")".contains("/base.yaml"))
    try server.notify("textDocument/didClose", ["textDocument": ["uri": base]])
    #expect(codes(try server.findings(of: uri, version: 1)).contains("spec/base-not-readable"))
    #expect(try server.shutDown() == 0)
  }

  @Test("texts that have never been saved are completed, referred to and renamed as files are")
  func unsavedTexts() throws {
    let folder = try Folder()
    try folder.write("a.rung.yaml", "rung: 1\nname: a\nextends: base.yaml\nladder: {drop: [hd]}\n")
    let server = try EditorProcess()
    try server.start()
    let (own, other, base) = (folder.uri("own.rung.yaml"), folder.uri("b.rung.yaml"), folder.uri("base.yaml"))
    try server.open(base, "rung: 1\nbase: true\nladder: {renditions: [{name: hd}, {name: sd}]}\n")
    try server.open(other, "rung: 1\nname: b\nextends: base.yaml\nladder: {drop: [hd]}\n")
    try server.open(own, "rung: 1\nname: c\nextends: \n")
    let completion = try server.ask("textDocument/completion", ["textDocument": ["uri": own], "position": ["line": 2, "character": 9]])
    #expect("\(completion["result"] ?? "")".contains("base.yaml"))
    let place: EditorProcess.Message = ["textDocument": ["uri": other], "position": ["line": 2, "character": 12]]
    let references = try server.ask("textDocument/references", place.merging(["context": ["includeDeclaration": true]]) { $1 })["result"] as? [EditorProcess.Message]
    #expect(Set(references?.compactMap { $0["uri"] as? String } ?? []) == [other, folder.uri("a.rung.yaml")])
    let rename = try server.ask("textDocument/rename", ["textDocument": ["uri": base], "position": ["line": 2, "character": 30], "newName": "high"])
    let changes = (rename["result"] as? EditorProcess.Message)?["changes"] as? EditorProcess.Message
    #expect(Set(changes?.keys.map { $0 } ?? []) == [base, other, folder.uri("a.rung.yaml")], "\(rename)")
    #expect(try server.shutDown() == 0)
  }

  @Test("a base shows a finding once, with every open text that extends it")
  func sharedFinding() throws {
    let folder = try Folder()
    let server = try EditorProcess()
    try server.start()
    let base = folder.uri("base.yaml")
    try server.open(folder.uri("a.rung.yaml"), Self.spec)
    try server.open(folder.uri("b.rung.yaml"), Self.spec)
    _ = try server.findings(of: folder.uri("b.rung.yaml"), version: 1)
    try server.open(base, Self.base)
    var found: [EditorProcess.Message] = []
    repeat { found = try server.findings(of: base, version: 1) } while found.isEmpty || found.contains { ($0["relatedInformation"] as? [Any])?.count != 2 }
    #expect(Set(codes(found)).count == found.count, "\(codes(found))")
    #expect(try server.shutDown() == 0)
  }

  @Test("what is completed at once behind a colon or a dash begins with a blank; a reason is not completed, and behind a rule comes the reason")
  func completionInPlace() throws {
    let server = try EditorProcess()
    try server.start()
    let uri = "file:///nowhere/a.rung.yaml"
    func completed(_ text: String) throws -> [String] {
      try server.open(uri, text)
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      let place: EditorProcess.Message = ["line": lines.count - 1, "character": lines.last?.utf16.count ?? 0]
      let items = try server.ask("textDocument/completion", ["textDocument": ["uri": uri], "position": place])["result"] as? [EditorProcess.Message] ?? []
      return items.compactMap { ($0["textEdit"] as? EditorProcess.Message)?["newText"] as? String }
    }
    #expect(try completed("rung: 1\nladder:\n  defaults:\n    codec:").contains(" h264"))
    #expect(try completed("rung: 1\nladder:\n  defaults:\n    codec: ").contains("h264"))
    #expect(try completed("rung: 1\ntargets:\n-").contains(" tenbyte"))
    #expect(try completed("rung: 1\n# rung: allow tenbyte/region-missing -- because ").isEmpty)
    #expect(try completed("rung: 1\n# rung: allow tenbyte/region-missing ") == ["-- "])
    #expect(try completed("rung: 1\n# rung: allow tenbyte/region-missing, ").count > 100)
    #expect(try server.shutDown() == 0)
  }

  @Test("an anchor is not renamed to what the reader refuses", arguments: ["größe", "a:", "*b", "a b", "#a", "a\u{A0}b"])
  func anchorNames(_ name: String) throws {
    let server = try EditorProcess()
    try server.start()
    let uri = "file:///nowhere/a.rung.yaml"
    try server.open(uri, "rung: 1\nx-a: &a {fps: 25}\nladder: {defaults: *a}\n")
    #expect(try code(server.ask("textDocument/rename", ["textDocument": ["uri": uri], "position": ["line": 1, "character": 6], "newName": name])) == -32602)
    #expect(try server.shutDown() == 0)
  }

  @Test("a finding is allowed by a line that ends as the lines of the text do", arguments: ["\n", "\r\n", "\r"])
  func allowing(_ end: String) throws {
    let server = try EditorProcess()
    try server.start()
    let uri = "file:///nowhere/a.rung.yaml"
    try server.open(uri, ["name: a", "rung: 1", ""].joined(separator: end))
    let place = ["start": ["line": 0, "character": 0], "end": ["line": 2, "character": 0]]
    let actions = try #require(try server.ask("textDocument/codeAction", ["textDocument": ["uri": uri], "range": place, "context": ["diagnostics": [Any]()]])["result"] as? [[String: Any]])
    let allowing = try #require(actions.first { ($0["title"] as? String)?.hasPrefix("allow ") == true })
    let edits = ((allowing["edit"] as? [String: Any])?["changes"] as? [String: [[String: Any]]])?[uri]
    #expect((edits?.first?["newText"] as? String)?.utf8.elementsEqual("# rung: allow spec/no-target -- \(end)".utf8) == true, "\(String(describing: edits))")
    #expect(try server.shutDown() == 0)
  }

  @Test("a finding beside a text that spans lines is not allowed by a comment in the text")
  func allowingBesideText() throws {
    let server = try EditorProcess()
    try server.start()
    let uri = "file:///nowhere/a.rung.yaml"
    try server.open(uri, "{rung: 1, name: a, targets: {tenbyte: {region: sg-edge-04}},\n ingest: {protocols: [rtmp]}, ladder: {preset: tenbyte-balanced}, description: \"one\n   two\", packaging: {hls: {playlist_segments: 3}}}\n")
    let found = try server.findings(of: uri, version: 1)
    #expect(codes(found).contains("spec/playlist-below-six-segments"))
    let place = ["start": ["line": 0, "character": 0], "end": ["line": 3, "character": 0]]
    let actions = try #require(try server.ask("textDocument/codeAction", ["textDocument": ["uri": uri], "range": place, "context": ["diagnostics": [Any]()]])["result"] as? [[String: Any]])
    #expect(!actions.contains { ($0["title"] as? String)?.hasPrefix("allow spec/playlist-below-six-segments") == true })
    #expect(try server.shutDown() == 0)
  }

  @Test("a rendition is renamed in its own stream, in specs only, and never by halves")
  func renames() throws {
    let server = try EditorProcess()
    try server.start()
    func rename(_ name: String, _ text: String, _ line: Int, _ character: Int) throws -> [Int]? {
      let uri = "file:///nowhere/\(name)"
      try server.open(uri, text)
      defer { try? server.notify("textDocument/didClose", ["textDocument": ["uri": uri]]) }
      let answer = try server.ask("textDocument/rename", ["textDocument": ["uri": uri], "position": ["line": line, "character": character], "newName": "hd"])
      let edits = ((answer["result"] as? [String: Any])?["changes"] as? [String: [[String: Any]]])?[uri]
      return edits?.compactMap { (($0["range"] as? [String: Any])?["start"] as? [String: Int])?["line"] }
    }
    let stream = "rung: 1\nname: a\nladder:\n  renditions:\n  - {name: 720p, resolution: 1280x720, fps: 25, bitrate: 2M}\n  drop: [720p]\n"
    #expect(try rename("one.rung.yaml", stream, 4, 12) == [4, 5])
    #expect(try rename("two.rung.yaml", "\(stream)---\n\(stream)", 4, 12) == [4, 5])
    #expect(try rename("two.rung.yaml", "\(stream)---\n\(stream)", 12, 10) == [11, 12])
    #expect(try rename("anchors.rung.yaml", "a: &x 1\nb: *x\nrung: 1\n---\na: &x 2\nrung: 1\n", 1, 4) == [0, 1])
    let lines = "rung: 1\nname: a\nladder:\n  renditions:\n  - name: |-\n      720p\n    fps: 25\n  - name:\n      480p\n    fps: 25\n  - name: a\n      b\n    fps: 25\n  drop: [480p, a b, 720p]\n"
    for (line, character) in [(4, 10), (10, 11), (13, 10), (13, 22)] { #expect(try rename("lines.rung.yaml", lines, line, character) == nil, "\(line)") }
    #expect(try rename("pod.yaml", "kind: Pod\nspec:\n  capabilities: {drop: [ALL]}\n  renditions: [{name: ALL}]\n", 2, 26) == nil)
    #expect(try rename("drop.rung.yaml", stream.replacingOccurrences(of: "  drop:", with: "other: {drop: [720p]}\nx:\n  drop:"), 4, 12) == [4])
    #expect(try server.shutDown() == 0)
  }

  @Test("files beside a text that is reached by a link are reached by it too")
  func links() throws {
    let folder = try Folder()
    try folder.write("real/in/base.yaml", "base: true\nrung: 1\ntargets: [tenbyte]\n")
    try folder.write("real/in/b.rung.yaml", "rung: 1\nname: b\nextends: base.yaml\n")
    try FileManager.default.createSymbolicLink(atPath: folder.path("link"), withDestinationPath: "real")
    let server = try EditorProcess()
    try server.start()
    let uri = folder.uri("link/in/a.rung.yaml")
    try server.open(uri, "rung: 1\nname: a\nextends: base.yaml\n")
    let place: EditorProcess.Message = ["textDocument": ["uri": uri], "position": ["line": 2, "character": 12]]
    let definition = try server.ask("textDocument/definition", place)["result"]
    let uris = ((definition as? [[String: Any]]) ?? [definition as? [String: Any] ?? [:]]).compactMap { ($0["uri"] ?? $0["targetUri"]) as? String }
    #expect(uris == [folder.uri("link/in/base.yaml")])
    let references = try #require(try server.ask("textDocument/references", place.merging(["context": ["includeDeclaration": true]]) { $1 })["result"] as? [[String: Any]])
    #expect(references.compactMap { $0["uri"] as? String }.contains(folder.uri("link/in/b.rung.yaml")), "\(references)")
    #expect(try server.shutDown() == 0)
  }

  @Test("an editor without Markdown gets none")
  func plainText() throws {
    let server = try EditorProcess()
    try server.start(["textDocument": ["hover": ["contentFormat": ["plaintext"]]]])
    let uri = "file:///nowhere/a.rung.yaml"
    try server.open(uri, "rung: 1\nname: a\ntargets: [tenbyte]\nladder: {preset: tenbyte-balanced}\n")
    for (line, character) in [(2, 12), (3, 2), (3, 20)] {
      let contents = try #require((try server.ask("textDocument/hover", ["textDocument": ["uri": uri], "position": ["line": line, "character": character]])["result"] as? [String: Any])?["contents"] as? [String: Any])
      let text = try #require(contents["value"] as? String)
      #expect(contents["kind"] as? String == "plaintext" && !text.isEmpty && !text.contains("**") && !text.contains("]("), "\(text)")
    }
    #expect(try server.shutDown() == 0)
    #expect(ShownText.plain("**a** [b](http://c) \\*d\\* [e] `f`\n```yaml\ng: [1](2)\n```\n") == "a b (http://c) *d* [e] `f`\n\ng: 1 (2)\n\n")
  }

  @Test("the lens of a stream counts its own providers; of one that names none, all")
  func lenses() throws {
    let server = try EditorProcess()
    try server.start()
    let uri = "file:///nowhere/a.rung.yaml"
    func titles() throws -> [String] {
      let lenses = try #require(try server.ask("textDocument/codeLens", ["textDocument": ["uri": uri]])["result"] as? [[String: Any]])
      return lenses.compactMap { ($0["command"] as? [String: Any])?["title"] as? String }
    }
    let stream = "rung: 1\nname: a\ningest: {protocols: [rtmp]}\nladder: {preset: tenbyte-balanced}\npackaging: {hls: {}}\n"
    try server.open(uri, "\(stream)targets: [mux]\n---\n\(stream)targets: {tenbyte: {region: sg-edge-04}}\n")
    #expect(try titles().map { $0.suffix(2) } == [" 1", " 1"])
    try server.change(uri, version: 2, [["text": "\(stream)targets: [ffmpeg]\n"]])
    #expect(try titles().allSatisfy { $0.hasSuffix(" of all 8 providers") })
    #expect(try server.shutDown() == 0)
  }

  @Test("bodies are judged as far as their fields tell whose they are, and JSON of others is left alone")
  func bodies() throws {
    let server = try EditorProcess()
    try server.start()
    let texts = [
      (#"{"properties": {"streamOptions": ["LowLatency"], "encoding": {"encodingType": "PassthroughBasic"}, "input": {"streamingProtocol": "RTMP", "keyFrameIntervalDuration": "PT2S"}}}"#, true),
      (#"{"properties": {"archiveWindowLength": "PT40H", "assetName": "a"}}"#, true),
      (#"{"$schema": "http://json-schema.org/draft-07/schema#", "id": "a", "type": "object", "description": "b", "properties": {"a": {"type": "string"}, "b": {}}}"#, false),
    ]
    for (number, (text, isBody)) in texts.enumerated() {
      let uri = "file:///nowhere/\(number).json"
      try server.open(uri, text)
      #expect(try server.findings(of: uri, version: 1).isEmpty == !isBody, "\(text)")
    }
    #expect(try server.shutDown() == 0)
  }

  @Test("half of a surrogate pair is a character of its own")
  func halfOfPair() throws {
    let server = try EditorProcess()
    try server.start()
    let uri = "file:///nowhere/a.rung.yaml"
    func send(_ params: String, _ method: String) throws {
      let body = Data(#"{"jsonrpc": "2.0", "method": "\#(method)", "params": \#(params)}"#.utf8)
      try server.write(Data("Content-Length: \(body.count)\r\n\r\n".utf8) + body)
    }
    // The second one is a backslash, and no escape; the last two are a pair.
    let text = #"rung: 1\nname: a\ud83d\\ud83d \ud83d\udcfa\nbogus: 2\n"#
    try send(#"{"textDocument": {"uri": "\#(uri)", "languageId": "yaml", "version": 1, "text": "\#(text)"}}"#, "textDocument/didOpen")
    #expect(codes(try server.findings(of: uri, version: 1)).contains("spec/unknown-key"))
    #expect(try server.shutDown() == 0)
  }

  @Test("of two texts of one file the one that was changed last is the file's")
  func twoAddresses() throws {
    let folder = try Folder()
    try folder.link("other.yaml", to: "base.yaml")
    let server = try EditorProcess()
    try server.start()
    let (uri, base, other) = (folder.uri("a.rung.yaml"), folder.uri("base.yaml"), folder.uri("other.yaml"))
    try server.open(base, Self.base)
    try server.open(other, "rung: 1\nbase: true\n")
    try server.open(uri, Self.spec)
    #expect(codes(try server.findings(of: uri, version: 1)) == ["spec/no-target"])
    try server.change(base, version: 2, [["text": Self.base]])
    #expect(!codes(try server.findings(of: uri, version: 1)).contains("spec/no-target"))
    try server.change(other, version: 2, [["text": "rung: 1\nbase: true\n"]])
    #expect(codes(try server.findings(of: uri, version: 1)) == ["spec/no-target"])
    #expect(try server.shutDown() == 0)
  }

  @Test("a base that could not be read is read again with each change", arguments: ["rung: [", "\t", "a: *nope", "", "- a", "---\n---\n"])
  func mendedBase(_ broken: String) throws {
    let folder = try Folder()
    try folder.write("base.yaml", Self.base)
    let server = try EditorProcess()
    try server.start()
    let (uri, base) = (folder.uri("a.rung.yaml"), folder.uri("base.yaml"))
    try server.open(uri, Self.spec)
    _ = try server.findings(of: uri, version: 1)
    try server.open(base, Self.base)
    _ = try server.findings(of: uri, version: 1)
    try server.change(base, version: 2, [["text": broken]])
    _ = try server.findings(of: uri, version: 1)
    try server.change(base, version: 3, [["text": "rung: 1\nbase: true\n"]])
    #expect(codes(try server.findings(of: uri, version: 1)) == ["spec/no-target"])
    #expect(try server.shutDown() == 0)
  }

  @Test("a text without a name is a base for as long as an open text extends it")
  func bareBase() throws {
    let folder = try Folder()
    try folder.write("base.yaml", "rung: 1\ntargets: [tenbyte]\n")
    try folder.write("a.rung.yaml", Self.spec)
    let server = try EditorProcess()
    try server.start()
    let (uri, base) = (folder.uri("a.rung.yaml"), folder.uri("base.yaml"))
    try server.open(base, "rung: 1\ntargets: [tenbyte]\n")
    #expect(codes(try server.findings(of: base, version: 1)).contains("spec/base-not-marked"))
    try server.open(uri, "rung: 1\nname: a\ntargets: [tenbyte]\n")
    _ = try server.findings(of: uri, version: 1)
    #expect(codes(try server.findings(of: base, version: 1)).contains("spec/missing-key"))
    #expect(try server.shutDown() == 0)
  }

  @Test("the baseline counts, and a new one is read")
  func baseline() throws {
    let folder = try Folder()
    try folder.write("a.rung.yaml", "rung: 1\nname: a\n")
    let made = Repository.shell("cd '\(folder.path("."))' && '\(EditorProcess.program)' check a.rung.yaml --baseline known.json --update-baseline")
    #expect(made.status == 0, "\(made.output)")
    let server = try EditorProcess("--baseline", folder.path("known.json"))
    try server.start()
    let uri = folder.uri("a.rung.yaml")
    for version in 1...3 {
      version == 1 ? try server.open(uri, "rung: 1\nname: a\n") : try server.change(uri, version: version, [["text": "rung: 1\nname: a\n# \(version)\n"]])
      #expect(codes(try server.findings(of: uri, version: version)).isEmpty)
    }
    try folder.write("known.json", "{\"version\": 1, \"findings\": []}")
    try server.change(uri, version: 4, [["text": "rung: 1\nname: a\n"]])
    #expect(codes(try server.findings(of: uri, version: 4)) == ["spec/no-target"])
    // One that cannot be read is told beside the text, and not on a pipe that nobody reads.
    try folder.write("known.json", "{")
    for version in 5...8 {
      try server.change(uri, version: version, [["text": "rung: 1\nname: a\n# \(version)\n"]])
      let found = try server.findings(of: uri, version: version)
      #expect((found.first?["message"] as? String)?.contains("is not a baseline that can be read: ") == true, "\(found)")
    }
    #expect(try server.shutDown() == 0)
    #expect(try server.errorText() == "")
  }
}
