internal import RungSource
internal import RungSpec

extension FFmpeg {
  static let playlistNotPredicted = Rule<Fit<FFmpeg>>(
    "playlist-not-predicted", family: id, severity: .note,
    summary: "FFmpeg writes the multivariant playlist, because a value of it is not known before",
    why: "Rung writes the playlist before FFmpeg starts. Each variant needs a BANDWIDTH, and one without CODECS is loaded by players that cannot play it. FFmpeg's own has no FRAME-RATE; in 5.1 it has no AVERAGE-BANDWIDTH either. Where `playlist: rung` asks for Rung's, this is a warning.",
    citation: Source.both("-f hls -master_pl_name: neither writes FRAME-RATE, and 5.1 no AVERAGE-BANDWIDTH"),
    bad: [
      Example("""
        rung: 1
        name: news
        targets: [ffmpeg]
        ladder:
          renditions:
            - ⟦{name: 720p, resolution: 1280x720, fps: 25, gop: 50, codec: h264, rate_control: capped-crf, crf: 23}⟧
        packaging: {hls: {segment_format: fmp4}}
        """),
      Example("""
        rung: 1
        name: news
        targets: {ffmpeg: {playlist: ⟦rung⟧}}
        ladder:
          renditions:
            - {name: 720p, resolution: 1280x720, fps: 25, gop: 50, bitrate: 3M, max_bitrate: 3300k, buffer: 3300k}
        packaging: {hls: {segment_format: fmp4}}
        """, severity: .warning),
      Example("""
        rung: 1
        name: news
        targets: [ffmpeg]
        ladder:
          renditions:
            - ⟦{name: 720p, resolution: 1280x720, fps: 25, gop: 50, codec: h264, bitrate: 3M, max_bitrate: 3300k, buffer: 3300k, audio: {codec: aac, channels: 2, sample_rate: 48 kHz}}⟧
        packaging: {hls: {segment_format: fmp4}}
        """),
    ],
    good: [
      Example("""
        rung: 1
        name: news
        targets: [ffmpeg]
        ladder:
          renditions:
            - {name: 720p, resolution: 1280x720, fps: 25, gop: 50, codec: h264, rate_control: capped-crf, crf: 23, max_bitrate: 3300k, buffer: 3300k}
        packaging: {hls: {segment_format: fmp4}}
        """),
      Example("""
        rung: 1
        name: news
        targets: {ffmpeg: {playlist: ffmpeg}}
        ladder:
          renditions:
            - {name: 720p, resolution: 1280x720, fps: 25, gop: 50, codec: h264, rate_control: capped-crf, crf: 23}
        packaging: {hls: {segment_format: fmp4}}
        """),
      Example("""
        rung: 1
        name: news
        targets: [ffmpeg]
        ladder:
          renditions:
            - {name: 720p, resolution: 1280x720, fps: 25, gop: 50, codec: h264, rate_control: capped-crf, crf: 23}
        packaging: {dash: {segment_format: fmp4, window: 60s}}
        """),
    ]
  ) { fit, report in
    guard fit.writesHLS, fit.options.playlist?.value != .ffmpeg, fit.predictedPlaylist == nil else { return }
    let variants = PreviewedStream(fit.stream, packager: .script).variants
    let unknown = zip(variants, fit.decision.renditions).filter { $0.0.codecs == nil || $0.0.hlsBandwidth == nil }
    guard let (variant, rendition) = unknown.first else { return }
    let (what, help) = rendition.value.unknown(variant)
    report.flag(
      fit.options.playlist?.place ?? rendition.place, "FFmpeg writes the multivariant playlist, because \(what) of \(rendition.value.label) is not known",
      severity: fit.options.playlist == nil ? nil : .warning, notes: unknown.dropFirst().prefix(12).map { MessageNote("nor of \($0.1.value.label)") }, help: help)
  }
}

extension Rendition {
  /// What a playlist says of the rendition and nothing tells, and how it becomes known.
  fileprivate func unknown(_ variant: PreviewedVariant) -> (what: Message, help: Help) {
    guard variant.codecs != nil else { return ("CODECS", codec == nil ? "set \(.codec)" : level == nil ? "set \(.resolution), or \(.profile) and \(.level)" : "set \(.profile)") }
    if audio != nil, audio?.value.bitrate == nil { return ("BANDWIDTH", "set \(.audioBitrate) of the audio") }
    return ("BANDWIDTH", bitrate == nil && rateControl?.value == .cappedCRF ? "set \(.maxBitrate)" : "set \(.bitrate)")
  }
}
