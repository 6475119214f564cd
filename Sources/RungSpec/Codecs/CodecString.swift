internal import RungSource

/// What playlists and manifests call a codec (RFC 6381, and each codec's own binding to ISO media files).
package enum CodecString {
  /// - Parameters:
  ///   - level: as specs write it: `3.1`, `1b`.
  ///   - tier: of HEVC and AV1.
  ///   - bitDepth: of AV1 and VP9; the profiles of the others state it.
  ///   - color: of AV1 and VP9; nil for BT.709, which their strings leave out.
  /// - Returns: nil for a level or a profile that the codec does not have.
  package static func video(_ codec: VideoCodec, profile: VideoProfile, level: String, tier: LevelTier = .main, bitDepth: Int = 8, color: VideoColor? = nil) -> String? {
    guard CodecVocabulary.profiles(of: codec).contains(profile) || codec == .vp9, CodecVocabulary.levels(of: codec).contains(level)
    else { return nil }
    switch codec {
    case .h264: return h264(profile, level)
    case .h265: return h265(profile, level, tier)
    case .av1: return av1(profile, level, tier, bitDepth, color)
    case .vp9: return vp9(level, bitDepth, color)
    case .vp8: return nil
    }
  }

  /// `avc1.PPCCLL`: profile_idc, the byte of the constraint flags, level_idc (RFC 6381, 3.3).
  private static func h264(_ profile: VideoProfile, _ level: String) -> String? {
    // profile_idc, and the flags that x264 sets: its Baseline is Constrained Baseline.
    let (profileIDC, flags): (Int, Int)
    switch profile {
    case .baseline: (profileIDC, flags) = (66, 0xC0)
    case .main: (profileIDC, flags) = (77, 0x40)
    case .high: (profileIDC, flags) = (100, 0)
    case .high10: (profileIDC, flags) = (110, 0)
    case .main10: return nil
    }
    guard level == "1b" else {
      return number(level, times: 10).map { "avc1.\(hex(profileIDC))\(hex(flags))\(hex($0))" }
    }
    // Level 1b is 1.1 with constraint_set3_flag up to Main, and a number of its own above (Rec. ITU-T H.264, A.3.4).
    return profileIDC < 100 ? "avc1.\(hex(profileIDC))\(hex(flags | 0x10))0b" : "avc1.\(hex(profileIDC))\(hex(flags))09"
  }

  /// `hvc1.1.6.L123.90`: profile, compatibility flags in reverse, tier and level × 30, then the constraint bytes: 90 says
  /// progressive and frames only (ISO/IEC 14496-15, E.3).
  private static func h265(_ profile: VideoProfile, _ level: String, _ tier: LevelTier) -> String? {
    guard let level = number(level, times: 30) else { return nil }
    let tier = tier == .main ? "L" : "H"
    // A decoder of Main 10 is not one of Main; a stream of Main is one of Main 10 too.
    return profile == .main10 ? "hvc1.2.4.\(tier)\(level).90" : "hvc1.1.6.\(tier)\(level).90"
  }

  /// `av01.0.05M.08`: profile, seq_level_idx and tier, bits; where the color is not BT.709 also monochrome, subsampling (4:2:0 with
  /// samples at the left), color and range (AV1 Codec ISO Media File Format Binding, 5).
  private static func av1(_ profile: VideoProfile, _ level: String, _ tier: LevelTier, _ bitDepth: Int, _ color: VideoColor?) -> String? {
    guard let tenfold = number(level, times: 10) else { return nil }
    let index = (tenfold / 10 - 2) * 4 + tenfold % 10
    let short = "av01.\(profile == .high ? 1 : 0).\(twoDigits(index))\(tier == .main ? "M" : "H").\(twoDigits(bitDepth))"
    return color.map { "\(short).0.110.\($0.codes.map(twoDigits).joined(separator: ".")).0" } ?? short
  }

  /// `vp09.00.31.08`: profile, level, bits; where the color is not BT.709 also subsampling (4:2:0 with samples in line with luma), color
  /// and range (VP Codec ISO Media File Format Binding).
  private static func vp9(_ level: String, _ bitDepth: Int, _ color: VideoColor?) -> String? {
    guard let level = number(level, times: 10) else { return nil }
    let short = "vp09.\(bitDepth > 8 ? "02" : "00").\(twoDigits(level)).\(twoDigits(bitDepth))"
    return color.map { "\(short).01.\($0.codes.map(twoDigits).joined(separator: ".")).00" } ?? short
  }

  package static func audio(_ codec: AudioCodec) -> String {
    switch codec {
    // Object types of MPEG-4 audio: 2 is AAC-LC, 5 SBR (HE-AAC), 34 Layer 3. Version 2 of HE-AAC, 29, has no name in specs.
    case .aac: "mp4a.40.2"
    case .heAAC: "mp4a.40.5"
    case .mp3: "mp4a.40.34"
    case .opus: "Opus"
    case .ac3: "ac-3"
    case .eac3: "ec-3"
    }
  }

  private static func number(_ level: String, times factor: Int) -> Int? { Rational(decimal: level)?.times(Rational(factor))?.whole }
  private static func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
  private static func hex(_ byte: Int) -> String { (byte < 16 ? "0" : "") + String(byte, radix: 16) }
}

extension Rendition {
  /// The codec string of the video, and the keys that it assumes.
  package struct CodecName: Sendable, Hashable {
    package var text: String
    package var assumed: [String]
  }

  /// Nil when codec or size are not known, or when no level takes the rendition.
  ///
  /// Values that are not set are those of the usual encoder: x264, x265, SVT-AV1, libvpx (``encodedLoad``). A tier
  /// that is not stated is Main, where the level does not need the High one.
  package var videoCodecName: CodecName? {
    guard let codec = codec?.value, let profile = signalledProfile else { return nil }
    var assumed: [String] = []
    if self.profile == nil, codec != .vp9 { assumed.append("profile") }
    let lowest = level == nil ? encodedLoad.flatMap { signalledLevel(codec, $0) } : nil
    guard let level = level?.value ?? lowest?.level.name else { return nil }
    if self.level == nil { assumed.append("level") }
    var tier = LevelTier.main
    if let stated = statedTier {
      // Below level 4 there is none but Main: that is a finding.
      if stated == .high, VideoLevel.named(level, of: codec)?.hasHighTier == true { tier = .high }
    } else if let stated = self.level?.value, let load = leastLoad, let row = VideoLevel.named(stated, of: codec) {
      if row.isExceeded(by: load, tier: .main), !row.isExceeded(by: load, tier: .high) { tier = .high }
    } else if let lowest {
      tier = lowest.tier
    }
    return CodecString.video(codec, profile: profile, level: level, tier: tier, bitDepth: encodedBitDepth, color: color).map { CodecName(text: $0, assumed: assumed) }
  }

  /// In the Main tier wherever one of its levels does.
  private func signalledLevel(_ codec: VideoCodec, _ load: VideoLoad) -> (level: VideoLevel, tier: LevelTier)? {
    let stated = statedTier
    let main = stated == .high ? nil : codec == .h265 ? VideoLevel.lowestOfX265(for: load) : VideoLevel.lowest(of: codec, for: load)
    // That of x265 may have a buffer that the level does not allow.
    if let main { return (main, .main) }
    return VideoLevel.lowest(of: codec, for: load, stated: stated).map { ($0, $0.isExceeded(by: load, tier: .main) ? .high : .main) }
  }
}
