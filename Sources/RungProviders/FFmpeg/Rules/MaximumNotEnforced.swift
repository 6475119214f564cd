internal import RungSource
internal import RungSpec

extension FFmpeg {
  static let maximumNotEnforced = Rule<Fit<FFmpeg>>(
    "maximum-not-enforced", family: id, severity: .warning,
    summary: "the codec's encoder does not enforce a maximum bitrate",
    why: "x264 and x265 hold a maximum over the VBV buffer. SVT-AV1 and libvpx have no such buffer in the modes that FFmpeg offers: they hold the target on average, and noise or cuts go beyond the maximum. SVT-AV1 4.1 does not start with a maximum beside a target, so Rung does not pass one.",
    citation: Source.both("12 s of still, moving and noisy pictures by turns: over one buffer window up to 1.3 times what maximum and buffer allow (SVT-AV1 1.4.1 and 4.1, CRF), 2 times (VBR), 3.4 times (CBR), 5.8 times (libvpx-vp9 1.12 and later)"),
    bad: [
      Example("""
        rung: 1
        name: news
        targets: [ffmpeg]
        ladder:
          renditions:
            - {name: 720p, resolution: 1280x720, fps: 25, gop: 50, codec: av1, bitrate: 2M, max_bitrate: ⟦3M⟧, buffer: 3M}
        packaging: {hls: {segment_format: fmp4}}
        """),
      Example("""
        rung: 1
        name: news
        targets: [ffmpeg]
        ladder:
          defaults: {fps: 25, gop: 50, rate_control: ⟦cbr⟧}
          renditions:
            - {name: 720p, resolution: 1280x720, codec: av1, bitrate: 2M}
            - {name: 720p-vp9, resolution: 1280x720, codec: vp9, bitrate: 2500k}
            - {name: 720p-avc, resolution: 1280x720, codec: h264, bitrate: 3M}
        packaging: {dash: {segment_format: fmp4}}
        """),
    ],
    good: [
      Example("""
        rung: 1
        name: news
        targets: [ffmpeg]
        ladder:
          renditions:
            - {name: 720p, resolution: 1280x720, fps: 25, gop: 50, codec: h265, bitrate: 2M, max_bitrate: 3M, buffer: 3M}
            - {name: 720p-av1, resolution: 1280x720, fps: 25, gop: 50, codec: av1, bitrate: 1500k}
        packaging: {hls: {segment_format: fmp4}}
        """)
    ]
  ) { fit, report in
    fit.flagByPlace(&report, { $0.unenforced }) { key, whose in
      guard let codec = whose[0].codec?.value else { return nil }
      let encoder = codec == .av1 ? "SVT-AV1" : "libvpx"
      let what = key == "rate_control" ? "a constant bitrate" : "`\(key)`"
      return (
        "\(what) is not enforced by \(encoder) for \(whose[0].label): peaks exceed it",
        key == "rate_control" ? "set `rate_control: vbr`, or encode in H.264 or H.265" : "remove `\(key)`, or encode in H.264 or H.265")
    }
  }
}

extension Rendition {
  /// The key that sets a maximum which the encoder does not enforce.
  fileprivate var unenforced: [(key: String, place: Place)] {
    switch codec?.value {
    case .h264, .h265, nil: return []
    case .av1, .vp8, .vp9: break
    }
    guard EncodedRate(self).ceiling != nil else { return [] }
    let keys: [(String, Place?)] = [
      ("max_bitrate", maxBitrate?.place), ("rate_control", rateControl?.value == .cbr ? rateControl?.place : nil), ("buffer", buffer?.place),
      ("rate_control", rateControl?.place),
    ]
    return keys.lazy.compactMap { key, place in place.map { [(key, $0)] } }.first ?? []
  }
}
