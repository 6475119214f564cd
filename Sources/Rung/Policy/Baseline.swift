internal import RungReading
internal import RungSource
internal import RungSpec

/// Findings that were there before: each passes, and what is new does not. They are known by file, rule and path of keys, so that lines may
/// move.
public struct Baseline: Sendable {
  /// What a finding is known by.
  struct Key: Sendable, Hashable, Comparable {
    /// Relative to the directory of the baseline.
    let file: String
    let rule: String
    let stream: String
    let path: String
    /// What is written at the place; empty for a secret, and for more than a word or two.
    let value: String

    static func < (left: Key, right: Key) -> Bool {
      (left.file, left.rule, left.stream, left.path, left.value) < (right.file, right.rule, right.stream, right.path, right.value)
    }
  }

  struct Entry: Sendable {
    var file: Located<String>?
    var rule: Located<String>?
    var stream: Located<String>?
    var path: Located<String>?
    var value: Located<String>?
    var count: Located<Int>?

    var key: Key { Key(file: file?.value ?? "", rule: rule?.value ?? "", stream: stream?.value ?? "", path: path?.value ?? "", value: value?.value ?? "") }
  }

  private struct Document: Sendable {
    var version: Located<Int>?
    var findings: Located<[Located<Entry>]>?
  }

  /// How many findings of each there may be.
  private(set) var counts: [Key: Int] = [:]

  /// An empty one: nothing passes.
  public init() {}

  init(_ counts: [Key: Int]) { self.counts = counts.filter { $0.value > 0 } }

  /// How many findings it has.
  public var count: Int { counts.values.reduce(0, +) }

  // MARK: Declaration

  private static let shape = Shape("the baseline", "Findings that were there before; `rung check --baseline FILE --update-baseline` writes it.", { Document() }) {
    Field("version", { $1(&$0.version) }, .integer(1...1), required: true, "1: version of this format.")
    Field("findings", { $1(&$0.findings) }, .list(.object(entry)), required: true, "[]: sorted by file, rule, stream and path.")
  }

  private static let entry = Shape("an entry of the baseline", "A finding that passes.", { Entry() }) {
    Field("file", { $1(&$0.file) }, .plain, required: true, "a.yaml: the file, relative to the directory of the baseline.")
    Field("rule", { $1(&$0.rule) }, .plain, required: true, "mkio/event-too-long: the id of the rule.")
    Field("stream", { $1(&$0.stream) }, .plain, "The name of the stream.")
    Field("path", { $1(&$0.path) }, .plain, "The keys that lead to the place; items of a list by their names.")
    Field("value", { $1(&$0.value) }, .plain, "What is written there, where that is a short value and no secret.")
    Field("count", { $1(&$0.count) }, .integer(1...1_000_000), "How many such findings there are. Default: 1.")
  }

  package static var schemaText: String {
    JSONWriter.shown(SchemaWriter.document(shape.schema, name: "baseline.v1", title: "Baseline of Rung, version 1")) + "\n"
  }

  // MARK: Reading and writing

  /// - Parameter input: JSON.
  /// - Returns: the baseline, nil where one of the findings is an error; and the findings.
  public static func read(_ input: SourceInput) -> (baseline: Baseline?, analysis: Analysis) {
    var input = input
    input.format = .json
    var pipeline = Pipeline()
    let documents = pipeline.read(input)
    var baseline = Baseline()
    for document in documents {
      guard let read = shape.read(document, &pipeline.report) else { continue }
      for entry in read.findings?.value ?? [] {
        let key = entry.value.key
        if FirmRules.hold(key.rule) {
          pipeline.report.flag(
            SpecFaults.notOneOf, entry.value.rule?.place ?? entry.place, "`\(key.rule)` cannot be in a baseline: it is \(FirmRules.reason(key.rule))",
            help: "remove the entry, and mend what the rule finds")
        }
        baseline.counts[key, default: 0] += entry.value.count?.value ?? 1
      }
    }
    let analysis = pipeline.analysis(of: [])
    return (documents.isEmpty || analysis.hasErrors ? nil : baseline, analysis)
  }

  /// As it is written: JSON with one entry in a line, in an order of their own.
  public var text: String {
    let lines = counts.sorted { $0.key < $1.key }.map { key, count in
      var members: [(String, Node)] = [("file", .string(key.file, at: .nowhere)), ("rule", .string(key.rule, at: .nowhere))]
      for (name, value) in [("stream", key.stream), ("path", key.path), ("value", key.value)] where !value.isEmpty { members.append((name, .string(value, at: .nowhere))) }
      if count > 1 { members.append(("count", .integer(count, at: .nowhere))) }
      return "    " + JSONWriter.shown(.map(members, at: .nowhere), indent: 0)
    }
    return "{\n  \"version\": 1,\n  \"findings\": [" + (lines.isEmpty ? "" : "\n" + lines.joined(separator: ",\n") + "\n  ") + "]\n}\n"
  }
}

extension FieldType where Value == String {
  /// Any text, an empty one and one that looks like an address with a password among them.
  fileprivate static var plain: FieldType {
    FieldType(.string()) { node, report in
      guard let scalar = node.scalar, scalar.type == .string else { return FieldType<String>.string.read(node, &report) }
      return scalar.text
    } write: { .string($0, at: $1) }
  }
}
