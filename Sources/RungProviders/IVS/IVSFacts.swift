internal import RungSource
internal import RungSpec

extension IVS {
  /// The documents that the facts come from.
  enum Source {
    private static let guideURL = "https://docs.aws.amazon.com/ivs/latest/LowLatencyUserGuide"
    private static let day = "2026-11-28"

    /// The service model of the API, as AWS's SDKs carry it, with the texts of the API reference.
    static func reference(_ locator: String, strength: Citation.Strength = .stated) -> Citation {
      Citation(
        "Amazon IVS Low-Latency Streaming API reference", locator, url: "https://docs.aws.amazon.com/ivs/latest/LowLatencyAPIReference", checked: day,
        strength: strength)
    }

    /// The resource types of CloudFormation, whose texts on channel types have the numbers that the API reference now leaves to
    /// its page "Channel Types".
    static func cloudFormation(_ locator: String) -> Citation {
      Citation(
        "CloudFormation reference, AWS::IVS::Channel", locator,
        url: "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-ivs-channel.html", checked: day)
    }

    static func channelTypes(_ locator: String) -> Citation {
      Citation("Amazon IVS user guide, channel types", locator, url: "\(guideURL)/channel-types.html", checked: day)
    }

    static func streaming(_ locator: String) -> Citation {
      Citation("Amazon IVS user guide, streaming configuration", locator, url: "\(guideURL)/streaming-config.html", checked: day)
    }

    static func software(_ locator: String) -> Citation {
      Citation(
        "Amazon IVS user guide, set up streaming software", locator, url: "\(guideURL)/getting-started-set-up-streaming.html", checked: day)
    }

    static func creating(_ locator: String) -> Citation {
      Citation("Amazon IVS user guide, create a channel", locator, url: "\(guideURL)/getting-started-create-channel.html", checked: day)
    }

    static func multitrack(_ locator: String) -> Citation {
      Citation("Amazon IVS user guide, multitrack video", locator, url: "\(guideURL)/multitrack-video-setup.html", checked: day)
    }

    static func tagging(_ locator: String) -> Citation {
      Citation("AWS user guide, tagging resources", locator, url: "https://docs.aws.amazon.com/tag-editor/latest/userguide/best-practices-and-strats.html", checked: day)
    }

    static func endpoints(_ locator: String) -> Citation {
      Citation("AWS general reference, Amazon IVS endpoints", locator, url: "https://docs.aws.amazon.com/general/latest/gr/ivs.html", checked: day)
    }
  }

  package static var published: [Facts] {
    let origin = SourcePlace(SourceSpan(file: FileID(index: 0), lower: 0, upper: 0))
    return IVSChannelType.allCases.map { facts(for: Decision(type: Located($0, at: origin), isMultitrack: false, isSmall: false)) }
  }

  package static func facts(for decision: Decision) -> Facts {
    let type = decision.type.value
    var facts = Facts(party: type.rawValue)
    facts.because = decision.because
    facts.pushProtocols = .published([.rtmps, .rtmp, .srt], Source.reference("CreateChannel.insecureIngest and Channel.srt: RTMPS, RTMP and SRT"))
    facts.pullSchemes = .published([], Source.reference("Channel.ingestEndpoint: an encoder pushes to it"))
    facts.eventDuration = .published(Seconds.hours(48), Source.software("a stream lasts at most 48 hours"))
    guard !decision.isGuess, !decision.isMultitrack else { return facts }
    if type == .basic {
      facts.frameRateMaximum = Destination.amazonIVS.frameRateMaximum
      facts.ingestBitrate = .published(Bitrate(kilobits: decision.isSmall ? 1500 : 3500), basicBitrate)
      facts.ingestBitrateAdvice = Advice(
        notes: [MessageNote("an older text of the API reference gives 480p and 1500 kbps as the maximum of BASIC; the newer one, which also knows the ADVANCED types, is used")],
        mend: "set \(.ivs("type"), "STANDARD") (up to 8500 kbps)")
    } else {
      facts.ingestBitrate = .published(Bitrate(kilobits: 8500), Source.cloudFormation("Type, \(type.rawValue): bitrate up to 8.5 Mbps"))
    }
    return facts
  }

  static let basicBitrate = Source.cloudFormation("Type, BASIC: up to 1.5 Mbps for 480p and up to 3.5 Mbps between 480p and 1080p")

  static let regions = Limit.published(
    ["us-east-1", "us-west-2", "ap-south-1", "ap-northeast-2", "ap-northeast-1", "eu-central-1", "eu-west-1"],
    Source.endpoints("IVS low-latency streaming endpoints"))

  static let tagCount = Limit.published(50, Source.reference("Tags: 1-50 maps"))
  static let reconnectWindow = Limit.published(300, Source.reference("RecordingReconnectWindowSeconds: 0 to 300"))
  /// The keyframe intervals that the guide advises; it states no limit.
  static let advisedKeyframes = Limit.published(
    Seconds(1)...Seconds(2), Source.streaming("set IDR/keyframe to a 2-second interval, or 1 second for lower latency"))
}
