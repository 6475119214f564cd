import Rung
import RungProviders
import RungReading
import RungSource
import RungSpec
import RungTestSupport
import Testing

/// A check is a compilation whose bodies nobody writes.
@Suite struct OneRoadTests {
  private static let variants: [(name: String, change: @Sendable (Node) -> Node)] = [
    ("as it stands", { $0 }),
    ("passthrough", { setting("encoding", .string("passthrough", at: $0.place), in: $0) }),
    ("transcode", { setting("encoding", .string("transcode", at: $0.place), in: $0) }),
    ("passthrough by overrides", { overriding($0, .string("passthrough", at: $0.place)) }),
    ("transcode by overrides", { overriding($0, .string("transcode", at: $0.place)) }),
  ]

  private static func setting(_ key: String, _ value: Node, in map: Node) -> Node {
    Node(.map(map.entries.filter { $0.key.value != key } + [Node.Entry(key: Located(key, at: map.place), value: value)]), at: map.place)
  }

  /// Every target of the document with the encoding set for it alone.
  private static func overriding(_ document: Node, _ encoding: Node) -> Node {
    guard let targets = document["targets"], case .map(let entries) = targets.content else { return document }
    let changed = entries.map { entry in
      guard case .map = entry.value.content else { return entry }
      let overrides = setting("encoding", encoding, in: entry.value["overrides"] ?? Node(.map([]), at: entry.value.place))
      return Node.Entry(key: entry.key, value: setting("overrides", overrides, in: entry.value))
    }
    return setting("targets", Node(.map(changed), at: targets.place), in: document)
  }

  private static func texts() -> [(name: String, text: String)] {
    Depth.some(LosslessTests.texts, quick: 4).flatMap { name, text -> [(String, String)] in
      guard let tree = Disguise.tree(text) else { return [] }
      return variants.compactMap { variant in
        (try? JSONWriter.text(variant.change(tree))).map { ("\(name), \(variant.name)", $0) }
      }
    }
  }

  @Test("a check finds what a compilation finds", arguments: Targets.ids)
  func findings(_ target: String) {
    for (name, text) in Self.texts() {
      let input = SourceInput(name: "spec.json", text: text)
      let (checked, compiled) = (check(input, for: [TargetID(rawValue: target)]).diagnostics, compile(input, for: [TargetID(rawValue: target)]).diagnostics)
      #expect(checked.map(Self.told) == compiled.map(Self.told), "\(name), \(target)")
    }
  }

  private static func told(_ found: Diagnostic) -> String {
    "\(found.id) \(found.severity) \(found.span) \(found.message) \(found.notes.map(\.text)) \(found.help ?? "")"
  }

  @Test("what a plan shows of a spec, the content of the plan has accounted for", arguments: Providers.ids)
  func shown(_ id: String) throws {
    let provider = try #require(Providers.named(id))
    for (name, text) in Self.texts() {
      var report = Report()
      let file = SourceFile(name: "spec.json", bytes: Array(text.utf8))
      let document = try #require(Reader.read(file, id: FileID(index: 0), format: .json, into: &report).first)
      let stream = Stream(reading: document, &report)
      let target = stream.spec.targets?.value.first { $0.id.value == id } ?? Target(id: Located(id, at: stream.place), options: nil)
      let outcome = provider.judge(stream, for: target, &report)
      guard outcome.isRead else { continue }
      for place in outcome.plan.map({ Self.places(in: $0()) }) ?? [] where report.isAuthors(place) {
        #expect(outcome.coverage.isAccounted(place), "\(name), \(id): \(text.utf8.dropFirst(Int(place.span.lower)).prefix(Int(place.span.upper - place.span.lower)).map { Character(Unicode.Scalar($0)) })")
      }
    }
  }

  private static func places(in plan: RequestPlan) -> [SourcePlace] {
    (plan.steps + plan.teardown).flatMap { step -> [SourcePlace] in
      var parameters = step.url.parameters + step.handovers.flatMap(\.value.parameters) + step.headers.flatMap(\.template.parameters)
      if let wait = step.wait { parameters += wait.request.url.parameters }
      var places = parameters.compactMap { $0.value?.place }
      step.node?.forEachLeaf { leaf in places.append(leaf.place) }
      return places
    }
  }

  @Test("the words that hand out a rendition say every setting of it")
  func words() throws {
    let text = """
      {name: a, codec: h264, profile: high, level: 4, tier: main, resolution: 1280x720, fps: 30, gop: 60, keyframe_interval: 2s, bitrate: 3M, max_bitrate: 4M,
       buffer: 6M, rate_control: vbr, crf: 20, encoder_preset: slow, bframes: 2, ref_frames: 3, lookahead: 40, transfer: sdr, primaries: bt709,
       bit_depth: 8,
       audio: {codec: aac, channels: 2, sample_rate: 48kHz, bitrate: 128k}}
      """
    let tree = try #require(Disguise.tree(text))
    #expect(Set(tree.entries.map(\.key.value)) == Set(Rendition.shape.keys))
    #expect(Set(tree["audio"]?.entries.map(\.key.value) ?? []) == Set(AudioSettings.shape.keys))
    var report = Report()
    let rendition = try #require(Rendition.shape.read(tree, &report))
    #expect(report.diagnostics.isEmpty)
    EncoderWords.use(rendition, &report)
    var silent: [String] = []
    tree.forEachLeaf { path, leaf in if !report.isAccounted(leaf.place) { silent.append(path) } }
    #expect(silent.isEmpty)
  }
}
