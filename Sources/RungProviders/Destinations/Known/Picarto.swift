internal import RungSource
internal import RungSpec

extension Destination {
  static let picarto = Destination("picarto", "Picarto", hosts: ["picarto.tv"], server: "rtmp://live.us.picarto.tv/golive") {
    let practice = Citation.encodingPractice("Picarto", "keyint, max video bitrate")
    $0.keyframeInterval = .published(Seconds(2), practice)
    $0.videoBitrate = .published([BitrateCap(Bitrate(kilobits: 3500))], practice)
    $0.videoCodecs = .published([.h264], .encodingPractice("Picarto", "supported video codecs"))
  }
}
