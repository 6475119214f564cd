internal import RungSource
internal import RungSpec

extension Tenbyte {
  static let encoderSettingUnusual = Rule<GivenBody>(
    "encoder-setting-unusual", family: id, severity: .warning,
    summary: "a number that encoders do not take, where the API states no range",
    why: "Tenbyte's documents give no limits for these fields. x264 and x265 take 0 to 16 B-frames, 1 to 16 reference frames and at most 250 frames of lookahead, and a live playlist has a segment at least.",
    citation: Citation("x264 (build 164), x265 (3.5)", "--bframes, --ref, --rc-lookahead", checked: "2026-11-20", strength: .inferred),
    bad: [
      Example(body: "tenbyte.create", "{\"ladder\": {\"video\": [{\"ref_frames\": ⟦0⟧}]}}"),
      Example(body: "tenbyte.create", "{\"packaging\": {\"hls\": {\"segment_format\": \"fmp4\", \"playlist_size\": ⟦0⟧}}}"),
    ],
    good: [
      Example(body: "tenbyte.create", "{\"ladder\": {\"video\": [{\"ref_frames\": 1}]}}")
    ]
  ) { body, report in
    for rendition in body.root["ladder"]?["video"]?.items ?? [] {
      for (field, _, range) in encoderSettings {
        guard let part = rendition[field], let value = part.integer, !range.contains(value) else { continue }
        report.flag(
          part.place, "`\(field)` is \(value); x264 and x265 take \(range.lowerBound) to \(range.upperBound)",
          help: "write \(value < range.lowerBound ? range.lowerBound : range.upperBound), or remove `\(field)`")
      }
    }
    if let size = body.root["packaging"]?["hls"]?["playlist_size"], size.integer == 0 {
      report.flag(size.place, "`playlist_size` is 0; a live playlist has at least 1 segment", help: "remove `playlist_size`, or write 6")
    }
  }
}
