internal import RungProviders
internal import RungSpec

/// A rung with what its neighbours and the limits made of it.
struct DesignedRung {
  let rung: LadderDesign.Rung
  /// Whether its audio bitrate is lower than that of the highest rendition.
  let hasLowSound: Bool
  /// Providers that take fewer renditions, and go without this one.
  var droppedBy: Set<String> = []

  /// Video and audio of all.
  static func total(_ rungs: [DesignedRung]) -> Bitrate {
    Bitrate(bitsPerSecond: rungs.reduce(0) { $0 + $1.rung.bitrate.bitsPerSecond + $1.rung.audioBitrate.bitsPerSecond })
  }
}

extension Designer {
  /// The highest audio settings of any provider.
  var sound: LadderSound {
    makers.map(\.terms.sound).max { $0.bitrate < $1.bitrate } ?? LadderSound()
  }

  /// Whether anybody takes a level.
  var writesLevels: Bool { makers.isEmpty || makers.contains { $0.settings?.contains(.profile) ?? false } }

  var profile: (profile: VideoProfile, remark: String)? {
    switch wish.codec {
    case .h264:
      if let advised = makers.first(where: { $0.terms.profile != nil }), let profile = advised.terms.profile {
        return (profile.profile, "recommended by \(advised.title)'s guide")
      }
      return (.high, "Apple 1.4 (SHOULD): High over Main")
    case .h265, .av1: return (.main, "8 bits")
    case .vp8, .vp9: return nil
    }
  }
}
