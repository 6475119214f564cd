import Rung
import RungProviders
import RungSource
import RungSpec
import Testing

/// What services that a stream is sent on to take.
@Suite struct DestinationTests {
  /// Findings of destinations, as `id value: message`.
  private static func found(_ text: String) -> [String] {
    let bytes = Array(text.utf8)
    return check(SourceInput(name: "spec.yaml", text: text)).diagnostics.filter { $0.id.rawValue.hasPrefix("destination/") }.map {
      #expect($0.severity == .warning)
      return "\($0.id.rawValue.dropFirst(12)) \(String(decoding: bytes[Int($0.span.lower)..<Int($0.span.upper)], as: UTF8.self)): \($0.message)"
    }
  }

  private static let video = "codec: h264, resolution: 1920x1080, fps: 60, keyframe_interval: 10s, bitrate: 12M"
  private static let audio = "codec: aac, channels: 2, sample_rate: 48 kHz, bitrate: 512k"

  private static func simulcast(to urls: [String], _ targets: String = "[qencode]", video: String = video, audio: String = audio, more: String = "") -> String {
    """
    rung: 1
    name: news
    targets: \(targets)
    ingest: {mode: push, protocols: [rtmp], video: {\(video)}, audio: {\(audio)}}
    \(more)
    simulcast:
    \(urls.map { "  - {url: \"\($0)\", key: \"${env:STREAM_KEY}\"}" }.joined(separator: "\n"))

    """
  }

  @Test("each destination says once what it does not take of each value, at the value")
  func simulcast() {
    let found = Self.found(Self.simulcast(to: ["rtmp://live.twitch.tv/app", "rtmp://a.rtmp.youtube.com/live2", "rtmps://live-api-s.facebook.com:443/rtmp/"]))
    #expect(
      found == [
        "keyframe-interval-above-limit 10s: keyframe interval is 10s; Twitch allows at most 2s",
        "keyframe-interval-above-limit 10s: keyframe interval is 10s; YouTube allows at most 4s",
        "keyframe-interval-above-limit 10s: keyframe interval is 10s; Facebook Live allows at most 4s",
        "video-bitrate-above-limit 12M: video bitrate is 12 Mbps; Twitch allows at most 6 Mbps",
        "video-bitrate-above-limit 12M: video bitrate is 12 Mbps; Facebook Live allows at most 9 Mbps up to 1080p60",
        "audio-bitrate-above-limit 512k: audio bitrate is 512 kbps; Twitch allows at most 320 kbps",
        "audio-bitrate-above-limit 512k: audio bitrate is 512 kbps; YouTube allows at most 160 kbps",
        "audio-bitrate-above-limit 512k: audio bitrate is 512 kbps; Facebook Live allows at most 256 kbps",
      ])
  }

  @Test("a destination with a backup is judged once")
  func backup() {
    let one = Self.found(Self.simulcast(to: ["rtmp://a.rtmp.youtube.com/live2"]))
    #expect(one.count == 2 && Self.found(Self.simulcast(to: ["rtmp://a.rtmp.youtube.com/live2", "rtmp://b.rtmp.youtube.com/live2?backup=1"])) == one)
  }

  @Test("hosts are matched label by label", arguments: [
    ("rtmp://live.twitch.tv/app", "twitch"), ("rtmp://LIVE-AMS.Twitch.TV/app", "twitch"), ("rtmp://live.twitch.tv:1935/app", "twitch"),
    ("rtmp://live.twitch.tv./app", "twitch"), ("rtmp://user:word@live.twitch.tv/app", "twitch"), ("rtmp://twitch.tv", "twitch"),
    ("rtmp://sfo.contribute.live-video.net/app", "twitch"), ("rtmps://fa723fc1b171.global-contribute.live-video.net/app", "kick"),
    ("rtmps://a1b2.global-contribute.live-video.net:443/app", "amazon-ivs"), ("rtmp://ingest.global-contribute.live-video.net/app", "twitch"),
    ("rtmp://evil-twitch.tv/app", nil), ("rtmp://twitch.tv.example/app", nil), ("rtmp://live.twitch.tv@evil.example/app", nil),
    ("rtmp://live.twitch.tv.evil.example/app", nil), ("rtmp://evil.example/live.twitch.tv/app", nil), ("rtmp://[2001:db8::1]:1935/app", nil),
    ("rtmp://203.0.113.7/app", nil), ("rtmp://${env:HOST}.twitch.tv/app", nil), ("rtmp://${env:HOST}/app", nil), ("rtmp://live.twitch.tv../app", nil),
    ("rtmp://tv/app", nil), ("rtmp://www.youtube.com/live2", nil), ("rtmp://live.example.com/app?to=live.twitch.tv", nil), ("srt://:9000", nil),
  ] as [(String, String?)])
  func hosts(_ url: String, _ id: String?) throws {
    #expect(try Destinations.at(#require(StreamURL(url)))?.id == id)
  }

  @Test("no host belongs to two, and every limit is cited with the day on which it was read")
  func data() {
    var hosts: Set<String> = []
    var ids = Set(Targets.ids)
    for destination in Destinations.all {
      #expect(ids.insert(destination.id).inserted, "\(destination.id)")
      for host in destination.hosts { #expect(hosts.insert(host).inserted && host == host.lowercased() && host.contains("."), "\(host)") }
      #expect(!destination.lines.isEmpty)
      for line in destination.lines {
        #expect(line.citation.checked?.utf8.count == 10 && line.citation.url?.hasPrefix("https://") == true, "\(destination.id), \(line.name)")
      }
    }
    #expect(Destinations.all.count >= 15)
  }

  @Test("an encoder within the limits draws nothing", arguments: Destinations.all.map(\.id))
  func within(_ id: String) throws {
    let destination = try #require(Destinations.named(id))
    let scheme = destination.protocols.value?.first?.rawValue ?? "rtmp"
    let video = "codec: h264, resolution: 1280x720, fps: 30, keyframe_interval: 2s, bitrate: 3M"
    let text = Self.simulcast(to: ["\(scheme)://\(destination.hosts[0])/app"], video: video, audio: "codec: aac, channels: 2, sample_rate: 48 kHz, bitrate: 128k")
    #expect(Self.found(text) == [])
    // The whole check is as quiet as without the simulcast.
    #expect(check(SourceInput(name: "spec.yaml", text: text)).diagnostics.allSatisfy { $0.severity == .note })
  }

  @Test("where the provider makes the ladder, that is judged; where it forwards, what comes in")
  func made() {
    let ladder = "ladder: {renditions: [{name: a, resolution: 1280x720, fps: 30, gop: 90, codec: h264, bitrate: 7M}, {name: b, resolution: 640x360, fps: 30, gop: 90, codec: h264, bitrate: 6500k}]}"
    let twitch = ["rtmp://live.twitch.tv/app"]
    let made = [
      "keyframe-interval-above-limit 90: keyframe interval is 3 s; Twitch allows at most 2s",
      "video-bitrate-above-limit 7M: video bitrate is 7 Mbps; Twitch allows at most 6 Mbps",
    ]
    #expect(Self.found(Self.simulcast(to: twitch, "{tenbyte: {region: sg-edge-04}}", more: ladder)).map { $0.replacing("is 3s", with: "is 3 s") } == made)
    // Qencode sends on what comes in, whatever ladder it makes of it.
    #expect(Self.found(Self.simulcast(to: twitch, more: ladder)).count == 3)
    #expect(Self.found(Self.simulcast(to: twitch, "{mkio: {encoding_type: PassthroughStandard}}")).count == 3)
    #expect(Self.found(Self.simulcast(to: twitch, "{mkio: {encoding_type: Standard}}")) == [])
    // Twice the same is said once.
    #expect(Self.found(Self.simulcast(to: twitch, "{qencode: {}, mkio: {encoding_type: PassthroughStandard}}")).count == 3)
  }

  @Test("the address that an encoder pushes to is one as well", arguments: ["ffmpeg: {output: push, push_url: URL}", "obs: {server: URL}"])
  func pushed(_ target: String) {
    func found(_ url: String, _ rest: String) -> [String] { Self.found("rung: 1\nname: news\ntargets: {\(target.replacing("URL", with: "\"\(url)\""))}\ningest: {protocols: [rtmp], video: {\(Self.video)}, audio: {\(Self.audio)}}\n\(rest)\n") }
    #expect(found("rtmp://live.twitch.tv/app", "").count == 3)
    #expect(found("rtmp://live.twitch.tv/app", "encoding: passthrough").count == 3)
    #expect(found("${env:PUSH_URL}", "") == [])
    #expect(found("rtmp://live.example.com/app", "") == [])
  }

  @Test("`accepts` of the target silences it", arguments: ["ingest.video.bitrate", "ingest.audio.bitrate", "ingest.video.keyframe_interval"])
  func accepted(_ path: String) {
    let urls = ["rtmp://live.twitch.tv/app", "rtmps://live-api-s.facebook.com/rtmp/"]
    let all = Self.found(Self.simulcast(to: urls))
    let some = check(SourceInput(name: "spec.yaml", text: Self.simulcast(to: urls, "{qencode: {accepts: [\(path)]}}"))).diagnostics
    #expect(all.count == 6 && some.count { $0.id.rawValue.hasPrefix("destination/") } == 4)
    #expect(!some.contains { $0.id.rawValue.hasSuffix("/accepts-nothing") })
  }

  @Test("a provider that sends nothing on is not judged where that is accepted; of a ladder the highest rendition is, wherever it is listed")
  func sentOn() {
    let twitch = ["rtmp://live.twitch.tv/app"]
    #expect(Self.found(Self.simulcast(to: twitch, "{mkio: {encoding_type: PassthroughStandard, accepts: [simulcast]}}")) == [])
    #expect(Self.found(Self.simulcast(to: twitch, "{qencode: {accepts: [simulcast]}}")).count == 3)
    let ladder = "ladder: {renditions: [{name: a, resolution: 640x360, fps: 30, codec: h264, bitrate: 1M}, {name: b, resolution: 1280x720, fps: 30, codec: h264, bitrate: 7M}]}"
    #expect(Self.found(Self.simulcast(to: twitch, "{tenbyte: {region: sg-edge-04}}", more: ladder)) == ["video-bitrate-above-limit 7M: video bitrate is 7 Mbps; Twitch allows at most 6 Mbps"])
  }

  @Test("no key in an address is printed")
  func secrets() {
    for url in ["rtmp://live.twitch.tv/app/live_123456789_abcdefghijklmnopqrstuvwxyz0123", "srt://live_123456789_abcdefgh@live.twitch.tv:9000?streamid=live_123456789_abcdefghijklmnop"] {
      let analysis = check(SourceInput(name: "spec.yaml", text: Self.simulcast(to: [url])))
      for finding in analysis.diagnostics where finding.id.rawValue.hasPrefix("destination/") {
        #expect(!([finding.message, finding.help ?? ""] + finding.notes.map(\.text)).contains { $0.contains("live_1234") }, "\(finding)")
      }
    }
  }
}
