internal import RungSource

extension Rendition {
  /// The level that is stated; else the lowest that takes what is known of it, in the tier that allows the most.
  var appleLevel: VideoLevel? {
    guard let codec = codec?.value else { return nil }
    if let stated = level.flatMap({ VideoLevel.named($0.value, of: codec) }) { return stated }
    return leastLoad.flatMap { VideoLevel.lowest(of: codec, for: $0, tier: .high) }
  }

  /// The same in the Main tier.
  var lowLevel: VideoLevel? {
    guard let codec = codec?.value else { return nil }
    if let stated = level.flatMap({ VideoLevel.named($0.value, of: codec) }) { return stated }
    return leastLoad.flatMap { VideoLevel.lowest(of: codec, for: $0) }
  }
}
