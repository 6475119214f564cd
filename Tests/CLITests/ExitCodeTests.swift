import Testing

/// Every command keeps the table of `rung --help`: 0 nothing found, 1 found, 2 wrong usage, 3 could not judge.
@Suite struct ExitCodeTests {
  /// With GOOD, BAD and GONE for files, and whether a fault in the file is something that the command finds.
  private static let commands: [(words: [String], findsFaults: Bool)] = [
    (["check"], true), (["compile"], true), (["plan"], true), (["matrix"], true), (["report"], true),
    (["ladder", "inspect"], true), (["ladder", "preview"], true), (["diff", "GOOD"], true),
    (["check", "--as", "tenbyte"], true), (["import", "--from", "tenbyte"], true), (["convert", "--from", "tenbyte", "--for", "qencode"], true),
    (["explain", "--value", "FILE", "name"], false),
  ]

  @Test("good, faulty, unreadable, wrong usage", arguments: commands)
  func codes(_ words: [String], _ findsFaults: Bool) throws {
    let tool = try Tool()
    try tool.write("good.yaml", Spec.good)
    try tool.write("bad.yaml", Spec.bad)
    try tool.write("good.json", try tool.run("compile", "good.yaml").out)
    try tool.write("bad.json", try tool.read("good.json").replacing("\"fps\": 25", with: "\"fps\": 1000"))
    let kind = words.contains("--as") || words.contains("--from") ? "json" : "yaml"
    func run(_ file: String, _ more: [String] = []) throws -> Tool.Result {
      let named = words.map { $0 == "GOOD" ? "good.\(kind)" : $0 == "FILE" ? "\(file).\(kind)" : $0 }
      return try tool.run(list: named + (words.contains("FILE") ? [] : ["\(file).\(kind)"]) + more)
    }
    let good = try run("good")
    #expect(good.code == 0, "\(words): \(good.err)")
    let bad = try run("bad")
    #expect(bad.code == (findsFaults ? 1 : 0), "\(words): \(bad.out) \(bad.err)")
    let gone = try run("gone")
    #expect(gone.code == 3 && gone.out == "" && gone.err.contains("gone.\(kind) does not exist"), "\(words): \(gone.err)")
    let wrong = try run("good", ["--no-such-option"])
    #expect(wrong.code == 2 && wrong.out == "", "\(words): \(wrong.err)")
    // A directory is read, or is not what the command takes: never a success of nothing.
    _ = try tool.shell("mkdir empty")
    let empty = try tool.run(list: words.map { $0 == "GOOD" || $0 == "FILE" ? "empty" : $0 } + (words.contains("FILE") ? [] : ["empty"]))
    #expect(empty.code == 3 && empty.out == "", "\(words): \(empty.err)")
  }

  @Test("what reads no file", arguments: [
    ["rules"], ["providers"], ["presets"], ["presets", "show", "tenbyte-balanced"], ["schema"], ["explain", "ladder/gop-mismatch"], ["completions", "bash"], ["init", "-"],
    ["ladder", "design", "--source", "1920x1080@25"],
  ])
  func withoutFiles(_ words: [String]) throws {
    let tool = try Tool()
    let good = try tool.run(list: words)
    #expect(good.code == 0, "\(words): \(good.err)")
    #expect(try tool.run(list: words + ["--no-such-option"]).code == 2, "\(words)")
  }

  @Test("an output that cannot be written is 3", arguments: [["compile", "a.yaml", "--out", "a.yaml"], ["report", "a.yaml", "-o", "gone/a.html"]])
  func unwritable(_ words: [String]) throws {
    let tool = try Tool()
    try tool.write("a.yaml", Spec.good)
    #expect(try tool.run(list: words).code == 3)
  }
}
