internal import RungSource

extension Rendition {
  /// The level that is set; else the lowest that allows what is known of it, in the tier that is set or else allows the most.
  var appleLevel: VideoLevel? {
    guard let codec = codec?.value else { return nil }
    if let stated = level.flatMap({ VideoLevel.named($0.value, of: codec) }) { return stated }
    return leastLoad.flatMap { VideoLevel.lowest(of: codec, for: $0, stated: statedTier) }
  }

  /// The same in the Main tier; nil for a variant with the High tier.
  var lowLevel: VideoLevel? {
    guard let codec = codec?.value, statedTier != .high else { return nil }
    if let stated = level.flatMap({ VideoLevel.named($0.value, of: codec) }) { return stated }
    return leastLoad.flatMap { VideoLevel.lowest(of: codec, for: $0) }
  }
}
