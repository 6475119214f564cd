internal import RungDelivery
internal import RungProviders
internal import RungReading
public import RungSource
internal import RungSpec

/// Every rule that Rung knows, in a fixed order: reading, spec, ladder, shared by providers, each provider's.
public var allRules: [RuleInfo] {
  SourceFaults.all + YAMLFaults.all + JSONFaults.all + SpecFaults.all + TargetFaults.all + BodyFaults.all + ImportFaults.all
    + DiffFaults.all + AllowFaults.all + ConfigFaults.all
    + SpecRules.all.map(\.info) + LadderRules.all.map(\.info) + RulePack.allCases.flatMap { $0.rules.map(\.info) + DeliveryPacks.rules(of: $0).map(\.info) }
    + PlaylistFaults.all + XMLFaults.all + ManifestFaults.all + DeliveryFaults.all + PlaylistRules.all.map(\.info) + VerifyRules.all.map(\.info)
    + CommonRules.all.map(\.info)
    + FleetRules.all.map(\.info)
    + DestinationRules.all.map(\.info)
    + Targets.all.flatMap { $0.ruleInfos }
}

/// Everything that `targets` of a spec, and the functions here, can name: providers, then encoders.
public var allTargets: [TargetInfo] {
  Providers.all.map { TargetInfo(id: TargetID(rawValue: $0.id), title: $0.title, kind: .provider) } + Encoders.all.map { TargetInfo(id: TargetID(rawValue: $0.id), title: $0.title, kind: .encoder) }
}

/// Every shipped ladder, in the order of `rung presets`.
public var allPresets: [PresetInfo] {
  Presets.all.map { PresetInfo(name: $0.name, title: $0.title, source: $0.source, text: $0.text) }
}

/// Every JSON Schema of what Rung reads, and of the request bodies that it writes.
public var allSchemas: [SchemaInfo] {
  Schemas.names.compactMap { name in
    Schemas.text(named: name).map { SchemaInfo(name: name, summary: Schemas.summary(of: name) ?? "", text: $0) }
  }
}

/// Every rule pack.
public var allPacks: [PackInfo] {
  let general = SpecRules.all.map(\.info) + LadderRules.all.map(\.info)
  return RulePack.allCases.map { pack in
    PackInfo(
      pack: pack, rules: pack.rules.map(\.info) + DeliveryPacks.rules(of: pack).map(\.info),
      adopted: pack.adopted.compactMap { adoption in
        general.first { $0.id.rawValue == adoption.id }.map { ($0, max($0.severity, adoption.severity), adoption.citation) }
      })
  }
}
