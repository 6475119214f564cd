internal import RungSource

/// Tenbyte's own options, as messages name them.
extension SpecKey {
  static let tenbyteRegion = SpecKey("targets.tenbyte.region")
}
