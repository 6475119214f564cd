package import RungSource

extension SpecKey {
  /// An option of the target.
  package static func qencode(_ name: String) -> SpecKey { SpecKey("targets.qencode.\(name)") }
}
