internal import RungSource
internal import RungSpec

extension FFmpeg {
  static let maximumNotEnforced = Rule<Fit<FFmpeg>>(
    "maximum-not-enforced", family: id, severity: .warning,
    summary: "the codec's encoder does not enforce a maximum bitrate",
    why: "x264 and x265 keep a maximum over the VBV buffer. SVT-AV1 and libvpx have no such buffer in the modes that FFmpeg offers: they keep the target on average, and noise or cuts exceed the maximum. SVT-AV1 4.1 does not start with both a maximum and a target, so Rung does not pass a maximum.",
    citation: Source.both("12 s of still, moving and noisy pictures by turns, encoded as Rung has them encoded: over one buffer window up to 2.5 times what maximum and buffer allow (SVT-AV1 1.4.1 and 4.1), 1.7 times (libvpx-vp9, constant bitrate), 18 times (libvpx-vp9, a maximum beside a target)"),
    isAcceptable: true,
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
      if key == .rateControl, rendition.rateControl?.value == .cappedCRF {
        var steps: [Message] = ["set \(.rateControl, "vbr")"]
        if rendition.bitrate == nil {
          steps[0] = steps[0] + (EncodedRate(rendition).ceiling.map { " and \(.bitrate, $0.value.text)" } ?? " and a \(.bitrate)")
        }
        let others: [(SpecKey, Bool)] = [(.crf, rendition.crf != nil), (.maxBitrate, rendition.maxBitrate != nil), (.buffer, rendition.buffer != nil)]
        steps += others.filter(\.1).map { key, _ in "remove \(key)" }
        return (
          "`capped-crf` is not capped by \(encoder) for \(rendition.label); peaks exceed any maximum",
          [Message(joining: steps, with: ", "), "encode in H.264 or H.265"])
      }
      let what: Message = key == .rateControl ? "a constant bitrate" : "\(key)"
      return (
        "\(what) is not enforced by \(encoder) for \(rendition.label); peaks exceed it",
        [key == .rateControl ? "set \(.rateControl, "vbr")" : "remove \(key)", "encode in H.264 or H.265"])
    }
  }
}

extension Rendition {
  /// The key that sets a maximum which the encoder does not enforce.
  fileprivate var unenforced: [(key: SpecKey, place: SourcePlace)] {
    guard !enforcesMaximum else { return [] }
    // Whether a cap is set or not, a constant rate factor exceeds it.
    if let rateControl, rateControl.value == .cappedCRF { return [(.rateControl, rateControl.place)] }
    // ladder/max-below-target reports a maximum below the target.
    guard EncodedRate(self).ceiling != nil, maxBitrate.map({ $0.value >= bitrate?.value ?? $0.value }) ?? true else { return [] }
    let keys: [(SpecKey, SourcePlace?)] = [
      (.maxBitrate, maxBitrate?.place), (.rateControl, rateControl?.value == .cbr ? rateControl?.place : nil), (.buffer, buffer?.place),
      (.rateControl, rateControl?.place),
    ]
    return keys.lazy.compactMap { key, place in place.map { [(key, $0)] } }.first ?? []
  }
}
