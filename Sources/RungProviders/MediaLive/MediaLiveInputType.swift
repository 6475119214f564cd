internal import RungSource
internal import RungSpec

/// `Type` of an input, as far as a spec has what it takes.
package enum MediaLiveInputType: String, Choice {
  case rtmpPush = "RTMP_PUSH"
  case rtpPush = "RTP_PUSH"
  case srtListener = "SRT_LISTENER"
  case rtmpPull = "RTMP_PULL"
  case urlPull = "URL_PULL"
  case srtCaller = "SRT_CALLER"
  case mp4File = "MP4_FILE"
  case tsFile = "TS_FILE"

  package static let noun = "an input type"

  /// The type that fetches an address; nil where none does.
  init?(pulling url: StreamURL) {
    switch url.scheme {
    case "rtmp", "rtmps": self = .rtmpPull
    case "srt": self = .srtCaller
    case "http", "https", "s3", "s3ssl": self = url.path.hasSuffix(".mp4") ? .mp4File : url.path.hasSuffix(".ts") ? .tsFile : .urlPull
    default: return nil
    }
  }

  /// Whether the encoder sends.
  var isPush: Bool { self == .rtmpPush || self == .rtpPush || self == .srtListener }
  /// Whether addresses have to be allowed before an encoder can push.
  var isGuarded: Bool { isPush }
  var isFile: Bool { self == .mp4File || self == .tsFile }
}
