internal import Rung
internal import RungReading
internal import RungSource

/// What became of files that others have judged: by shards, or by workers.
struct CheckParts {
  private var parts = PartsMerge()
  /// What settles findings when all are known; nil where nothing is left to settle.
  private let policy: Policy?

  init(_ policies: PolicySource, _ baseline: BaselineFile?) {
    policy = baseline.map { file in
      var policy = Policy { policies.place(of: $0) }
      policy.baseline = file.match
      return policy
    }
  }

  /// The name of the file that an item is about.
  static func name(of item: PartNode) throws(PartFault) -> String {
    if item.optional("judged") == nil { return try item.text("file") }
    guard let name = try item.member("judged").list("files").first?.node.items.first?.scalar?.text else { throw PartFault("holds a text without a name") }
    return name
  }

  /// What the streams of an item claim: words that are equal where claims are.
  static func claims(of item: PartNode) throws(PartFault) -> [String] { item.optional("judged") == nil ? [] : try PartsMerge.claims(of: try item.member("judged")) }

  /// What streams of an item claim that has been told of.
  mutating func claim(_ item: PartNode, text: (_ name: String, _ hash: String?) throws(PartFault) -> [UInt8]) throws(PartFault) {
    if item.optional("judged") != nil { _ = try parts.analysis(of: try item.member("judged")) { name, hash throws(PartFault) in try text(name, hash) } }
  }

  /// A file in which nothing was found.
  func outcome(of part: QuietPart, named name: String) -> CheckRun.Outcome { .judged(part.analysis(of: name, policy), isFound: true, isBlank: false, isChanged: nil) }

  /// - Parameters:
  ///   - item: as `ShardResults` writes it.
  ///   - text: the bytes of a file; see ``PartsMerge``.
  mutating func outcome(
    of item: PartNode, named name: String, text: (_ name: String, _ hash: String?) throws(PartFault) -> [UInt8]
  ) throws(PartFault) -> CheckRun.Outcome {
    if item.optional("judged") != nil {
      let analysis = try parts.analysis(of: try item.member("judged"), policy) { name, hash throws(PartFault) in try text(name, hash) }
      return .judged(
        analysis, isFound: try item.flag("found"), isBlank: try item.flag("blank"), isChanged: item.optional("changed") == nil ? nil : try item.flag("changed"))
    }
    if let reason = try item.optionalText("unreadable") { return .unreadable(reason) }
    if let hash = try item.optionalText("hash") { _ = try text(name, hash) }
    switch try item.text("is") {
    case "passed-over": return .passedOver
    case "removed": return .removed
    case "configuration": return .configuration
    case "output": return .output
    case let other: throw PartFault("says that \(name) is `\(other)`")
    }
  }
}
