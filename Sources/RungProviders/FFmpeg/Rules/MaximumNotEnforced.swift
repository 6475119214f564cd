internal import RungSource
internal import RungSpec

extension FFmpeg {
  static let maximumNotEnforced = Rule<Fit<FFmpeg>>(
    "maximum-not-enforced", family: id, severity: .warning,
    summary: "the codec's encoder does not enforce a maximum bitrate",
    why: "x264 and x265 hold a maximum over the VBV buffer. SVT-AV1 and libvpx have no such buffer in the modes that FFmpeg offers: they hold the target on average, and noise or cuts go beyond the maximum. SVT-AV1 4.1 does not start with a maximum beside a target, so Rung does not pass one.",
    citation: Source.both("12 s of still, moving and noisy pictures by turns, encoded as Rung has them encoded: over one buffer window up to 2.5 times what maximum and buffer allow (SVT-AV1 1.4.1 and 4.1), 1.7 times (libvpx-vp9, constant bitrate), 18 times (libvpx-vp9, a maximum beside a target)"),
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
      // Neither is a cap to be added nor the one that is there to be kept: the factor itself is what has none.
      Example("""
        rung: 1
        name: news
        targets: [ffmpeg]
        ladder:
          renditions:
            - {name: 720p, resolution: 1280x720, fps: 25, gop: 50, codec: av1, rate_control: ⟦capped-crf⟧, crf: 35}
        packaging: {hls: {segment_format: fmp4}}
        """),
      Example("""
        rung: 1
        name: news
        targets: [ffmpeg]
        ladder:
          renditions:
            - {name: 720p, resolution: 1280x720, fps: 25, gop: 50, codec: vp9, rate_control: ⟦capped-crf⟧, crf: 35, bitrate: 2M, buffer: 3M}
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
      let rendition = whose[0]
      guard let codec = rendition.codec?.value else { return nil }
      let encoder = codec == .av1 ? "SVT-AV1" : "libvpx"
      if key == "rate_control", rendition.rateControl?.value == .cappedCRF {
        let most = rendition.bitrate == nil ? EncodedRate(rendition).ceiling.map { " and `bitrate: \($0.value.text)`" } ?? " and a `bitrate`" : ""
        let rest = [("crf", rendition.crf == nil), ("max_bitrate", rendition.maxBitrate == nil), ("buffer", rendition.buffer == nil)]
          .compactMap { $1 ? nil : "remove `\($0)`" }
        return (
          "`capped-crf` is not capped by \(encoder) for \(rendition.label): peaks exceed any maximum",
          ["\((["set `rate_control: vbr`\(most)"] + rest).joined(separator: ", "))", "encode in H.264 or H.265"])
      }
      let what = key == "rate_control" ? "a constant bitrate" : "`\(key)`"
      return (
        "\(what) is not enforced by \(encoder) for \(rendition.label): peaks exceed it",
        key == "rate_control" ? "set `rate_control: vbr`, or encode in H.264 or H.265" : "remove `\(key)`, or encode in H.264 or H.265")
    }
  }
}

extension Rendition {
  /// The key that sets a maximum which the encoder does not enforce.
  fileprivate var unenforced: [(key: String, place: SourcePlace)] {
    guard !enforcesMaximum else { return [] }
    // Whether a cap is stated or not, a constant rate factor goes beyond it.
    if let rateControl, rateControl.value == .cappedCRF { return [("rate_control", rateControl.place)] }
    // Of a maximum below the target ladder/max-below-target speaks.
    guard EncodedRate(self).ceiling != nil, maxBitrate.map({ $0.value >= bitrate?.value ?? $0.value }) ?? true else { return [] }
    let keys: [(String, SourcePlace?)] = [
      ("max_bitrate", maxBitrate?.place), ("rate_control", rateControl?.value == .cbr ? rateControl?.place : nil), ("buffer", buffer?.place),
      ("rate_control", rateControl?.place),
    ]
    return keys.lazy.compactMap { key, place in place.map { [(key, $0)] } }.first ?? []
  }
}
