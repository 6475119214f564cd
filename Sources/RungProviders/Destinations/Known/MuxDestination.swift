internal import RungSource
internal import RungSpec

extension Destination {
  static let mux = Destination("mux-ingest", "Mux", hosts: ["live.mux.com", "global-live.mux.com"], server: "rtmps://global-live.mux.com:443/app") {
    let practice = Citation.encodingPractice("Mux", "keyint, max video bitrate, max audio bitrate")
    func guide(_ name: String, _ what: String) -> Citation { Citation("Mux documentation", what, url: "https://www.mux.com/docs/guides/\(name)", checked: "2026-11-27") }
    $0.protocols = .published([.rtmp, .rtmps, .srt], guide("use-srt-to-live-stream", "RTMP, RTMPS and SRT"))
    $0.keyframeInterval = .published(Seconds(2), practice)
    $0.videoBitrate = .published([BitrateCap(Bitrate(kilobits: 5000))], practice)
    $0.videoCodecs = .published([.h264], .encodingPractice("Mux", "supported video codecs"))
    $0.srtVideoCodecs = .published([.h264, .h265], guide("use-srt-to-live-stream", "H.264, and HEVC over SRT"))
    $0.audioBitrate = .published(Bitrate(kilobits: 160), practice)
  }
}
