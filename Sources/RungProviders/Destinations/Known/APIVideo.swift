internal import RungSource
internal import RungSpec

extension Destination {
  static let apiVideo = Destination("api-video", "api.video", hosts: ["broadcast.api.video"], server: "rtmp://broadcast.api.video/s") {
    let practice = Citation.encodingPractice("api.video", "keyint, max video bitrate, max audio bitrate")
    $0.keyframeInterval = .published(Seconds(2), practice)
    $0.videoBitrate = .published([BitrateCap(Bitrate(kilobits: 20000))], practice)
    $0.videoCodecs = .published([.h264], .encodingPractice("api.video", "supported video codecs"))
    $0.audioBitrate = .published(Bitrate(kilobits: 192), practice)
  }
}
