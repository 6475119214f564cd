internal import RungSource
internal import RungSpec

extension Destination {
  static let bintu = Destination("bintu", "nanoStream Cloud", hosts: ["nanocosmos.de"], server: "rtmp://bintu-stream.nanocosmos.de/live") {
    let practice = Citation.encodingPractice("nanoStream Cloud / bintu", "keyint, bframes, max video bitrate, max audio bitrate")
    $0.keyframeInterval = .published(Seconds(2), practice)
    $0.videoBitrate = .published([BitrateCap(Bitrate(kilobits: 5000))], practice)
    $0.videoCodecs = .published([.h264], .encodingPractice("nanoStream Cloud / bintu", "supported video codecs"))
    $0.bframes = .published(0, practice)
    $0.audioBitrate = .published(Bitrate(kilobits: 192), practice)
  }
}
