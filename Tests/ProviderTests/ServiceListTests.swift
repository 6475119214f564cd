import Rung
import RungProviders
import RungSource
import RungSpec
import RungTestSupport
import Testing

/// Encoder settings at random, judged by the limits of destinations and by OBS Studio's list of services: both say the same, or Rung
/// cites something newer.
@Suite(.enabled(if: Judge.present(.services))) struct ServiceListTests {
  /// What the list calls a destination.
  private static let services = [
    "twitch": "Twitch", "youtube": "YouTube - RTMPS", "facebook": "Facebook Live", "x": "Twitter", "restream": "Restream.io", "castr": "Castr.io", "trovo": "Trovo",
    "steam": "Steam", "mux-ingest": "Mux", "dlive": "DLive", "nimo": "Nimo TV", "picarto": "Picarto", "api-video": "api.video", "bintu": "nanoStream Cloud / bintu",
  ]

  /// What the service itself states, and the list has otherwise: by kind, whether Rung finds more than the list, less, or both.
  private static let newer: [String: [String: Set<Side>]] = [
    // Keyframes up to 4 seconds; bitrates, sizes and rates by ingestion resolution and frame rate.
    "youtube": ["keyframes": [.less], "video": [.more], "fps": [.more]],
    // Keyframes up to 4 seconds, audio up to 256 kbps, and 854x480.
    "facebook": ["keyframes": [.less], "audio": [.less], "size": [.less]],
  ]

  private enum Side { case more, less }

  /// The rule by what the judge calls the limit.
  private static let rules = [
    "keyframe-interval-above-limit": "keyframes", "video-bitrate-above-limit": "video", "audio-bitrate-above-limit": "audio", "bframes-above-limit": "bframes",
    "frame-rate-above-limit": "fps", "resolution-above-limit": "size",
  ]

  private struct Setting {
    let width, height, fps, keyframes, video, audio, bframes: Int

    init(_ random: inout SplitMix) {
      (width, height) = [(640, 360), (852, 480), (854, 480), (1280, 720), (1920, 1080), (2560, 1440), (3840, 2160)].randomElement(using: &random) ?? (0, 0)
      fps = [24, 25, 30, 50, 60, 120].randomElement(using: &random) ?? 0
      keyframes = [1, 2, 3, 4, 5, 10].randomElement(using: &random) ?? 0
      video = [400, 1000, 1200, 2000, 2500, 3500, 4000, 5000, 6000, 6001, 7000, 8000, 9000, 9001, 12000, 20000, 30000, 45000].randomElement(using: &random) ?? 0
      audio = [64, 128, 160, 192, 256, 320, 384].randomElement(using: &random) ?? 0
      bframes = Int.random(in: 0...3, using: &random)
    }

    var line: String { "\(width) \(height) \(fps) \(keyframes) \(video) \(audio) \(bframes)" }

    func refused(at destination: Destination) -> Set<String> {
      let scheme = destination.protocols.value?.first?.rawValue ?? "rtmp"
      let text = """
        rung: 1
        name: news
        targets: {ffmpeg: {output: push, push_url: "\(scheme)://\(destination.hosts[0])/app"}}
        encoding: passthrough
        ingest: {protocols: [\(scheme)]}
        ladder:
          renditions:
            - name: a
              resolution: \(width)x\(height)
              fps: \(fps)
              keyframe_interval: \(keyframes)s
              codec: h264
              rate_control: cbr
              bitrate: \(video)k
              bframes: \(bframes)
              audio: {codec: aac, channels: 2, sample_rate: 48 kHz, bitrate: \(audio)k}

        """
      let found = check(SourceInput(name: "spec.yaml", text: text)).diagnostics.filter { $0.id.rawValue.hasPrefix("destination/") }
      return Set(found.map { ServiceListTests.rules[String($0.id.rawValue.dropFirst(12))] ?? $0.message })
    }
  }

  @Test("200 settings at each service of the list")
  func agreement() throws {
    var random = SplitMix(seed: 0x4F_42_53)
    let settings = (0..<200).map { _ in Setting(&random) }
    let ids = Self.services.keys.sorted()
    let folder = try #require(Repository.temporaryFolder())
    let lines = ids.flatMap { id in settings.map { "\(Self.services[id] ?? "")\t\($0.line)\n" } }.joined()
    try #require(Repository.write(lines, to: "\(folder)/settings"))
    let judged = Repository.shell("'\(Judge.python)' Tests/ProviderTests/destinations.py '\(Judge.serviceList ?? "")' < '\(folder)/settings'")
    try #require(judged.status == 0, "\(judged.output)")
    let verdicts = judged.output.split(separator: "\n", omittingEmptySubsequences: false).map { Set($0.split(separator: " ").map(String.init)) }
    var (agreed, met) = (0, [String: [String: Set<Side>]]())
    for (index, id) in ids.enumerated() {
      let destination = try #require(Destinations.named(id))
      for (number, setting) in settings.enumerated() {
        let (own, theirs) = (setting.refused(at: destination), verdicts[index * settings.count + number])
        for (kinds, side) in [(own.subtracting(theirs), Side.more), (theirs.subtracting(own), .less)] {
          for kind in kinds {
            met[id, default: [:]][kind, default: []].insert(side)
            #expect(Self.newer[id]?[kind]?.contains(side) == true, "\(id), \(kind) of \(setting.line): Rung finds \(own.sorted()), the list \(theirs.sorted())")
          }
        }
        if own == theirs { agreed += 1 }
      }
    }
    print("\(agreed) of \(ids.count * settings.count) settings are judged alike by OBS Studio's list of services")
    #expect(agreed > ids.count * settings.count * 3 / 4 && met == Self.newer)
  }

  @Test("what differs is cited from the service, and newer than the list")
  func cited() throws {
    let (youTube, facebook) = (try #require(Destinations.named("youtube")), try #require(Destinations.named("facebook")))
    let citations = [
      youTube.keyframeInterval.citation, youTube.videoBitrate.citation, youTube.frameRateMaximum.citation, facebook.keyframeInterval.citation, facebook.audioBitrate.citation,
      facebook.resolution.citation,
    ]
    for citation in citations {
      // The list is Debian's of February 2023.
      #expect(citation?.strength == .stated && (citation?.checked ?? "") > "2023-02", "\(citation?.text ?? "no citation")")
    }
  }
}
