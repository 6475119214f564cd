internal import RungSource
internal import RungSpec

extension Destination {
  /// `*.contribute.live-video.net` are its servers as its API lists them.
  static let twitch = Destination("twitch", "Twitch", hosts: ["twitch.tv", "contribute.live-video.net", "ingest.global-contribute.live-video.net"], server: "rtmp://live.twitch.tv/app") {
    let requirements = Citation("Twitch, Broadcast Requirements", "strict CBR, a keyframe every 2 seconds, 3 to 6 Mbps, H.264, AAC-LC", url: "https://help.twitch.tv/customer/portal/articles/1253460-broadcast-requirements", checked: "2026-11-27")
    let recommendations = Citation("Twitch Creator Camp, Broadcast Recommendations", "audio: at most 320 kbps, 44.1 or 48 kHz, stereo or mono", url: "https://www.twitch.tv/creatorcamp/en/paths/going-live/broadcast-recommendations/", checked: "2026-11-27")
    $0.protocols = .published([.rtmp, .rtmps], Citation("Twitch API, Video Broadcast", "a broadcast is sent over RTMP", url: "https://dev.twitch.tv/docs/video-broadcast/", checked: "2026-11-27"))
    $0.keyframeInterval = .published(Seconds(2), requirements)
    $0.videoBitrate = .published([BitrateCap(Bitrate(kilobits: 6000))], requirements)
    $0.videoCodecs = .published([.h264], requirements)
    $0.rateControls = .published([.cbr], requirements)
    $0.audioCodecs = .published([.aac], requirements)
    $0.audioChannels = .published(2, recommendations)
    $0.sampleRates = .published([44100, 48000].map(SampleRate.init(hertz:)), recommendations)
    $0.audioBitrate = .published(Bitrate(kilobits: 320), recommendations)
  }
}
