import Rung
import RungSource
import RungSpec
import RungTestSupport
import Testing

/// Bodies as a provider's documents print them, keys and all. A spec holds references where they have keys, so a case may
/// have `printed/`: the bodies word for word, and `secrets.txt` with what the references stand for.
@Suite struct PrintedBodyTests {
  @Test("with the secrets of the documents the bodies are those of the documents, value for value")
  func printed() {
    var compared = 0
    for golden in GoldenCase.all {
      let folder = "\(golden.folder)/printed"
      let names = Repository.names(in: folder).filter { $0.hasSuffix(".json") }
      guard !names.isEmpty else { continue }
      let secrets = Self.secrets(Repository.text("\(folder)/secrets.txt") ?? "")
      let results = golden.results(of: "spec.yaml")
      for name in names {
        guard let body = results[name].flatMap(Disguise.tree), let printed = Repository.text("\(folder)/\(name)").flatMap(Disguise.tree) else {
          Issue.record("\(folder)/\(name): one of the two does not read, or is not there")
          continue
        }
        let difference = Self.resolved(body, secrets).firstDifference(from: printed)
        #expect(difference == nil, "\(folder)/\(name): compiled against printed")
        compared += 1
      }
    }
    #expect(compared > 0, "no case has printed bodies")
  }

  @Test("a printed secret stands in no spec")
  func kept() {
    for golden in GoldenCase.all {
      for (_, secret) in Self.secrets(Repository.text("\(golden.folder)/printed/secrets.txt") ?? "") {
        for spec in golden.specs {
          let text = String(decoding: golden.bytes(of: spec) ?? [], as: UTF8.self)
          #expect(!text.contains(secret), "\(golden)/\(spec) holds \(secret)")
        }
      }
    }
  }

  /// Lines of `NAME=value`.
  private static func secrets(_ text: String) -> [String: String] {
    var secrets: [String: String] = [:]
    for line in text.split(separator: "\n") where !line.hasPrefix("#") {
      let parts = line.split(separator: "=", maxSplits: 1)
      if parts.count == 2 { secrets[String(parts[0])] = String(parts[1]) }
    }
    return secrets
  }

  /// What `--resolve-secrets` does, with made-up values in the place of the environment.
  private static func resolved(_ node: Node, _ secrets: [String: String]) -> Node {
    switch node.content {
    case .map(let entries): return Node(.map(entries.map { Node.Entry(key: $0.key, value: resolved($0.value, secrets)) }), at: node.place)
    case .list(let items): return Node(.list(items.map { resolved($0, secrets) }), at: node.place)
    case .scalar(let scalar):
      var text = scalar.text
      for name in SecretText.references(in: text) { text = text.replacing("${env:\(name)}", with: secrets[name] ?? "\(name) has no value") }
      return text == scalar.text ? node : .string(text, at: node.place)
    }
  }
}
