internal import Rung
internal import RungProviders
internal import RungSource

/// Rules by what people call them.
enum RuleLookup {
  /// Every id that a finding can have.
  static var names: [String] { allRules.filter { $0.family != nil }.map(\.id.rawValue) + shared }

  /// What rules have before the slash.
  static var families: [String] {
    var names: [String] = []
    for name in allRules.map({ $0.family ?? "provider" }) where !names.contains(name) { names.append(name) }
    return names
  }

  private static var shared: [String] {
    allRules.filter { $0.family == nil }.flatMap { rule in Targets.all.map { "\($0.id)/\(rule.name)" } }
  }

  /// - Parameter word: an id, or the name behind the slash when only one rule has it.
  /// - Returns: the rule and the id to show: a shared rule speaks under each provider's name.
  static func find(_ word: String) throws -> (RuleInfo, RuleID) {
    let rules = allRules
    if let rule = rules.first(where: { $0.id.rawValue == word }) { return (rule, rule.id) }
    if let slash = word.firstIndex(of: "/") {
      let name = word[word.index(after: slash)...]
      if Targets.all.contains(where: { $0.id == word[..<slash] }),
        let rule = rules.first(where: { $0.family == nil && $0.name == name })
      {
        return (rule, RuleID(rawValue: word))
      }
    } else {
      let named = rules.filter { $0.name == word }
      if named.count == 1 { return (named[0], named[0].id) }
      if named.count > 1 {
        throw Failure.usage("several rules are called `\(word)`: \(named.map(\.id.rawValue).joined(separator: ", "))")
      }
    }
    let shared = Self.shared
    let near =
      Similarity.nearest(to: word, among: rules.map(\.id.rawValue) + shared).question
      ?? Similarity.nearest(to: word, among: rules.map(\.name)).question { name in rules.first { $0.name == name }?.id.rawValue ?? name }
    throw Failure.usage("there is no rule `\(word)`; \(near ?? "`rung rules` lists them")")
  }
}
