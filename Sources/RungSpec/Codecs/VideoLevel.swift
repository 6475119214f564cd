

/// A level of any codec whose limits are known.
package struct VideoLevel: Sendable, Hashable {
  private enum Row: Hashable {
    case h264(H264Level)
    case h265(HEVCLevel)
    case av1(AV1Level)
    case vp9(VP9Level)
  }

  private let row: Row

  private init(_ row: Row) { self.row = row }

  private var level: any CodecLevel {
    switch row {
    case .h264(let level): level
    case .h265(let level): level
    case .av1(let level): level
    case .vp9(let level): level
    }
  }

  /// Nil for a codec without known limits, and for a name that is not one of its levels.
  package static func named(_ name: String, of codec: VideoCodec) -> VideoLevel? {
    switch codec {
    case .h264: H264Level.all.first { $0.name == name }.map { VideoLevel(.h264($0)) }
    case .h265: HEVCLevel.all.first { $0.name == name }.map { VideoLevel(.h265($0)) }
    case .av1: AV1Level.all.first { $0.name == name }.map { VideoLevel(.av1($0)) }
    case .vp9: VP9Level.all.first { $0.name == name }.map { VideoLevel(.vp9($0)) }
    case .vp8: nil
    }
  }

  /// The lowest level that allows the load in a tier: levels without a High tier count in both.
  /// Nil when none does, and for a codec without known limits.
  package static func lowest(of codec: VideoCodec, for load: VideoLoad, tier: LevelTier = .main) -> VideoLevel? {
    switch codec {
    case .h264: H264Level.lowest(for: load, tier).map { VideoLevel(.h264($0)) }
    case .h265: HEVCLevel.lowest(for: load, tier).map { VideoLevel(.h265($0)) }
    case .av1: AV1Level.lowest(for: load, tier).map { VideoLevel(.av1($0)) }
    case .vp9: VP9Level.lowest(for: load, tier).map { VideoLevel(.vp9($0)) }
    case .vp8: nil
    }
  }

  /// The lowest level that allows the load in the stated tier; without one, in any tier of the level.
  package static func lowest(of codec: VideoCodec, for load: VideoLoad, stated tier: LevelTier?) -> VideoLevel? {
    guard tier == .high else { return lowest(of: codec, for: load, tier: tier ?? .high) }
    return switch codec {
    case .h264: nil
    case .h265: HEVCLevel.lowestInHighTier(for: load).map { VideoLevel(.h265($0)) }
    case .av1: AV1Level.lowestInHighTier(for: load).map { VideoLevel(.av1($0)) }
    case .vp8, .vp9: nil
    }
  }

  /// The lowest level of the Main tier as x265 finds it: it compares a buffer with a level only where the High tier of that
  /// level has room for it (level.cpp, CHECK_RANGE), and not at all below level 4.
  static func lowestOfX265(for load: VideoLoad) -> VideoLevel? {
    var load = load
    let buffer = load.buffer
    load.buffer = nil
    return HEVCLevel.all.first { level in
      guard !level.isExceeded(by: load, .main) else { return false }
      guard let buffer, level.hasHighTier else { return true }
      return buffer <= level.bufferLimit(.main) || buffer > level.bufferLimit(.high)
    }.map { VideoLevel(.h265($0)) }
  }

  /// Nil for a codec without known limits.
  package static func highest(of codec: VideoCodec) -> VideoLevel? {
    switch codec {
    case .h264: H264Level.all.last.map { VideoLevel(.h264($0)) }
    case .h265: HEVCLevel.all.last.map { VideoLevel(.h265($0)) }
    case .av1: AV1Level.all.last.map { VideoLevel(.av1($0)) }
    case .vp9: VP9Level.all.last.map { VideoLevel(.vp9($0)) }
    case .vp8: nil
    }
  }

  package var codec: VideoCodec {
    switch row {
    case .h264: .h264
    case .h265: .h265
    case .av1: .av1
    case .vp9: .vp9
    }
  }

  package var name: String { level.name }
  /// Its place in the codec's table, from 0.
  package var rank: Int { level.rank }

  package var hasHighTier: Bool {
    switch row {
    case .h264, .vp9: false
    case .h265(let level): level.hasHighTier
    case .av1(let level): level.hasHighTier
    }
  }

  /// The level below; nil for the lowest.
  package var below: VideoLevel? {
    guard rank > 0 else { return nil }
    return switch row {
    case .h264: VideoLevel(.h264(H264Level.all[rank - 1]))
    case .h265: VideoLevel(.h265(HEVCLevel.all[rank - 1]))
    case .av1: VideoLevel(.av1(AV1Level.all[rank - 1]))
    case .vp9: VideoLevel(.vp9(VP9Level.all[rank - 1]))
    }
  }

  package func isExceeded(by load: VideoLoad, tier: LevelTier = .main) -> Bool {
    // Not through `level`, which would put the row into a box.
    switch row {
    case .h264(let level): level.isExceeded(by: load, tier)
    case .h265(let level): level.isExceeded(by: load, tier)
    case .av1(let level): level.isExceeded(by: load, tier)
    case .vp9(let level): level.isExceeded(by: load, tier)
    }
  }

  package func excesses(of load: VideoLoad, tier: LevelTier = .main) -> [LevelExcess] { level.excesses(of: load, tier) }

  /// The most decoded pictures of this size that a decoder of the level keeps.
  package func room(for load: VideoLoad) -> Int { level.room(for: load) }
}
