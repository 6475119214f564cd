/// What people ask of a stream, in their words: a group of the spec's leaves. In the order of the rows.
enum MatrixTopic: String, CaseIterable {
  case name, kind, lowLatency = "low latency", labels
  case settings = "own settings"
  case ingest, source = "pulled source", backup = "backup source", allow = "encoder addresses", token = "ingest token"
  case contribution = "encoder output"
  case encoding, renditions
  case frameRate = "frame rate", keyframes, videoCodec = "video codec", videoBitrate = "video bitrate"
  case encoder = "encoder details", audio
  case hls = "HLS", dash = "DASH"
  case window = "rewind window", recording = "recorded files", storage = "recording storage"
  case policy = "playback policy", domain = "playback domain", referers = "allowed sites"
  case simulcast, webhook, idleTimeout = "idle timeout"
  case whole = "as a whole"

  /// - Parameter path: keys, without list positions. The path of a section has the topic of most of it.
  init(_ path: [String]) {
    let second = path.dropFirst().first
    switch path.first {
    case "name", "description": self = .name
    case "kind", "duration", "media": self = .kind
    case "low_latency": self = .lowLatency
    case "labels": self = .labels
    case "targets": self = .settings
    case "ingest":
      switch second {
      case "source": self = .source
      case "backup": self = .backup
      case "allow": self = .allow
      case "token": self = .token
      case "video", "audio": self = .contribution
      default: self = .ingest
      }
    case "encoding": self = .encoding
    case "ladder": self = Self.ladder(path.dropFirst(2).first)
    case "packaging": self = second == "dash" ? .dash : .hls
    case "recording":
      switch second {
      case "window": self = .window
      case "destinations", "library": self = .storage
      default: self = .recording
      }
    case "playback":
      switch second {
      case "domain": self = .domain
      case "allowed_referers": self = .referers
      default: self = .policy
      }
    case "simulcast": self = .simulcast
    case "webhook": self = .webhook
    case "idle_timeout": self = .idleTimeout
    default: self = .whole
    }
  }

  private static func ladder(_ key: String?) -> MatrixTopic {
    switch key {
    case "fps": .frameRate
    case "gop", "keyframe_interval": .keyframes
    case "codec", "profile", "level", "tier": .videoCodec
    case "bitrate", "max_bitrate", "buffer", "crf", "rate_control": .videoBitrate
    case "encoder_preset", "bframes", "ref_frames", "lookahead": .encoder
    case "audio": .audio
    default: .renditions
    }
  }

  /// The keys that tell the most about it, best first: the values of the first one that is there are shown.
  var telling: [String] {
    switch self {
    case .name: ["name"]
    case .renditions: ["resolution", "name"]
    case .videoBitrate: ["bitrate"]
    case .source, .backup, .storage, .simulcast: ["url"]
    default: []
    }
  }
}
