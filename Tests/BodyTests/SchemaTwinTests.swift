import Rung
import RungProviders
import RungSource
import RungSpec
import RungTestSupport
import Testing

/// The published JSON Schema of a body takes what `check --as` takes, and refuses what its declaration refuses: over the
/// bodies that are kept, and many with something changed, judged by a validator from outside.
@Suite struct SchemaTwinTests {
  /// Rules of the declarations, which a schema can state; the rest is knowledge that a schema has no words for.
  private static let declared: Set<String> = [
    "unknown-field", "missing-field", "wrong-field-type", "value-not-taken", "value-out-of-range", "value-not-readable", "list-length", "listed-twice",
  ]

  @Test("both judge every body alike", .enabled(if: Judge.present(.jsonschema, .ruamel)), arguments: Providers.all.filter { $0.reader != nil }.map { $0.id })
  func alike(_ id: String) throws {
    let provider = try #require(Providers.named(id))
    var random = SplitMix(seed: 0x5C4E)
    var cases: [String] = []
    var kinds: Set<String> = []
    for request in provider.requests where request.schema != nil {
      let name = try RequestName.parse("\(id).\(request.name)").get()
      let mutator = BodyMutator(of: request, at: provider)
      for (file, text) in Self.texts(of: request, at: id) where Self.verdict(text, name) == true {
        kinds.insert("\(id).\(request.name)")
        for number in 0..<Depth.times(300, quick: 20) {
          let body = number == 0 ? text : mutator.mutated(text, &random)
          guard let tree = Disguise.tree(body), Self.isPlain(tree), !Self.isAnswer(tree, request), let isTaken = Self.verdict(body, name) else { continue }
          cases.append(
            "{\"name\": \(Rewriting.quoted("\(file) as \(request.name): \(tree.compact)")), \"schema\": \"\(id).\(request.name)\", \"format\": \"json\", \"text\": \(Rewriting.quoted(body)), \"valid\": \(isTaken)}")
        }
      }
    }
    #expect(kinds.count == provider.requests.count { $0.schema != nil }, "no body for each request of \(id): \(kinds.sorted())")
    let schemas = allSchemas.filter { kinds.contains($0.name) }.map { "\(Rewriting.quoted($0.name)): \(Rewriting.quoted($0.text))" }
    let folder = try #require(Repository.temporaryFolder())
    defer { _ = Repository.shell("rm -r '\(folder)'") }
    try #require(Repository.write("{\"schemas\": {\(schemas.joined(separator: ", "))}, \"cases\": [\n\(cases.joined(separator: ",\n"))\n]}\n", to: "\(folder)/manifest.json"))
    let result = Repository.shell("'\(Judge.python)' Tests/UpToDateTests/judge.py '\(folder)/manifest.json'")
    #expect(result.status == 0, "\(result.output)")
  }

  /// The bodies that are kept, and for a request without one the least that its declaration takes.
  private static func texts(of request: RequestKind, at provider: String) -> [(file: String, text: String)] {
    let files = Repository.files(below: "Tests/Bodies/\(provider)", ending: ".json").filter { !$0.contains("response") }
    let least = request.schema.map { object in
      "{\(object().properties.filter { $0.required }.map { "\"\($0.key)\": \"\($0.schema.firstWord ?? "example")\"" }.joined(separator: ", "))}"
    }
    return files.compactMap { file in Repository.text(file).map { (file, $0) } } + [("the least", least ?? "")]
  }

  /// Whether a check takes the body, or its declaration refuses it; nil where only a rule does, which a schema has no words for.
  private static func verdict(_ text: String, _ name: RequestName) -> Bool? {
    let errors = check(SourceInput(name: "body.json", text: text), as: name).diagnostics.filter { $0.severity == .error }
    if errors.isEmpty { return true }
    // MK.IO takes anything here, and AWS's model says nothing of what these texts look like; the spec has words for some of it.
    let tree = Disguise.tree(text)
    var free = [tree?.value(at: "properties.pipeline.arguments")?.span].compactMap { $0 }
    if name.provider == "medialive" { tree?.forEachLeaf { path, leaf in if path.hasSuffix(".Cidr") || path.hasSuffix(".Url") || leaf.scalar?.type == .decimal { free.append(leaf.span) } } }
    let isDeclared = errors.contains { error in
      declared.contains(String(error.id.rawValue.split(separator: "/").last ?? "")) && !free.contains { $0.lower <= error.span.lower && error.span.upper <= $0.upper }
    }
    return isDeclared ? false : nil
  }

  /// An answer is read with more patience than a request, which is what the schema is of.
  private static func isAnswer(_ tree: Node, _ request: RequestKind) -> Bool {
    request.filled.count { !tree.entries(at: $0.path).isEmpty || !tree.entries(at: $0.path.camelCase).isEmpty } > 1
  }

  /// Whether the two count alike: JSON Schema 2020-12 takes `25.0` and `1e3` for integers, the providers' documents
  /// (OpenAPI 3.0) do not; a number in quotes may have an exponent too, which no expression keeps in a range. An empty body is
  /// recognized as none.
  private static func isPlain(_ tree: Node) -> Bool {
    guard case .map(let entries) = tree.content, !entries.isEmpty else { return false }
    var isPlain = true
    tree.forEachLeaf { leaf in
      guard let scalar = leaf.scalar, let number = Double(scalar.text) else { return }
      if Scalar(scalar.text, .plain).type == .decimal, number.rounded() == number { isPlain = false }
    }
    return isPlain
  }
}

extension Schema {
  fileprivate var firstWord: String? { if case .oneOf(let words) = self { words.first } else { nil } }
}
