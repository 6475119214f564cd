@testable import Rung
import RungOutput
import RungProviders
import RungReading
import RungSource
import RungSpec
import RungTestSupport
import Testing

/// Tidying changes how a spec reads and nothing else: whatever was compiled from it before is compiled from it after.
@Suite struct TidyingTests {
  /// Every spec of the repository as a program would put it: nothing inherited, nothing shared, each target by itself.
  private static let plain: [(name: String, document: Node)] = {
    var plain: [(String, Node)] = []
    let files = GoldenCase.all.flatMap { golden in golden.specs.map { ("\(golden)/\($0)", golden.bytes(of: $0) ?? [], golden.loader) } }
      + Repository.names(in: "Tests/Lossless").map { ("Tests/Lossless/\($0)", Repository.bytes("Tests/Lossless/\($0)") ?? [], Loader.none) }
      + Presets.all.map { ($0.name, Array("rung: 1\nname: a\ntargets: [tenbyte, livekit]\nladder: {preset: \($0.name)}".utf8), Loader.none) }
    for (name, bytes, loader) in files {
      var pipeline = Pipeline(loader: loader)
      let short = name.split(separator: "/").last.map(String.init) ?? name
      for document in pipeline.read(SourceInput(name: short.contains(".") ? short : "a.yaml", bytes: bytes)) {
        let composed = pipeline.composed(document, from: [short])
        for target in targets(of: composed) { plain.append(("\(name) for \(target.0)", flat(composed, target))) }
      }
    }
    return plain
  }()

  private static func targets(of document: Node) -> [(String, Node?)] {
    guard let targets = document["targets"] else { return [] }
    return targets.entries.map { ($0.key.value, $0.value) } + targets.items.map { ($0.scalar?.text ?? "", nil) }
  }

  private static func flat(_ document: Node, _ target: (String, Node?)) -> Node {
    var report = Report()
    var document = document.without(["extends"])
    if let overrides = target.1?["overrides"] { document = Composition.merge(overrides, onto: document) }
    document = Composition.applyPreset(document, { Presets.named($0)?.node }, names: Presets.names, &report)
    document = Composition.applyDrop(document, &report)
    if let ladder = document["ladder"], let list = ladder["renditions"] {
      let defaults = ladder["defaults"]
      let whole = list.items.map { rendition in
        // A GOP that is said one way is not inherited the other way.
        defaults.map { Composition.merge(rendition, onto: $0) } ?? rendition
      }
      let plain = ladder.without(["preset", "drop", "defaults"]).replacing("renditions", with: Node(.list(whole), at: list.place))
      document = document.replacing("ladder", with: plain)
    }
    let place = document.place
    let options = (target.1 ?? Node(.map([]), at: place)).without(["overrides"])
    return document.replacing("targets", with: Node(.map([]), at: place).replacing(target.0, with: options))
  }

  private static func bodies(_ document: Node) -> [(String, Node)] {
    let text = YAMLWriter.text([document])
    return compile(SourceInput(name: "spec.yaml", text: text)).streams.flatMap { stream in
      stream.plans.flatMap { plan in plan.steps.compactMap { step in step.node.map { ("\(plan.provider) \(step.id)", $0) } } }
    }
  }

  private static func expectSame(_ name: String, _ document: Node) {
    let tidied = Tidying.tidied(document)
    let (before, after) = (bodies(document), bodies(tidied))
    #expect(before.map(\.0) == after.map(\.0), "\(name)")
    for (old, new) in zip(before, after) {
      if let difference = old.1.firstDifference(from: new.1) {
        Issue.record("\(name), \(old.0): \(difference)\n\(YAMLWriter.text([document]))\n\(YAMLWriter.text([tidied]))")
      }
    }
    #expect(Tidying.tidied(tidied).isSame(as: tidied), "\(name): tidying twice is tidying once")
  }

  @Test("every spec of the repository compiles to the same, tidied")
  func meaning() {
    #expect(Self.plain.count > 40)
    for (name, document) in Depth.some(Self.plain, quick: 20) { Self.expectSame(name, document) }
  }

  @Test("ladders near the presets compile to the same, tidied")
  func generated() {
    var random = SplitMix(seed: 0x74_69_64_79)
    let base = Self.plain.filter { $0.document["ladder"]?["renditions"] != nil }
    var named = 0
    for _ in 0..<Depth.times(400, quick: 60) {
      guard let (name, document) = base.randomElement(using: &random), let ladder = document["ladder"], let list = ladder["renditions"] else { continue }
      var items = list.items
      for _ in 0..<Int.random(in: 0...3, using: &random) {
        guard let index = items.indices.randomElement(using: &random) else { break }
        switch Int.random(in: 0..<7, using: &random) {
        case 0: items.remove(at: index)
        case 1: items[index] = items[index].replacing("bitrate", with: .string("1234k", at: list.place))
        case 2: items[index] = items[index].replacing("name", with: .string("other-\(index)", at: list.place))
        case 3: items = items.map { $0.replacing("profile", with: .string("main", at: list.place)) }
        case 4: items[index] = items[index].without(["gop"]).replacing("keyframe_interval", with: .string("PT1S", at: list.place))
        case 5: items[index] = items[index].without(["audio"])
        default: items = items.map { $0.without(["keyframe_interval"]).replacing("gop", with: .integer(50, at: list.place)) }
        }
      }
      let changed = document.replacing("ladder", with: ladder.replacing("renditions", with: Node(.list(items), at: list.place)))
      Self.expectSame(name, changed)
      if Tidying.tidied(changed)["ladder"]?["preset"] != nil { named += 1 }
    }
    #expect(named > Depth.times(40, quick: 5), "\(named) were named by a preset")
  }

  @Test("what is tidied reads as a person would write it")
  func form() {
    func tidied(_ text: String) -> String {
      var report = Report()
      let read = Reader.read(SourceFile(name: "a.yaml", bytes: Array(text.utf8)), id: FileID(index: 0), format: .yaml, into: &report)
      return YAMLWriter.text(read.map { Tidying.tidied($0) }).split(separator: "\n").joined(separator: "\n")
    }
    #expect(
      tidied(
        """
        name: news
        rung: 1
        recording: {window: PT4H, max_file_duration: 90s}
        ladder:
          renditions:
            - {name: 1080p, fps: 30, gop: 60, bitrate: 12000000 bps, codec: h264, audio: {codec: aac, bitrate: 128000 bps}}
            - {name: 720p, fps: 30, gop: 60, bitrate: 1500 kbps, codec: h264, audio: {codec: aac, bitrate: 96k}}
        """) == """
        rung: 1
        name: news
        ladder:
          defaults: {fps: 30, keyframe_interval: 2s, codec: h264, audio: {codec: aac}}
          renditions:
            - {name: 1080p, bitrate: 12M, audio: {bitrate: 128k}}
            - {name: 720p, bitrate: 1500k, audio: {bitrate: 96k}}
        recording: {window: 4h, max_file_duration: 90s}
        """)
    // 48 frames at 25 fps last 1.92 s, which nobody would say.
    #expect(tidied("rung: 1\nname: a\nladder: {renditions: [{name: a, fps: 25, gop: 48}]}").contains("gop: 48"))
    let rendition = { (name: String, size: String, rates: String) in
      "{name: \(name), resolution: \(size), fps: 30, gop: 60, \(rates), codec: h264, profile: main, audio: {codec: aac, channels: 2, sample_rate: 48 kHz, bitrate: 128k}}"
    }
    let balanced = [
      rendition("1080p", "1920x1080", "bitrate: 3000k, max_bitrate: 3500k, buffer: 6000k"),
      rendition("720p", "1280x720", "bitrate: 1800k, max_bitrate: 2000k, buffer: 4000k"),
    ]
    #expect(
      tidied("rung: 1\nname: a\nladder: {renditions: [\(balanced.joined(separator: ", "))]}") == """
        rung: 1
        name: a
        ladder:
          preset: tenbyte-balanced
          drop: [480p]
          defaults: {profile: main}
          renditions:
            - {name: 720p, bitrate: 1800k}
        """)
  }
}
