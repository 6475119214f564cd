internal import RungSource
internal import RungSpec

extension FFmpeg {
  static let bandwidthBelowPeak = Rule<Fit<FFmpeg>>(
    "bandwidth-below-peak", family: id, severity: .warning,
    summary: "segments may be larger than the BANDWIDTH in the playlist",
    why: "FFmpeg 5.1 writes 1.1 times the sum of the targets as BANDWIDTH. A segment of T seconds has at most max_bitrate × T + buffer bits: with a large buffer and short segments that is far more, and a player that relies on BANDWIDTH stalls. Apple allows peaks of live streams up to 125 % of it. FFmpeg 8.1 writes the measured peak. The playlist that Rung writes has the bound itself, and where no maximum is set an estimate: 1.5 times the average.",
    citation: Source.both("-f hls -master_pl_name, with targets, maxima and constant rate factors: 5.1 writes 1.1 × (video + audio), the maximum beside a factor; 8.1 the largest segment (tolerance: HLS Authoring Specification, 1.29)"),
    bad: [
      Example("""
        rung: 1
        name: news
        targets: {ffmpeg: {playlist: ffmpeg}}
        ladder:
          renditions:
            - {name: 720p, resolution: 1280x720, fps: 25, gop: 50, codec: h264, bitrate: 1500k, max_bitrate: 2000k, buffer: ⟦4000k⟧}
        packaging: {hls: {segment_format: fmp4, segment_duration: 2s}}
        """),
      Example("""
        rung: 1
        name: news
        targets: {ffmpeg: {playlist: ffmpeg}}
        ⟦ladder⟧:
          renditions:
            - {name: 720p, resolution: 1280x720, fps: 25, gop: 50, codec: h264, bitrate: 1500k}
        packaging: {hls: {segment_format: fmp4, segment_duration: 4s}}
        """),
      Example("""
        rung: 1
        name: news
        targets: [ffmpeg]
        ⟦ladder⟧:
          renditions:
            - {name: 720p, resolution: 1280x720, fps: 25, gop: 50, codec: h264, bitrate: 1500k}
        packaging: {hls: {segment_format: fmp4, segment_duration: 4s}}
        """),
    ],
    good: [
      Example("""
        rung: 1
        name: news
        targets: [ffmpeg]
        ladder:
          renditions:
            - {name: 720p, resolution: 1280x720, fps: 25, gop: 50, codec: h264, bitrate: 1500k, max_bitrate: 2000k, buffer: 4000k}
        packaging: {hls: {segment_format: fmp4, segment_duration: 2s}}
        """),
      Example("""
        rung: 1
        name: news
        targets: {ffmpeg: {playlist: ffmpeg}}
        ladder:
          renditions:
            - {name: 720p, resolution: 1280x720, fps: 25, gop: 50, codec: h264, bitrate: 1500k, max_bitrate: 1650k, buffer: 1650k}
        packaging: {hls: {segment_format: fmp4, segment_duration: 6s}}
        """),
      // DASH has the same settings as the encoder.
      Example("""
        rung: 1
        name: news
        targets: [ffmpeg]
        ladder:
          renditions:
            - {name: 720p, resolution: 1280x720, fps: 25, gop: 50, codec: h264, bitrate: 1500k}
        packaging: {dash: {segment_format: fmp4, segment_duration: 2s}}
        """),
    ]
  ) { fit, report in
    guard fit.decision.delivery == .package, let hls = fit.spec.packaging?.value.hls?.value, fit.stream.media.value == .video else { return }
    let renditions = fit.decision.renditions.map(\.value)
    let segment = SegmentLength.of(hls.segmentDuration?.value, renditions)
    let isPredicted = fit.predictedPlaylist != nil
    let open = renditions.filter(\.isUnbounded)
    if !open.isEmpty {
      let unbounded = open.map { rendition -> Message in rendition.name.map { "\($0.value)" } ?? "\(rendition.label)" }
      // ffmpeg/maximum-not-enforced reports a maximum of the other codecs.
      let areBoundable = open.allSatisfy(\.enforcesMaximum)
      report.flag(
        fit.ladder?.place ?? fit.measured.target,
        "no maximum limits the segments of \(Message(joining: Array(unbounded.prefix(6)), with: ", "))\(unbounded.count > 6 ? " and \(unbounded.count - 6) more" : ""); \(isPredicted ? "BANDWIDTH in the playlist is an estimate, 1.5 times the average" : "FFmpeg 5.1 writes 1.1 times the targets as BANDWIDTH")",
        help: [
          areBoundable ? "set \(.maxBitrate) and \(.buffer)" : "encode in H.264 or H.265 with \(.maxBitrate) and \(.buffer)",
          isPredicted ? "replace the playlist by one with measured rates, `rung ladder preview --hls --delivered`" : "package with FFmpeg 8.1, which writes the measured peak",
        ])
    }
    // Rung's playlist has the bound.
    guard !isPredicted else { return }
    let isChosen = fit.options.playlist?.value == .ffmpeg
    fit.flagByPlace(&report, { rendition in
      guard let excess = Excess(rendition, segment, isChosen: isChosen), let place = rendition.buffer?.place ?? excess.rate.ceiling?.place else { return [] }
      return [(.buffer, place)]
    }) { _, whose in
      Excess(whose[0], segment, isChosen: isChosen).map { ($0.message, $0.help) }
    }
  }

  /// A rendition whose segments may exceed FFmpeg's BANDWIDTH by more than Apple tolerates.
  private struct Excess {
    let rate: EncodedRate
    let message: Message
    let help: Help

    init?(_ rendition: Rendition, _ segment: Seconds, isChosen: Bool) {
      rate = EncodedRate(rendition)
      let shortest = rendition.keyframeInterval.flatMap { SegmentTimeline(asked: segment, keyframeEvery: $0.value) }?.shortest ?? segment
      guard rendition.enforcesMaximum, let most = rate.ceiling?.value, let buffer = rate.buffer, let pictures = rendition.mostBits(over: shortest),
        let told = (rate.target ?? rate.ceiling)?.value
      else { return nil }
      let sound = rendition.audio?.value.bitrate?.value.bitsPerSecond ?? 0
      // Nobody has rates of petabits.
      guard pictures.bitsPerSecond < 1 << 50, told.bitsPerSecond < 1 << 50, sound < 1 << 50 else { return nil }
      let announced = (told.bitsPerSecond + sound) * 11 / 10
      let tolerated = announced * 5 / 4
      let peak = pictures.bitsPerSecond + sound
      guard peak > tolerated else { return nil }
      func text(_ bits: Int64) -> String { Bitrate(kilobits: (bits + 999) / 1000).prose }
      message =
        "a segment of \(shortest.text) of \(rendition.label) may reach \(text(peak)) (\(most.prose) and the buffer of \(buffer.prose)\(sound > 0 ? ", and audio" : "")); FFmpeg 5.1 writes BANDWIDTH=\(announced)"
      let other: Message = isChosen ? "set \(.ffmpegPlaylist, "rung")" : "package with FFmpeg 8.1, which writes the measured peak"
      let room = tolerated - sound
      // The largest buffer that fits, if it lasts a second; otherwise a lower maximum with a buffer of a second.
      let bits = Rational(Int(room - most.bitsPerSecond)).times(shortest.value).flatMap { $0.isPositive ? $0.numerator / $0.denominator / 1000 : nil } ?? 0
      let lower = Rational(Int(room)).times(shortest.value).flatMap { product in shortest.value.plus(Rational(1)).flatMap { product.divided(by: $0) } }
        .map { $0.numerator / $0.denominator / 1000 } ?? 0
      if bits * 1000 >= most.bitsPerSecond {
        help = ["set \(.buffer, "\(bits)k")", other]
      } else if lower * 1000 >= told.bitsPerSecond {
        // As ffmpeg/bitrate-not-constant requires for a constant bitrate.
        let most = rate.control == .cbr ? told.text : "\(lower)k"
        // Where none is set the buffer follows the maximum.
        help = [rendition.buffer == nil ? "set \(.maxBitrate, most)" : "set \(.maxBitrate, most) and \(.buffer, most)", other]
      } else {
        help = ["use longer segments", other]
      }
    }
  }
}

extension Rendition {
  /// Without a maximum, though FFmpeg 5.1 announces a rate. ffmpeg/maximum-not-enforced reports a maximum that is not
  /// enforced, ladder/capped-crf-without-max a factor alone.
  fileprivate var isUnbounded: Bool { EncodedRate(self).ceiling == nil && (bitrate != nil || crf != nil) }
}
