internal import RungSource
internal import RungSpec

extension Destination {
  static let x = Destination("x", "X", hosts: ["pscp.tv"], server: "rtmp://va.pscp.tv:80/x") {
    let practice = Citation.encodingPractice("Twitter", "keyint, max video bitrate, max audio bitrate, max fps")
    $0.protocols = .published([.rtmp, .rtmps], Citation("X Help Center, Live Studio", "a source takes RTMP, or RTMPS", url: "https://help.x.com/en/using-x/live-studio", checked: "2026-11-27"))
    $0.keyframeInterval = .published(Seconds(3), practice)
    $0.videoBitrate = .published([BitrateCap(Bitrate(kilobits: 12000))], practice)
    $0.frameRateMaximum = .published(FrameRate(60), practice)
    $0.videoCodecs = .published([.h264], .encodingPractice("Twitter", "supported video codecs"))
    $0.audioBitrate = .published(Bitrate(kilobits: 128), practice)
  }
}
