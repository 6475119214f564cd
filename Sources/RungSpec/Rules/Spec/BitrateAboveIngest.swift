internal import RungSource

extension SpecRules {
  static let bitrateAboveIngest = Rule<Stream>(
    "bitrate-above-ingest", family: "spec", severity: .warning,
    summary: "a rendition of more bits than the encoder sends",
    why: "A transcode has what came in and nothing else: in the same codec, more bits than that only write the losses of the first encoding down more exactly. Viewers pay for them in stalls, and the operator in traffic.",
    citation: Standard.practice("no rung above its source"),
    bad: [
      Example("""
        rung: 1
        name: news
        ingest: {video: {codec: h264, resolution: 1920x1080, bitrate: 4500k}}
        ladder:
          defaults: {codec: h264}
          renditions:
            - {name: 1080p, resolution: 1920x1080, bitrate: ⟦6000k⟧}
            - {name: 720p, resolution: 1280x720, bitrate: 3000k}
        """)
    ],
    good: [
      Example("""
        rung: 1
        name: news
        ingest: {video: {codec: h264, resolution: 1920x1080, bitrate: 6000k}}
        ladder:
          defaults: {codec: h264}
          renditions:
            - {name: 1080p, resolution: 1920x1080, bitrate: 6000k}
        """),
      // HEVC says more with as many bits.
      Example("""
        rung: 1
        name: news
        ingest: {video: {codec: h265, resolution: 1920x1080, bitrate: 4500k}}
        ladder:
          defaults: {codec: h264}
          renditions:
            - {name: 1080p, resolution: 1920x1080, bitrate: 6000k}
            - {name: 720p, resolution: 1280x720, bitrate: 3000k}
        """)
    ]
  ) { stream, report in
    guard stream.encoding.value == .transcode, let ladder = stream.ladder, ladder.source == .ladder,
      let sent = stream.spec.ingest?.value.video?.value, let most = sent.bitrate, let codec = sent.codec?.value
    else { return }
    ladder.flagShared(
      &report,
      find: { rendition -> (SourcePlace, Bitrate)? in
        guard let bitrate = rendition.bitrate, bitrate.value > most.value, rendition.codec?.value == codec else { return nil }
        return (bitrate.place, bitrate.value)
      },
      say: { found in
        FaultText(
          message: "\(found.fault.text) of \(found.whose) is more than the \(most.value.text) that the encoder sends, in the same codec",
          notes: [MessageNote("what the encoder sends stands here", at: most.place.span)],
          help: "write at most `bitrate: \(most.value.text)`, or have the encoder send more")
      })
  }
}
