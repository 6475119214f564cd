import Rung
import RungProviders
import RungReading
import RungSource
import RungTestSupport
import Testing

/// Rung takes its own advice: what a fix writes and what a help says to type reads, clears the finding and adds no fault.
@Suite struct AdviceLaws {
  @Test("every fix and every help of every bad example is taken")
  func examples() {
    var trial = AdviceTrial()
    for (number, rule) in allRules.enumerated() where Depth.takes(number, oneIn: 5) {
      for example in rule.bad {
        trial.judge(MarkedText(example.text).text, "\(rule.id) \(example.fileID.split(separator: "/").last ?? ""):\(example.line)", takesHelps: example.use == .checked) {
          ExampleTests.analyse($0, example)
        }
      }
    }
    print(trial.figures)
    #expect(trial.taken > Depth.times(800, quick: 100), "helps are no longer understood: \(trial.figures)")
  }

  @Test("so is every one about the specs and bodies of the tests")
  func fixtures() {
    var trial = AdviceTrial()
    for golden in GoldenCase.all {
      for spec in golden.specs {
        trial.judge(String(decoding: golden.bytes(of: spec) ?? [], as: UTF8.self), "\(golden)/\(spec)") {
          compile(SourceInput(name: spec, text: $0), loader: golden.loader)
        }
      }
    }
    for provider in Providers.ids + ["mistakes"] {
      for name in Repository.names(in: "Tests/Bodies/\(provider)") where name.hasSuffix(".json") && !name.hasSuffix("-response.json") {
        let id = provider == "mistakes" ? String(name.dropLast(5)) : provider
        guard case .success(let request) = RequestName.parse(id) else { continue }
        trial.judge(Repository.text("Tests/Bodies/\(provider)/\(name)") ?? "", "\(provider)/\(name)") { check(SourceInput(name: name, text: $0), as: request) }
      }
    }
    print(trial.figures)
  }

  @Test("and every one about specs and presets in which values were set otherwise")
  func mutations() {
    var trial = AdviceTrial()
    let bases: [Node] = GoldenCase.all.filter { !$0.folder.contains("refused") && !$0.folder.contains("mistakes") }.flatMap { golden in
      golden.specs.compactMap { Disguise.tree(String(decoding: golden.bytes(of: $0) ?? [], as: UTF8.self)) }
    } + Repository.names(in: "presets").compactMap { Repository.text("presets/\($0)").flatMap(Disguise.tree) }.map(Self.asSpec)
      + ["[tenbyte]", "[qencode]", "[ffmpeg]", "[obs]"].compactMap { Disguise.tree(Self.ladder(for: $0)) }
    for base in bases {
      // Each base has draws of its own, so that another golden does not change those of the others.
      var random = SplitMix(seed: base.compact.utf8.reduce(0x41_64_76_69) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 })
      for _ in 0..<Depth.times(40, quick: 3) {
        var tree = base
        for _ in 0...Int.random(in: 0..<3, using: &random) {
          guard let (path, values) = Self.values.randomElement(using: &random), let value = values.randomElement(using: &random),
            let typed = AdviceTrial.Site.typed(value), let changed = tree.setting(AdviceTrial.Path(path).parts[...], to: typed, adds: true)
          else { continue }
          tree = changed
        }
        guard let written = Rewriting(tree, as: .flow) else { continue }
        trial.judge(written.text, "a mutation", once: true) { compile(SourceInput(name: "spec.yaml", text: $0)) }
      }
    }
    print(trial.figures)
  }

  @Test("advice on rate control does not contradict itself, and ends", arguments: ["h264", "h265", "av1", "vp9"])
  func rates(_ codec: String) {
    var trial = AdviceTrial()
    func hls(_ format: String) -> String { "targets: [ffmpeg]\npackaging: {hls: {segment_format: \(format), segment_duration: 6s, playlist_segments: 6}}" }
    let targets = [hls("fmp4")] + (codec == "h264" ? ["targets: [obs]\nencoding: passthrough"] : []) + (codec.hasPrefix("h") ? [hls("mpegts")] : [])
    var number = 0
    for target in targets {
      for control in ["", "cbr", "vbr", "capped-crf"] {
        for bitrate in ["", "2M"] {
          for most in ["", "1500k", "2M", "3M"] {
            for buffer in ["", "1M", "3M"] {
              for factor in ["", "30"] {
                number += 1
                guard Depth.takes(number, oneIn: 14) else { continue }
                let rates = [("rate_control", control), ("bitrate", bitrate), ("max_bitrate", most), ("buffer", buffer), ("crf", factor)]
                let rate = rates.map { $1.isEmpty ? "" : ", \($0): \($1)" }.joined()
                let spec = "rung: 1\nname: news\n\(target)\nladder: {renditions: [{name: a, resolution: 1280x720, fps: 25, gop: 50, codec: \(codec)\(rate)}]}\n"
                trial.follow(spec, "\(target.prefix(14))\(rate)", steps: 6) { compile(SourceInput(name: "spec.yaml", text: $0)) }
              }
            }
          }
        }
      }
    }
    print(trial.figures)
    #expect(trial.taken > Depth.times(50, quick: 3))
  }

  @Test("advice on keyframes and segments does not contradict itself, and ends", arguments: ["", "packs: [apple-hls]\n", "low_latency: true\n"])
  func keyframes(_ head: String) {
    var trial = AdviceTrial()
    var number = 0
    let distances = ["300ms", "500ms", "1s", "1.5s", "2s", "3s", "4s", "5s", "10s"].map { "keyframe_interval: \($0)" } + ["7", "50", "60", "250"].map { "gop: \($0)" }
    for distance in distances {
      for rate in ["25", "30", "30000/1001", "50"] {
        for length in ["500ms", "2s", "3s", "4s", "5s", "6s", "7s", "12s", "20s"] {
          number += 1
          guard Depth.takes(number, oneIn: 14) else { continue }
          let spec = "rung: 1\nname: news\ntargets: [ffmpeg]\n\(head)ladder: {renditions: [{name: a, resolution: 1280x720, codec: h264, bitrate: 2M, fps: \(rate), \(distance)}]}\npackaging: {hls: {segment_format: fmp4, segment_duration: \(length), playlist_segments: 6}}\n"
          trial.follow(spec, "\(head)\(distance), \(rate), \(length)", steps: 6) { compile(SourceInput(name: "spec.yaml", text: $0)) }
        }
      }
    }
    print(trial.figures)
    #expect(trial.taken > Depth.times(50, quick: 3))
  }

  private static func asSpec(_ preset: Node) -> Node {
    guard preset["rung"] == nil, let base = Disguise.tree("rung: 1\nname: news\n"), let ladder = preset["ladder"] else { return preset }
    return base.setting(["ladder"], to: ladder, adds: true) ?? preset
  }

  private static func ladder(for targets: String) -> String {
    """
    rung: 1
    name: news
    targets: \(targets)
    ingest: {mode: push, protocols: [srt], video: {codec: h264, resolution: 1920x1080, fps: 50, bitrate: 8M, keyframe_interval: 2s}}
    ladder:
      defaults: {fps: 25, codec: h264, keyframe_interval: 2s, audio: {codec: aac, bitrate: 128k, channels: 2, sample_rate: 48 kHz}}
      renditions:
        - {name: 1080p, resolution: 1920x1080, bitrate: 5M, max_bitrate: 6M, buffer: 8M}
        - {name: 720p, resolution: 1280x720, bitrate: 3M, max_bitrate: 3500k, buffer: 6M}
        - {name: 360p, resolution: 640x360, bitrate: 800k}
    packaging: {hls: {segment_format: mpegts, segment_duration: 6s, playlist_segments: 6}}
    """
  }

  private static let rates = ["10", "12.5", "15", "23.976", "24", "25", "29.97", "30", "30000/1001", "50", "59.94", "60", "120"]
  private static let intervals = ["200ms", "1s", "1.25s", "1.5s", "2s", "2.002s", "3s", "4s", "5s", "8s", "10s"]
  private static let gops = ["1", "24", "30", "48", "50", "60", "97", "100", "120", "250", "300", "600"]
  private static let lengths = ["500ms", "1s", "1.6s", "2s", "2.002s", "3s", "4s", "4.004s", "5s", "6s", "6.006s", "7s", "9600ms", "10s", "25s"]
  private static let bits = ["100", "64k", "145k", "800k", "2500k", "3M", "4.5M", "8M", "20M", "80M"]

  /// Paths, and what `--set` may put there.
  private static let values: [(String, [String])] = {
    var values: [(String, [String])] = []
    for lead in ["ladder.defaults", "ladder.renditions[0]", "ladder.renditions[1]", "ingest.video"] {
      values += [
        ("\(lead).fps", rates), ("\(lead).fps", rates), ("\(lead).keyframe_interval", intervals), ("\(lead).keyframe_interval", intervals),
        ("\(lead).gop", gops), ("\(lead).gop", gops), ("\(lead).bitrate", bits), ("\(lead).codec", ["h264", "h265", "av1", "vp9"]),
        ("\(lead).profile", ["baseline", "main", "high", "main10", "high10"]), ("\(lead).level", ["\"3.0\"", "\"4.0\"", "\"4.1\"", "\"5.1\"", "\"7.0\""]),
        ("\(lead).tier", ["main", "high"]),
        ("\(lead).resolution", ["1920x1080", "1281x721", "854x480", "853x480", "1080x1920", "1000x1000", "720x576", "3840x2160", "160x90"]),
      ]
      guard lead.hasPrefix("ladder") else { continue }
      values += [
        ("\(lead).max_bitrate", bits), ("\(lead).buffer", bits.map { $0.hasSuffix("0") ? $0 + " bit" : $0 }), ("\(lead).rate_control", ["cbr", "vbr", "crf", "capped-crf"]),
        ("\(lead).crf", ["18", "23", "40"]), ("\(lead).bframes", ["0", "2", "3", "8"]), ("\(lead).ref_frames", ["1", "4", "16"]),
        ("\(lead).encoder_preset", ["ultrafast", "slow", "8"]),
        ("\(lead).audio.codec", ["aac", "he-aac", "opus", "ac3", "mp3"]), ("\(lead).audio.bitrate", ["8k", "96k", "700k"]),
        ("\(lead).audio.channels", ["1", "2", "6", "8"]), ("\(lead).audio.sample_rate", ["22.05 kHz", "44.1 kHz", "48 kHz", "96 kHz"]),
      ]
    }
    for lead in ["packaging.hls", "packaging.dash"] {
      values += [
        ("\(lead).segment_duration", lengths), ("\(lead).segment_duration", lengths), ("\(lead).segment_format", ["mpegts", "fmp4"]),
      ]
    }
    return values + [
      ("packaging.hls.playlist_segments", ["1", "3", "5", "500"]), ("packaging.dash.window", ["2s", "30s", "20m"]),
      ("packaging.hls.part_duration", ["20ms", "100ms", "333ms", "500ms", "1s", "6s"]), ("packaging.hls.part_hold_back", ["100ms", "1s", "3s"]),
      ("low_latency", ["true", "false"]), ("packs", ["[apple-hls]", "[dash-if]", "[apple-hls, dash-if]"]), ("recording.window", ["1m", "4h", "30h", "800h"]),
      ("media", ["audio"]), ("kind", ["event", "linear"]), ("duration", ["0s", "2h", "90d"]), ("ingest.mode", ["push", "pull"]),
      ("ingest.protocols", ["[rtmp]", "[srt]", "[whip]", "[rtmp, srt]"]),
    ]
  }()
}

extension Node {
  /// As JSON in one line.
  fileprivate var compact: String { Rewriting(self, as: .json)?.text ?? "" }
}
