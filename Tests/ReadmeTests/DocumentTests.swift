import Rung
import RungProviders
import RungTestSupport
import Testing

/// README.md and docs/: every block runs, every link leads somewhere, and everything that Rung has is in one place.
@Suite struct DocumentTests {
  @Test("README.md is short")
  func short() throws {
    #expect(try #require(DocumentPage.all.first).text.split(separator: "\n", omittingEmptySubsequences: false).count <= 251)
  }

  @Test("the commands of a page do what it says", arguments: DocumentPage.all.filter { !$0.scripts.isEmpty })
  func run(_ page: DocumentPage) throws {
    let folder = try #require(Repository.temporaryFolder())
    defer { _ = Repository.shell("rm -rf '\(folder)'") }
    _ = Repository.shell("mkdir '\(folder)/blocks'")
    for (index, script) in page.scripts.enumerated() {
      #expect(Repository.write(script.text, to: "\(folder)/blocks/\(index + 1).sh"))
      if let status = script.status { #expect(Repository.write(status, to: "\(folder)/blocks/\(index + 1).status")) }
    }
    // Who changes Rung is in a clone of it.
    if page.path == "docs/CONTRIBUTING.md" { #expect(Repository.write("", to: "\(folder)/blocks/copy")) }
    let result = Repository.shell("Tests/ReadmeTests/run.sh '\(Repository.root)' '\(Repository.products)' '\(folder)'")
    #expect(result.status == 0, "\(result.output)")
  }

  @Test("the specs that are shown are canonical")
  func canonical() {
    let result = Repository.shell("'\(Repository.program)' fmt --check docs/examples")
    #expect(result.status == 0, "\(result.output)")
  }

  @Test("no block is left that nothing runs or prints", arguments: DocumentPage.all)
  func covered(_ page: DocumentPage) {
    for block in page.blocks where !block.isGenerated && !["sh", "text"].contains(block.language) {
      let isCompiled = block.language == "swift" && Self.compiled.contains { $0.contains(Self.lines(of: block.text)) }
      #expect(isCompiled, "\(page.path):\(block.line): `\(block.language)` is written by hand, and no test reads it")
    }
  }

  /// The examples of the library, which these tests are built of, and the line that a package of a reader's has.
  private static let compiled = Repository.files(below: "Tests/ReadmeTests", ending: ".swift").map { lines(of: Repository.text($0) ?? "") }
    + [".package(path: \"../rung\")   // product: \"Rung\""]

  /// Without what indents them.
  private static func lines(of text: String) -> String {
    text.split(separator: "\n").map { $0.drop { $0 == " " } }.joined(separator: "\n")
  }

  @Test("links lead to files of the repository", arguments: DocumentPage.all)
  func links(_ page: DocumentPage) {
    let folder = page.path.split(separator: "/").dropLast()
    for link in page.text.matches(of: /\]\(([^)<>:#]+)(#[^)]*)?\)/) {
      var path = Array(folder)
      for part in link.1.split(separator: "/") { if part == ".." { _ = path.popLast() } else if part != "." { path.append(part) } }
      #expect(Repository.exists(path.joined(separator: "/")), "\(page.path): \(link.0)")
    }
  }

  // MARK: Reference

  /// How often a line of a kind stands in the reference.
  private static func lines(_ prefix: String) -> [String: Int] {
    var counts: [String: Int] = [:]
    for page in DocumentPage.all where page.path.hasPrefix("docs/reference/") {
      for line in page.text.split(separator: "\n") where line.hasPrefix(prefix) { counts[String(line.dropFirst(prefix.count)), default: 0] += 1 }
    }
    return counts
  }

  @Test("every rule is in one place")
  func rules() {
    let headings = Self.lines("## `")
    for rule in allRules { #expect(headings["\(rule.id)`"] == 1, "\(rule.id): docs/reference/rules needs the page of its family") }
    let families = Set(allRules.map { $0.family ?? "provider" })
    for page in Repository.names(in: "docs/reference/rules") where page != "README.md" {
      #expect(families.contains(String(page.dropLast(3))), "docs/reference/rules/\(page) is about no family")
    }
  }

  @Test("every provider, with its limits, is in one place")
  func providers() {
    let blocks = Self.lines("<!-- markdown: providers ")
    for id in Providers.ids {
      #expect(blocks["\(id) -->"] == 1, "\(id): docs/reference/providers/\(id).md is missing")
      #expect(Repository.text("docs/reference/providers/README.md")?.contains("(\(id).md)") == true, "\(id)")
    }
  }

  @Test("every field is in one place")
  func fields() throws {
    let page = try #require(DocumentPage.all.first { $0.path == "docs/reference/spec.md" })
    let sections = page.text.split(separator: "\n## `")
    #expect(Set(sections.map { $0.prefix { $0 != "`" } }).count == sections.count)
    for key in ["rung", "name", "ladder", "packaging"] { #expect(sections[0].contains("| `\(key)`"), "\(key)") }
    for target in Targets.ids { #expect(sections.contains { $0.hasPrefix("targets.\(target)`") }, "\(target)") }
  }

  @Test("every preset and every format is in one place")
  func presets() {
    let list = Repository.text("docs/reference/presets.md") ?? ""
    for preset in allPresets { #expect(list.split(separator: "\n").filter { $0.hasPrefix("\(preset.name) ") }.count == 1, "\(preset.name)") }
    let formats = Repository.names(in: "docs/reference/formats").filter { $0 != "README.md" }.map { String($0.dropLast(3)) }
    let own = Repository.names(in: "schemas").filter { $0.contains(".v1.") && !$0.hasPrefix("stream.") }.map { String($0.prefix { $0 != "." }) }
    #expect(Set(formats) == Set(own))
  }

  @Test("every command is in one place")
  func commands() {
    let blocks = Self.lines("<!-- rung: ")
    var waiting = [""]
    while let command = waiting.popLast() {
      let help = Repository.shell("'\(Repository.program)' \(command) --help")
      #expect(help.status == 0)
      #expect(blocks["\(command)\(command.isEmpty ? "" : " ")--help -->"] == 1, "rung \(command)")
      let lines = help.output.split(separator: "\n", omittingEmptySubsequences: false).drop { $0 != "SUBCOMMANDS:" }.dropFirst()
      for line in lines.prefix(while: { !$0.isEmpty }) where line.hasPrefix("  ") && !line.hasPrefix("   ") {
        let name = line.split(separator: " ")[0]
        waiting.append(command.isEmpty ? String(name) : "\(command) \(name)")
      }
    }
  }

  @Test("every exit code is in one place")
  func exitCodes() {
    let codes = (Repository.text("Sources/rung-cli/Exit.swift") ?? "").matches(of: /case \w+ = (\d+)/).map { String($0.1) }
    #expect(codes.count == 4)
    for code in codes { #expect(Self.lines("| \(code) |").count == 1, "\(code)") }
  }
}
