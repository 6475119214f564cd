import Rung
import RungSource
import RungTestSupport
import Testing

/// Specs that are far too big for anybody to have written get an answer in time.
@Suite struct SizeTests {
  static let head = "rung: 1\nname: news\ntargets: [tenbyte, mkio]\n"

  static let texts: [(what: String, text: String)] = [
    ("unknown keys", head + (0..<30_000).map { "ingezt\($0): 1\n" }.joined()),
    ("renditions", head + "ladder:\n  renditions:\n" + (0..<3000).map { "    - {name: r\($0), resolution: 1280x720, fps: 25, gop: 50, bitrate: \(3000 - $0 % 2000)k}\n" }.joined()),
    ("renditions of one name", head + "ladder:\n  renditions:\n" + (0..<3000).map { _ in "    - {name: r, resolution: 1280x721, fps: 29.97}\n" }.joined()),
    ("renditions over a preset", head + "ladder:\n  preset: tenbyte-balanced\n  renditions:\n" + (0..<3000).map { "    - {name: r\($0)}\n" }.joined()),
    ("names to drop", head + "ladder:\n  preset: tenbyte-balanced\n  drop: [" + (0..<5000).map { "r\($0)" }.joined(separator: ", ") + "]\n"),
    ("labels", head + "labels: {" + (0..<30_000).map { "k\($0): v" }.joined(separator: ", ") + "}\n"),
    ("addresses", head + "ingest: {allow: [" + (0..<3000).map { "10.\($0 / 256).\($0 % 256).1" }.joined(separator: ", ") + "]}\n"),
    ("unknown targets", "rung: 1\nname: a\ntargets: [" + (0..<5000).map { "t\($0)" }.joined(separator: ", ") + "]\n"),
    ("streams", (0..<2000).map { "---\nrung: 1\nname: s\($0)\nrecroding: 1\n" }.joined()),
    ("a long name", "rung: 1\nname: " + String(repeating: "é", count: 500_000) + "\ntargets: [tenbyte]\n"),
    ("a long key", "rung: 1\nname: a\n? " + String(repeating: "k", count: 500_000) + "\n: 1\n"),
    ("a long number", "rung: " + String(repeating: "9", count: 500_000) + "\nname: a\nidle_timeout: " + String(repeating: "9", count: 500_000) + "s\n"),
    ("lost leaves", head + "targets: {mkio: {extra: {" + (0..<5000).map { "k\($0): v" }.joined(separator: ", ") + "}}}\n"),
    ("destinations", head + "recording: {destinations: [" + (0..<3000).map { "{url: \"s3://h/b/\($0)\", permissions: private}" }.joined(separator: ", ") + "]}\n"),
  ]

  @Test("big specs are answered in time")
  func answered() {
    for (what, text) in Self.texts {
      let took = ContinuousClock().measure { _ = MutationTests.judge(Array(text.utf8), what) }
      #expect(took < .seconds(15), "\(what): \(took)")
    }
  }

  @Test("bases that double at every step, and chains of bases, are answered in time")
  func bases() {
    var doubling: [String: String] = [:]
    for level in 0..<40 { doubling["b\(level)"] = "extends: [b\(level + 1), b\(level + 1)]\nlabels: {k\(level): v}\n" }
    doubling["b40"] = "rung: 1\nname: news\n"
    var chain: [String: String] = [:]
    for level in 0..<3000 { chain["b\(level)"] = "extends: b\(level + 1)\n" }
    chain["b3000"] = "rung: 1\nname: news\n"
    for files in [doubling, chain] {
      let took = ContinuousClock().measure {
        let analysis = compile(Input(name: "spec.yaml", text: "extends: b0\n"), loader: .memory(files))
        #expect(analysis.hasErrors)
      }
      #expect(took < .seconds(10), "\(took)")
    }
  }
}
