internal import RungSource

extension BitrateCurve {
  /// The curve of each codec and kind of content.
  package static func of(_ codec: VideoCodec, _ content: ContentClass) -> BitrateCurve {
    let points: [(quotes: [PublishedLadder.Quote?], width: Int, height: Int)] =
      switch codec {
      case .h264: h264(content)
      case .h265: h265(content)
      case .vp9: vp9(content)
      case .av1: av1(content)
      case .vp8: vp8(content)
      }
    return BitrateCurve(codec, points.map { Point(size: Resolution(width: $0.width, height: $0.height), quotes: $0.quotes.compactMap { $0 }) })
  }

  private typealias Points = [(quotes: [PublishedLadder.Quote?], width: Int, height: Int)]

  /// The number that a ladder has for a size, and for frames of that size.
  private static func at(_ width: Int, _ height: Int, _ ladders: PublishedLadder...) -> (quotes: [PublishedLadder.Quote?], width: Int, height: Int) {
    (ladders.map { $0.low(width, height) }, width, height)
  }

  /// The higher of two that a ladder has for a size.
  private static func high(_ width: Int, _ height: Int, _ ladder: PublishedLadder) -> (quotes: [PublishedLadder.Quote?], width: Int, height: Int) {
    ([ladder.high(width, height)], width, height)
  }

  /// Between the lower of one ladder and the higher of another.
  private static func between(_ width: Int, _ height: Int, _ low: PublishedLadder, _ high: PublishedLadder) -> (
    quotes: [PublishedLadder.Quote?], width: Int, height: Int
  ) {
    ([low.low(width, height), high.high(width, height)], width, height)
  }

  // A face needs the least of the published bitrates, a match the most; films take what Apple's and MK.IO's ladders have.

  private static func h264(_ content: ContentClass) -> Points {
    switch content {
    case .talkingHead:
      [
        at(256, 144, .shaka), at(416, 234, .apple), at(640, 360, .apple), at(854, 480, .tenbyte), at(1280, 720, .tenbyte), at(1920, 1080, .tenbyte),
        at(2560, 1440, .liveKitClient), at(3840, 2160, .liveKitClient),
      ]
    case .general:
      [
        at(256, 144, .shaka), at(426, 240, .shaka), at(640, 360, .shaka, .liveKit), at(854, 480, .tenbyte, .shaka), high(960, 540, .liveKit),
        at(1280, 720, .shaka, .liveKitHighMotion), at(1920, 1080, .liveKitHighMotion), at(2560, 1440, .shaka), at(3840, 2160, .googleLive),
      ]
    case .film:
      [
        at(320, 180, .mkio1080p), at(480, 270, .mkio1080p), at(640, 360, .liveKit), at(960, 540, .mkio1080p), at(1280, 720, .apple), at(1920, 1080, .apple),
        at(2560, 1440, .googleLive), at(3840, 2160, .shaka),
      ]
    case .sports:
      [
        at(320, 180, .liveKitHighMotion), high(480, 270, .liveKitHighMotion), at(640, 360, .liveKitHighMotion), at(960, 540, .mkio720p), high(1280, 720, .apple),
        high(1920, 1080, .apple), at(3840, 2160, .peerTube),
      ]
    }
  }

  private static func h265(_ content: ContentClass) -> Points {
    switch content {
    case .talkingHead:
      [
        at(256, 144, .shakaHEVC), at(426, 240, .shakaHEVC), at(640, 360, .shakaHEVC), at(854, 480, .shakaHEVC), at(1280, 720, .shakaHEVC),
        at(1920, 1080, .shakaHEVC), at(2560, 1440, .liveKitClientHEVC), at(3840, 2160, .liveKitClientHEVC),
      ]
    case .general:
      [
        at(256, 144, .shakaHEVC), at(426, 240, .shakaHEVC), at(640, 360, .liveKitClientHEVC), between(960, 540, .appleHEVC, .appleHEVC),
        at(1280, 720, .liveKitClientHEVC, .appleHEVC), at(1920, 1080, .youTubeHEVC), at(2560, 1440, .liveKitClientHEVC, .appleHEVC),
        at(3840, 2160, .liveKitClientHEVC, .appleHEVC),
      ]
    case .film:
      [
        at(256, 144, .shakaHEVC), at(426, 240, .shakaHEVC), at(640, 360, .liveKitClientHEVC), between(960, 540, .appleHEVC, .appleHEVC), at(1280, 720, .appleHEVC),
        at(1920, 1080, .appleHEVC), at(2560, 1440, .shakaHEVC, .appleHEVC), at(3840, 2160, .appleHEVC),
      ]
    case .sports:
      [
        at(256, 144, .shakaHEVC), at(426, 240, .shakaHEVC), at(640, 360, .liveKitClientHEVC), high(960, 540, .appleHEVC), high(1280, 720, .appleHEVC),
        high(1920, 1080, .appleHEVC), at(2560, 1440, .appleHEVC), high(3840, 2160, .appleHEVC),
      ]
    }
  }

  private static func vp9(_ content: ContentClass) -> Points {
    switch content {
    case .talkingHead:
      [
        at(256, 144, .shakaVP9), at(426, 240, .shakaVP9), at(640, 360, .googleVP9), at(854, 480, .shakaVP9), at(1280, 720, .googleVP9), at(1920, 1080, .googleVP9),
        at(2560, 1440, .liveKitClientVP9), at(3840, 2160, .liveKitClientVP9),
      ]
    case .general:
      [
        at(256, 144, .shakaVP9), at(320, 240, .googleVP9, .googleVP9Live), at(640, 360, .googleVP9, .googleVP9Live), at(1280, 720, .googleVP9, .googleVP9Live),
        at(1920, 1080, .googleVP9, .googleVP9Live), at(2560, 1440, .liveKitClientVP9), at(3840, 2160, .liveKitClientVP9, .googleVP9),
      ]
    case .film:
      [
        at(320, 240, .googleVP9Live), at(640, 360, .googleVP9Live), at(1280, 720, .googleVP9Live), at(1920, 1080, .googleVP9Live), at(2560, 1440, .googleVP9),
        at(3840, 2160, .googleVP9),
      ]
    case .sports:
      [
        at(320, 240, .googleVP9Live), at(640, 360, .googleVP9Live), at(1280, 720, .liveKitClientVP9), at(1920, 1080, .liveKitClientVP9),
        at(2560, 1440, .googleVP9, .googleVP9Live), at(3840, 2160, .googleVP9Live),
      ]
    }
  }

  private static func av1(_ content: ContentClass) -> Points {
    switch content {
    case .talkingHead:
      [
        at(256, 144, .shakaAV1), at(426, 240, .shakaAV1), at(640, 360, .shakaAV1), at(854, 480, .shakaAV1), at(1280, 720, .shakaAV1, .liveKitClientAV1),
        at(1920, 1080, .shakaAV1, .liveKitClientAV1), at(2560, 1440, .liveKitClientAV1), at(3840, 2160, .liveKitClientAV1),
      ]
    case .general:
      [
        at(320, 180, .liveKitClientAV1), at(384, 216, .liveKitClientAV1), at(640, 360, .liveKitClientAV1), at(960, 540, .liveKitClientAV1),
        at(1280, 720, .liveKitClientAV1), at(1920, 1080, .liveKitClientAV1), at(2560, 1440, .liveKitClientAV1), at(3840, 2160, .shakaAV1),
      ]
    case .film:
      [
        at(320, 180, .liveKitClientAV1), at(384, 216, .liveKitClientAV1), at(640, 360, .liveKitClientAV1), at(1280, 720, .liveKitClientAV1, .youTubeAV1),
        at(1920, 1080, .youTubeAV1), at(2560, 1440, .youTubeAV1), at(3840, 2160, .youTubeAV1),
      ]
    case .sports:
      [
        at(320, 180, .liveKitClientAV1), at(384, 216, .liveKitClientAV1), at(640, 360, .liveKitClientAV1), between(1280, 720, .liveKitClientAV1, .youTubeAV1),
        between(1920, 1080, .liveKitClientAV1, .youTubeAV1), between(3840, 2160, .liveKitClientAV1, .youTubeAV1),
      ]
    }
  }

  private static func vp8(_ content: ContentClass) -> Points {
    switch content {
    case .talkingHead:
      [
        at(320, 180, .liveKitClientVP8), at(384, 216, .liveKitClientVP8), at(640, 360, .liveKitClientVP8), at(960, 540, .liveKitClientVP8),
        at(1280, 720, .liveKitClientVP8), at(1920, 1080, .liveKitClientVP8), at(2560, 1440, .liveKitClientVP8), at(3840, 2160, .liveKitClientVP8),
      ]
    case .general:
      [
        at(320, 180, .liveKitVP8), high(480, 270, .liveKitVP8), at(640, 360, .liveKitVP8), high(960, 540, .liveKitVP8), at(1280, 720, .liveKitVP8),
        at(1920, 1080, .liveKitVP8), at(2560, 1440, .liveKitClientVP8), at(3840, 2160, .liveKitClientVP8),
      ]
    case .film, .sports:
      [
        at(320, 180, .liveKitVP8HighMotion), high(480, 270, .liveKitVP8HighMotion), at(640, 360, .liveKitVP8HighMotion), high(960, 540, .liveKitVP8HighMotion),
        at(1280, 720, .liveKitVP8HighMotion), at(1920, 1080, .liveKitVP8HighMotion),
      ]
    }
  }
}
