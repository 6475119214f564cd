internal import RungSource
internal import RungSpec

extension FFmpeg {
  static let bitrateNotConstant = Rule<Fit<FFmpeg>>(
    "bitrate-not-constant", family: id, severity: .note,
    summary: "a constant bitrate that still pictures do not reach",
    why: "Still pictures need a hundredth of the bitrate. x264 (`nal-hrd=cbr`) and x265 (`strict-cbr`) fill up the rest where the maximum is the target and the container holds filler data: MPEG-TS and FLV do, files of the MP4 family must not. Elsewhere `cbr` sets what the bitrate does not exceed.",
    citation: Source.both("8 s of a still picture at 800 kbps: 791 kbps with `-nal-hrd cbr`, 776 kbps with `strict-cbr`, 6 to 9 kbps without; x264 --fullhelp: cbr not allowed in .mp4"),
    bad: [
      Example("""
        rung: 1
        name: news
        targets: [ffmpeg]
        ladder:
          renditions:
            - {name: 720p, resolution: 1280x720, fps: 25, gop: 50, codec: h264, rate_control: ⟦cbr⟧, bitrate: 3M, buffer: 3M}
        packaging: {hls: {segment_format: fmp4}}
        """),
      Example("""
        rung: 1
        name: news
        targets: [ffmpeg]
        ladder:
          renditions:
            - {name: 720p, resolution: 1280x720, fps: 25, gop: 50, codec: h264, rate_control: cbr, bitrate: 3M, max_bitrate: ⟦4M⟧, buffer: 4M}
        packaging: {hls: {segment_format: mpegts}}
        """,
        mended: """
        rung: 1
        name: news
        targets: [ffmpeg]
        ladder:
          renditions:
            - {name: 720p, resolution: 1280x720, fps: 25, gop: 50, codec: h264, rate_control: cbr, bitrate: 3M, max_bitrate: 3000k, buffer: 4M}
        packaging: {hls: {segment_format: mpegts}}
        """),
    ],
    good: [
      Example("""
        rung: 1
        name: news
        targets: [ffmpeg]
        ladder:
          renditions:
            - {name: 720p, resolution: 1280x720, fps: 25, gop: 50, codec: h264, rate_control: cbr, bitrate: 3M, buffer: 3M}
        packaging: {hls: {segment_format: mpegts}}
        """)
    ]
  ) { fit, report in
    let takesFiller = fit.takesFiller
    fit.flagByPlace(&report, { $0.unfilled(takesFiller) }) { key, whose in
      guard key == "max_bitrate" else {
        return ("`rate_control: cbr` sets a maximum only for \(whose[0].label): fragmented MP4 holds no filler data", whose.variable)
      }
      return whose[0].bitrate.map {
        ("`rate_control: cbr` is not filled up for \(whose[0].label): `max_bitrate` is above `bitrate`", "set `max_bitrate: \($0.value.text)`")
      }
    } fix: { key, whose in
      // A maximum that several share is not theirs to lower.
      guard key == "max_bitrate", whose.count == 1, let max = whose[0].maxBitrate, let target = whose[0].bitrate else { return nil }
      return .replace(max.place.span, with: target.value.text, .unsafe)
    }
  }
}

extension [Rendition] {
  /// The same without filler: `cbr` has its target for a maximum, and one second of it for a buffer.
  fileprivate var variable: Help {
    let open = filter { $0.maxBitrate == nil && $0.buffer != nil }
    guard let bitrate = open.first?.bitrate?.value else { return "set `rate_control: vbr`" }
    return "set `rate_control: vbr` and \(count == 1 ? "`max_bitrate: \(bitrate.text)`" : "a `max_bitrate` beside each `buffer`")"
  }
}

extension Rendition {
  fileprivate func unfilled(_ takesFiller: Bool) -> [(key: String, place: SourcePlace)] {
    guard let control = rateControl, control.value == .cbr, let bitrate else { return [] }
    switch codec?.value {
    case .h264, .h265, nil: break
    case .av1, .vp8, .vp9: return []
    }
    if !takesFiller { return [("rate_control", control.place)] }
    return maxBitrate.flatMap { $0.value > bitrate.value ? [("max_bitrate", $0.place)] : nil } ?? []
  }
}
