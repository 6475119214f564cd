package import RungSource

extension SpecKey {
  /// An option of the target.
  package static func mux(_ name: String) -> SpecKey { SpecKey("targets.mux.\(name)") }
}
