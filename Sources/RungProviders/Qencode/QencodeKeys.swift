package import RungSource

extension SpecKey {
  /// An option of the target.
  package static func qencode(_ name: String) -> SpecKey { SpecKey("targets.qencode.\(name)") }

  static let firstDestination = SpecKey("recording.destinations[0]")
}
