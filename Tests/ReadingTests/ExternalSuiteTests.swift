import Foundation
@testable import RungReading
import RungSource
import RungTestSupport
import Testing

/// Suites of others, read from where somebody has laid them: yaml-test-suite (its branch `data`) and JSONTestSuite. Nothing of theirs is
/// in this repository but the names of cases with another verdict, in external-suites.txt.
///
///     RUNG_YAML_SUITE=…/yaml-test-suite RUNG_JSON_SUITE=…/JSONTestSuite swift test --filter ExternalSuiteTests
@Suite struct ExternalSuiteTests {
  private static let yaml = Repository.variable("RUNG_YAML_SUITE")
  private static let json = Repository.variable("RUNG_JSON_SUITE")

  /// What a reader makes of a text: its documents and the ids of its errors.
  static func read(_ bytes: [UInt8], _ format: SourceFormat) -> (documents: [Node], errors: [String]) {
    var report = Report()
    let documents = Reader.read(SourceFile(name: "case", bytes: bytes), id: FileID(index: 0), format: format, into: &report)
    return (documents, report.diagnostics.filter { $0.severity == .error }.map(\.id.rawValue))
  }

  /// A value with the keys of its objects in order, for comparison.
  static func canonical(_ json: String) throws -> String {
    let value = try JSONSerialization.jsonObject(with: Data(json.utf8), options: .fragmentsAllowed)
    return String(decoding: try JSONSerialization.data(withJSONObject: value, options: [.sortedKeys, .fragmentsAllowed]), as: UTF8.self)
  }

  /// By the case's name, the lines of external-suites.txt that begin with the word.
  private static func pinned(_ suite: String) throws -> [String: String] {
    let text = try #require(Repository.text("Tests/ReadingTests/external-suites.txt"))
    let lines = text.split(separator: "\n").filter { $0.hasPrefix("\(suite) ") }.map { $0.split(separator: " ", maxSplits: 2) }
    return Dictionary(uniqueKeysWithValues: lines.map { (String($0[1]), String($0[2])) })
  }

  private static func compare(_ found: [String: String], _ suite: String) throws {
    let pinned = try pinned(suite)
    for name in Set(found.keys).union(pinned.keys).sorted() where found[name] != pinned[name] {
      Issue.record("\(suite) \(name) \(found[name] ?? "no deviation"), pinned: \(pinned[name] ?? "none")")
    }
  }

  @Test("yaml-test-suite: verdicts and values", .enabled(if: yaml != nil))
  func yamlSuite() throws {
    let root = try #require(Self.yaml)
    // The folders `name` and `tags` hold links to the cases.
    let cases = Repository.names(in: root).filter { !["name", "tags"].contains($0) }.flatMap { Repository.files(below: "\(root)/\($0)", ending: "in.yaml") }
    try #require(cases.count >= 402, "\(root) holds \(cases.count) cases; take the branch `data`")
    var found: [String: String] = [:]
    for file in cases {
      let folder = file.dropLast("/in.yaml".count)
      let name = String(folder.dropFirst(root.count).drop { $0 == "/" })
      let (documents, errors) = Self.read(try #require(Repository.bytes(file)), .yaml)
      let isSound = !Repository.exists("\(folder)/error")
      guard isSound == errors.isEmpty else {
        found[name] = errors.first.map { "refused \($0)" } ?? "accepted"
        continue
      }
      // One value; several stand one after the other, which is no JSON.
      guard isSound, let json = Repository.text("\(folder)/in.json"), let expected = try? Self.canonical(json), documents.count == 1 else { continue }
      let value = try Self.canonical(JSONWriter.shown(documents[0]))
      if value != expected { found[name] = "differs \(value)" }
    }
    try Self.compare(found, "yaml")
  }

  @Test("JSONTestSuite: verdicts", .enabled(if: json != nil))
  func jsonSuite() throws {
    let folder = "\(try #require(Self.json))/test_parsing"
    let cases = Repository.names(in: folder)
    try #require(cases.count >= 318, "\(folder) holds \(cases.count) cases")
    var found: [String: String] = [:]
    for name in cases {
      let errors = Self.read(try #require(Repository.bytes("\(folder)/\(name)")), .json).errors
      let verdict = errors.first.map { "refused \($0)" } ?? "accepted"
      // y_ must be read and n_ must not; of i_ a reader decides.
      if name.hasPrefix("i_") || name.hasPrefix("y_") != errors.isEmpty { found[name] = verdict }
    }
    try Self.compare(found, "json")
  }
}
