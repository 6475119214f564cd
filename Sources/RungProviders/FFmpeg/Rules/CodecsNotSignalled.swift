internal import RungSource
internal import RungSpec

extension FFmpeg {
  static let codecsNotSignalled = Rule<Fit<FFmpeg>>(
    "codecs-not-signalled", family: id, severity: .note,
    summary: "FFmpeg 5.1 does not name the codec as players need it",
    why: "Players decide by CODECS what they can play before they load a segment. FFmpeg 5.1 writes none in HLS for a variant with AV1, VP9 or Opus, and for H.265 compatibility flags and constraints that are always the same (`hvc1.1.4.L93.B01`); in DASH it writes `hvc1` alone. The playlist that Rung writes has them, and so have those of FFmpeg 8.1, which lack FRAME-RATE.",
    citation: Source.both("one rendition in each codec, -f hls -master_pl_name and -f dash: 5.1 writes `hvc1.1.4.L60.B01` and no CODECS for AV1, VP9 and Opus, and in DASH `codecs=\"hvc1\"`; 8.1 writes `hvc1.1.6.L60.90`, `av01.0.00M.08`, `vp09.00.11.08` and `opus`"),
    isAcceptable: true,
    bad: [
      Example("""
        rung: 1
        name: news
        targets: {ffmpeg: {playlist: ffmpeg}}
        ladder:
          renditions:
            - {name: hevc, resolution: 1280x720, fps: 25, gop: 50, codec: ⟦h265⟧, bitrate: 2M, max_bitrate: 2400k, buffer: 2400k}
        packaging: {hls: {segment_format: fmp4}}
        """),
      Example("""
        rung: 1
        name: news
        targets: {ffmpeg: {playlist: ffmpeg}}
        ladder:
          renditions:
            - {name: av1, resolution: 1280x720, fps: 25, gop: 50, codec: ⟦av1⟧, bitrate: 1500k}
        packaging: {hls: {segment_format: fmp4}, dash: {segment_format: fmp4, window: 60s}}
        """),
      Example("""
        rung: 1
        name: news
        targets: {ffmpeg: {playlist: ffmpeg}}
        ladder:
          renditions:
            - {name: avc, resolution: 1280x720, fps: 25, gop: 50, codec: h264, bitrate: 3M, max_bitrate: 3300k, buffer: 3300k, audio: {codec: ⟦opus⟧, channels: 2, sample_rate: 48 kHz, bitrate: 96k}}
        packaging: {hls: {segment_format: fmp4}}
        """),
      // Rung cannot write the playlist either.
      Example("""
        rung: 1
        name: news
        targets: [ffmpeg]
        ladder:
          renditions:
            - {name: hevc, resolution: 1280x720, fps: 25, gop: 50, codec: ⟦h265⟧, rate_control: capped-crf, crf: 26}
        packaging: {hls: {segment_format: fmp4}}
        """),
      Example("""
        rung: 1
        name: news
        targets: [ffmpeg]
        ladder:
          renditions:
            - {name: hevc, resolution: 1280x720, fps: 25, gop: 50, codec: ⟦h265⟧, bitrate: 2M, max_bitrate: 2400k, buffer: 2400k}
            - {name: av1, resolution: 1280x720, fps: 25, gop: 50, codec: av1, bitrate: 1500k}
        packaging: {dash: {segment_format: fmp4, window: 60s}}
        """),
    ],
    good: [
      Example("""
        rung: 1
        name: news
        targets: [ffmpeg]
        ladder:
          renditions:
            - {name: hevc, resolution: 1280x720, fps: 25, gop: 50, codec: h265, bitrate: 2M, max_bitrate: 2400k, buffer: 2400k}
            - {name: av1, resolution: 1280x720, fps: 25, gop: 50, codec: av1, bitrate: 1500k}
        packaging: {hls: {segment_format: fmp4}}
        """),
      Example("""
        rung: 1
        name: news
        targets: {ffmpeg: {playlist: ffmpeg}}
        ladder:
          renditions:
            - {name: avc, resolution: 1280x720, fps: 25, gop: 50, codec: h264, bitrate: 3M, max_bitrate: 3300k, buffer: 3300k, audio: {codec: aac, channels: 2, sample_rate: 48 kHz, bitrate: 96k}}
        packaging: {hls: {segment_format: fmp4}}
        """),
    ]
  ) { fit, report in
    guard fit.decision.delivery == .package else { return }
    let isByFFmpeg = fit.writesHLS && fit.predictedPlaylist == nil
    let isDASH = fit.spec.packaging?.value.dash != nil
    let newer: Message = "package with FFmpeg 8.1, which writes them"
    let isChosen = fit.options.playlist?.value == .ffmpeg
    fit.flagByPlace(&report, { rendition in
      let video = fit.stream.media.value == .video ? rendition.codec.flatMap { codec in
        switch codec.value {
        case .h265: isByFFmpeg || isDASH ? codec.place : nil
        case .av1, .vp9: isByFFmpeg ? codec.place : nil
        case .h264, .vp8: nil
        }
      } : nil
      let audio = isByFFmpeg ? rendition.audio?.value.codec.flatMap { $0.value == .opus ? $0.place : nil } : nil
      return [video.map { (.codec, $0) }, audio.map { (.audioCodec, $0) }].compactMap { $0 }
    }) { key, whose in
      let rendition = whose[0]
      let help: Help = isByFFmpeg ? [isChosen ? "set \(.ffmpegPlaylist, "rung")" : nil, newer] : [newer]
      guard key == .codec, rendition.codec?.value == .h265 else { return ("FFmpeg 5.1 writes no CODECS in HLS for \(rendition.label)", help) }
      let right: Message = rendition.videoCodecName.map { "; right is `\($0.text)`" } ?? ""
      let wrong: Message = isByFFmpeg ? isDASH ? "ending in `.B01`, and in DASH as `hvc1` alone" : "ending in `.B01`" : "as `hvc1` alone in DASH"
      return ("FFmpeg 5.1 writes CODECS of \(rendition.label) \(wrong)\(right)", help)
    }
  }
}
