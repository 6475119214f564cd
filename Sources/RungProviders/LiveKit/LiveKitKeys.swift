package import RungSource

extension SpecKey {
  /// An option of the target.
  package static func livekit(_ name: String) -> SpecKey { SpecKey("targets.livekit.\(name)") }
}
