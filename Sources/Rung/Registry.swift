internal import RungProviders
internal import RungReading
public import RungSource
internal import RungSpec

/// Every rule that Rung knows, in a fixed order: reading, spec, ladder, shared by providers, each provider's.
public var allRules: [RuleInfo] {
  SourceFaults.all + YAMLFaults.all + JSONFaults.all + SpecFaults.all + TargetFaults.all + BodyFaults.all + ImportFaults.all
    + DiffFaults.all
    + SpecRules.all.map(\.info) + LadderRules.all.map(\.info) + RulePack.allCases.flatMap { $0.rules.map(\.info) }
    + CommonRules.all.map(\.info)
    + FleetRules.all.map(\.info)
    + Targets.all.flatMap { $0.ruleInfos }
}

/// Every rule pack.
public var allPacks: [PackInfo] {
  let general = SpecRules.all.map(\.info) + LadderRules.all.map(\.info)
  return RulePack.allCases.map { pack in
    PackInfo(
      pack: pack, rules: pack.rules.map(\.info),
      adopted: pack.adopted.compactMap { adoption in
        general.first { $0.id == adoption.id }.map { ($0, max($0.severity, adoption.severity), adoption.citation) }
      })
  }
}
