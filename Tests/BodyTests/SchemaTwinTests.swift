import Rung
import RungProviders
import RungSource
import RungTestSupport
import Testing

/// The published JSON Schema of a body takes what `check --as` takes, and refuses what its declaration refuses: over the
/// bodies that are kept, and many with something changed, judged by a validator from outside.
@Suite struct SchemaTwinTests {
  /// Rules of the declarations, which a schema can state; the rest is knowledge that a schema has no words for.
  private static let declared: Set<String> = [
    "unknown-field", "missing-field", "wrong-field-type", "value-not-taken", "value-out-of-range", "value-not-readable", "list-length", "listed-twice",
  ]

  @Test(
    "both judge every body alike", .enabled(if: Judge.present(.jsonschema, .ruamel)),
    arguments: ["tenbyte"])
  func alike(_ provider: String) throws {
    var random = SplitMix(seed: 0x5C4E)
    var cases: [String] = []
    var kinds: Set<String> = []
    for file in Repository.files(below: "Tests/Bodies/\(provider)", ending: ".json") where !file.contains("response") && !file.contains("camel") {
      let text = try #require(Repository.text(file))
      for request in try #require(Providers.named(provider)).requests where request.schema != nil {
        let name = try RequestName.parse("\(provider).\(request.name)").get()
        guard Self.isTaken(text, name) else { continue }
        kinds.insert("\(provider).\(request.name)")
        let mutator = BodyMutator(of: request)
        for number in 0..<Depth.times(150, quick: 15) {
          let body = number == 0 ? text : mutator.mutated(text, &random)
          guard let tree = Disguise.tree(body), Self.isPlain(tree) else { continue }
          cases.append(
            "{\"name\": \(Rewriting.quoted("\(file) as \(request.name): \(body)")), \"schema\": \"\(provider).\(request.name)\", \"format\": \"json\", \"text\": \(Rewriting.quoted(body)), \"valid\": \(Self.isTaken(body, name))}")
        }
      }
    }
    let schemas = allSchemas.filter { kinds.contains($0.name) }.map { "\(Rewriting.quoted($0.name)): \(Rewriting.quoted($0.text))" }
    let folder = try #require(Repository.temporaryFolder())
    defer { _ = Repository.shell("rm -r '\(folder)'") }
    try #require(Repository.write("{\"schemas\": {\(schemas.joined(separator: ", "))}, \"cases\": [\n\(cases.joined(separator: ",\n"))\n]}\n", to: "\(folder)/manifest.json"))
    let result = Repository.shell("'\(Judge.python)' Tests/UpToDateTests/judge.py '\(folder)/manifest.json'")
    #expect(result.status == 0, "\(result.output)")
  }

  private static func isTaken(_ text: String, _ name: RequestName) -> Bool {
    !check(SourceInput(name: "body.json", text: text), as: name).diagnostics.contains { finding in
      finding.severity == .error && declared.contains(String(finding.id.rawValue.split(separator: "/").last ?? ""))
    }
  }

  /// Whether the two count alike: JSON Schema 2020-12 takes `25.0` and `1e3` for integers, the providers' documents
  /// (OpenAPI 3.0, protobuf) do not. An empty body is recognized as none.
  private static func isPlain(_ tree: Node) -> Bool {
    guard case .map(let entries) = tree.content, !entries.isEmpty else { return false }
    var isPlain = true
    tree.forEachLeaf { leaf in
      if let scalar = leaf.scalar, scalar.type == .decimal, Double(scalar.text)?.rounded() == Double(scalar.text) { isPlain = false }
    }
    return isPlain
  }
}
