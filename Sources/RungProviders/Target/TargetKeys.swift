internal import RungSource

/// The keys that every target has beside its options. Bodies have none of them.
extension SpecKey {
  static let targetOverrides = SpecKey("targets.overrides")
  static let targetAccepts = SpecKey("targets.accepts")
}
