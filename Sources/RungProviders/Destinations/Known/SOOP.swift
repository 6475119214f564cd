internal import RungSource
internal import RungSpec

extension Destination {
  static let soop = Destination("soop", "SOOP", hosts: ["sooplive.co.kr"], server: "rtmp://stream.sooplive.co.kr/app/") {
    let practice = Citation.encodingPractice("SOOP Korea", "keyint, max video bitrate, max audio bitrate")
    $0.keyframeInterval = .published(Seconds(2), practice)
    $0.videoBitrate = .published([BitrateCap(Bitrate(kilobits: 8000))], practice)
    $0.videoCodecs = .published([.h264], .encodingPractice("SOOP Korea", "supported video codecs"))
    $0.audioBitrate = .published(Bitrate(kilobits: 192), practice)
  }
}
