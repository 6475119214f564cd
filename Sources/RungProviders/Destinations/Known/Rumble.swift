internal import RungSource
internal import RungSpec

extension Destination {
  static let rumble = Destination("rumble", "Rumble", hosts: ["rumble.com"]) {
    let settings = Citation("Rumble Knowledge Base, Direct RTMP", "recommended stream settings, by resolution and frame rate", url: "https://rumble.support/help/how-to-use-rumble-studios-direct-rtmp-feature", checked: "2026-11-27")
    $0.videoBitrate = .published(
      [
        BitrateCap(720, 30, megabits: 4), BitrateCap(720, 60, megabits: 6), BitrateCap(1080, 30, megabits: 8), BitrateCap(1080, 60, megabits: 10),
        BitrateCap(1440, 30, megabits: 12), BitrateCap(1440, 60, megabits: 20), BitrateCap(2160, 30, megabits: 24), BitrateCap(2160, 60, megabits: 30),
      ], settings)
    $0.resolution = .published(Resolution(width: 3840, height: 2160), settings)
    $0.frameRateMaximum = .published(FrameRate(60), settings)
  }
}
