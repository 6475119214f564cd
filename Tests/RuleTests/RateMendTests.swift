import Rung
import RungSource
import RungTestSupport
import Testing

/// A general rule suggests no frame rate that one of the stream's targets refuses, and nothing where none would be better.
@Suite struct RateMendTests {
  private static let ids: Set<String> = ["spec/upscaling", "spec/frame-rate-judders", "ladder/frame-rates-unrelated"]
  private static func spec(_ source: String, _ ladder: String, _ target: String) -> String {
    """
    rung: 1
    name: Rates
    targets: [\(target)]
    ingest: {mode: push, protocols: [rtmp], video: {fps: \(source)}}
    ladder:
      defaults: {fps: \(ladder), keyframe_interval: 2s, codec: h264, bitrate: 2M}
      renditions: [{name: 720p, resolution: 1280x720}]
    packaging: {hls: {segment_format: mpegts}}
    """
  }

  private static func found(_ source: String, _ ladder: String, _ target: String) -> [Diagnostic] {
    check(SourceInput(name: "a.yaml", text: spec(source, ladder, target))).diagnostics
  }

  @Test("a suggested rate clears the finding and is taken", arguments: allTargets.map(\.id.rawValue))
  func mends(_ target: String) throws {
    let rates = ["12.5", "15", "20", "23.976", "24", "25", "29.97", "30", "48", "50", "59.94", "60", "100"]
    let (sources, ladders) = (Depth.some(rates, quick: 4), Depth.some(rates, quick: 6))
    var suggested = 0
    for source in sources {
      for ladder in ladders {
        let before = Self.found(source, ladder, target)
        for finding in before where Self.ids.contains(finding.id.rawValue) {
          let help = try #require(finding.help)
          let rate = try #require(help.firstMatch(of: /`fps: ([^`]+)`/)).1
          suggested += 1
          let after = Self.found(source, String(rate), target)
          #expect(!after.contains { $0.id == finding.id }, "\(target): \(source) → \(ladder): `\(rate)` leaves \(finding.id)")
          let errors = Set(before.filter { $0.severity == .error }.map(\.id))
          // fps × interval is no whole number of frames with an NTSC rate: its own rule says how to write it.
          let new = after.filter { $0.severity == .error && !errors.contains($0.id) && $0.id != "ladder/gop-not-whole" }
          #expect(new.isEmpty, "\(target): \(source) → \(ladder): `\(rate)` brings \(new.map(\.message))")
        }
      }
    }
    #expect(suggested > Depth.times(20, quick: 2), "\(target)")
  }

  @Test("judder is named", arguments: [("50", "30"), ("60", "25"), ("24", "30"), ("30", "24"), ("50", "24"), ("59.94", "50")])
  func judder(_ source: String, _ ladder: String) {
    #expect(Self.found(source, ladder, "livekit").contains { Self.ids.contains($0.id.rawValue) && $0.message.contains("judders") })
  }

  @Test("what nobody sees, and what has no mend at the provider, is not found", arguments: [
    ("29.97", "30", "tenbyte"), ("59.94", "60", "tenbyte"), ("59.94", "30", "tenbyte"), ("23.976", "24", "tenbyte"), ("50", "25", "tenbyte"),
    ("15", "30", "tenbyte"), ("60", "30", "livekit"), ("30", "29.97", "livekit"), ("60", "29.97", "livekit"), ("25", "25", "livekit"),
  ])
  func quiet(_ source: String, _ ladder: String, _ target: String) {
    #expect(!Self.found(source, ladder, target).contains { Self.ids.contains($0.id.rawValue) })
  }

  @Test("where the mend is taken elsewhere it is suggested there")
  func elsewhere() {
    #expect(Self.found("29.97", "30", "ffmpeg").contains { $0.id == "spec/upscaling" && $0.help?.contains("`fps: 29.97`") == true })
  }

  @Test("one place, one fix: no two findings at one place mend it in different ways, or the same way")
  func oneFix() {
    for rule in allRules {
      for example in rule.bad {
        let found = ExampleTests.analyse(MarkedText(example.text).text, example).diagnostics.filter { !$0.fixIts.isEmpty && $0.unlisted == 0 }
        for (index, finding) in found.enumerated() {
          for other in found[..<index] where other.span == finding.span {
            Issue.record("\(rule.id): \(other.id) (\(other.fixIts[0].title)) and \(finding.id) (\(finding.fixIts[0].title)) in:\n\(example.text)", sourceLocation: example.sourceLocation)
          }
        }
      }
    }
  }

  @Test("an odd size and DASH in MPEG-TS are one finding each at Tenbyte")
  func once() {
    let text = "rung: 1\nname: a\ntargets: [tenbyte]\nladder: {renditions: [{name: a, resolution: 1281x721, fps: 25}]}\npackaging: {dash: {segment_format: mpegts}}\n"
    let found = check(SourceInput(name: "a.yaml", text: text)).diagnostics.filter { !$0.fixIts.isEmpty }
    #expect(found.map(\.id) == ["tenbyte/resolution-not-taken", "tenbyte/dash-not-fmp4"])
    #expect(found.map { $0.fixIts[0].edits[0].replacement } == ["1280x720", "fmp4"])
  }
}
