internal import RungSource
internal import RungSpec

extension Tenbyte {
  /// The documents that the facts come from.
  enum Source {
    static let url = "https://docs.tenbyte.io/api-reference/live-streaming/create-stream"

    /// The reference page, and the OpenAPI file that it is made of (version 1.0.0).
    static func reference(_ locator: String, strength: Citation.Strength = .stated) -> Citation {
      Citation("Tenbyte Livestream API, create stream", locator, url: url, checked: "2026-11-20", strength: strength)
    }

    static func guide(_ locator: String, strength: Citation.Strength = .stated) -> Citation {
      Citation("Tenbyte live streaming guide", locator, url: "https://docs.tenbyte.io", checked: "2026-11-20", strength: strength)
    }
  }

  package static func facts(for decision: Void) -> Facts { theFacts }

  static let theFacts: Facts = {
    var facts = Facts(party: title)
    // The FAQ (question 5) says "no fixed cap"; the API reference states the numbers, and the API decides.
    facts.videoRenditions = .published(1...6, Source.reference("ladder: video[], max 6 renditions"))
    facts.audioRenditions = .published(1...3, Source.reference("ladder: audio[], max 3 renditions"))
    facts.width = .published(1...2560, Source.reference("ladder.video[].width, maximum 2560"))
    facts.heights = .published([240, 360, 480, 720, 1080, 1440], Source.reference("ladder.video[].height"))
    facts.frameRates = .published([24, 25, 30, 60].map(FrameRate.init), Source.reference("ladder.video[].fps"))
    // Three documents disagree: the guide names H.264 only, the changelog adds H.265 (2025-09-22), VP9 and Opus
    // (2026-05-01), HE-AAC (2025-04-23); the API's enums (2026-06-09) have h264, h265 and aac, and the API decides.
    facts.videoCodecs = .published(
      [.h264, .h265], Source.reference("ladder.video[].codec; the changelog's VP9 is not in the API"))
    facts.rateControls = .published([.cbr, .vbr], Source.reference("ladder.video[].rate_control"))
    facts.audioCodecs = .published(
      [.aac], Source.reference("ladder audio codec; the changelog's Opus and HE-AAC are not in the API"))
    facts.audioChannels = .published([1, 2, 6], Source.reference("ladder audio channels"))
    facts.sampleRates = .published(
      [22050, 32000, 44100, 48000].map(SampleRate.init(hertz:)), Source.reference("ladder audio sample_rate_hz"))
    facts.audioBitrate = .published(
      Bitrate(kilobits: 64)...Bitrate(kilobits: 256), Source.reference("ladder audio bitrate, 64 to 256 kbps"))
    facts.bitrateUnit = .published(Bitrate(kilobits: 1), Source.reference("ladder bitrate_kbps, integer"))
    facts.pushProtocols = .published([.rtmp, .srt], Source.reference("ingest.protocols"))
    // `rtmps` is not one of its protocols, but an rtmps URL is an RTMP source: see RTMPSPullUndocumented.
    facts.pullSchemes = .published(["srt", "rtsp", "rtmp", "rtmps", "udp"], Source.reference("ingest.primary.protocol"))
    facts.eventDuration = .published(.hours(6), Source.reference("type: event (up to 6h)"))
    facts.rewinding = .published(.playlist, Source.guide("FAQ, question 28: the DVR window is configured at the server level, by the Tenbyte team"))
    facts.nameLength = .published(1...255, Source.reference("name, length 1 to 255"))
    return facts
  }()
}
