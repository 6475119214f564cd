internal import RungSource
internal import RungSpec

extension Destination {
  static let steam = Destination("steam", "Steam", hosts: ["broadcast.steamcontent.com"], server: "rtmp://ingest-rtmp.broadcast.steamcontent.com/app") {
    let practice = Citation.encodingPractice("Steam", "keyint, max video bitrate, max audio bitrate")
    $0.keyframeInterval = .published(Seconds(2), practice)
    $0.videoBitrate = .published([BitrateCap(Bitrate(kilobits: 7000))], practice)
    $0.videoCodecs = .published([.h264], .encodingPractice("Steam", "supported video codecs"))
    $0.audioBitrate = .published(Bitrate(kilobits: 128), practice)
  }
}
