/// Which levels and profiles a codec has. The limits of the levels are in one file per codec.
package enum CodecVocabulary {
  /// Lowest first; none for a codec without levels.
  package static func levels(of codec: VideoCodec) -> [String] {
    switch codec {
    case .h264: h264
    case .h265: h265
    case .av1: av1
    case .vp9: vp9
    case .vp8: []
    }
  }

  private static let h264 = H264Level.all.map(\.name)
  private static let h265 = HEVCLevel.all.map(\.name)
  /// The numbering has gaps for levels without limits; 7.x is reserved.
  private static let av1 = AV1Level.all.map(\.name)
  private static let vp9 = VP9Level.all.map(\.name)

  /// Those of the profiles that specs can name.
  package static func profiles(of codec: VideoCodec) -> [VideoProfile] {
    switch codec {
    case .h264: [.baseline, .main, .high, .high10]
    case .h265: [.main, .main10]
    case .av1: [.main, .high]
    case .vp8, .vp9: []
    }
  }

  /// Two classes of bitrate, from level 4 on.
  package static func hasTiers(_ codec: VideoCodec) -> Bool {
    switch codec {
    case .h265, .av1: true
    case .h264, .vp8, .vp9: false
    }
  }

  package static func name(of codec: VideoCodec) -> String {
    switch codec {
    case .h264: "H.264"
    case .h265: "HEVC"
    case .av1: "AV1"
    case .vp8: "VP8"
    case .vp9: "VP9"
    }
  }
}
