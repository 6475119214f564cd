internal import RungProviders
internal import RungSource

/// Rules by the ids that findings have: a rule that providers share has one for each.
package enum RuleIndex {
  package static let byID: [RuleID: RuleInfo] = {
    var index: [RuleID: RuleInfo] = [:]
    for rule in allRules {
      if rule.family != nil {
        index[rule.id] = rule
      } else {
        for target in Targets.all { index[RuleID(rawValue: "\(target.id)/\(rule.name)")] = rule }
      }
    }
    return index
  }()
}
