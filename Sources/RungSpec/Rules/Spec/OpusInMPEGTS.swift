internal import RungSource

extension SpecRules {
  static let opusInMPEGTS = Rule<Stream>(
    "opus-in-mpegts", family: "spec", severity: .warning,
    summary: "Opus audio in MPEG-TS segments",
    why: "Opus is used in fragmented MP4, Ogg and WebM. HLS players do not look for it in MPEG-TS: viewers get video without audio, or nothing.",
    citation: Standard.apple("2.3 (MUST): stereo AAC, HE-AAC v1 or HE-AAC v2 is present"),
    bad: [
      Example("""
        rung: 1
        name: news
        ladder:
          renditions:
            - {name: 1080p, resolution: 1920x1080, audio: {codec: opus, bitrate: 128k}}
        packaging: {hls: {segment_format: ⟦mpegts⟧}}
        """)
    ],
    good: [
      Example("""
        rung: 1
        name: news
        ladder:
          renditions:
            - {name: 1080p, resolution: 1920x1080, audio: {codec: aac, bitrate: 128k}}
        packaging: {hls: {segment_format: mpegts}}
        """)
    ]
  ) { stream, report in
    guard let format = stream.spec.packaging?.value.hls?.value.segmentFormat, format.value == .mpegts, let ladder = stream.ladder else { return }
    let found = ladder.renditions.indices.filter { ladder.renditions[$0].value.audio?.value.codec?.value == .opus }
    guard !found.isEmpty else { return }
    report.flag(
      format.place, "HLS segments are MPEG-TS; players do not support Opus audio (\(ladder.naming(found))) in MPEG-TS",
      notes: ladder.distinct(found) { $0.audio?.value.codec?.place }.prefix(6).map { MessageNote("the codec is set here", at: $0.place.span) },
      help: "set \(.audio, "{codec: aac}")")
  }
}
