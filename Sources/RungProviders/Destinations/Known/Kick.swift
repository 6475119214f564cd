internal import RungSource
internal import RungSpec

extension Destination {
  /// Its ingest is a channel of Amazon IVS: what that takes applies.
  static let kick = Destination("kick", "Kick", hosts: ["fa723fc1b171.global-contribute.live-video.net"], server: "rtmps://fa723fc1b171.global-contribute.live-video.net:443/app") {
    func configuration(_ what: String) -> Citation {
      Citation("Amazon IVS, Streaming Configuration", what, url: "https://docs.aws.amazon.com/ivs/latest/LowLatencyUserGuide/streaming-config.html", checked: "2026-11-27", strength: .byAnalogy)
    }
    let channel = Citation("Amazon IVS, channel type", "STANDARD: up to 1080p and 8.5 Mbps; more is disconnected", url: "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-ivs-channel.html", checked: "2026-11-27", strength: .byAnalogy)
    $0.protocols = .published([.rtmps], configuration("ingest: RTMPS on port 443"))
    $0.keyframeInterval = .published(Seconds(2), configuration("keyframe interval: 1 or 2 seconds"))
    $0.videoBitrate = .published([BitrateCap(Bitrate(kilobits: 8500))], channel)
    $0.resolution = .published(Resolution(width: 1920, height: 1080), channel)
    $0.frameRateMaximum = .published(FrameRate(60), configuration("frame rates up to 60 fps"))
    $0.videoCodecs = .published([.h264], configuration("video codec: H.264"))
    $0.audioCodecs = .published([.aac], configuration("audio codec: AAC (LC)"))
  }
}
