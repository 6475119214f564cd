import RungSpec

/// A rendition of the grid codec × preset × rate control × maximum × buffer × size × rate × profile.
struct GridPoint: Sendable {
  var fields: [(key: String, value: String)] = []

  var text: String { "{" + fields.map { "\($0.key): \($0.value)" }.joined(separator: ", ") + "}" }

  func value(_ key: String) -> String? { fields.first { $0.key == key }?.value }

  /// - Parameter points: as many as one process encodes.
  static func spec(_ points: [GridPoint], packaging: String = "dash: {segment_format: fmp4, segment_duration: 2s, window: 60s}") -> String {
    """
    rung: 1
    name: Grid
    targets: [ffmpeg]
    ladder:
      renditions:
    \(points.enumerated().map { "    - {name: r\($0), \($1.text.dropFirst())" }.joined(separator: "\n"))
    packaging: {\(packaging)}
    """
  }

  /// The same points on every machine and in every run.
  static func random(_ count: Int, seed: UInt64) -> [GridPoint] {
    var random = Random(state: seed)
    return (0..<count).map { _ in point(&random) }
  }

  private static func point(_ random: inout Random) -> GridPoint {
    var point = GridPoint()
    func set(_ key: String, _ value: some CustomStringConvertible) { point.fields.append((key, "\(value)")) }
    let codec = random.one(of: ["h264", "h264", "h264", "h265", "h265", "av1", "vp9"])
    set("codec", codec)
    let preset = codec == "h264" || codec == "h265" ? random.one(of: EncoderPreset.allCases.map(\.rawValue) + [""]) : ""
    if !preset.isEmpty { set("encoder_preset", preset) }
    let isSlow = ["slow", "slower", "veryslow", "placebo"].contains(preset)
    let sizes: [(Int, Int)] = [(256, 144), (426, 240), (640, 360), (768, 432), (854, 480), (360, 640)]
    let large: [(Int, Int)] = [(960, 540), (1280, 720), (1920, 1080), (720, 1280)]
    let (width, height) = random.one(of: codec == "h265" && isSlow ? sizes : codec == "h264" ? sizes + large + large : sizes + large)
    set("resolution", "\(width)x\(height)")
    let fps = random.one(of: ["24", "25", "30", "50", "60", "30000/1001", "60000/1001", "15", "23.976", "12.5", "120"])
    set("fps", fps)
    if random.below(2) == 0 { set("gop", random.one(of: [24, 48, 60])) }
    switch codec {
    case "h264": if random.below(4) > 0 { set("profile", random.one(of: ["baseline", "main", "high", "high10"])) }
    case "h265": if random.below(3) > 0 { set("profile", random.one(of: ["main", "main10"])) }
    default: break
    }
    let bitrate = Swift.max(100, width * height / [150, 300, 600, 2000][random.below(4)])
    let control = random.one(of: ["", "cbr", "vbr", "capped-crf"])
    if !control.isEmpty { set("rate_control", control) }
    if control == "capped-crf" { set("crf", random.one(of: [18, 23, 30, 40])) }
    if control != "capped-crf" || random.below(4) == 0 { set("bitrate", "\(bitrate)k") }
    var most: Int?
    switch random.below(4) {
    case 0: most = bitrate
    case 1: most = bitrate * 4 / 3
    case 2: most = bitrate * 2
    default: break
    }
    if let most { set("max_bitrate", "\(most)k") }
    if random.below(2) == 0 { set("buffer", "\(Swift.max(1, (most ?? bitrate) * [1, 2, 4, 6][random.below(4)] / 2))k") }
    if codec == "h264" || codec == "h265" {
      if random.below(4) == 0 { set("bframes", random.one(of: [0, 1, 2, 3, 5, 8, 16])) }
      if random.below(4) == 0 { set("ref_frames", random.one(of: [1, 2, 3, 4, 5, 6, 8, 12, 16])) }
    }
    if random.below(4) == 0 { set("lookahead", random.one(of: [0, 1, 5, 20, 40, 120, 250])) }
    return point
  }

  /// SplitMix64.
  private struct Random {
    var state: UInt64

    mutating func below(_ count: Int) -> Int {
      state &+= 0x9E37_79B9_7F4A_7C15
      var z = state
      z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
      z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
      return Int((z ^ (z >> 31)) % UInt64(count))
    }

    mutating func one<Element>(of choices: [Element]) -> Element { choices[below(choices.count)] }
  }
}
