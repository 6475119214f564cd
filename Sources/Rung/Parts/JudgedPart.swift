internal import RungProviders

/// What a run in parts keeps of a text besides its findings.
struct JudgedPart: Sendable {
  let kept: Fleet.Part
  let claims: [WrittenClaim]
  /// Targets and packs that were judged.
  let families: Set<String>
  /// Whether all was found that `check` would find.
  let isWhole: Bool
}
