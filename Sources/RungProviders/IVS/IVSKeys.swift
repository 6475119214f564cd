package import RungSource

extension SpecKey {
  /// The options of the target.
  package static let ivs = SpecKey("targets.ivs")

  /// An option of the target.
  package static func ivs(_ name: String) -> SpecKey { SpecKey("targets.ivs.\(name)") }
}
