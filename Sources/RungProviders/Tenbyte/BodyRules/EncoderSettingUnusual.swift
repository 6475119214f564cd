internal import RungSource
internal import RungSpec

extension Tenbyte {
  static let encoderSettingUnusual = Rule<ParsedBody>(
    "encoder-setting-unusual", family: id, severity: .warning,
    summary: "a number is outside the range of encoders or playlists, and the API states no range",
    why: "Tenbyte's documents give no limits for these fields. x264 and x265 allow 0 to 16 B-frames, 1 to 16 reference frames and at most 250 frames of lookahead, need a bitrate, and read a maximum bitrate or buffer size of 0 as no limit; a live playlist has at least one segment.",
    citation: encoders,
    bad: [
      Example(body: "tenbyte.create", "{\"ladder\": {\"video\": [{\"ref_frames\": ⟦0⟧}]}}"),
      Example(body: "tenbyte.create", "{\"ladder\": {\"video\": [{\"gop\": ⟦0⟧}]}}"),
      Example(body: "tenbyte.create", "{\"ladder\": {\"video\": [{\"gop\": ⟦100001⟧}]}}"),
      Example(body: "tenbyte.create", "{\"ladder\": {\"video\": [{\"max_bitrate_kbps\": ⟦0⟧}]}}"),
      Example(body: "tenbyte.create", "{\"packaging\": {\"hls\": {\"segment_format\": \"fmp4\", \"playlist_size\": ⟦0⟧}}}"),
      Example(body: "tenbyte.create", "{\"packaging\": {\"dash\": {\"segment_format\": \"fmp4\", \"window_s\": ⟦-1⟧}}}"),
    ],
    good: [
      Example(body: "tenbyte.create", "{\"ladder\": {\"video\": [{\"ref_frames\": 1, \"gop\": 100000}]}}")
    ]
  ) { body, report in
    for rendition in body.root["ladder"]?["video"]?.items ?? [] { judge(encoderSettings, in: rendition, "x264 and x265 allow", encoders, &report) }
    for output in ["hls", "dash"] {
      guard let packaging = body.root["packaging"]?[output] else { continue }
      judge(packagingSettings, in: packaging, "a playlist has", playlists, &report)
    }
  }

  private static let encoders = Citation("x264 (build 164), x265 (3.5)", "--keyint, --bitrate, --vbv-maxrate, --bframes, --ref, --rc-lookahead", checked: "2026-11-20", strength: .inferred)

  private static let playlists = Citation("live streaming practice", "a live playlist has segments, and no length is negative", checked: "2026-11-26", strength: .inferred)
  private static let limit = Citation("Rung's stream spec", "gop, playlist_segments, preserved_segments: at most \(most)", checked: "2026-11-26", strength: .inferred)

  /// A field for which the API states no range, or only a maximum, and which numbers are usable.
  private struct Setting {
    let field: String
    let range: ClosedRange<Int>
    /// What to set for a number below the range.
    let usual: String
    var isRequired = false
    /// Whether 0 switches the setting off.
    var isOffAtZero = false

    func help(_ value: Int) -> Help {
      let number = value < range.lowerBound ? usual : "\(range.upperBound)"
      return [Int(number) == nil ? "set \(number)" : "set `\"\(field)\": \(number)`", isRequired ? nil : "remove `\(field)`"]
    }
  }

  /// More frames or segments than a spec holds.
  private static let most = 100_000

  private static let encoderSettings = [
    Setting(field: "width", range: 1...Int.max, usual: "the width in pixels", isRequired: true),
    Setting(field: "gop", range: 1...Int.max, usual: "twice the `fps`", isRequired: true),
    Setting(field: "bitrate_kbps", range: 1...Int.max, usual: "the target bitrate in kbps", isRequired: true),
    Setting(field: "max_bitrate_kbps", range: 1...Int.max, usual: "at least the target bitrate", isOffAtZero: true),
    Setting(field: "buf_size_kbps", range: 1...Int.max, usual: "one or two times the target bitrate", isOffAtZero: true),
    Setting(field: "bframes", range: 0...16, usual: "0"), Setting(field: "ref_frames", range: 1...16, usual: "1"),
    Setting(field: "rc_lookahead", range: 0...250, usual: "0"),
  ]

  private static let packagingSettings = [
    Setting(field: "playlist_size", range: 1...Int.max, usual: "6"), Setting(field: "preserved_segments", range: 0...Int.max, usual: "0"),
    Setting(field: "window_s", range: 0...Int.max, usual: "60"), Setting(field: "min_buffer_s", range: 0...Int.max, usual: "4"),
  ]

  /// A value with a finding here is kept as it is and not checked further.
  private static func judge(_ settings: [Setting], in part: BodyPart, _ who: String, _ citation: Citation, _ report: inout Report) {
    for setting in settings {
      guard let number = part[setting.field], let value = number.integer else { continue }
      let (least, most) = (setting.range.lowerBound, setting.range.upperBound)
      let isCount = setting.field == "gop" || setting.field.hasSuffix("_size") || setting.field.hasSuffix("_segments")
      if isCount, value > Self.most {
        report.flag(number.place, "`\(setting.field)` is \(value); Rung supports at most \(Self.most)", help: "set a smaller number if this is not intended", citation: limit)
      } else if !setting.range.contains(value) {
        report.flag(
          number.place,
          "`\(setting.field)` is \(value); \(value == 0 && setting.isOffAtZero ? "x264 and x265 read it as no limit" : "\(who) \(most == .max ? "at least \(least)" : "\(least) to \(most)")")",
          help: setting.help(value), citation: citation)
      } else {
        continue
      }
      report.setAside(number.place)
    }
  }
}
