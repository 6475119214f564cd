package import RungSource
package import RungSpec

/// What the rules of packs, which are written for specs, call what was delivered.
package enum DeliveredWords {
  package static let vocabulary = Vocabulary(
    name: { key, _ in names[key.path] },
    setting: { key, value, _ in names[key.path].map { "\($0)=\(value)" } },
    terms: [.spec: "the stream", .rendition: "variant", .renditions: "variants"])

  /// Names of rules about what a ladder lacks: media playlists and files alone do not show all of it.
  package static let ofWholeLadders: Set<String> = [
    "single-bitrate", "no-variant-for-cellular", "no-variant-near-2000k", "one-variant-at-top-size", "every-uhd-variant-above-15m", "no-h264-variant", "no-h264-within-level-4-1",
    "no-hevc-within-level-4-0", "stereo-aac-missing",
  ]

  private static let names: [String: String] = [
    SpecKey.resolution.path: "RESOLUTION", SpecKey.fps.path: "FRAME-RATE", SpecKey.bitrate.path: "AVERAGE-BANDWIDTH", SpecKey.maxBitrate.path: "BANDWIDTH",
    SpecKey.codec.path: "CODECS", SpecKey.profile.path: "CODECS", SpecKey.level.path: "CODECS", SpecKey.audioCodec.path: "CODECS",
    SpecKey.audioChannels.path: "CHANNELS", SpecKey.hlsSegmentDuration.path: "EXTINF", SpecKey.dashSegmentDuration.path: "duration",
    SpecKey.hlsPartDuration.path: "PART-TARGET", SpecKey.hlsPartHoldBack.path: "PART-HOLD-BACK", SpecKey.dashWindow.path: "timeShiftBufferDepth",
  ]

  /// Only what packs require is said of what was delivered: their own rules, and general ones with their strength.
  ///
  /// - Parameter adopted: ids of general rules.
  package static func reading(_ packs: [RulePack], adopted: Set<String>) -> BodyReading {
    let families = Set(packs.map(\.rawValue))
    return BodyReading(of: "delivered", isFirstReading: false, vocabulary: vocabulary, rule: { rule in
      rule.family.map(families.contains) == true || adopted.contains(rule.id.rawValue) ? rule : nil
    })
  }
}
