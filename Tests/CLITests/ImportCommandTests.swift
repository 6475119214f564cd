import RungProviders
import Testing

@Suite struct ImportCommandTests {
  static let create = """
    {
      "name": "Main stage",
      "input_format": "srt",
      "output_format": "hls"
    }
    """
  static let target = """
    {"url": "rtmp://live.example.com/app", "stream_key": "hunter2hunter2"}
    """

  @Test("bodies in files become one spec on standard output, and what was found goes to standard error")
  func toOutput() throws {
    let tool = try Tool()
    try tool.write("create.json", Self.create)
    try tool.write("target.json", Self.target)
    let result = try tool.run("import", "--from", "qencode", "create.json", "target.json", "--for", "tenbyte,livekit")
    // No body has a region or a room.
    #expect(result.code == 1 && result.err.contains("error[tenbyte/region-missing]"), "\(result.err)")
    #expect(
      result.out == """
        rung: 1
        name: Main stage

        targets:
          qencode: {}
          tenbyte: {}
          livekit: {}

        ingest: {protocols: [srt]}

        packaging:
          hls: {}

        simulcast:
          - {url: "rtmp://live.example.com/app", key: "${env:STREAM_KEY}"}

        """)
    #expect(result.err.contains("note[import/secret-referenced]") && result.err.contains(" --> target.json:1:"))
    #expect(result.err.contains("set STREAM_KEY in the environment"))
    #expect(!(result.out + result.err).contains("hunter2"))
  }

  @Test("a file is written as a whole, and passes check")
  func toFile() throws {
    let tool = try Tool()
    let result = try tool.run("import", "--from", "qencode.create", "-", "-o", "spec.yaml", input: Self.create)
    #expect(result.code == 0 && result.out.isEmpty && result.err.contains("wrote spec.yaml"))
    #expect(try tool.run("check", "spec.yaml").code == 0)
    let compiled = try tool.run("compile", "spec.yaml")
    #expect(compiled.out == Self.create + "\n")
    #expect(try tool.names() == ["spec.yaml"])
  }

  @Test("a device, a pipe and standard output are no file to go on with", arguments: ["/dev/null", "/dev/stdout", "pipe"])
  func toStream(_ path: String) throws {
    let tool = try Tool()
    try tool.write("create.json", Self.create)
    let result = try tool.shell("mkfifo pipe; cat pipe > got & rung import --from qencode.create create.json -o \(path); code=$?; kill $! 2> /dev/null; exit $code")
    #expect(result.code == 0 && !result.err.contains("wrote") && !result.err.contains("next:"), "\(result.err)")
  }

  @Test("a list of streams becomes a file of several documents")
  func several() throws {
    let tool = try Tool()
    let streams = ["a", "b"].map { #"{"id": "\#($0)", "name": "\#($0)", "stream_key": "hunter2", "params": {"input_format": "rtmp", "output_format": "hls"}}"# }
    let result = try tool.run("import", "--from", "qencode", "-", input: "{\"streams\": [\(streams.joined(separator: ", "))]}")
    #expect(result.code == 0 && result.out.contains("name: a\n") && result.out.contains("---\nrung: 1\nname: b\n"), "\(result.out)\(result.err)")
  }

  @Test("bodies with errors are imported, errors and all; what is no stream is not")
  func errors() throws {
    let tool = try Tool()
    let wrong = try tool.run("import", "--from", "qencode.create", "-", input: #"{"name": "a", "stream_timeout": "soon"}"#)
    #expect(wrong.code == 1 && wrong.err.contains("error[qencode/wrong-field-type]") && wrong.out.contains("stream_timeout: soon"))
    let broken = try tool.run("import", "--from", "qencode", "-", input: "{\"name\": \"a\",}")
    #expect(broken.code == 1 && broken.out.isEmpty && broken.err.contains("json/trailing-comma"))
    let change = try tool.run("import", "--from", "livekit", "-", input: #"{"ingress_id": "IN_1", "name": "a"}"#)
    #expect(change.code == 1 && change.out.isEmpty && change.err.contains("import/only-changes"))
    #expect(try tool.run("import", "--from", "qencode").code == 2)
    #expect(try tool.run("import", "--from", "quencode", "x.json").err.contains("did you mean `qencode`?"))
    #expect(try tool.run("import", "--from", "qencode", "missing.json").code == 3)
  }

  @Test("convert prints the other provider's bodies once nothing is left to decide")
  func convert() throws {
    let tool = try Tool()
    try tool.write("create.json", Self.create)
    let open = try tool.run("convert", "--from", "qencode", "--for", "livekit", "create.json")
    #expect(open.code == 1 && open.out.isEmpty)
    #expect(open.err.contains("== what needs a decision (qencode → livekit)") && open.err.contains("error[livekit/identity-missing]"))
    let settings = ["--set", "targets.livekit.room=main", "--set", "targets.livekit.participant.identity=encoder-1", "--set", "ingest.protocols=[rtmp]"]
    let made = try tool.run(
      "convert", "--from", "qencode", "--for", "livekit", "create.json", settings[0], settings[1], settings[2], settings[3], settings[4], settings[5])
    #expect(made.code == 0, "\(made.err)")
    #expect(made.out.contains("\"room_name\": \"main\"") && made.out.contains("\"participant_identity\": \"encoder-1\""))
    #expect(made.err.contains("qencode → livekit: 0 decisions to make"))
    let files = try tool.run("convert", "--from", "qencode", "--for", "mkio", "create.json", "--out", "build", "--set", "encoding=transcode")
    #expect(files.code == 0 && files.out.contains("build/main-stage.mkio.01-live-event.json"), "\(files.err)")
    #expect(try tool.run("convert", "--from", "qencode", "--for", "mkio", "create.json", "--set", "encoding").code == 2)
  }

  @Test("a provider's bodies are not converted to its own", arguments: Providers.all.filter { $0.reader != nil }.map { $0.id } + ["tenbyte.create"])
  func sameProvider(_ from: String) throws {
    let tool = try Tool()
    try tool.write("create.json", Self.create)
    let id = String(from.prefix { $0 != "." })
    let result = try tool.run("convert", "--from", from, "--for", id, "create.json")
    #expect(result.code == 2 && result.out.isEmpty)
    #expect(result.err.hasPrefix("error: --from and --for both name \(id): "), "\(result.err)")
    let several = try tool.run("convert", "--from", from, "--for", "\(id),\(id == "mkio" ? "tenbyte" : "mkio")", "create.json")
    #expect(several.code == 2 && several.err.contains("--for takes one provider here"), "\(several.err)")
  }

  @Test("what cannot be read is no decision")
  func unreadable() throws {
    let tool = try Tool()
    try tool.write("open.json", "{")
    try tool.write("none.json", "")
    for (file, id) in [("open.json", "json/syntax"), ("none.json", "source/empty")] {
      let result = try tool.run("convert", "--from", "qencode", "--for", "mkio", file)
      #expect(result.code == 1 && result.out.isEmpty && result.err.hasPrefix("error[\(id)]"), "\(result.err)")
      #expect(!result.err.contains("decision"))
    }
    let folder = try tool.run("import", "--from", "qencode", ".")
    #expect(folder.code == 3 && folder.err == "error: no request body of qencode in .: the 2 files there hold something else\n", "\(folder.err)")
    #expect(try tool.run("convert", "--from", "qencode", "--for", "mkio", ".").err == "error: . is a directory; this command takes files\n")
  }
}
