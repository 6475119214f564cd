internal import RungSource
internal import RungSpec

extension Destination {
  static let nimoTV = Destination("nimo", "Nimo TV", hosts: ["rtmp.nimo.tv"], server: "rtmp://txpush.rtmp.nimo.tv/live/") {
    let practice = Citation.encodingPractice("Nimo TV", "keyint, max video bitrate, max audio bitrate")
    $0.keyframeInterval = .published(Seconds(2), practice)
    $0.videoBitrate = .published([BitrateCap(Bitrate(kilobits: 6000))], practice)
    $0.videoCodecs = .published([.h264], .encodingPractice("Nimo TV", "supported video codecs"))
    $0.audioBitrate = .published(Bitrate(kilobits: 160), practice)
  }
}
