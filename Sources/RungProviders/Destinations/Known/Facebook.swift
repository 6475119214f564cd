internal import RungSource
internal import RungSpec

extension Destination {
  static let facebook = Destination("facebook", "Facebook Live", hosts: ["facebook.com"], server: "rtmps://live-api-s.facebook.com:443/rtmp/") {
    func reference(_ what: String) -> Citation {
      Citation("Facebook Live Video API, Reference", what, url: "https://developers.facebook.com/docs/live-video-api/reference", checked: "2026-11-27")
    }
    $0.protocols = .published([.rtmps], reference("protocol: RTMPS"))
    $0.keyframeInterval = .published(Seconds(4), reference("keyframes: 2 seconds, not more than 4"))
    $0.videoBitrate = .published(
      [
        BitrateCap(360, 30, megabits: 1), BitrateCap(360, 60, megabits: 1.5), BitrateCap(480, 30, megabits: 2), BitrateCap(480, 60, megabits: 3),
        BitrateCap(720, 30, megabits: 4), BitrateCap(720, 60, megabits: 6), BitrateCap(1080, 30, megabits: 6), BitrateCap(1080, 60, megabits: 9),
      ], reference("resolution and bitrate; 60 fps below 720p as OBS Studio's list of services has it"))
    $0.resolution = .published(Resolution(width: 1920, height: 1080), reference("resolutions up to 1920x1080"))
    $0.frameRateMaximum = .published(FrameRate(60), reference("frame rates up to 60 fps"))
    $0.videoCodecs = .published([.h264], reference("video codec: H.264"))
    $0.audioCodecs = .published([.aac], reference("audio codec: AAC low complexity"))
    $0.audioChannels = .published(2, reference("channel layout: stereo"))
    $0.sampleRates = .published([44100, 48000].map(SampleRate.init(hertz:)), reference("sample rate: 44.1 or 48 kHz"))
    $0.audioBitrate = .published(Bitrate(kilobits: 256), reference("audio bitrate: 128 kbps, not more than 256"))
  }
}
