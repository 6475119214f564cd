import Rung
import RungSource
import RungTestSupport
import Testing

/// Specs that are far too big for anybody to have written get an answer in time.
@Suite struct SizeTests {
  static let head = "rung: 1\nname: news\ntargets: [tenbyte, mkio]\n"

  /// Texts with a number of something.
  static let texts: [(what: String, make: @Sendable (Int) -> String)] = [
    ("unknown keys", { head + repeated($0) { "ingezt\($0): 1\n" } }),
    ("renditions", { head + "ladder:\n  renditions:\n" + repeated($0) { "    - {name: r\($0), resolution: 1280x720, fps: 25, gop: 50, bitrate: \(9000 - $0)k}\n" } }),
    ("renditions of one name", { head + "ladder:\n  renditions:\n" + repeated($0) { _ in "    - {name: r, resolution: 1280x721, fps: 29.97}\n" } }),
    ("renditions over a preset", { head + "ladder:\n  preset: tenbyte-balanced\n  renditions:\n" + repeated($0) { "    - {name: r\($0)}\n" } }),
    ("names to drop", { head + "ladder:\n  preset: tenbyte-balanced\n  drop: [" + repeated($0) { "r\($0), " } + "480p]\n" }),
    ("labels", { head + "labels: {" + repeated($0) { "k\($0): v, " } + "z: v}\n" }),
    ("addresses", { head + "ingest: {allow: [" + repeated($0) { "10.\($0 / 256).\($0 % 256).1, " } + "192.0.2.1]}\n" }),
    ("unknown targets", { "rung: 1\nname: a\ntargets: [" + repeated($0) { "t\($0), " } + "tenbyte]\n" }),
    ("streams", { repeated($0) { "---\nrung: 1\nname: s\($0)\nrecroding: 1\n" } }),
    ("letters in a name", { "rung: 1\nname: " + String(repeating: "é", count: $0 * 100) + "\ntargets: [tenbyte]\n" }),
    ("letters in a key", { "rung: 1\nname: a\n? " + String(repeating: "k", count: $0 * 100) + "\n: 1\n" }),
    ("digits in a number", { "rung: " + String(repeating: "9", count: $0 * 100) + "\nname: a\nidle_timeout: " + String(repeating: "9", count: $0 * 100) + "s\n" }),
    ("extra fields", { head.dropLast(26) + "targets: {mkio: {extra: {live-event: {" + repeated($0) { "k\($0): v, " } + "z: v}}}}\n" }),
    ("destinations", { head + "recording: {destinations: [" + repeated($0) { "{url: \"s3://h/b/\($0)\", permissions: private}, " } + "]}\n" }),
  ]

  private static func repeated(_ count: Int, _ part: (Int) -> String) -> String { (0..<count).map(part).joined() }

  @Test("time grows with a spec, not with its square")
  func linear() {
    for (what, make) in Self.texts {
      let count = Depth.times(250, quick: 60)
      let (small, large) = (Array(make(count).utf8), Array(make(8 * count).utf8))
      _ = MutationTests.judge(small, what)
      let before = CPUTime.measure { _ = MutationTests.judge(small, what) }
      let after = CPUTime.measure { _ = MutationTests.judge(large, what) }
      // Eight times as much: the square would be sixty-four times.
      #expect(after < before * 24 + .milliseconds(100), "\(what): \(before) for \(count), \(after) for \(8 * count)")
    }
  }

  /// Hostile inputs that took time by the square of their size, each with a size to begin with.
  static let hostile: [(what: String, size: Int, work: @Sendable (Int) -> Void)] = [
    ("keys of nothing", 250, { count in _ = check(input("{" + repeated(count) { "k\($0), " } + "}\n")) }),
    ("keys that repeat on one line", 1_000, { count in _ = check(input("{rung: 1, name: news, " + repeated(count) { "name: n\($0), " } + "}\n")) }),
    // More than are listed.
    ("unknown keys", 2_000, { count in _ = check(SourceInput(name: "a.json", text: "{\"rung\":1," + repeated(count) { "\"u\($0)\":1," } + "\"name\":\"a\"}")) }),
    ("literal secrets", 150, { count in _ = check(input(head + "labels:\n" + repeated(count) { "  api_token_\($0): \"Zx9\(10_000 + $0)QwErTy77aB\"\n" })) }),
    ("secrets that begin alike", 150, { count in _ = check(destinations(count) { "secret-of-\(10_000 + $0)" }).rendered(as: .text) }),
    ("secrets that are words", 150, { count in _ = check(destinations(count) { word(for: $0) }).rendered(as: .text) }),
    ("targets", 400, { count in _ = check(input("rung: 1\nname: news\ntargets: [" + repeated(count) { "tenbyt\($0), " } + "mkio]\n")) }),
    ("names to drop", 1_500, { count in _ = check(input(head + "ladder:\n  drop: [" + repeated(count) { "k\($0), " } + "a]\n")) }),
    ("protocols", 1_500, { count in _ = check(input(head + "ingest: {mode: push, protocols: [" + repeated(count) { "p\($0), " } + "rtmp]}\n")) }),
    ("matrix of labels", 500, { count in _ = matrix(labels(count)) }),
    ("report of labels", 500, { count in _ = report(labels(count)) }),
    ("bodies in a list", 100, { count in
      guard let request = try? RequestName("tenbyte") else { return }
      _ = check(SourceInput(name: "a.json", text: "[" + repeated(count) { "{\"name\":\"n\($0)\",\"input\":{}}," } + "{}]"), as: request)
    }),
    ("comments of a line", 500, { count in _ = check(input(head + "#" + repeated(count) { _ in " # rung: allow a/b" } + "\n")) }),
    ("comments above a long line", 500, { count in _ = check(input(head + repeated(count) { _ in "# rung: allow a/b\n" } + "# " + repeated(count) { _ in "long " } + "\nkind: linear\n")) }),
    ("documents of something else", 500, { count in _ = check(input(repeated(count) { _ in "a: b\n---\n" } + head)) }),
    ("documents", 100, { count in _ = check(input(repeated(count) { "---\nrung: 1\nname: s\($0)\ntargets: [tenbyte]\n" })) }),
  ]

  private static func input(_ text: String) -> SourceInput { SourceInput(name: "a.yaml", text: text) }

  private static func destinations(_ count: Int, _ secret: (Int) -> String) -> SourceInput {
    input(head + "recording:\n  destinations:\n" + repeated(count) { "    - {url: \"s3://h/b/\($0)\", key: k\($0), secret: \(secret($0))}\n" })
  }

  /// Letters that differ for each number.
  private static func word(for number: Int) -> String {
    String(decoding: (0..<8).map { UInt8(ascii: "a") + UInt8(number >> (4 * $0) & 15) }, as: UTF8.self)
  }

  private static func labels(_ count: Int) -> SourceInput { input(head + "labels:\n" + repeated(count) { "  k\($0): v\($0)\n" }) }

  @Test("what nobody writes takes as long as it is large", arguments: hostile.indices)
  func hostileInputs(_ index: Int) {
    let (what, size, work) = Self.hostile[index]
    work(size)
    let before = CPUTime.measure { work(size) }
    let after = CPUTime.measure { work(8 * size) }
    // The square would be sixty-four times.
    #expect(after < before * 24 + .milliseconds(100), "\(what): \(before) for \(size), \(after) for \(8 * size)")
  }

  @Test("a page and an import take four times as long for four times as much")
  func pagesAndImports() throws {
    let keys = { (count: Int) in SourceInput(name: "a.yaml", text: Self.head + Self.repeated(count) { "ingezt\($0): 1\n" }) }
    let streams = { (count: Int) in SourceInput(name: "a.yaml", text: Self.repeated(count) { "---\nrung: 1\nname: s\($0)\ntargets: [tenbyte]\n" }) }
    let body = try #require(Repository.text("Tests/Bodies/tenbyte/everything-push.json"))
    let bodies = { (count: Int) in SourceInput(name: "a.json", text: "[" + Array(repeating: body, count: count).joined(separator: ",\n") + "]") }
    let request = try RequestName.parse("tenbyte").get()
    let works: [(what: String, small: Int, work: (Int) -> Void)] = [
      ("report of unknown keys", Depth.times(250, quick: 25), { _ = report(keys($0)) }), ("report of streams", Depth.times(60, quick: 8), { _ = report(streams($0)) }),
      ("import", Depth.times(100, quick: 10), { _ = importBodies([bodies($0)], from: request) }),
    ]
    for (what, small, work) in works {
      work(small)
      let before = CPUTime.measure { work(small) }
      let after = CPUTime.measure { work(4 * small) }
      #expect(after < before * 6 + .milliseconds(50), "\(what): \(before) for \(small), \(after) for \(4 * small)")
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
      let took = CPUTime.measure {
        let analysis = compile(SourceInput(name: "spec.yaml", text: "extends: b0\n"), loader: .memory(files))
        #expect(analysis.hasErrors)
      }
      #expect(took < .seconds(10), "\(took)")
    }
  }
}
