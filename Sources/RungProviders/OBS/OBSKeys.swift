internal import RungSource

/// The options of the target, as messages name them.
extension SpecKey {
  static let obsEncoder = SpecKey("targets.obs.encoder")
}
