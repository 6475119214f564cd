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

  static let all: [BodyFixture] = Providers.all.map(\.id).flatMap { provider in
    Repository.names(in: "Tests/Bodies/\(provider)").filter { $0.hasSuffix(".json") }.map { name in
      BodyFixture(provider: provider, name: name, text: Repository.text("Tests/Bodies/\(provider)/\(name)") ?? "")
    }
  }

  /// What somebody would send: no answers.
  static let requests = all.filter { !$0.name.hasSuffix("-response.json") }

  /// Recognised where that is sure; what is left of an update may look like something else.
  var request: RequestName? { try? RequestName.parse(name.hasPrefix("update") ? "\(provider).update" : provider).get() }

  func checked(_ text: String) -> Analysis? {
    request.map { check(Input(name: name, text: text), as: $0) }
  }

  func imported(_ text: String) -> ImportedSpec? {
    request.map { Rung.imported(together: [Input(name: name, text: text)], as: $0) }
  }
}

extension Node {
  /// As JSON in one line, for messages.
  var compact: String { Rewriting(self, as: .json).map { String(decoding: $0.bytes, as: UTF8.self) } ?? "?" }
}

/// Numbers that look random, the same in every run.
struct SplitMix: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  mutating func chance(_ percent: Int = 50) -> Bool { Int.random(in: 0..<100, using: &self) < percent }
  mutating func pick<Value>(_ values: [Value]) -> Value { values[Int.random(in: values.indices, using: &self)] }
}
