internal import RungSource

extension SpecRules {
  static let bitrateAboveIngest = Rule<Stream>(
    "bitrate-above-ingest", family: "spec", severity: .warning,
    summary: "a rendition with a higher bitrate than the encoder sends",
    why: "A transcode cannot add detail: in the same codec, a higher bitrate only reproduces the losses of the first encode more exactly. It costs viewers stalls, and the operator traffic.",
    citation: Standard.practice("no rendition above its source"),
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
      // HEVC carries more detail at the same bitrate.
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
          message: "bitrate of \(found.whose) (\(found.fault.text)) is above the \(most.value.text) that the encoder sends in the same codec",
          notes: [MessageNote("the encoder's bitrate is set here", at: most.place.span)],
          help: ["set \(.bitrate, most.value.text) or less", "set a higher \(path: .ingestBitrate)"])
      })
  }
}
