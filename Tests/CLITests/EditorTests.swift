import Foundation
import RungTestSupport
import Testing

private typealias Checkout = RungTestSupport.Repository

/// What editors take from a repository: the schema, the lines that refer to it, names of files, and findings as a task prints them.
@Suite struct EditorTests {
  private static let line = "# yaml-language-server: $schema="

  /// In a repository.
  private func repository() throws -> Tool {
    let tool = try Tool()
    #expect(try tool.shell("git init -q .").code == 0)
    return tool
  }

  /// The schemas that the documents of a spec refer to, as the YAML language server resolves them: from the directory of the spec, and
  /// nothing behind a blank belongs to the path.
  private func schemas(_ spec: String, _ tool: Tool) throws -> [String] {
    let text = try tool.read(spec)
    return text.matches(of: /(?m)^#\s+yaml-language-server\s*:.*?\$schema=(\S+)/).map { match in
      URL(fileURLWithPath: tool.path(spec)).deletingLastPathComponent().appendingPathComponent(String(match.1)).standardizedFileURL.path
    }
  }

  /// Whether the validator of others takes a spec by the schema that its line refers to.
  private func isTaken(_ spec: String, _ tool: Tool) throws -> Bool {
    let schema = try #require(try schemas(spec, tool).first)
    return Checkout.shell("'\(Judge.python)' -m check_jsonschema --schemafile '\(schema)' '\(tool.path(spec))'").status == 0
  }

  // MARK: Writing the schema

  @Test("without a path: schemas/ in the root of the repository, or in this directory", arguments: [true, false])
  func place(inRepository: Bool) throws {
    let tool = inRepository ? try repository() : try Tool()
    try tool.write("channels/news/a.yaml", Spec.good)
    let result = try tool.run("schema", "stream", "--write", in: "channels/news")
    let path = inRepository ? "../../schemas/stream.v1.schema.json" : "schemas/stream.v1.schema.json"
    #expect(result.code == 0 && result.out.isEmpty && result.err.hasPrefix("wrote \(path); "), "\(result.err)")
    let text = try tool.read("channels/news/\(path)")
    #expect(try text == tool.run("schema", "stream").out)
    #expect(try tool.run("schema", "stream", "--write", in: "channels/news").err == "\(path) is up to date\n")
    #expect(try tool.names("channels/news/\((path as NSString).deletingLastPathComponent)") == ["stream.v1.schema.json"])
  }

  @Test("an older version is replaced as a whole, and nothing else without being asked")
  func replacing() throws {
    let tool = try Tool()
    let new = try tool.run("schema", "stream").out
    let old = new.replacingOccurrences(of: "A live stream, independent of any provider.", with: "An older sentence.").replacingOccurrences(of: "\"$id\": \"stream.v1.schema.json\",\n", with: "")
    try tool.write("s.json", old)
    #expect(link(tool.path("s.json"), tool.path("other-name.json")) == 0)
    let result = try tool.run("schema", "stream", "--write", "s.json")
    #expect(result.code == 0 && result.err.hasPrefix("wrote s.json"), "\(result.err)")
    #expect(try tool.read("s.json") == new)
    // A new file took the place of the old one.
    #expect(try tool.read("other-name.json") == old)
    for other in ["{}", "", "{\"a\": 1}", Spec.good, "not JSON", try tool.run("schema", "config").out, "{\"title\": \"Rung stream spec, version 1\"}"] {
      try tool.write("s.json", other)
      let refused = try tool.run("schema", "stream", "--write", "s.json")
      #expect(refused.code == 3 && refused.err.contains("s.json is something else than this schema, and was not overwritten; name another file, or add --force"), "\(other.prefix(40))")
      #expect(try tool.read("s.json") == other)
      #expect(try tool.run("schema", "stream", "--write", "s.json", "--force").code == 0)
      #expect(try tool.read("s.json") == new)
    }
    #expect(try tool.run("schema", "stream.v1.draft-07", "--write=s.json").code == 0)
    #expect(try tool.read("s.json") == tool.run("schema", "stream.v1.draft-07").out)
    #expect(try tool.names() == ["other-name.json", "s.json"])
  }

  @Test("any schema can be written, to standard output as well")
  func others() throws {
    let tool = try repository()
    #expect(try tool.run("schema", "tenbyte.create", "--write").err == "wrote schemas/tenbyte.create.schema.json\n")
    #expect(try tool.run("schema", "matrix", "--write", "-").out == tool.run("schema", "matrix").out)
    #expect(try tool.names("schemas") == ["tenbyte.create.schema.json"])
  }

  @Test("wrong usage says what to type", arguments: [
    (["schema", "--write", "stream"], 2, "name the schema before --write: `rung schema stream --write`"),
    (["schema", "--write"], 2, "`rung schema stream --write`"), (["schema", "stream", "--force"], 2, "--force is for --write"),
    (["schema", "stream", "--write", "a.json", "--format", "markdown"], 2, "remove --format"), (["schema", "stream", "--write", "."], 3, ". is a directory"),
    (["schema", "stream", "--write", "gone/a.json"], 3, "gone/a.json"), (["schema", "straem", "--write"], 2, "did you mean `stream"),
  ])
  func usage(_ arguments: [String], _ code: Int32, _ words: String) throws {
    let tool = try Tool()
    let result = try tool.run(list: arguments)
    #expect(result.code == code && result.err.contains(words), "\(result.err)")
    #expect(try tool.names().isEmpty)
  }

  // MARK: Referring to it

  @Test("a new spec refers to the schema from where it is, and a validator takes it by that", .enabled(if: Judge.present(.checkJSONSchema)))
  func referred() throws {
    let tool = try repository()
    try tool.write("create.json", ImportCommandTests.create)
    try tool.write("bodies/deep/create.json", ImportCommandTests.create)
    try tool.write("a/b/c.txt", "")
    #expect(try tool.run("schema", "stream", "--write").code == 0)
    for line in [
      "rung init one.yaml", "rung init channels.yaml --for mkio,qencode", "rung import --from qencode create.json -o imported.rung.yaml",
      "rung import --from qencode bodies --out specs/new", "rung ladder design --source 1920x1080@25 --for tenbyte -o designed.yaml", "cd a/b && rung init two.yaml", "cd a && rung init ./b/../../three.yaml",
    ] {
      let result = try tool.shell(line)
      #expect(result.code == 0, "\(line): \(result.err)")
    }
    for spec in ["one.yaml", "channels.yaml", "imported.rung.yaml", "specs/new/deep/create.yaml", "designed.yaml", "a/b/two.yaml", "three.yaml"] {
      #expect(try schemas(spec, tool) == [tool.path("schemas/stream.v1.schema.json")], "\(spec)")
      #expect(try isTaken(spec, tool), "\(spec)")
      let text = try tool.read(spec)
      #expect(text.hasPrefix(Self.line), "\(spec)")
      // What changes a spec keeps the line where it was.
      #expect(try tool.run("fmt", spec).code == 0)
      #expect(try tool.read(spec).hasPrefix(text.prefix { $0 != "\n" } + "\n"), "\(spec)")
      #expect(try tool.run("check", "--fix", "--unsafe", spec).code != 3)
      #expect(try tool.read(spec).hasPrefix(text.prefix { $0 != "\n" } + "\n"), "\(spec)")
      #expect(try tool.run("check", spec).code == 0, "\(spec)")
    }
    // It is the schema that says so.
    try tool.write("one.yaml", tool.read("one.yaml").replacingOccurrences(of: "kind: linear", with: "kind: linier"))
    #expect(try !isTaken("one.yaml", tool))
  }

  @Test("every document of a file has the line, and keeps it")
  func documents() throws {
    let tool = try repository()
    let list = "[\(ImportCommandTests.create), \(ImportCommandTests.create.replacingOccurrences(of: "Main stage", with: "Side stage"))]"
    try tool.write("list.json", list)
    #expect(try tool.run("schema", "stream", "--write").code == 0)
    #expect(try tool.run("import", "--from", "qencode", "list.json", "-o", "x/list.yaml").code != 0)
    try tool.write("x/y", "")
    let result = try tool.run("import", "--from", "qencode", "list.json", "-o", "x/list.yaml")
    #expect(result.code == 0, "\(result.err)")
    let text = try tool.read("x/list.yaml")
    #expect(try schemas("x/list.yaml", tool) == Array(repeating: tool.path("schemas/stream.v1.schema.json"), count: 2))
    // The language server reads the comments above a document, and those behind its mark.
    #expect(text.contains("\n---\n\(Self.line)../schemas/stream.v1.schema.json\nrung: 1\n"), "\(text)")
    #expect(try tool.run("fmt", "x/list.yaml").code == 0)
    #expect(try schemas("x/list.yaml", tool).count == 2)
    let formatted = try tool.read("x/list.yaml")
    #expect(formatted.contains("\n---\n\(Self.line)"), "\(formatted)")
    #expect(try tool.run("compile", "x/list.yaml").code == 0)
  }

  @Test("the nearest schema is meant: itself or in schemas/, up to the root of the repository; where there is none, there is no line")
  func nearest() throws {
    let tool = try Tool()
    let text = try tool.run("schema", "stream").out
    func first(_ path: String, in folder: String = ".") throws -> String {
      let result = try tool.run("init", path, in: folder)
      #expect(result.code == 0, "\(result.err)")
      let text = try tool.read(folder == "." ? path : "\(folder)/\(path)")
      return text.hasPrefix(Self.line) ? String(text.dropFirst(Self.line.count).prefix { $0 != "\n" }) : ""
    }
    try tool.write("schemas/stream.v1.schema.json", text)
    #expect(try tool.shell("mkdir -p repo/a/b plain/a && git init -q repo").code == 0)
    // Above the root of a repository, and above the current directory where there is none.
    #expect(try first("1.yaml", in: "repo/a/b") == "")
    #expect(try first("1.yaml", in: "plain/a") == "")
    #expect(try first("plain/a/2.yaml") == "../../schemas/stream.v1.schema.json")
    try tool.write("repo/stream.v1.schema.json", text)
    #expect(try first("2.yaml", in: "repo/a/b") == "../../stream.v1.schema.json")
    try tool.write("repo/a/schemas/stream.v1.schema.json", "{}")
    #expect(try first("3.yaml", in: "repo/a/b") == "../../stream.v1.schema.json")
    try tool.write("repo/a/schemas/stream.v1.schema.json", text)
    #expect(try first("4.yaml", in: "repo/a/b") == "../schemas/stream.v1.schema.json")
    // By a link to its directory a spec is where the directory is.
    #expect(try tool.shell("ln -s repo/a/b link").code == 0)
    #expect(try first("link/5.yaml") == "../schemas/stream.v1.schema.json")
    // Nobody knows where standard output goes.
    #expect(try !tool.run("init", "-", in: "repo").out.contains(Self.line))
    try tool.write("repo/create.json", ImportCommandTests.create)
    #expect(try !tool.run("import", "--from", "qencode", "create.json", in: "repo").out.contains(Self.line))
  }

  @Test("JSON names its schema by a key, which Rung leaves alone", .enabled(if: Judge.present(.checkJSONSchema)))
  func key() throws {
    let tool = try Tool()
    #expect(try tool.run("schema", "stream", "--write").code == 0)
    let spec = "\"rung\": 1, \"name\": \"News\", \"targets\": {\"tenbyte\": {\"region\": \"sg-edge-04\"}}, \"ingest\": {\"protocols\": [\"rtmp\"]}, \"ladder\": {\"preset\": \"tenbyte-balanced\"}, \"packaging\": {\"hls\": {\"segment_format\": \"mpegts\"}}"
    try tool.write("a.json", "{\(spec)}\n")
    try tool.write("b.json", "{\(spec), \"$schema\": \"schemas/stream.v1.schema.json\"}\n")
    let (plain, named) = (try tool.run("check", "a.json", "--notes"), try tool.run("check", "b.json", "--notes"))
    #expect(plain.out.replacingOccurrences(of: "a.json", with: "b.json") == named.out && named.code == 0, "\(named.out)")
    #expect(try tool.run("compile", "a.json").out == tool.run("compile", "b.json").out)
    #expect(try tool.run("matrix", "a.json").out.replacingOccurrences(of: "a.json", with: "b.json") == tool.run("matrix", "b.json").out)
    #expect(try tool.run("diff", "a.json", "b.json").code == 0)
    #expect(try !tool.run("diff", "a.json", "b.json").out.contains("$schema"))
    #expect(try tool.run("fmt", "b.json").code == 0)
    let formatted = try tool.read("b.json")
    #expect(formatted.hasPrefix("{\n  \"$schema\": \"schemas/stream.v1.schema.json\",\n  \"rung\": 1"), "\(formatted)")
    for draft in ["stream", "stream.v1.draft-07"] {
      #expect(try tool.run("schema", draft, "--write", "s.json", "--force").code == 0)
      let judged = Checkout.shell("'\(Judge.python)' -m check_jsonschema --schemafile '\(tool.path("s.json"))' '\(tool.path("a.json"))' '\(tool.path("b.json"))'")
      #expect(judged.status == 0, "\(judged.output)")
    }
    // Other JSON names a schema, too.
    try tool.write("x/package.json", "{\"$schema\": \"https://json.schemastore.org/package.json\", \"name\": \"x\"}")
    try tool.write("x/only.json", "{\"$schema\": \"https://json.schemastore.org/package.json\"}")
    #expect(try tool.run("check", "x").err.contains("no stream spec in x"))
    #expect(try tool.run("check", "x/only.json").out.contains("spec/not-a-spec"))
  }

  // MARK: Names

  @Test("a file called NAME.rung.yaml is a spec whatever is in it", arguments: ["yaml", "yml", "json"])
  func names(_ ending: String) throws {
    let tool = try repository()
    let texts = ["empty": "", "foreign": "{\"services\": {}}\n", "misspelt": "{\"rnug\": 2, \"nmae\": \"x\"}\n", "broken": "{\"a\": [\n"]
    for (name, text) in texts {
      try tool.write("x/\(name).rung.\(ending)", text)
      try tool.write("x/other/\(name).\(ending)", text)
    }
    try tool.write("x/.rung.\(ending)", "{\"services\": {}}\n")
    let result = try tool.run("check", "x", "--format", "json")
    let found = Set(result.out.matches(of: /"file": "(x\/[^"]*)"/).map { String($0.1) })
    #expect(result.code == 1 && found == Set(texts.keys.map { "x/\($0).rung.\(ending)" }), "\(found)")
    // The same by a list, and in two versions.
    let listed = try tool.shell("find x -type f | rung check --files-from - --format json")
    #expect(Set(listed.out.matches(of: /"file": "(x\/[^"]*)"/).map { String($0.1) }) == found)
    #expect(try tool.shell("git add -A && git -c user.name=a -c user.email=a@example.com commit -qm a && printf 'a: 1\\n' > x/empty.rung.\(ending)").code == 0)
    #expect(try tool.run("check", "x", "--since", "HEAD", "--format", "concise").out.contains("x/empty.rung.\(ending):"))
    try tool.write("y/empty.rung.\(ending)", "{\"b\": 1}\n")
    #expect(try tool.run("diff", "x", "y").err.contains("x/foreign.rung.\(ending)"))
    // Shells offer it.
    #expect(try tool.run("completions", "bash").out.contains("'!*.@(yaml|yml|json)'"))
  }

  @Test("a configuration by another name is not read, and that is said once, with the command that mends it", arguments: ["rung.yml", ".rung.yaml", ".rung.yml"])
  func misnomers(_ name: String) throws {
    let tool = try repository()
    try tool.write("a b/\(name)", "severity: {ladder: off}\n")
    for spec in ["a b/x.yaml", "a b/y/z.yaml"] { try tool.write(spec, Spec.bad) }
    let command = "mv 'a b/\(name)' 'a b/rung.yaml'"
    let said = "warning: a b/\(name) is not read: the configuration must be called rung.yaml; run `\(command)`"
    for arguments in [["check", "."], ["check", "a b/x.yaml"], ["compile", "a b"], ["fmt", "--check", "a b"], ["config", "show", "a b/y/z.yaml"], ["diff", "a b", "a b/y"]] {
      let result = try tool.run(list: arguments)
      #expect(result.err.components(separatedBy: "is not read").count == 2 && result.err.contains(said), "\(arguments): \(result.err)")
    }
    #expect(try !tool.run("check", ".", "--no-config").err.contains("not read"))
    // Beside a right one.
    try tool.write("a b/rung.yaml", "severity: {ladder: note}\n")
    #expect(try tool.run("check", ".").err.contains("move what it says to a b/rung.yaml, then run `rm 'a b/\(name)'`"))
    // Beside a spec that has the name.
    try tool.write("a b/rung.yaml", Spec.good)
    #expect(try tool.run("check", ".").err.contains("give the spec a b/rung.yaml another name, then run `\(command)`"))
    #expect(try tool.shell("rm 'a b/rung.yaml' && \(command) && rung config show 'a b/x.yaml'").out.contains("a b/rung.yaml"))
    // A spec may be called so.
    try tool.write("a b/\(name)", Spec.good)
    #expect(try !tool.run("check", ".").err.contains("not read"))
  }

  // MARK: Tasks

  @Test("the problem matcher of docs/editors.md reads what rung prints")
  func matcher() throws {
    struct Tasks: Decodable {
      struct Task: Decodable { let command: String, problemMatcher: Matcher }
      struct Matcher: Decodable { let fileLocation: [String], pattern: Pattern }
      struct Pattern: Decodable { let regexp: String, file: Int, line: Int, column: Int, severity: Int, code: Int, message: Int }
      let tasks: [Task]
    }
    let page = try #require(Checkout.text("docs/editors.md"))
    let block = try #require(page.matches(of: /```json\n(\{\n  "version"[^`]*)```/).first)
    let task = try #require(try JSONDecoder().decode(Tasks.self, from: Data(block.1.utf8)).tasks.first)
    let tool = try Tool()
    try tool.write("channels/a.yaml", Spec.bad)
    try tool.write("channels/with: colon/b.rung.yaml", Spec.lossy + "nmae: x\nrecording: {window: 8hours}\n")
    try tool.write("c.yaml", "rung: 1\nname: [\n")
    let result = try tool.shell(task.command)
    #expect(result.code == 1)
    let expression = try NSRegularExpression(pattern: task.problemMatcher.pattern.regexp)
    let json = try #require(try JSONSerialization.jsonObject(with: Data(tool.run("check", ".", "--format", "json").out.utf8)) as? [String: Any])
    let expected = try #require(json["diagnostics"] as? [[String: Any]]).filter { $0["severity"] as? String != "note" }.map { finding -> [String] in
      let start = (finding["span"] as? [String: Any])?["start"] as? [String: Any] ?? [:]
      return [finding["file"], start["line"], start["column"], finding["severity"], finding["id"], finding["message"]].map { "\($0 ?? "nothing")" }
    }
    let pattern = task.problemMatcher.pattern
    let read = result.out.split(separator: "\n").compactMap { line -> [String]? in
      let line = String(line)
      guard let match = expression.firstMatch(in: line, range: NSRange(line.startIndex..., in: line)) else { return nil }
      return [pattern.file, pattern.line, pattern.column, pattern.severity, pattern.code, pattern.message].map { Range(match.range(at: $0), in: line).map { String(line[$0]) } ?? "" }
    }
    #expect(Set(read.map { $0.prefix(5).joined(separator: "|") }) == Set(expected.map { $0.prefix(5).joined(separator: "|") }), "\(result.out)")
    for (line, finding) in zip(read.sorted { $0.joined() < $1.joined() }, expected.sorted { $0.joined() < $1.joined() }) { #expect(line[5].hasPrefix(finding[5].prefix(40)), "\(line)") }
    #expect(Set(read.map { $0[0] }).count == 3 && read.allSatisfy { FileManager.default.fileExists(atPath: tool.path($0[0])) })
    #expect(task.problemMatcher.fileLocation == ["autoDetect", "${workspaceFolder}"])
  }
}
