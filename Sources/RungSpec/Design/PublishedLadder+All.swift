internal import RungSource

extension PublishedLadder {
  /// Every ladder that a curve takes a number from, or that designs are compared with.
  package static let all = [
    apple, appleHEVC, mkio1080p, mkio720p, tenbyte, liveKit, liveKitHighMotion, liveKitClient, liveKitClientHEVC, liveKitClientVP9, liveKitClientAV1,
    liveKitClientVP8, liveKitVP8, liveKitVP8HighMotion, shaka, shakaHEVC, shakaVP9, shakaAV1, googleLive, googleVP9, googleVP9Live, peerTube, youTube, youTubeHEVC, youTubeAV1,
    twitch,
  ]

  // MARK: Apple

  static let apple = PublishedLadder(
    "Apple", .h264, Standard.apple("1.25, video average bit rates, H.264"),
    [
      (416, 234, [145]), (640, 360, [365]), (768, 432, [730, 1100]), (960, 540, [2000]), (1280, 720, [3000, 4500]), (1920, 1080, [6000, 7800]),
    ])
  static let appleHEVC = PublishedLadder(
    "Apple", .h265, Standard.apple("1.25, video average bit rates, HEVC, 30 fps"),
    [
      (640, 360, [145]), (768, 432, [300]), (960, 540, [600, 900, 1600]), (1280, 720, [2400, 3400]), (1920, 1080, [4500, 5800]), (2560, 1440, [8100]),
      (3840, 2160, [11600, 16800]),
    ])

  // MARK: Providers

  static let mkio1080p = PublishedLadder(
    "MK.IO Default1080p", .h264, mkio("live encoding 1080p"),
    [(320, 180, [200]), (480, 270, [400]), (640, 360, [800]), (960, 540, [1600]), (1280, 720, [3000]), (1920, 1080, [5500])])
  static let mkio720p = PublishedLadder(
    "MK.IO Default720p", .h264, mkio("live encoding 720p"),
    [(340, 192, [200]), (384, 216, [550]), (512, 288, [850]), (704, 396, [1350]), (960, 540, [2200]), (1280, 720, [3500])])
  static let tenbyte = PublishedLadder(
    "Tenbyte", .h264,
    Citation("Tenbyte live streaming guide", "Encoding & Renditions, Default Balanced Renditions", url: "https://docs.tenbyte.io", checked: "2026-11-20"),
    [(854, 480, [700]), (1280, 720, [1500]), (1920, 1080, [3000])])

  // The layers below the first are its bitrate by the power rule, cut to whole bits.
  private static let presetBits: [(Int, Int, [Double])] = [
    (320, 180, [237.5]), (480, 270, [353.553, 437.5]), (640, 360, [671.751]), (960, 540, [1000, 1237.436]), (1280, 720, [1900]), (1920, 1080, [3500]),
  ]
  private static let highMotionBits: [(Int, Int, [Double])] = [
    (320, 180, [312.5]), (480, 270, [459.619, 562.5]), (640, 360, [883.883]), (960, 540, [1300, 1590.99]), (1280, 720, [2500]), (1920, 1080, [4500]),
  ]
  static let liveKit = PublishedLadder("LiveKit", .h264, liveKitPresets("H264_*_LAYERS"), presetBits)
  static let liveKitHighMotion = PublishedLadder("LiveKit, high motion", .h264, liveKitPresets("H264_*_HIGH_MOTION"), highMotionBits)
  // The presets are named after H.264; the transcoder takes the same numbers for VP8.
  static let liveKitVP8 = PublishedLadder("LiveKit", .vp8, liveKitPresets("H264_*_LAYERS, for whatever codec", .inferred), presetBits)
  static let liveKitVP8HighMotion = PublishedLadder("LiveKit, high motion", .vp8, liveKitPresets("H264_*_HIGH_MOTION, for whatever codec", .inferred), highMotionBits)

  private static let clientBits: [(Int, Int, [Double])] = [
    (320, 180, [160]), (384, 216, [180]), (640, 360, [450]), (960, 540, [800]), (1280, 720, [1700]), (1920, 1080, [3000]), (2560, 1440, [5000]), (3840, 2160, [8000]),
  ]
  static let liveKitClient = PublishedLadder("LiveKit's client", .h264, client("VideoPresets"), clientBits)
  static let liveKitClientVP8 = PublishedLadder("LiveKit's client", .vp8, client("VideoPresets"), clientBits)
  static let liveKitClientHEVC = PublishedLadder("LiveKit's client", .h265, client("VideoPresets × 0.7 (publishUtils.ts)"), share(0.7))
  static let liveKitClientVP9 = PublishedLadder("LiveKit's client", .vp9, client("VideoPresets × 0.85 (publishUtils.ts)"), share(0.85))
  static let liveKitClientAV1 = PublishedLadder("LiveKit's client", .av1, client("VideoPresets × 0.7 (publishUtils.ts)"), share(0.7))

  private static func share(_ share: Double) -> [(Int, Int, [Double])] { clientBits.map { ($0.0, $0.1, $0.2.map { $0 * share }) } }

  // MARK: shaka-streamer

  // A class of its sizes is for frames up to that size: its `4k` is 4096 wide and has the frames of 3840x2160, its `8k` those of 7680x4320.
  static let shaka = shaka(
    .h264, [108, 242, 400, 1000, 1500, 2000, 4000, 9000, 17000, 40000], fast: [3000, 5000, 14000, 25000, 60000])
  static let shakaHEVC = shaka(
    .h265, [96, 151, 277, 512, 768, 1000, 2000, 6000, 12000, 24000], fast: [2000, 3000, 9000, 18000, 36000])
  static let shakaVP9 = shaka(
    .vp9, [96, 151, 277, 512, 768, 1000, 2000, 6000, 12000, 24000], fast: [2000, 3000, 9000, 18000, 36000])
  static let shakaAV1 = shaka(
    .av1, [72, 114, 210, 389, 450, 512, 850, 3500, 6000, 12000], fast: [778, 1000, 5000, 9000, 18000])

  private static func shaka(_ codec: VideoCodec, _ rates: [Double], fast: [Double]) -> PublishedLadder {
    let sizes = [
      (256, 144), (426, 240), (640, 360), (854, 480), (1024, 576), (1280, 720), (1920, 1080), (2560, 1440), (3840, 2160), (7680, 4320),
    ]
    return PublishedLadder(
      "shaka-streamer", codec,
      Citation(
        "shaka-streamer 1.5.1", "bitrate_configuration.py, DEFAULT_VIDEO_RESOLUTIONS, \(codec == .h265 ? "hevc" : codec.rawValue)",
        url: "https://github.com/shaka-project/shaka-streamer", checked: day),
      zip(sizes, rates).map { ($0.0, $0.1, [$1]) }, fast: zip(sizes.suffix(5), fast).map { ($0.0, $0.1, [$1]) })
  }

  // MARK: Google

  static let googleLive = PublishedLadder(
    "Google Live Stream API", .h264,
    Citation(
      "Google Cloud Live Stream API, best practices", "recommended ladder, H.264 High profile", url: "https://docs.cloud.google.com/livestream/docs/best-practices",
      checked: day),
    [
      (416, 234, [150]), (640, 360, [400]), (768, 432, [750, 1100]), (960, 540, [2200]), (1280, 720, [3300]), (1920, 1080, [6000]), (2560, 1440, [10000]),
      (3840, 2160, [15000]),
    ], fast: [(1280, 720, [5500]), (1920, 1080, [9000]), (2560, 1440, [13500]), (3840, 2160, [25000])])
  static let googleVP9 = PublishedLadder(
    "Google VP9, on demand", .vp9, vp9("VOD"),
    [
      (320, 240, [150]), (640, 360, [276]), (640, 480, [512, 750]), (1280, 720, [1024]), (1920, 1080, [1800]), (2560, 1440, [6000]), (3840, 2160, [12000]),
    ], fast: [(1280, 720, [1800]), (1920, 1080, [3000]), (2560, 1440, [9000]), (3840, 2160, [18000])])
  static let googleVP9Live = PublishedLadder(
    "Google VP9, live", .vp9, vp9("Live"),
    [
      (320, 240, [250]), (640, 360, [386]), (640, 480, [720, 1024]), (1280, 720, [1440]), (1920, 1080, [2500]), (2560, 1440, [8400]), (3840, 2160, [16800]),
    ], fast: [(1280, 720, [2500]), (1920, 1080, [4200]), (2560, 1440, [12600]), (3840, 2160, [25200])])

  // MARK: PeerTube

  /// Its bits per pixel and frame, at 30 frames per second.
  static let peerTube = PublishedLadder(
    "PeerTube", .h264,
    Citation(
      "PeerTube", "packages/core-utils/src/videos/bitrate.ts, averageBitPerPixel × pixels × 30", url: "https://github.com/Chocobozzz/PeerTube", checked: day,
      strength: .inferred),
    [
      (256, 144, 0.19), (426, 240, 0.17), (640, 360, 0.15), (854, 480, 0.12), (1280, 720, 0.11), (1920, 1080, 0.1), (2560, 1440, 0.09), (3840, 2160, 0.08),
    ].map { width, height, bits in (width, height, [Double(width * height * 30) * bits / 1000]) })

  // MARK: What encoders send

  static let youTube = PublishedLadder(
    "YouTube", .h264, youTube("recommended, H.264"), [(1920, 1080, [10000]), (2560, 1440, [15000]), (3840, 2160, [30000])],
    fast: [(1920, 1080, [12000]), (2560, 1440, [24000]), (3840, 2160, [35000])], use: .ingest)
  static let youTubeHEVC = PublishedLadder("YouTube", .h265, youTube("minimum and maximum, AV1 and H.265"), youTubeBits, fast: youTubeFast, use: .ingest)
  static let youTubeAV1 = PublishedLadder("YouTube", .av1, youTube("minimum and maximum, AV1 and H.265"), youTubeBits, fast: youTubeFast, use: .ingest)

  private static let youTubeBits: [(Int, Int, [Double])] = [
    (1280, 720, [3000, 8000]), (1920, 1080, [3000, 8000]), (2560, 1440, [5000, 25000]), (3840, 2160, [8000, 35000]),
  ]
  private static let youTubeFast: [(Int, Int, [Double])] = [
    (1280, 720, [3000, 8000]), (1920, 1080, [4000, 10000]), (2560, 1440, [6000, 30000]), (3840, 2160, [10000, 40000]),
  ]

  static let twitch = PublishedLadder(
    "Twitch", .h264,
    Citation(
      "Restream, best live streaming settings for Twitch", "bitrate requirements on Twitch",
      url: "https://restream.io/integrations/twitch/best-live-streaming-settings-for-twitch/", checked: day, strength: .byAnalogy),
    [(1280, 720, [3000]), (1920, 1080, [4500])], fast: [(1280, 720, [4500]), (1920, 1080, [6000])], use: .ingest)

  // MARK: Documents

  private static let day = "2026-11-27"

  private static func mkio(_ what: String) -> Citation {
    Citation(
      "MK.IO core concepts", what, url: "https://docs.mediakind.com/mkio/understanding/core-concepts/live-event", checked: "2026-11-20")
  }

  private static func liveKitPresets(_ what: String, _ strength: Citation.Strength = .stated) -> Citation {
    Citation(
      "LiveKit Ingress API reference", "IngressVideoEncodingPreset, \(what)", url: "https://docs.livekit.io/reference/other/ingress/api",
      checked: "2026-11-20", strength: strength)
  }

  private static func client(_ what: String) -> Citation {
    Citation("LiveKit client SDK for JavaScript", "src/room/track/options.ts, \(what), up to 360 lines for 20 fps", url: "https://github.com/livekit/client-sdk-js", checked: day)
  }

  private static func vp9(_ column: String) -> Citation {
    Citation("Google VP9 recommended settings", "suggested target bitrates, \(column)", url: "https://developers.google.com/media/vp9/settings", checked: day)
  }

  private static func youTube(_ what: String) -> Citation {
    Citation("YouTube Help, live encoder settings, bitrates and resolutions", what, url: "https://support.google.com/youtube/answer/2853702", checked: day)
  }
}
