internal import RungSource
internal import RungSpec

extension FFmpeg {
  static let colorNotConverted = Rule<Fit<FFmpeg>>(
    "color-not-converted", family: id, severity: .error,
    summary: "a rendition has other colors than the source, and the command does not convert them",
    why: "The command converts HDR to SDR in BT.709. It makes no HDR from SDR, because nothing says how bright the highlights are, and no PQ from HLG or the reverse. Tags without a conversion show wrong brightness and colors on every screen.",
    citation: Citation("FFmpeg documentation", "filters setparams, which changes tags only, and zscale and tonemap", url: "https://ffmpeg.org/ffmpeg-filters.html", checked: "2026-11-27"),
    bad: [
      Example("""
        rung: 1
        name: news
        targets: [ffmpeg]
        ingest: {video: {resolution: 1920x1080, transfer: sdr}}
        ladder:
          renditions:
            - {name: 1080p, resolution: 1920x1080, fps: 25, gop: 50, codec: h265, transfer: ⟦pq⟧, bitrate: 6M}
        packaging: {hls: {segment_format: fmp4}}
        """),
      Example("""
        rung: 1
        name: news
        targets: [ffmpeg]
        ingest: {video: {resolution: 1920x1080, transfer: hlg}}
        ladder:
          renditions:
            - {name: 1080p, resolution: 1920x1080, fps: 25, gop: 50, codec: h265, transfer: ⟦pq⟧, bitrate: 6M}
        packaging: {hls: {segment_format: fmp4}}
        """),
      Example("""
        rung: 1
        name: news
        targets: [ffmpeg]
        ingest: {video: {resolution: 1920x1080, transfer: sdr, primaries: bt2020}}
        ladder:
          renditions:
            - {name: 1080p, resolution: 1920x1080, fps: 25, gop: 50, codec: h265, primaries: ⟦bt709⟧, bitrate: 6M}
        packaging: {hls: {segment_format: fmp4}}
        """),
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
            - {name: wide, resolution: 1920x1080, codec: h265, transfer: pq, primaries: bt2020, bitrate: 5M}
            - {name: sdr, resolution: 1280x720, codec: h264, transfer: sdr, bitrate: 3M}
        packaging: {hls: {segment_format: fmp4}}
        """),
      // The source is not described.
      Example("""
        rung: 1
        name: news
        targets: [ffmpeg]
        ladder:
          renditions:
            - {name: 1080p, resolution: 1920x1080, fps: 25, gop: 50, codec: h265, transfer: hlg, bitrate: 6M}
        packaging: {hls: {segment_format: fmp4}}
        """),
    ]
  ) { fit, report in
    let picture = FFmpegPicture(source: fit.decision.source)
    guard let sent = fit.decision.source?.transfer else { return }
    fit.flagByPlace(
      &report,
      { rendition in
        guard picture.conversion(to: rendition) == .refused else { return [] }
        if rendition.transfer?.value != sent.value, let place = rendition.transfer?.place { return [(.transfer, place)] }
        return (rendition.primaries ?? nil).map { [(.primaries, $0.place)] } ?? rendition.transfer.map { [(.transfer, $0.place)] } ?? []
      }
    ) { key, whose in
      guard let rendition = whose.first else { return nil }
      if key == .transfer, let transfer = rendition.transfer?.value {
        return (
          "\(.transfer, transfer.rawValue) of \(rendition.label) is not computed from a source in \(sent.value.rawValue)",
          ["set \(.transfer, sent.value.rawValue)", sent.value.isHDR ? "set \(.transfer, "sdr"), which is tone-mapped" : "send the source in \(transfer.rawValue) and set \(.ingestTransfer, transfer.rawValue)"])
      }
      guard let primaries = rendition.primaries?.value else { return nil }
      return (
        "\(.primaries, primaries.rawValue) of \(rendition.label) are not computed from the source's", "remove \(.primaries): the source's are kept")
    }
  }
}
