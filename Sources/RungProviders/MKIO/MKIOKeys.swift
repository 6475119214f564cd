package import RungSource

extension SpecKey {
  /// The options of the target.
  package static let mkio = SpecKey("targets.mkio")

  /// An option of the target.
  package static func mkio(_ name: String) -> SpecKey { SpecKey("targets.mkio.\(name)") }
}
