internal import RungSource

extension AppleHLSRules {
  static let segmentPeakAboveBandwidth = Rule<Stream>(
    "segment-peak-above-bandwidth", family: family, severity: .error,
    summary: "segments that may exceed 125 % of a BANDWIDTH computed from the maximum and audio bitrates",
    why: "A segment of T seconds holds max_bitrate × T + buffer bits at most. With short segments and a large buffer that is far more than the maximum, which many packagers announce; one that announces the measured peak is not affected.",
    citation: Standard.apple("1.29 (MUST, live): the measured peak is at most 125 % of BANDWIDTH"),
    bad: [
      Example("""
        rung: 1
        name: news
        packs: [apple-hls]
        ladder:
          renditions:
            - {name: 720p, resolution: 1280x720, fps: 25, keyframe_interval: 2s, codec: h264, bitrate: 1500k, max_bitrate: 2000k, buffer: ⟦4000k⟧}
        packaging: {hls: {segment_format: fmp4, segment_duration: 4s}}
        """,
        mended: """
        rung: 1
        name: news
        packs: [apple-hls]
        ladder:
          renditions:
            - {name: 720p, resolution: 1280x720, fps: 25, keyframe_interval: 2s, codec: h264, bitrate: 1500k, max_bitrate: 2000k, buffer: 2000k}
        packaging: {hls: {segment_format: fmp4, segment_duration: 4s}}
        """)
    ],
    good: [
      Example("""
        rung: 1
        name: news
        packs: [apple-hls]
        ladder:
          renditions:
            - {name: 720p, resolution: 1280x720, fps: 25, keyframe_interval: 2s, codec: h264, bitrate: 1500k, max_bitrate: 2000k, buffer: 3000k}
        packaging: {hls: {segment_format: fmp4, segment_duration: 6s}}
        """)
    ]
  ) { stream, report in
    guard stream.media.value == .video, let hls = stream.spec.packaging?.value.hls?.value, let ladder = stream.ladder else { return }
    let segment = SegmentLength.of(hls.segmentDuration?.value, ladder.renditions.map(\.value))
    ladder.flagShared(
      &report,
      find: { rendition -> (SourcePlace, Peak)? in
        guard let buffer = rendition.buffer, let peak = Peak(rendition, segment) else { return nil }
        return (buffer.place, peak)
      },
      say: { found in
        let peak = found.fault
        return FaultText(
          message: "a \(peak.length.text) segment of \(found.whose) may reach \(Bitrate(kilobits: (peak.most.bitsPerSecond + 999) / 1000).prose) with \(.buffer, peak.buffer.text); Apple allows \(peak.tolerated.prose), 125 % of maximum and audio",
          help: peak.fits
            ? .set(.buffer, "\(peak.fitting)k", at: found.place.span, or: "use longer segments") : "use six-second segments and a smaller \(.buffer)")
      })
  }

  private struct Peak: Equatable {
    let length: Seconds
    let buffer: BufferSize
    /// Video and audio of a segment.
    let most: Bitrate
    let bandwidth: Bitrate
    let tolerated: Bitrate
    /// The largest buffer that stays within it, in kbit.
    let fitting: Int64
    /// Whether that holds a second of the target (ladder/buffer-below-one-second).
    let fits: Bool

    init?(_ rendition: Rendition, _ segment: Seconds) {
      length = rendition.keyframeInterval.flatMap { SegmentTimeline(asked: segment, keyframeEvery: $0.value) }?.shortest ?? segment
      let audio = rendition.audio?.value.bitrate?.value.bitsPerSecond ?? 0
      guard let ceiling = EncodedRate(rendition).ceiling?.value.bitsPerSecond, let buffer = rendition.buffer?.value,
        let video = rendition.mostBits(over: length)?.bitsPerSecond, ceiling < 1 << 50, video < 1 << 50, audio < 1 << 50
      else { return nil }
      self.buffer = buffer
      most = Bitrate(bitsPerSecond: video + audio)
      bandwidth = Bitrate(bitsPerSecond: ceiling + audio)
      tolerated = Bitrate(bitsPerSecond: (ceiling + audio) * 5 / 4)
      guard most > tolerated else { return nil }
      fitting = Rational(tolerated.bitsPerSecond - bandwidth.bitsPerSecond, 1)?.times(length.value).map { $0.numerator / $0.denominator / 1000 } ?? 0
      fits = fitting > 0 && fitting * 1000 >= (rendition.bitrate?.value.bitsPerSecond ?? 0)
    }
  }
}
