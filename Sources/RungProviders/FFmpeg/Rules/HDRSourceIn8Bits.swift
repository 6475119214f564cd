internal import RungSource
internal import RungSpec

extension FFmpeg {
  static let hdrSourceIn8Bits = Rule<Fit<FFmpeg>>(
    "hdr-source-in-8-bits", family: id, severity: .error,
    summary: "a rendition keeps the HDR of the source, but has 8 bits per sample",
    why: "A rendition that states no `transfer` has the source's. PQ and HLG with 8 bits show bands, and players without HDR show them pale. `transfer: sdr` makes the command tone-map the rendition.",
    citation: Citation("Rec. ITU-R BT.2100", "table 9: digital 10- and 12-bit integer representation", url: "https://www.itu.int/rec/R-REC-BT.2100", checked: "2026-11-27"),
    bad: [
      Example("""
        rung: 1
        name: news
        targets: [ffmpeg]
        ingest: {video: {resolution: 1920x1080, transfer: ⟦pq⟧}}
        ladder:
          defaults: {fps: 25, gop: 50}
          renditions:
            - {name: hdr, resolution: 1920x1080, codec: h265, bitrate: 6M}
            - {name: 720p, resolution: 1280x720, codec: h264, bitrate: 3M}
        packaging: {hls: {segment_format: fmp4}}
        """)
    ],
    good: [
      Example("""
        rung: 1
        name: news
        targets: [ffmpeg]
        ingest: {video: {resolution: 1920x1080, transfer: pq}}
        ladder:
          defaults: {fps: 25, gop: 50}
          renditions:
            - {name: hdr, resolution: 1920x1080, codec: h265, bitrate: 6M}
            - {name: 720p, resolution: 1280x720, codec: h264, profile: high, transfer: sdr, bitrate: 3M}
        packaging: {hls: {segment_format: fmp4}}
        """)
    ]
  ) { fit, report in
    guard let sent = fit.decision.source?.transfer else { return }
    // One that states its transfer characteristics is a finding of every target: ladder/hdr-in-8-bits.
    let found = fit.decision.renditions.map(\.value).filter { $0.isHDRIn8Bits && $0.transfer?.place.span == sent.place.span }
    guard let first = found.first else { return }
    report.flag(
      sent.place, "the source is in \(sent.value.rawValue), and \(first.label) has 8 bits, which HDR does not fit into",
      notes: found.dropFirst().prefix(12).map { MessageNote("also \($0.label)") },
      help: ["set \(.transfer, "sdr") there, which is tone-mapped", first.codec?.value.ofTenBits.map { "set \($0)" }])
  }
}
