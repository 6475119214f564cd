internal import RungProviders
internal import RungReading
public import RungSource
internal import RungSpec

/// Every rule that Rung knows, in a fixed order: reading, spec, ladder, shared by providers, each provider's.
public var allRules: [RuleInfo] {
  SourceFaults.all + YAMLFaults.all + JSONFaults.all + SpecFaults.all + ContractFaults.all + BodyFaults.all + ImportFaults.all
    + SpecRules.all.map(\.info) + LadderRules.all.map(\.info) + CommonRules.all.map(\.info)
    + FleetRules.all.map(\.info)
    + Targets.all.flatMap { $0.rules() }
}
