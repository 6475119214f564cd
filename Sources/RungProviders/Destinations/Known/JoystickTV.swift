internal import RungSource
internal import RungSpec

extension Destination {
  static let joystickTV = Destination("joystick", "Joystick.TV", hosts: ["live.joystick.tv"], server: "rtmp://live.joystick.tv/live/") {
    let practice = Citation.encodingPractice("Joystick.TV", "keyint, bframes, max video bitrate, max audio bitrate, max fps")
    $0.keyframeInterval = .published(Seconds(2), practice)
    $0.videoBitrate = .published([BitrateCap(Bitrate(kilobits: 7500))], practice)
    $0.frameRateMaximum = .published(FrameRate(60), practice)
    $0.videoCodecs = .published([.h264], .encodingPractice("Joystick.TV", "supported video codecs"))
    $0.bframes = .published(0, practice)
    $0.audioBitrate = .published(Bitrate(kilobits: 192), practice)
  }
}
