/// What a release is held to: a list of facts, and the state of CHANGELOG.md that they belong to.
struct Release {
  enum Verdict: Equatable {
    case same
    /// The facts changed, and CHANGELOG.md did not.
    case unlisted([String])
    /// CHANGELOG.md changed; what changed with it.
    case stale([String])
  }

  /// `kind name value`, sorted.
  let facts: [String]
  /// A hash of the entries.
  let entries: String

  private static let head = "# What CHANGELOG.md stands for; written by `\(ReleaseTests.command)`."

  /// - Parameter log: CHANGELOG.md. What stands above its first entry, and how lines break, does not count.
  init(entries log: String, facts: [String]) {
    let lines = log.split(separator: "\n").drop { !$0.hasPrefix("## ") }
    entries = Self.hash(lines.joined(separator: " ").split(separator: " ").joined(separator: " "))
    self.facts = facts
  }

  /// - Parameter text: what was recorded.
  init(_ text: String) {
    let lines = text.split(separator: "\n").map(String.init).filter { !$0.hasPrefix("#") }
    entries = lines.first { $0.hasPrefix("changelog ") }.map { String($0.dropFirst("changelog ".count)) } ?? ""
    facts = lines.filter { !$0.hasPrefix("changelog ") }
  }

  var text: String { ([Self.head, "changelog \(entries)"] + facts).joined(separator: "\n") + "\n" }

  func verdict(beside recorded: Release) -> Verdict {
    let changes = changes(since: recorded)
    if entries == recorded.entries { return changes.isEmpty ? .same : .unlisted(changes) }
    return .stale(changes)
  }

  private func changes(since recorded: Release) -> [String] {
    let (before, now) = (Self.byName(recorded.facts), Self.byName(facts))
    return Set(before.keys).union(now.keys).sorted().compactMap { name in
      let isPlain = name.hasPrefix("rule ")
      switch (before[name], now[name]) {
      case (let old?, let new?) where old != new: return isPlain ? "\(name) \(old) → \(new)" : "\(name) changed"
      case (let old?, nil): return "\(name)\(isPlain ? " \(old)" : "") is gone"
      case (nil, let new?): return "\(name)\(isPlain ? " \(new)" : "") is new"
      default: return nil
      }
    }
  }

  private static func byName(_ facts: [String]) -> [String: String] {
    Dictionary(
      facts.compactMap { fact in
        fact.lastIndex(of: " ").map { (String(fact[..<$0]), String(fact[fact.index(after: $0)...])) }
      }, uniquingKeysWith: { $1 })
  }

  /// FNV-1a, 64 bits: it is to notice a change, not to withstand an attack.
  static func hash(_ text: String) -> String {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    return String(hash, radix: 16)
  }
}
