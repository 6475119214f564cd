internal import RungSource
internal import RungSpec

extension Cloudflare {
  static let ingestBitrateNotRecommended = Rule<Fit<Cloudflare>>(
    "ingest-bitrate-not-recommended", family: id, severity: .warning,
    summary: "the encoder sends more than Cloudflare recommends",
    why: "Above it the upload of a segment takes longer than its playback, and viewers see stalls.",
    citation: Source.start("recommendations: typically well under 12Mbps (12000Kbps)"),
    bad: [
      Example("""
        rung: 1
        name: news
        targets: [cloudflare]
        ingest: {protocols: [rtmps], video: {codec: h264, bitrate: ⟦15M⟧}}
        """)
    ],
    good: [
      Example("""
        rung: 1
        name: news
        targets: [cloudflare]
        ingest: {protocols: [rtmps], video: {codec: h264, bitrate: 8M}}
        """),
      Example("""
        rung: 1
        name: news
        targets: [cloudflare]
        ingest: {protocols: [rtmps], video: {codec: h264, bitrate: 12M}}
        """)
    ]
  ) { fit, report in
    guard let bitrate = fit.spec.ingest?.value.video?.value.bitrate, let most = Cloudflare.ingestBitrate.value, bitrate.value > most else { return }
    report.flag(
      bitrate.place, "the encoder sends \(bitrate.value.prose); Cloudflare recommends less than \(most.prose)",
      help: "set \(.ingestBitrate, "8M"), which Cloudflare recommends for 1080p")
  }
}
