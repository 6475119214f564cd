internal import RungSource
internal import RungSpec

extension Destination {
  static let vimeo = Destination("vimeo", "Vimeo", hosts: ["cloud.vimeo.com"], server: "rtmps://rtmp-global.cloud.vimeo.com:443/live") {
    $0.videoBitrate = .published(
      [BitrateCap(Bitrate(kilobits: 5000))],
      Citation("Vimeo Help Center, recommended network configuration for streaming", "at most 5,000 kbps, for 1080p at 30 fps", url: "https://help.vimeo.com/hc/en-us/articles/12426939452817-Recommended-network-configuration-for-streaming", checked: "2026-11-27"))
    $0.videoCodecs = .published([.h264], .encodingPractice("Vimeo", "supported video codecs"))
  }
}
