internal import RungSource
internal import RungSpec

extension Destination {
  static let youTube = Destination("youtube", "YouTube", hosts: ["rtmp.youtube.com", "rtmps.youtube.com"], server: "rtmps://a.rtmps.youtube.com:443/live2") {
    func settings(_ what: String, strength: Citation.Strength = .stated) -> Citation {
      Citation("YouTube Help, live encoder settings, bitrates and resolutions", what, url: "https://support.google.com/youtube/answer/2853702", checked: "2026-11-27", strength: strength)
    }
    $0.protocols = .published([.rtmp, .rtmps], Citation("YouTube Live Streaming API, ingestion protocols", "RTMP and RTMPS", url: "https://developers.google.com/youtube/v3/live/guides/ingestion-protocol-comparison", checked: "2026-11-27"))
    $0.keyframeInterval = .published(Seconds(4), settings("keyframe frequency: 2 seconds, not more than 4"))
    // Of the two columns, for H.264 and for AV1 and H.265, the higher.
    $0.videoBitrate = .published(
      [
        BitrateCap(720, 60, megabits: 8), BitrateCap(1080, 30, megabits: 10), BitrateCap(1080, 60, megabits: 12), BitrateCap(1440, 30, megabits: 25),
        BitrateCap(1440, 60, megabits: 30), BitrateCap(2160, 30, megabits: 35), BitrateCap(2160, 60, megabits: 40),
      ], settings("bitrate settings by ingestion resolution and frame rate"))
    $0.resolution = .published(Resolution(width: 3840, height: 2160), settings("ingestion resolutions up to 4K / 2160p"))
    $0.frameRateMaximum = .published(FrameRate(60), settings("frame rates up to 60 fps"))
    $0.videoCodecs = .published([.h264, .h265, .av1], settings("video codecs: H.264, H.265 and AV1"))
    $0.rateControls = .published([.cbr], settings("bitrate encoding: CBR", strength: .inferred))
    $0.audioCodecs = .published([.aac, .mp3], settings("audio codecs: AAC and MP3", strength: .inferred))
    $0.sampleRates = .published([44100, 48000].map(SampleRate.init(hertz:)), settings("sample rates: 44.1 kHz for stereo, 48 kHz for 5.1", strength: .inferred))
    $0.audioBitrate = .published(Bitrate(kilobits: 160), .encodingPractice("YouTube - RTMPS", "max audio bitrate"))
    $0.surroundBitrate = .published(Bitrate(kilobits: 384), settings("audio bitrate: 384 kbps for 5.1", strength: .inferred))
  }
}
