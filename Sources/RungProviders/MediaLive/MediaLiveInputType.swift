internal import RungSource
internal import RungSpec

/// `Type` of an input. What a spec has no field for stands under `extra`.
package enum MediaLiveInputType: String, Choice {
  case rtmpPush = "RTMP_PUSH"
  case rtpPush = "RTP_PUSH"
  case srtListener = "SRT_LISTENER"
  case rtmpPull = "RTMP_PULL"
  case urlPull = "URL_PULL"
  case srtCaller = "SRT_CALLER"
  case mp4File = "MP4_FILE"
  case tsFile = "TS_FILE"
  case udpPush = "UDP_PUSH"
  case mediaConnect = "MEDIACONNECT"
  case mediaConnectRouter = "MEDIACONNECT_ROUTER"
  case inputDevice = "INPUT_DEVICE"
  case awsCDI = "AWS_CDI"
  case multicast = "MULTICAST"
  case smpte2110 = "SMPTE_2110_RECEIVER_GROUP"
  case sdi = "SDI"

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
  var isPush: Bool { [.rtmpPush, .rtpPush, .udpPush, .srtListener].contains(self) }
  /// Whether MediaLive fetches.
  var isPull: Bool { [.rtmpPull, .urlPull, .srtCaller, .mp4File, .tsFile].contains(self) }
}
