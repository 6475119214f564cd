import Rung
import RungSpec
import RungTestSupport
import Testing

/// Pages that the tests look at.
enum Pages {
  /// Frame rates, codecs and keyframe intervals mixed, with findings of every severity and a secret in plain text.
  static let mixed = """
    rung: 1
    name: Cup Final, world feed
    kind: event
    duration: 3h
    targets:
      tenbyte: {region: sg-edge-04}
      mkio: {project: acme, event: final, asset: {name: final-archive, storage_account: primary}}
    ingest:
      protocols: [srt, rtmp]
      allow: [203.0.113.0/24]
      token: hunter2-in-the-clear
      video: {codec: h264, resolution: 1920x1080, fps: 50, keyframe_interval: 2s, bitrate: 12M}
    ladder:
      defaults: {fps: 25, keyframe_interval: 2s, codec: h264, profile: main, rate_control: cbr, bframes: 2, ref_frames: 3, audio: {codec: aac, channels: 2, sample_rate: 48 kHz, bitrate: 128k}}
      renditions:
        - {name: 1080p50, resolution: 1920x1080, fps: 50, bitrate: 6500k, max_bitrate: 7500k, buffer: 13M, level: "4.0"}
        - {name: 720p50, resolution: 1280x720, fps: 50, bitrate: 3800k, max_bitrate: 4200k, buffer: 7600k, level: "3.2"}
        - {name: 720p, resolution: 1280x720, bitrate: 2500k, max_bitrate: 2800k, buffer: 5M}
        - {name: 540p, resolution: 960x540, bitrate: 1500k, keyframe_interval: 4s}
        - {name: 432p, resolution: 768x432, bitrate: 900k}
        - {name: 360p, resolution: 640x360, bitrate: 550k, gop: 48}
        - {name: 1080p hevc, resolution: 1920x1080, codec: h265, profile: main, bitrate: 4500k}
        - {name: 720p hevc, resolution: 1280x720, codec: h265, profile: main, bitrate: 2400k}
    packaging:
      hls: {segment_format: fmp4, segment_duration: 6s, playlist_segments: 6}
      dash: {segment_format: fmp4, segment_duration: 2s, window: 60s, min_buffer: 4s}
    recording: {window: 10h}

    """

  static let audio = """
    rung: 1
    name: Night Radio
    media: audio
    targets: {tenbyte: {region: sg-edge-04}}
    ladder:
      renditions:
        - {name: high, audio: {codec: aac, channels: 2, sample_rate: 48 kHz, bitrate: 128k}}
        - {name: low, audio: {codec: aac, channels: 2, sample_rate: 48 kHz, bitrate: 48k}}

    """

  /// NTSC, no segment length, several steps at one place, and names that want to be something else.
  static let hostile = #"""
    rung: 1
    name: "</title><script>alert('name')</script>\x01\u202Ename\uFDD0 & <!-- \"quoted\""
    description: "<img src=x onerror=alert(1)>"
    labels: {"<b>": "</pre></code>"}
    targets: {tenbyte: {region: "<svg onload=alert(2)>"}}
    ladder:
      defaults: {fps: 30000/1001, gop: 60, codec: av1, profile: main}
      renditions:
        - {name: "</text></svg><script>alert(3)</script>", resolution: 1920x1080, bitrate: 5000k}
        - {name: "\"><img src=x onerror=alert(4)>", resolution: 1920x1080, bitrate: 4900k}
        - {name: "`code` & `more", resolution: 1280x720, bitrate: 2500k}
        - {name: "averyverylongnameofarenditionthatnobodywouldgivebutsomebodydoesaveryverylongname", resolution: 1280x720, bitrate: 2400k}
        - {name: "]]>", resolution: 1278x720, bitrate: 2300k, gop: 1}
        - {name: "日本語の名前", resolution: 640x360, bitrate: 500k}
        - {name: "مرحبا", resolution: 640x360, bitrate: 480k}
        - {resolution: 99999x99999, bitrate: 9000000M}
        - {resolution: 1x1, bitrate: 1 bps}
    webhook: "https://example.com/<script>alert(5)</script>"

    """#

  /// Four streams in one file, a secret among them.
  static var several: String { [mixed, hostile, audio, "rung: 1\nname: Cup Final, world feed\n"].joined(separator: "---\n") }

  static func page(_ text: String, name: String = "channel.yaml", for providers: [TargetID]? = nil) -> String {
    report(SourceInput(name: name, text: text), for: providers).html
  }

  /// The example of docs/verify.md, with names that want to be something else.
  static func delivered() throws -> String {
    let folder = "docs/examples/verify"
    let spec = try #require(Repository.text("\(folder)/news.yaml"))
    let hostile = ["out/<script>alert(1)</script>/index.m3u8", "\"><img src=x onerror=alert(2)>.json"]
    let files = try ["out/master.m3u8", "out/720p/index.m3u8", "out/360p/index.m3u8", "720p.json"].map { DeliveredInput(SourceInput(name: $0, text: try #require(Repository.text("\(folder)/\($0)")))) }
      + [DeliveredInput(SourceInput(name: hostile[0], text: try #require(Repository.text("\(folder)/out/720p/index.m3u8"))), rendition: "720p")]
      + [DeliveredInput(SourceInput(name: hostile[1], text: try #require(Repository.text("\(folder)/720p.json"))))]
    var drawing = PageDrawing()
    return drawing.page(of: [drawing.draw(SourceInput(name: "news.yaml", text: spec), delivered: files)], title: "news.yaml").html
  }

  /// A designed ladder beside the published ones.
  static func designed(_ codec: LadderRequest.Codec = .h264) throws -> String {
    var request = LadderRequest(source: Resolution(width: 3840, height: 2160), at: FrameRate(60))
    request.codec = codec
    return try #require(try design(request).report())
  }

  static func page(ofGolden name: String, for providers: [TargetID]? = nil) throws -> String {
    let path = "Tests/Golden/\(name)/spec.yaml"
    return page(try #require(Repository.text(path)), name: path, for: providers)
  }
}
