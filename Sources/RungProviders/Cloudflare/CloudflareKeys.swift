package import RungSource

extension SpecKey {
  /// An option of the target.
  package static func cloudflare(_ name: String) -> SpecKey { SpecKey("targets.cloudflare.\(name)") }
}
