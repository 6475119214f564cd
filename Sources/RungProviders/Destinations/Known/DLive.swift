internal import RungSource
internal import RungSpec

extension Destination {
  static let dLive = Destination("dlive", "DLive", hosts: ["stream.dlive.tv"], server: "rtmp://stream.dlive.tv/live") {
    let practice = Citation.encodingPractice("DLive", "keyint, max video bitrate, max audio bitrate")
    $0.keyframeInterval = .published(Seconds(2), practice)
    $0.videoBitrate = .published([BitrateCap(Bitrate(kilobits: 6000))], practice)
    $0.videoCodecs = .published([.h264], .encodingPractice("DLive", "supported video codecs"))
    $0.audioBitrate = .published(Bitrate(kilobits: 160), practice)
  }
}
