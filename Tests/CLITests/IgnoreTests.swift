import Foundation
import Rung
import RungTestSupport
import Testing

/// `.gitignore`, as git itself reads it.
@Suite struct IgnoreTests {
  private static let atoms = [
    "*", "?", "**", "/", "/", "/", "a", "b", "ab", "a.yaml", "*.yaml", "[ab]", "[!a]", "[^b]", "[a-c]", "[]a]", "[a", "\\a", "\\*", "a*b", "*a*", "**/", "/**", "/**/", "foo", "foo.yaml", "[[:alpha:]]",
    "[[:digit:]b]", "[a-]", "[!a-b]*", ".", "1", " ", "\\ ", "é",
  ]
  private static let paths = [
    "a", "b", "ab", "a.yaml", "b.yaml", "foo", "foo.yaml", "a/b", "a/a.yaml", "a/b/a.yaml", "b/a/foo.yaml", "foo/a", "foo/bar/a.yaml", "foo/a/b/ab/foo.yaml", "ab/foo/b", "1", "1/a", "a b", "a ", "*", "]", "[a", "-", "c/1.yaml", "é", "é/a",
  ]

  @Test("each pattern takes the same paths as git's")
  func patterns() throws {
    let tool = try Tool()
    var random = SplitMix(seed: 15)
    var patterns = Self.atoms + ["/a", "a/", "/a/", "a/b", "!a", "#a", "\\#a", "\\!a", "a/**/b", "**/foo", "foo/**", "a/*", "a/*/b", "*/", "!*/", "/*", "/**", "**/a/**", "a\\", "foo/bar/", "  ", "a  "]
    for _ in 0..<Depth.times(3000, quick: 400) {
      let count = 1 + Int(random.next() % 5)
      var pattern = (0..<count).map { _ in Self.atoms[Int(random.next() % UInt64(Self.atoms.count))] }.joined()
      if random.next() % 6 == 0 { pattern = "/" + pattern }
      if random.next() % 6 == 0 { pattern += "/" }
      patterns.append(pattern)
    }
    var questions = ""
    for (index, pattern) in patterns.enumerated() {
      // The one before takes all, so that one that is taken back shows as well.
      let text = pattern.hasPrefix("!") ? "*\n\(pattern)\n" : pattern + "\n"
      try tool.write("d\(index)/.gitignore", text)
      for path in Self.paths { questions += "d\(index)/\(path)\u{0}" }
    }
    try tool.write("questions", questions)
    let answer = try tool.shell("git init -q . && git -c core.ignorecase=false check-ignore --no-index -z --stdin < questions", environment: Repository.environment)
    let ignored = Set(answer.out.split(separator: "\u{0}").map(String.init))
    #expect(answer.code == 0 && ignored.count > 500, "\(answer.err)")
    for (index, pattern) in patterns.enumerated() {
      let file = IgnoreFile(Array((pattern.hasPrefix("!") ? "*\n\(pattern)\n" : pattern + "\n").utf8))
      for path in Self.paths {
        let expected = ignored.contains("d\(index)/\(path)")
        #expect(Self.isIgnored(path, by: file) == expected, "`\(pattern)` and `\(path)`: git says \(expected)")
      }
    }
  }

  private static func isIgnored(_ path: String, by file: IgnoreFile) -> Bool {
    let parts = path.split(separator: "/")
    for count in 1...parts.count {
      if file.verdict(parts.prefix(count).joined(separator: "/"), isDirectory: count < parts.count)?.isIgnored == true { return true }
    }
    return false
  }

  @Test("a directory is searched as git lists it: nested files, negation, directories, another repository", arguments: 0..<8)
  func directories(_ seed: Int) throws {
    let tool = try Tool()
    var random = SplitMix(seed: UInt64(seed))
    let names = ["a", "b", "foo", "ab"]
    var folders = [""]
    for folder in names { folders += [folder + "/"] + names.map { "\(folder)/\($0)/" } }
    let patterns = ["a/", "/b", "*.yaml", "!a.yaml", "foo/**", "!foo/a.yaml", "**/ab", "b/*", "!b/foo", "ab/foo/", "/foo.yaml", "!*/", "a.yaml", "# c", "[ab].yaml"]
    for folder in folders {
      for name in names { try tool.write("\(folder)\(name).yaml", "rung: 1\nname: a\n") }
      guard folder.isEmpty || random.next() % 3 == 0 else { continue }
      let lines = (0...Int(random.next() % 3)).map { _ in patterns[Int(random.next() % UInt64(patterns.count))] }
      try tool.write("\(folder).gitignore", lines.joined(separator: seed % 2 == 0 ? "\n" : "\r\n") + "\n")
    }
    let listed = try tool.shell("git init -q . && git ls-files --others --exclude-standard -- '*.yaml'", environment: Repository.environment)
    let expected = Set(listed.out.split(separator: "\n").map(String.init))
    #expect(try Self.judged(try tool.run("check", ".", "--format", "json")) == expected)
    // From within, and with the directory named, what is above holds as well.
    let below = try Self.judged(try tool.run("check", ".", "--format", "json", in: "a")).map { "a/\($0)" }
    #expect(Set(below) == expected.filter { $0.hasPrefix("a/") } || Self.isWholeIgnored("a", expected))
    let all = try Self.judged(try tool.run("check", ".", "--format", "json", "--config", "all.yaml"), or: 3)
    #expect(all.isEmpty)
    try tool.write("rung.yaml", "gitignore: false\n")
    #expect(try Self.judged(try tool.run("check", ".", "--format", "json")).count == 4 * folders.count)
  }

  /// A directory that is ignored itself is searched where it is named.
  private static func isWholeIgnored(_ folder: String, _ files: Set<String>) -> Bool { !files.contains { $0.hasPrefix(folder + "/") } }

  private static func judged(_ result: Tool.Result, or code: Int32 = 0) throws -> Set<String> {
    guard result.code != 3 else { return [] }
    let document = try #require(JSONSerialization.jsonObject(with: Data(result.out.utf8)) as? [String: Any], "\(result.err)")
    return Set(try #require(document["diagnostics"] as? [[String: Any]]).compactMap { $0["file"] as? String })
  }
}
