internal import RungSource
internal import RungSpec

extension Destination {
  static let restream = Destination("restream", "Restream", hosts: ["restream.io"], server: "rtmp://live.restream.io/live") {
    $0.keyframeInterval = .published(Seconds(2), Citation("Restream Help Center, wrong keyframe warning", "a keyframe every 2 seconds", url: "https://support.restream.io/en/articles/1668135-wrong-keyframe-warning", checked: "2026-11-27"))
    $0.videoCodecs = .published([.h264], .encodingPractice("Restream.io", "supported video codecs"))
  }
}
