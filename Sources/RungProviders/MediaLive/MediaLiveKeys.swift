package import RungSource

extension SpecKey {
  /// An option of the target.
  package static func medialive(_ name: String) -> SpecKey { SpecKey("targets.medialive.\(name)") }
}
