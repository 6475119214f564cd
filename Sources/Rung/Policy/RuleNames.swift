internal import RungProviders
internal import RungSource

/// Ids of rules as findings have them: a rule that targets share has one under the name of each.
package enum RuleNames {
  static let shared: Set<String> = Set(allRules.filter { $0.family == nil }.map(\.name))

  /// Every id that a finding can have.
  package static let all: [String] =
    allRules.filter { $0.family != nil }.map(\.id.rawValue) + allRules.filter { $0.family == nil }.flatMap { rule in Targets.ids.map { "\($0)/\(rule.name)" } }

  private static let known = Set(all)

  static let families: [String] = {
    var names: [String] = []
    for id in all {
      let family = String(id.prefix { $0 != "/" })
      if !names.contains(family) { names.append(family) }
    }
    return names
  }()

  /// Whether findings can have the id. `provider/…` is a shared rule at every target.
  static func has(_ id: String) -> Bool { known.contains(id) || id.hasPrefix("provider/") && shared.contains(String(id.dropFirst(9))) }

  /// Whether a finding is one of the rule.
  static func match(_ id: RuleID, _ rule: String) -> Bool {
    id.rawValue == rule || rule.hasPrefix("provider/") && id.rawValue.utf8.drop { $0 != UInt8(ascii: "/") }.elementsEqual(rule.utf8.dropFirst(8)) && shared.contains(String(rule.dropFirst(9)))
  }

  /// What may be meant by an id that no rule has: also the name behind the slash, under the right family.
  static func guess(_ id: String) -> Guess {
    let near = Similarity.nearest(to: id, among: all)
    guard near.candidates.isEmpty else { return near }
    let name = id.firstIndex(of: "/").map { String(id[id.index(after: $0)...]) } ?? id
    let named = all.filter { $0.hasSuffix("/\(name)") }
    return named.count == 1 ? Guess(named[0]) : near
  }
}
