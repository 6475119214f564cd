package import RungSource

/// The content of the video, as far as it decides the bitrate.
public enum ContentClass: String, Sendable, Hashable, CaseIterable {
  /// One or a few people in front of a static camera: talks, lessons, council meetings.
  case talkingHead = "talking-head"
  /// A bit of everything: news, magazines, shows.
  case general
  /// Films and series: cuts, grain, dark scenes.
  case film
  /// Sports, concerts, games: everything moves.
  case sports

  /// In a sentence: "for sports".
  package var text: String {
    switch self {
    case .talkingHead: "talking heads"
    case .general: "general content"
    case .film: "films"
    case .sports: "sports"
    }
  }

  /// The H.264 bitrate at 1920x1080 and 30 fps, and the ladder that it comes from.
  package var anchor: (bitrate: Bitrate, source: Citation) {
    switch self {
    case .talkingHead: (Bitrate(kilobits: 3000), Self.talkingHeadSource)
    case .general: (Bitrate(kilobits: 4500), Self.generalSource)
    case .film: (Bitrate(kilobits: 6000), Self.filmSource)
    case .sports: (Bitrate(kilobits: 7800), Self.sportsSource)
    }
  }

  // The lowest of the published ladders is sufficient for a face, and the highest not too much for a match. Kush Amerasinghe's
  // rule, at least 0.07 bits per pixel and frame, is 4354 kbps here.
  private static let talkingHeadSource = Citation(
    "Tenbyte live streaming guide", "Default Balanced Renditions, 1080p at 30 fps: 3000 kbps", url: "https://docs.tenbyte.io", checked: day)
  private static let generalSource = Citation(
    "LiveKit Ingress API reference", "H264_1080P_30FPS_3_LAYERS_HIGH_MOTION: 4.5 Mbps",
    url: "https://docs.livekit.io/reference/other/ingress/api", checked: day)
  private static let filmSource = Standard.apple("1.25, H.264 1920x1080: 6000 kbps")
  private static let sportsSource = Standard.apple("1.25, H.264 1920x1080: 7800 kbps")
  private static let day = "2026-11-20"
}

extension VideoCodec {
  /// The share of H.264's bitrate that the codec needs for the same quality, and its source; nil where no ladder is known.
  package var bitShare: (share: Rational, source: Citation?)? {
    switch self {
    case .h264: (Rational(1), nil)
    case .h265: Rational(3, 4).map { ($0, Self.hevcSource) }
    case .av1: Rational(3, 4).map { ($0, Self.av1Source) }
    // LiveKit's presets have the same bitrates for both.
    case .vp8: (Rational(1), Self.vp8Source)
    case .vp9: nil
    }
  }

  private static let hevcSource = Standard.apple("1.25, HEVC 1920x1080: 4500 kbps, where H.264 has 6000")
  private static let av1Source = Citation(
    "YouTube live encoder settings", "one range of bitrates for AV1 and H.265", url: "https://support.google.com/youtube/answer/2853702",
    checked: "2026-11-21", strength: .inferred)
  private static let vp8Source = Citation(
    "LiveKit Ingress API reference", "IngressVideoEncodingPreset, whatever the codec",
    url: "https://docs.livekit.io/reference/other/ingress/api", checked: day, strength: .inferred)
  private static let day = "2026-11-20"
}
