internal import RungSource
internal import RungSpec

extension FFmpeg {
  static let settingRefused = Rule<Fit<FFmpeg>>(
    "setting-refused", family: id, severity: .error,
    summary: "the codec's encoder does not start with a setting",
    why: "x265 requires a lookahead longer than the consecutive B-frames, and at most HEVC's eight references per frame, those of B-frames included (H.265, NumPicTotalCurr); x265 4.2 allows ten. SVT-AV1 supports a lookahead of at most 120 frames. FFmpeg reads the rate factor of SVT-AV1 and libvpx as a whole number and drops the rest.",
    citation: Source.both("-c:v libx265 and libsvtav1, each number tried: \"Lookahead depth must be greater than the max consecutive bframe count\", \"NumPocTotalCurr (total references) is non-compliant\", \"LookAheadDistance must be [0 - 120]\""),
    bad: [
      Example("""
        rung: 1
        name: news
        targets: [ffmpeg]
        ladder:
          renditions:
            - {name: 720p, resolution: 1280x720, fps: 25, gop: 50, codec: h265, encoder_preset: placebo, lookahead: ⟦5⟧, bitrate: 2M}
        packaging: {hls: {segment_format: fmp4}}
        """,
        mended: """
        rung: 1
        name: news
        targets: [ffmpeg]
        ladder:
          renditions:
            - {name: 720p, resolution: 1280x720, fps: 25, gop: 50, codec: h265, encoder_preset: placebo, lookahead: 9, bitrate: 2M}
        packaging: {hls: {segment_format: fmp4}}
        """),
      Example("""
        rung: 1
        name: news
        targets: [ffmpeg]
        ladder:
          renditions:
            - {name: 720p, resolution: 1280x720, fps: 25, gop: 50, codec: h265, encoder_preset: ultrafast, bframes: ⟦5⟧, bitrate: 2M}
        packaging: {hls: {segment_format: fmp4}}
        """,
        mended: """
        rung: 1
        name: news
        targets: [ffmpeg]
        ladder:
          renditions:
            - {name: 720p, resolution: 1280x720, fps: 25, gop: 50, codec: h265, encoder_preset: ultrafast, bframes: 4, bitrate: 2M}
        packaging: {hls: {segment_format: fmp4}}
        """),
      Example("""
        rung: 1
        name: news
        targets: [ffmpeg]
        ladder:
          renditions:
            - {name: 360p, resolution: 640x360, fps: 25, gop: 50, codec: h265, bframes: 3, ref_frames: ⟦8⟧, bitrate: 600k}
        packaging: {hls: {segment_format: fmp4}}
        """,
        mended: """
        rung: 1
        name: news
        targets: [ffmpeg]
        ladder:
          renditions:
            - {name: 360p, resolution: 640x360, fps: 25, gop: 50, codec: h265, bframes: 3, ref_frames: 6, bitrate: 600k}
        packaging: {hls: {segment_format: fmp4}}
        """),
      Example("""
        rung: 1
        name: news
        targets: [ffmpeg]
        ladder:
          renditions:
            - {name: 720p, resolution: 1280x720, fps: 25, gop: 50, codec: av1, lookahead: ⟦121⟧, bitrate: 2M}
        packaging: {hls: {segment_format: fmp4}}
        """,
        mended: """
        rung: 1
        name: news
        targets: [ffmpeg]
        ladder:
          renditions:
            - {name: 720p, resolution: 1280x720, fps: 25, gop: 50, codec: av1, lookahead: 120, bitrate: 2M}
        packaging: {hls: {segment_format: fmp4}}
        """),
      Example("""
        rung: 1
        name: news
        targets: [ffmpeg]
        ladder:
          renditions:
            - {name: 720p, resolution: 1280x720, fps: 25, gop: 50, codec: av1, crf: ⟦35.5⟧, max_bitrate: 2M, buffer: 2M}
        packaging: {hls: {segment_format: fmp4}}
        """,
        mended: """
        rung: 1
        name: news
        targets: [ffmpeg]
        ladder:
          renditions:
            - {name: 720p, resolution: 1280x720, fps: 25, gop: 50, codec: av1, crf: 36, max_bitrate: 2M, buffer: 2M}
        packaging: {hls: {segment_format: fmp4}}
        """),
    ],
    good: [
      Example("""
        rung: 1
        name: news
        targets: [ffmpeg]
        ladder:
          defaults: {fps: 25, gop: 50, resolution: 640x360}
          renditions:
            - {name: a, codec: h265, bframes: 2, ref_frames: 6, lookahead: 3, bitrate: 800k}
            - {name: b, codec: h265, bframes: 0, ref_frames: 8, lookahead: 0, bitrate: 700k}
            - {name: c, codec: h264, bframes: 5, encoder_preset: ultrafast, ref_frames: 6, lookahead: 0, bitrate: 600k}
            - {name: d, codec: av1, lookahead: 120, bitrate: 500k}
            - {name: e, codec: h264, crf: 23.5, max_bitrate: 400k, buffer: 400k}
            - {name: f, codec: h265, crf: 26.25, max_bitrate: 300k, buffer: 300k}
        packaging: {hls: {segment_format: fmp4}}
        """)
    ]
  ) { fit, report in
    fit.flagByPlace(&report, { $0.refused.map { ($0.key, $0.place) } }) { key, whose in
      whose.strictest(key).map { refusal in
        (
          "\(key, refusal.value) for \(refusal.whose) is not supported by \(refusal.encoder); \(refusal.because)", "set \(key, refusal.fitting)"
        )
      }
    } fix: { key, whose in
      whose.strictest(key).map { .replace($0.place.span, with: "\($0.fitting)", .unsafe) }
    }
  }

  /// A setting that an encoder does not start with, and the nearest that it supports.
  fileprivate struct Refusal {
    let key: SpecKey
    let place: SourcePlace
    let value: String
    let fitting: Int
    /// How far the two are apart.
    let distance: Rational
    let encoder: String
    let whose: Message
    let because: String
  }
}

extension [Rendition] {
  /// Of those that share a place, the one that requires the largest change.
  fileprivate func strictest(_ key: SpecKey) -> FFmpeg.Refusal? {
    flatMap { $0.refused.filter { $0.key == key } }.max { $0.distance < $1.distance }
  }
}

extension Rendition {
  fileprivate var refused: [FFmpeg.Refusal] {
    func refusal(_ key: SpecKey, _ stated: Located<Int>?, _ fitting: Int, _ encoder: String, _ because: String) -> FFmpeg.Refusal? {
      stated.map {
        FFmpeg.Refusal(
          key: key, place: $0.place, value: "\($0.value)", fitting: fitting, distance: Rational(abs(fitting - $0.value)), encoder: encoder, whose: "\(label)",
          because: because)
      }
    }
    func fraction(_ encoder: String) -> FFmpeg.Refusal? {
      guard let crf, crf.value.whole == nil, let fitting = crf.value.value.rounded else { return nil }
      return FFmpeg.Refusal(
        key: .crf, place: crf.place, value: crf.value.text, fitting: fitting, distance: crf.value.value.distance(to: Rational(fitting)), encoder: encoder,
        whose: "\(label)", because: "FFmpeg reads it as a whole number")
    }
    switch codec?.value {
    case .av1:
      let long = lookahead.flatMap { $0.value > 120 ? refusal(.lookahead, $0, 120, "SVT-AV1", "the maximum is 120 frames") : nil }
      return [long, fraction("SVT-AV1")].compactMap { $0 }
    case .h265:
      let bframes = bframes?.value ?? PresetSettings.of(encoderPreset?.value, .h265)?.bframes ?? 0
      var refused: [FFmpeg.Refusal?] = []
      let room = 8 - Swift.min(bframes, 2)
      if let refFrames, refFrames.value > room {
        refused.append(refusal(.refFrames, refFrames, room, "x265", "the maximum is \(room)\(bframes > 0 ? " with B-frames" : "")"))
      }
      let ahead = lookahead?.value ?? PresetSettings.lookaheadOfX265(encoderPreset?.value)
      if bframes > 0, ahead <= bframes {
        refused.append(
          lookahead.map { refusal(.lookahead, $0, bframes + 1, "x265", "it must exceed the \(bframes) consecutive B-frames") }
            ?? refusal(.bframes, self.bframes, ahead - 1, "x265", "it must be below this preset's lookahead of \(ahead) frames"))
      }
      return refused.compactMap { $0 }
    case .vp8, .vp9: return [fraction("libvpx")].compactMap { $0 }
    case .h264, nil: return []
    }
  }
}
