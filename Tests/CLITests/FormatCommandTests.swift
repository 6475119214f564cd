import Foundation
import Rung
import RungTestSupport
import Testing

/// `rung check --format` and `--output`: several formats at once, judged by `Tests/OutputTests/formats.py`.
@Suite struct FormatCommandTests {
  private let tool: Tool

  init() throws { tool = try Tool() }

  private static let wrong = "rung: 1\nname: a\ntargets: {tenbite: {}}\nladder: {preset: tenbyte-balancd}\n"

  /// Checks with every format at once, and has the outputs judged.
  static func judge(_ tool: Tool, _ arguments: [String], least: String, count: Int) throws {
    let formats = FindingsFormat.allCases.map(\.rawValue)
    try FileManager.default.createDirectory(atPath: tool.path(".out"), withIntermediateDirectories: true)
    let result = try tool.run(list: ["check"] + arguments + formats.flatMap { ["--output", "\($0)=.out/\($0)"] })
    try tool.write(".out/stderr", result.err)
    #expect(try tool.read(".out/text") == result.out)
    let judged = RungTestSupport.Repository.shell("'\(Judge.python)' Tests/OutputTests/formats.py '\(tool.path("."))' '\(tool.path(".out"))' \(least)")
    #expect(judged.status == 0 && judged.output.contains("\(count) findings, "), "\(result.err)\(judged.output.prefix(4000))")
  }

  @Test("tens of thousands of findings: every format holds them all, or says what it left out", .enabled(if: Judge.present(.jsonschema)))
  func many() throws {
    let files = Depth.times(300, quick: 20)
    let keys = (0..<100).map { "x\(100 + $0)q: 1\n" }.joined()
    for number in 0..<files { try tool.write("c\(1000 + number).yaml", "rung: 1\nname: Channel \(number)\ntargets: [tenbite]\n\(keys)") }
    try Self.judge(tool, ["."], least: "warning", count: files * 101)
    let said = try tool.read(".out/stderr")
    #expect(said.contains("github: \(files * 101 - 10) findings without an annotation"))
    #expect(said.contains("sarif: \(files * 101 - 25_000) of \(files * 101) findings left out: GitHub takes 25000 results") == Depth.isFull, "\(said)")
    #expect(said.contains("sarif: GitHub shows 5000 of 25000 results") == Depth.isFull)
  }

  @Test("whatever severity is asked for, and bodies as well", .enabled(if: Judge.present(.jsonschema)))
  func severities() throws {
    try tool.write("a.yaml", Spec.good)
    try tool.write("b.yaml", Self.wrong + "ingest: {mode: push, protocols: [rtmp], token: \"${env:A}\"}\n")
    try tool.write("c.yaml", "rung: 1\nname: c\ntargets: {mkio: {project: a, event: b, output: c, asset: d}}\nladder: {preset: apple-hevc}\n")
    for (words, least) in [([], "warning"), (["--notes"], "note"), (["--min-severity", "error"], "error")] {
      let all = try tool.run(list: ["check", ".", "--format", "json", "--min-severity", least])
      try Self.judge(tool, ["."] + words, least: least, count: all.out.components(separatedBy: "\"severity\":").count - 1)
    }
    try tool.write("bodies/body.json", #"{"name": "a", "output_protocols": ["hls", "dash"], "lvl": "😀", "fps": 25}"#)
    let all = try tool.run(list: ["check", "--as", "tenbyte", "bodies", "--format", "json"])
    try Self.judge(tool, ["--as", "tenbyte", "bodies", "--notes"], least: "note", count: all.out.components(separatedBy: "\"severity\":").count - 1)
  }

  @Test("paths are those of the repository where a format is for one, and the given ones elsewhere")
  func paths() throws {
    try tool.write(".git/HEAD", "")
    try tool.write("channels/a b.yaml", Self.wrong)
    for name in ["a b.yaml", "../channels/a b.yaml", tool.path("channels/a b.yaml")] {
      let words = ["--output", "sarif=s", "--output", "github=g", "--output", "gitlab=l", "--output", "concise=c"]
      #expect(try tool.shell("cd channels && rung check '\(name)' \(words.joined(separator: " "))").code == 1)
      #expect(try tool.read("channels/s").contains(#""uri":"channels/a%20b.yaml""#))
      #expect(try tool.read("channels/g").hasPrefix("::error file=channels/a b.yaml,line=3,"))
      #expect(try tool.read("channels/l").contains(#""path":"channels/a b.yaml""#))
      #expect(try tool.read("channels/c").hasPrefix("\(name):3:11: error[spec/unknown-target]: "), "\(name)")
    }
    let piped = try tool.run("check", "-", "--format", "sarif", input: Self.wrong)
    #expect(piped.out.contains(#""uri":"%3Cstdin%3E""#))
    #expect(try tool.run("check", "-", "--stdin-filename", "channels/new.yaml", "--format", "github", input: Self.wrong).out.contains("file=channels/new.yaml,"))
    // A finding in a shipped preset is where the spec names it.
    try tool.write("p.yaml", "rung: 1\nname: a\ntargets: {qencode: {}}\nladder: {preset: apple-hevc}\n")
    let found = try tool.run("check", "p.yaml", "--notes", "--format", "json").out
    let preset = try tool.run("check", "p.yaml", "--notes", "--format", "sarif").out
    #expect(!found.contains("\"file\": \"presets/") || preset.contains("(presets/apple-hevc.yaml:"))
    #expect(!preset.contains(#""uri":"presets"#))
  }

  @Test("what could not be read is in every format that has a place for it, and no result without one")
  func unreadable() throws {
    try tool.write("a.yaml", Self.wrong)
    for format in FindingsFormat.allCases where format != .text && format != .concise {
      let result = try tool.run("check", "gone.yaml", "a.yaml", "--format", format.rawValue)
      #expect(result.code == 3 && result.out.contains("gone.yaml") && result.err.contains("error: gone.yaml does not exist"), "\(format)\(result.out)")
    }
    // An empty document would be taken for a clean one.
    try tool.write("empty/README.md", "")
    for format in ["sarif", "github", "junit", "markdown"] {
      let result = try tool.run("check", "empty", "--format", format)
      #expect(result.code == 3 && result.out.contains("no stream spec in empty"), "\(format)\(result.out)")
    }
    let sarif = try tool.run("check", "gone.yaml", "--format", "sarif").out
    #expect(sarif.contains(#""executionSuccessful":false,"toolExecutionNotifications":[{"level":"error""#) && sarif.contains("\"results\":[]"))
  }

  @Test("files are replaced as a whole or not at all, and a second run leaves them out")
  func files() throws {
    try tool.write("a.yaml", Self.wrong)
    // JSON in a directory that is judged.
    let formats = [FindingsFormat.json, .jsonl, .sarif, .gitlab, .rdjson]
    let words = formats.flatMap { ["--output", "\($0.rawValue)=\($0.rawValue).json"] }
    let first = try tool.run(list: ["check", "."] + words)
    let written = try formats.map { try tool.read("\($0.rawValue).json") }
    let second = try tool.run(list: ["check", "."] + words)
    #expect(first.code == 1 && second.code == 1 && second.out == first.out, "\(second.err)")
    #expect(try formats.map { try tool.read("\($0.rawValue).json") } == written)
    // What is judged is never written, and then nothing is.
    let spec = try tool.run("check", ".", "--output", "sarif=s", "--output", "json=a.yaml")
    #expect(spec.code == 3 && spec.err.contains("a.yaml is a file that this run reads"))
    #expect(try tool.read("a.yaml") == Self.wrong)
    #expect(try !tool.names().contains("s"))
    let folder = try tool.run("check", "a.yaml", "--output", "sarif=s", "--output", "json=missing/b")
    #expect(folder.code == 3, "\(folder.err)")
    #expect(try !tool.names().contains("s"))
    #expect(try tool.run("check", "a.yaml", "--output", "sarif=s", "--output", "json=./s").code == 3)
  }

  @Test("one format is printed, and the command line says which")
  func printed() throws {
    try tool.write("a.yaml", Self.wrong)
    let json = try tool.run("check", "a.yaml", "--format", "json").out
    #expect(try tool.run("check", "a.yaml", "--output", "json=-").out == json)
    let both = try tool.run("check", "a.yaml", "--format", "concise", "--output", "json=j")
    #expect(both.out.hasPrefix("a.yaml:3:11: error["))
    #expect(try tool.read("j") == json)
    for (words, message) in [
      (["--output", "json=-", "--output", "sarif=-"], "only one format can be printed"), (["--format", "text", "--output", "json=-"], "both say what is printed"),
      (["--output", "sarif"], "write a format and a path, as sarif=rung.sarif"), (["--output", "sarfi=a"], "did you mean `sarif`?"), (["--format", "xml"], "there is no format `xml`"),
      (["--output", "json="], "a path cannot be empty"),
    ] {
      let result = try tool.run(list: ["check", "a.yaml"] + words)
      #expect(result.code == 2 && result.err.contains(message), "\(words): \(result.err)")
    }
  }

  @Test("colors: the command line, then NO_COLOR, then FORCE_COLOR and CLICOLOR_FORCE, then the terminal")
  func colors() throws {
    try tool.write("a.yaml", Self.wrong)
    func isColored(_ words: [String] = [], _ environment: [String: String] = [:]) throws -> Bool {
      try tool.shell("rung check a.yaml \(words.joined(separator: " "))", environment: environment).out.contains("\u{1B}[1;31m")
    }
    #expect(try !isColored())
    #expect(try isColored(["--color", "always"], ["NO_COLOR": "1"]))
    #expect(try isColored([], ["FORCE_COLOR": "1"]) && isColored([], ["CLICOLOR_FORCE": "1"]))
    #expect(try !isColored([], ["FORCE_COLOR": "0"]) && !isColored([], ["CLICOLOR_FORCE": "0"]) && !isColored([], ["FORCE_COLOR": ""]))
    #expect(try !isColored([], ["FORCE_COLOR": "1", "NO_COLOR": "1"]) && !isColored(["--color", "never"], ["FORCE_COLOR": "1"]))
    #expect(try isColored(["--format", "concise", "--color=always"]))
    let terminal = "script -qec 'rung check a.yaml --color never' /dev/null"
    #expect(try !tool.shell(terminal, environment: ["TERM": "xterm"]).out.contains("\u{1B}["))
    // Nothing that a program reads has any, and a file only where the command line says so.
    for format in FindingsFormat.allCases where format != .text && format != .concise {
      #expect(try !isColored(["--color", "always", "--format", format.rawValue]), "\(format)")
    }
    #expect(try isColored(["--output", "text=t"], ["FORCE_COLOR": "1"]) && !tool.read("t").contains("\u{1B}"))
    #expect(try isColored(["--output", "text=t", "--color", "always"]) && tool.read("t").contains("\u{1B}[1;31m"))
    for command in ["matrix a.yaml", "compile a.yaml", "explain spec/unknown-key", "plan a.yaml"] {
      let result = try tool.shell("rung \(command) --color always 2>&1")
      #expect(result.out.contains("\u{1B}["), "\(command): \(result.out)")
    }
  }

  @Test("the recipes check as they stand, and hand on the files that they write", arguments: ["github.yaml", "gitlab.yaml", "Jenkinsfile", "reviewdog.yaml"])
  func recipes(_ name: String) throws {
    let recipe = try #require(RungTestSupport.Repository.text("docs/examples/\(name)"))
    let start = try #require(recipe.firstRange(of: "rung check channels/")).lowerBound
    let line = recipe[start...].prefix { $0 != "\n" && $0 != "'" }
    try tool.write("channels/a.yaml", Self.wrong)
    try tool.write("summary.md", "")
    let command = String(line)
    let result = try tool.shell(command, environment: ["GITHUB_STEP_SUMMARY": "summary.md"])
    #expect(result.code == (name == "reviewdog.yaml" ? 0 : 1), "\(command)\n\(result.err)")
    for output in command.matches(of: /--output "?\w+=([\w.$-]+)/).map({ String($0.1) }) {
      #expect(recipe.components(separatedBy: output).count > 2 || output == "$GITHUB_STEP_SUMMARY", "\(output) is written, and nothing reads it")
      #expect(try tool.read(output == "$GITHUB_STEP_SUMMARY" ? "summary.md" : output).contains("tenbite"), "\(output)")
    }
  }
}
