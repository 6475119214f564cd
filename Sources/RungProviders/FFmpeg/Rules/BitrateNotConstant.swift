internal import RungSource
internal import RungSpec

extension FFmpeg {
  static let bitrateNotConstant = Rule<Fit<FFmpeg>>(
    "bitrate-not-constant", family: id, severity: .note,
    summary: "a constant bitrate that static video does not reach",
    why: "Static video needs a hundredth of the bitrate. x264 (`nal-hrd=cbr`) and x265 (`strict-cbr`) add filler data where the maximum equals the target and the container allows filler data: MPEG-TS and FLV do, MP4 does not. Elsewhere `cbr` only sets a maximum.",
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
      guard key == .maxBitrate else {
        return ("\(.rateControl, "cbr") only sets a maximum for \(whose[0].label); fragmented MP4 does not allow filler data", whose.variable)
      }
      return whose[0].bitrate.map {
        ("\(.rateControl, "cbr") adds no filler data for \(whose[0].label); \(.maxBitrate) is above \(.bitrate)", "set \(.maxBitrate, $0.value.text)")
      }
    } fix: { key, whose in
      // A maximum that several share cannot be lowered for one.
      guard key == .maxBitrate, whose.count == 1, let max = whose[0].maxBitrate, let target = whose[0].bitrate else { return nil }
      return .replace(max.place.span, with: target.value.text, .unsafe)
    }
  }
}

extension [Rendition] {
  /// The same without filler: with `cbr` the maximum is the target, and the buffer is one second of it.
  fileprivate var variable: Help {
    let open = filter { $0.maxBitrate == nil && $0.buffer != nil }
    guard let bitrate = open.first?.bitrate?.value else { return "set \(.rateControl, "vbr")" }
    return count == 1
      ? "set \(.rateControl, "vbr") and \(.maxBitrate, bitrate.text)" : "set \(.rateControl, "vbr") and a \(.maxBitrate) with each \(.buffer)"
  }
}

extension Rendition {
  fileprivate func unfilled(_ takesFiller: Bool) -> [(key: SpecKey, place: SourcePlace)] {
    guard let control = rateControl, control.value == .cbr, let bitrate else { return [] }
    switch codec?.value {
    case .h264, .h265, nil: break
    case .av1, .vp8, .vp9: return []
    }
    if !takesFiller { return [(.rateControl, control.place)] }
    return maxBitrate.flatMap { $0.value > bitrate.value ? [(.maxBitrate, $0.place)] : nil } ?? []
  }
}
