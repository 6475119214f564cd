package import RungSpec

/// A video codec as playlists, manifests and probes name it.
package struct DeliveredVideoCodec: Sendable, Hashable {
  package var codec: VideoCodec
  /// Nil where it is not known, and for one that specs cannot name.
  package var profile: VideoProfile?
  /// For messages: `High 4:4:4 Predictive`. Nil where it is not known.
  package var profileName: String?
  /// As specs write it: `4.0`, `1b`. Nil where it is not known.
  package var level: String?
  package var tier: LevelTier?
  package var bitDepth: Int?

  package init(_ codec: VideoCodec) { self.codec = codec }

  /// One entry of CODECS (RFC 6381; ISO/IEC 14496-15, annex E; AV1 and VP9 bindings). Nil for what is no video codec of specs. Constraint
  /// bytes behind the level are not compared: FFmpeg 5.1 writes `.B01` where other writers have `.90` or `.B0`.
  package init?(_ text: String) {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    switch parts[0].lowercased() {
    case "avc1", "avc3": self.init(.h264)
      guard parts.count > 1 else { return }
      if parts[1].utf8.count == 6, let value = Int(parts[1], radix: 16) {
        takeH264(profile: value >> 16, flags: value >> 8 & 0xFF, level: value & 0xFF)
      } else if parts.count == 3, let profile = Int(parts[1]), let level = Int(parts[2]) {
        // The form before RFC 6381, which old players know.
        takeH264(profile: profile, flags: 0, level: level)
      }
    case "hvc1", "hev1", "dvh1", "dvhe": self.init(.h265)
      guard parts[0].first == "h" || parts[0].first == "H", parts.count > 3 else { return }
      let profile = parts[1].drop { !$0.isNumber }
      takeHEVC(profile: Int(profile), level: Int(parts[3].dropFirst()))
      tier = parts[3].first == "H" ? .high : .main
    case "av01": self.init(.av1)
      guard parts.count > 2, let index = Int(parts[2].dropLast()) else { return }
      takeAV1(profile: Int(parts[1]), level: index)
      tier = parts[2].last == "H" ? .high : .main
      bitDepth = parts.count > 3 ? Int(parts[3]) : nil
    case "vp09", "vp9": self.init(.vp9)
      if parts.count > 3, let level = Int(parts[2]) {
        self.level = Self.tenths(level)
        bitDepth = Int(parts[3])
      }
    case "vp08", "vp8": self.init(.vp8)
    default: return nil
    }
  }

  mutating func takeH264(profile idc: Int, flags: Int, level: Int) {
    let all: [Int: (VideoProfile?, String)] = [
      66: (.baseline, "Baseline"), 77: (.main, "Main"), 88: (nil, "Extended"), 100: (.high, "High"), 110: (.high10, "High 10"), 122: (nil, "High 4:2:2"),
      244: (nil, "High 4:4:4 Predictive"),
    ]
    (profile, profileName) = all[idc] ?? (nil, "profile \(idc)")
    bitDepth = profile == .high10 ? 10 : profile == nil ? nil : 8
    self.level = level == 9 || (level == 11 && idc < 100 && flags & 0x10 != 0) ? "1b" : Self.tenths(level)
  }

  mutating func takeHEVC(profile idc: Int?, level: Int?) {
    let all: [Int: (VideoProfile?, String)] = [1: (.main, "Main"), 2: (.main10, "Main 10"), 3: (nil, "Main Still Picture"), 4: (nil, "Range Extensions")]
    if let idc { (profile, profileName) = all[idc] ?? (nil, "profile \(idc)") }
    bitDepth = profile == .main ? 8 : nil
    if let level, level > 0 { self.level = Self.tenths(level / 3) }
  }

  /// - Parameter level: seq_level_idx.
  mutating func takeAV1(profile: Int?, level: Int?) {
    let all: [Int: (VideoProfile?, String)] = [0: (.main, "Main"), 1: (.high, "High"), 2: (nil, "Professional")]
    if let profile { (self.profile, profileName) = all[profile] ?? (nil, "profile \(profile)") }
    if let level, 0..<24 ~= level { self.level = "\(level / 4 + 2).\(level % 4)" }
  }

  private static func tenths(_ level: Int) -> String { "\(level / 10).\(level % 10)" }
}
