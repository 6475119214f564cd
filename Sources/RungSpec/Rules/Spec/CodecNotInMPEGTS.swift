internal import RungSource

extension SpecRules {
  static let codecNotInMPEGTS = Rule<Stream>(
    "codec-not-in-mpegts", family: "spec", severity: .error,
    summary: "AV1, VP8 or VP9 in MPEG-TS segments",
    why: "MPEG-TS carries H.264 and HEVC. No HLS player reads AV1 or VP9 from it, and packagers reject the combination; AV1 uses fragmented MP4.",
    citation: Standard.apple("1.2 and 1.5 (MUST): only H.264 comes in MPEG-TS; other codecs in fMP4"),
    bad: [
      Example("""
        rung: 1
        name: news
        ladder:
          renditions:
            - {name: 1080p, resolution: 1920x1080, codec: av1}
        packaging: {hls: {segment_format: ⟦mpegts⟧}}
        """,
        mended: """
        rung: 1
        name: news
        ladder:
          renditions:
            - {name: 1080p, resolution: 1920x1080, codec: av1}
        packaging: {hls: {segment_format: fmp4}}
        """)
    ],
    good: [
      Example("""
        rung: 1
        name: news
        ladder:
          renditions:
            - {name: 1080p, resolution: 1920x1080, codec: av1}
            - {name: 720p, resolution: 1280x720, codec: h264}
        packaging: {hls: {segment_format: fmp4}}
        """)
    ]
  ) { stream, report in
    guard let packaging = stream.spec.packaging?.value, let ladder = stream.ladder, ladder.media == .video else { return }
    let outputs: [(String, SpecKey, Located<SegmentFormat>?)] = [
      ("HLS", .hlsSegmentFormat, packaging.hls?.value.segmentFormat), ("DASH", .dashSegmentFormat, packaging.dash?.value.segmentFormat),
    ]
    for (output, key, format) in outputs {
      guard let format, format.value == .mpegts else { continue }
      let found = ladder.renditions.indices.filter { index in
        switch ladder.still[index].rendition.codec?.value {
        case .av1, .vp8, .vp9: true
        case .h264, .h265, nil: false
        }
      }
      guard let first = found.first, let codec = ladder.still[first].rendition.codec?.value else { continue }
      report.flag(
        format.place, "\(output) segments are MPEG-TS, which cannot carry \(CodecVocabulary.name(of: codec)) (\(ladder.naming(found)))",
        notes: ladder.distinct(found) { $0.codec?.place }.prefix(6).map { MessageNote("the codec is set here", at: $0.place.span) },
        help: .set(key, "fmp4", at: format.place.span))
    }
  }
}
