internal import RungProviders
internal import RungSpec

/// What a run has judged: what it has not judged may need comments that are not used here.
struct JudgedParts {
  /// Targets and packs.
  var families: Set<String> = []
  /// Whether a document or a target of it was left out.
  var isPartial = false

  /// Whether rules of a family run only where a target or a pack is asked for.
  static func isOptional(_ family: String) -> Bool { Targets.ids.contains(family) || RulePack(rawValue: family) != nil }
}
