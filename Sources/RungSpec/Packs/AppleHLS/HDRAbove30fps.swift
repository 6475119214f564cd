internal import RungSource

extension AppleHLSRules {
  static let hdrAbove30fps = Rule<Stream>(
    "hdr-above-30-fps", family: family, severity: .warning,
    summary: "every HDR variant has more than 30 fps",
    why: "Some devices decode HDR at up to 30 fps only. Without such variants they fall back to SDR.",
    citation: Standard.apple("1.20 (SHOULD): frame rates of at most 30 fps for HDR"),
    bad: [
      Example("""
        rung: 1
        name: news
        packs: [apple-hls]
        ladder:
          renditions:
            - {name: hdr, resolution: 1920x1080, fps: ⟦60⟧, codec: h265, transfer: pq, bitrate: 5400k}
            - {name: sdr, resolution: 1920x1080, fps: 30, codec: h264, bitrate: 6000k}
        """)
    ],
    good: [
      Example("""
        rung: 1
        name: news
        packs: [apple-hls]
        ladder:
          renditions:
            - {name: hdr60, resolution: 1920x1080, fps: 60, codec: h265, transfer: pq, bitrate: 7M}
            - {name: hdr, resolution: 1920x1080, fps: 30, codec: h265, transfer: pq, bitrate: 5400k}
            - {name: sdr, resolution: 1920x1080, fps: 60, codec: h264, bitrate: 4M}
        """)
    ]
  ) { stream, report in
    guard let ladder = stream.ladder, ladder.media == .video else { return }
    let hdr = ladder.renditions.map(\.value).filter { $0.transfer?.value.isHDR == true }
    // A rate that is not set may be 30 or less.
    guard let first = hdr.first?.fps, hdr.allSatisfy({ $0.fps.map { $0.value > FrameRate(30) } ?? false }) else { return }
    report.flag(
      first.place, "every HDR variant has more than 30 fps; Apple recommends some with at most 30", help: "add HDR \(term: .renditions) with at most 30 fps")
  }
}
