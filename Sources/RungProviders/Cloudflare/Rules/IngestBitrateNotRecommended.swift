internal import RungSource
internal import RungSpec

extension Cloudflare {
  static let ingestBitrateNotRecommended = Rule<Fit<Cloudflare>>(
    "ingest-bitrate-not-recommended", family: id, severity: .warning,
    summary: "the encoder sends more or less than Cloudflare asks for",
    why: "Above the range the upload of a segment takes longer than its playback, and viewers see stalls. Below it the renditions have little to be made of.",
    citation: Source.start("requirements: input combined bitrate should be between 2 Mbps and 14 Mbps"),
    bad: [
      Example("""
        rung: 1
        name: news
        targets: [cloudflare]
        ingest: {protocols: [rtmps], video: {codec: h264, bitrate: ⟦15M⟧}}
        """),
      Example("""
        rung: 1
        name: news
        targets: [cloudflare]
        ingest: {protocols: [rtmps], video: {codec: h264, bitrate: ⟦14M⟧}, audio: {codec: aac, bitrate: 128k}}
        """),
      Example("""
        rung: 1
        name: news
        targets: [cloudflare]
        ingest: {protocols: [rtmps], video: {codec: h264, bitrate: ⟦1M⟧}, audio: {codec: aac, bitrate: 128k}}
        """)
    ],
    good: [
      Example("""
        rung: 1
        name: news
        targets: [cloudflare]
        ingest: {protocols: [rtmps], video: {codec: h264, bitrate: 14M}}
        """),
      Example("""
        rung: 1
        name: news
        targets: [cloudflare]
        ingest: {protocols: [rtmps], video: {codec: h264, bitrate: 2M}}
        """),
      Example("""
        rung: 1
        name: news
        targets: [cloudflare]
        ingest: {protocols: [rtmps], video: {codec: h264}, audio: {codec: aac, bitrate: 128k}}
        """),
      Example("""
        rung: 1
        name: news
        targets: [cloudflare]
        ingest: {protocols: [rtmps], video: {codec: h264, bitrate: 1900k}, audio: {codec: aac}}
        """),
      Example("""
        rung: 1
        name: news
        targets: [cloudflare]
        ingest: {protocols: [whip], video: {codec: h264, bitrate: 1M}}
        """)
    ]
  ) { fit, report in
    guard !fit.isOnlyWebRTC, fit.stream.sent(&report).contains(where: { $0.value.bitrate != nil }), let sent = fit.measured.sentBitrate else { return }
    guard let range = Cloudflare.ingestBitrates.value, !range.contains(sent.bitrate.value) else { return }
    // What is not stated may be what is missing.
    guard sent.isAll || sent.bitrate.value > range.upperBound else { return }
    report.flag(
      sent.bitrate.place,
      "the encoder sends \(sent.isAll ? "" : "at least ")\(sent.bitrate.value.prose) in total; Cloudflare expects \(range.lowerBound.prose) to \(range.upperBound.prose)",
      help: sent.bitrate.value > range.upperBound ? "lower the bitrate; 8 Mbps is what Cloudflare suggests where an upload is too slow" : "raise the bitrate")
  }
}
