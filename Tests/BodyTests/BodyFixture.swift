import Rung
import RungProviders
import RungReading
import RungSource
import RungTestSupport
import Testing

/// A file below Tests/Bodies: a body of the provider whose folder it lies in.
struct BodyFixture: Sendable, CustomStringConvertible {
  let provider: String
  let name: String
  let text: String

  var description: String { "\(provider)/\(name)" }

  static let all: [BodyFixture] = Providers.ids.flatMap { provider in
    Repository.names(in: "Tests/Bodies/\(provider)").filter { $0.hasSuffix(".json") }.map { name in
      BodyFixture(provider: provider, name: name, text: Repository.text("Tests/Bodies/\(provider)/\(name)") ?? "")
    }
  }

  /// What somebody would send: no answers.
  static let requests = all.filter { !$0.name.hasSuffix("-response.json") }

  /// Recognised where that is sure; what is left of an update may look like something else.
  var request: RequestName? {
    let isNamed = kind != "create" || ["mkio", "qencode"].contains(provider)
    return try? RequestName.parse(isNamed ? "\(provider).\(kind)" : provider).get()
  }

  /// The request that the file is named for.
  var kind: String {
    let kinds = Providers.named(provider)?.requests.filter { $0.judge != nil }.map(\.name) ?? []
    return kinds.filter { name.hasPrefix($0) }.max { $0.count < $1.count } ?? "create"
  }

  func checked(_ text: String) -> Analysis? {
    request.map { check(SourceInput(name: name, text: text), as: $0) }
  }

  func imported(_ text: String) -> ImportedSpec? {
    request.map { Rung.imported(together: [SourceInput(name: name, text: text)], as: $0) }
  }
}

extension Node {
  /// As JSON in one line, for messages.
  var compact: String { Rewriting(self, as: .json).map { String(decoding: $0.bytes, as: UTF8.self) } ?? "?" }
}

extension SplitMix {
  mutating func chance(_ percent: Int = 50) -> Bool { Int.random(in: 0..<100, using: &self) < percent }
  mutating func pick<Value>(_ values: [Value]) -> Value { values[Int.random(in: values.indices, using: &self)] }
}
