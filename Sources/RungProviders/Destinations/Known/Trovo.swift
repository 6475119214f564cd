internal import RungSource
internal import RungSpec

extension Destination {
  static let trovo = Destination("trovo", "Trovo", hosts: ["livepush.trovo.live"], server: "rtmp://livepush.trovo.live/live/") {
    let practice = Citation.encodingPractice("Trovo", "keyint, max video bitrate, max audio bitrate")
    $0.keyframeInterval = .published(Seconds(2), practice)
    $0.videoBitrate = .published([BitrateCap(Bitrate(kilobits: 9000))], practice)
    $0.videoCodecs = .published([.h264], .encodingPractice("Trovo", "supported video codecs"))
    $0.audioBitrate = .published(Bitrate(kilobits: 160), practice)
  }
}
