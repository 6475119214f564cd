internal import RungSource
internal import RungSpec

extension MediaLive {
  /// The documents that the facts come from.
  enum Source {
    private static let day = "2026-11-28"

    /// The service model of the API, as AWS's SDKs carry it, with the texts of the API reference.
    static func medialive(_ locator: String, strength: Citation.Strength = .stated) -> Citation {
      Citation("AWS Elemental MediaLive API reference", locator, url: "https://docs.aws.amazon.com/medialive/latest/apireference", checked: day, strength: strength)
    }

    static func mediapackage(_ locator: String, strength: Citation.Strength = .stated) -> Citation {
      Citation(
        "AWS Elemental MediaPackage v2 API reference", locator, url: "https://docs.aws.amazon.com/mediapackage/latest/APIReference", checked: day,
        strength: strength)
    }
  }

  package static var published: [Facts] {
    let origin = SourcePlace(SourceSpan(file: FileID(index: 0), lower: 0, upper: 0))
    return [facts(for: Decision(channelClass: Located(single, at: origin), input: nil, output: Located(.mediaPackage, at: origin)))]
  }

  package static func facts(for decision: Decision) -> Facts {
    var facts = Facts(party: title)
    facts.videoCodecs = .published([.h264, .h265, .av1], Source.medialive("VideoCodecSettings: H264Settings, H265Settings, Av1Settings"))
    facts.audioCodecs = .published([.aac, .heAAC, .ac3, .eac3], Source.medialive("AudioCodecSettings: AacSettings, Ac3Settings, Eac3Settings"))
    facts.audioChannels = .published([1, 2, 6], Source.medialive("CodingMode of AacSettings, Ac3Settings and Eac3Settings"))
    facts.pushProtocols = .published([.rtmp, .srt], Source.medialive("InputType: RTMP_PUSH, RTP_PUSH, SRT_LISTENER"))
    facts.takesOneProtocol = true
    facts.pullSchemes = .published(["http", "https", "rtmp", "rtmps", "srt", "s3", "s3ssl"], Source.medialive("InputType: URL_PULL, RTMP_PULL, SRT_CALLER, MP4_FILE, TS_FILE"))
    facts.takesOneSide = false
    if decision.output.value == .mediaPackage {
      facts.archiveWindow = .published(
        Seconds(0)...Seconds(1_209_600), Source.mediapackage("CreateOriginEndpoint.StartoverWindowSeconds: the maximum startover window is 1,209,600 seconds (14 days)"))
    }
    return facts
  }

  /// The words of the model for a rate control mode.
  static func rateControls(of codec: VideoCodec) -> [String] { model.words("RateControlMode", of: settings(of: codec)) }

  /// The structure with the settings of a codec.
  static func settings(of codec: VideoCodec) -> String {
    switch codec {
    case .h265: "H265Settings"
    case .av1: "Av1Settings"
    case .h264, .vp8, .vp9: "H264Settings"
    }
  }
}
