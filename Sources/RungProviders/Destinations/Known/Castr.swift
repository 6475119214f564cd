internal import RungSource
internal import RungSpec

extension Destination {
  static let castr = Destination("castr", "Castr", hosts: ["castr.io"], server: "rtmp://cg.castr.io/static") {
    let practice = Citation.encodingPractice("Castr.io", "keyint")
    $0.keyframeInterval = .published(Seconds(2), practice)
    $0.videoCodecs = .published([.h264], .encodingPractice("Castr.io", "supported video codecs"))
  }
}
