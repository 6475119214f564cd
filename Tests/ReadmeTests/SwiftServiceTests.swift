import RungTestSupport
import Testing

/// examples/swift-service: a package of a user's that depends on a clone by its path, built as the user builds it.
@Suite(.enabled(if: Depth.isFull, "a build of its own, in full depth: RUNG_DEPTH=full")) struct SwiftServiceTests {
  private static let rung = "'\(Repository.program)'"

  /// The folder of the program, or what went wrong. What was built before is not built again.
  private static let built: (program: String, status: Int32, output: String) = {
    let options = "--package-path examples/swift-service --scratch-path .build/swift-service --disable-index-store -debug-info-format none"
    let build = Repository.shell("env -u RUNG_OPTIMIZED swift build \(options)")
    return ("'\(Repository.root)/.build/swift-service/debug/swift-service'", build.status, build.output)
  }()

  /// What the service answers: the number of each answer, and the JSON below it.
  private func answers(_ arguments: String) throws -> [(status: String, body: String)] {
    try #require(Self.built.status == 0, "\(Self.built.output)")
    let result = Repository.shell("\(Self.built.program) \(arguments)")
    #expect(result.status == 0, "\(result.output)")
    var answers: [(status: String, body: String)] = []
    for line in result.output.split(separator: "\n", omittingEmptySubsequences: false).dropLast() {
      if line.count == 3, line.allSatisfy(\.isNumber) { answers.append((String(line), "")) } else { answers[answers.count - 1].body += line + "\n" }
    }
    return answers
  }

  @Test("it builds in Swift 6 mode without a warning")
  func builds() {
    #expect(Self.built.status == 0, "\(Self.built.output)")
    #expect(!Self.built.output.contains("warning:"), "\(Self.built.output)")
    #expect(Repository.text("examples/swift-service/Package.swift")?.contains("swiftLanguageMode(.v6)") == true)
  }

  @Test("findings and bodies are those that rung prints, also of many requests at once")
  func answered() throws {
    // Some of them have errors.
    let specs = Repository.files(below: "Tests/Golden", ending: "spec.yaml").filter { Repository.text($0)?.contains("extends:") == false } + ["docs/examples/mistakes.yaml", "docs/examples/news.yaml"]
    #expect(specs.count > 16)
    let list = specs.map { "'\($0)'" }.joined(separator: " ")
    var statuses: Set<String> = []
    for (spec, answer) in zip(specs, try answers("create \(list)")) {
      let compiled = Repository.shell("\(Self.rung) compile --no-config --format json '\(spec)' 2>/dev/null")
      let found = Repository.shell("\(Self.rung) check --no-config --format json '\(spec)' 2>/dev/null")
      statuses.insert(answer.status)
      #expect(answer.status == (found.status == 0 ? "201" : "422"), "\(spec)")
      if answer.status == "422" { #expect(answer.body == found.output, "\(spec)") } else if compiled.status == 0 { #expect(answer.body == compiled.output, "\(spec)") }
    }
    #expect(statuses == ["201", "422"])
    for (spec, answer) in zip(specs, try answers("check \(list)")) {
      let found = Repository.shell("\(Self.rung) check --no-config --format json '\(spec)' 2>/dev/null")
      #expect(answer.status == (found.status == 0 ? "200" : "422") && answer.body == found.output, "\(spec)")
    }
    // Eight at a time, each of them the same.
    let same = try answers("create \(Array(repeating: "docs/examples/news.yaml", count: 32).joined(separator: " "))")
    #expect(same.count == 32 && Set(same.map(\.body)).count == 1)
  }

  @Test("a change is what rung diff prints")
  func changed() throws {
    let answer = try #require(try answers("change Tests/Diff/old.yaml Tests/Diff/new.yaml").first)
    let diff = Repository.shell("\(Self.rung) diff Tests/Diff/old.yaml Tests/Diff/new.yaml --format json 2>/dev/null")
    #expect(answer.status == "200" && answer.body == diff.output, "\(answer.body)")
  }
}
