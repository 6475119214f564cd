package import RungSource

extension SpecKey {
  /// An option of the target.
  package static func tenbyte(_ name: String) -> SpecKey { SpecKey("targets.tenbyte.\(name)") }
}
