internal import Rung
internal import RungReading
internal import RungSource

/// A finding as `textDocument/publishDiagnostics` has it.
struct PublishedFinding {
  /// Without related places.
  private let node: Node
  /// What tells it from others.
  private let key: [String]
  private var related: [Node]

  init(_ id: RuleID?, _ severity: Severity, _ message: String, _ range: Range<Int>, in lines: LineIndex, related: [Node], page: String?) {
    key = [id?.rawValue ?? "", "\(severity.rawValue)", "\(range)", message]
    node = .object([
      ("range", lines.range(range)), ("severity", .number(3 - severity.rawValue)), ("code", id.map { .text($0.rawValue) }),
      ("codeDescription", page.map { .object([("href", .text($0))]) }), ("source", .text("rung")), ("message", .text(message)),
    ])
    self.related = related
  }

  func isSame(as other: PublishedFinding) -> Bool {
    key == other.key && related.count == other.related.count && zip(related, other.related).allSatisfy { $0.isSame(as: $1) }
  }

  /// Each once, with the places of all: a base has one finding, and each text that extends it says so.
  static func merged(_ findings: [PublishedFinding]) -> Node {
    var merged: [PublishedFinding] = []
    var indices: [[String]: Int] = [:]
    // Of the related places of each, as JSON: a base may have those of hundreds of texts.
    var places: [Set<String>] = []
    for finding in findings {
      guard let index = indices[finding.key] else {
        indices[finding.key] = merged.count
        merged.append(finding)
        places.append(Set(finding.related.map { JSONWriter.shown($0, indent: 0) }))
        continue
      }
      for place in finding.related where places[index].insert(JSONWriter.shown(place, indent: 0)).inserted { merged[index].related.append(place) }
    }
    return .array(merged.map { $0.related.isEmpty ? $0.node : $0.node.replacing("relatedInformation", with: .array($0.related)) })
  }
}
