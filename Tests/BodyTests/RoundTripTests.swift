import Rung
import RungProviders
import RungReading
import RungSource
import RungSpec
import RungTestSupport
import Testing

/// A body becomes a spec, and the spec makes the same body.
@Suite struct RoundTripTests {
  /// The body that comes again, and whether anything had to go under `extra`.
  static func again(_ text: String, _ provider: String, kind: String = "create") throws -> (wanted: Node, made: Node, isPatched: Bool) {
    let name = try RequestName.parse(provider).get()
    let imported = Rung.imported(together: [SourceInput(name: "body.json", text: text)], as: name)
    #expect(imported.unkept.isEmpty)
    let document = try #require(imported.document, "\(imported.analysis.rendered(as: .text))\n\(text)")
    let plan = try #require(imported.compiled().streams.first?.plans.first)
    let made = try #require(plan.steps.first { $0.bodyKind?.rawValue == kind }?.node)
    var report = Report()
    let theProvider = try #require(Providers.named(provider))
    let intake = try #require(BodyIntake(theProvider, kind: nil))
    let tree = try #require(Disguise.tree(text))
    let wanted = try #require(intake.bodies(in: tree, &report).first?.whole)
    return (wanted, made, document.value(at: "targets.\(provider).extra") != nil)
  }

  @Test("fixtures come again, value for value", arguments: BodyFixture.all)
  func fixtures(_ fixture: BodyFixture) throws {
    guard ["livekit", "tenbyte"].contains(fixture.provider), !fixture.name.hasPrefix("update"), !fixture.name.hasPrefix("validation") else { return }
    let (wanted, made, isPatched) = try Self.again(fixture.text, fixture.provider)
    let meaning = try #require(Providers.named(fixture.provider)?.reader?.meaning)
    let difference = MergePatch().difference(from: meaning(made, "create"), to: meaning(wanted, "create"))
    #expect(difference == nil, "\(difference?.compact ?? "")")
    // What providers print comes again to the letter.
    if !fixture.name.hasPrefix("camel") { #expect(made.isSame(as: wanted), "\(MergePatch().difference(from: made, to: wanted)?.compact ?? "")") }
    // A person's spec: only what has no word in one goes under `extra`.
    let hasMore = fixture.name.hasPrefix("everything-pull") || "\(fixture)" == "livekit/everything.json"
    let extra = fixture.imported(fixture.text)?.document?.value(at: "targets.\(fixture.provider).extra")?.compact
    #expect(isPatched == hasMore, "\(extra ?? "no extra")")
  }

  @Test("what is compiled of the goldens is read without an error", arguments: Providers.ids)
  func compiled(_ provider: String) throws {
    var seen = 0
    for golden in GoldenCase.all {
      for spec in golden.specs {
        guard let bytes = golden.bytes(of: spec), String(decoding: bytes, as: UTF8.self).contains(provider) else { continue }
        let analysis = compile(SourceInput(name: "spec.yaml", bytes: bytes), for: [TargetID(rawValue: provider)])
        guard !analysis.hasErrors, !analysis.bodies.isEmpty, analysis.streams.count == 1 else { continue }
        let read = check(SourceInput(name: "bodies.json", text: try analysis.bodies.rendered()), as: try RequestName.parse(provider).get())
        let errors = read.diagnostics.filter { $0.severity == .error }.map { "\($0.id) \($0.message)" }
        #expect(errors == [], "\(golden)/\(spec)")
        seen += 1
      }
    }
    #expect(seen > 0)
  }

  @Test("Tenbyte: generated bodies with every field come again")
  func tenbyte() throws {
    var random = SplitMix(seed: 0x7E4B)
    var seen: Set<String> = []
    for number in 0..<400 {
      let text = TenbyteBodies.body(&random)
      Disguise.tree(text)?.forEachLeaf { path, _ in seen.insert(String(path.filter { !$0.isNumber })) }
      guard Depth.takes(number, oneIn: 20) else { continue }
      let (wanted, made, _) = try Self.again(text, "tenbyte")
      #expect(made.isSame(as: wanted), "\(MergePatch().difference(from: made, to: wanted)?.compact ?? "")\n\(text)")
    }
    try Self.expectEveryField(of: "tenbyte", in: seen, but: [])
  }

  @Test("LiveKit: generated bodies with every field come again, as the server understands them")
  func livekit() throws {
    var random = SplitMix(seed: 0x11FE)
    var seen: Set<String> = []
    for number in 0..<400 {
      let text = LiveKitBodies.body(&random)
      Disguise.tree(text)?.forEachLeaf { path, _ in seen.insert(String(path.filter { !$0.isNumber })) }
      guard Depth.takes(number, oneIn: 20) else { continue }
      let (wanted, made, _) = try Self.again(text, "livekit")
      let meaning = try #require(Providers.all.first { $0.id == "livekit" }?.reader?.meaning)
      let difference = MergePatch().difference(from: meaning(made, "create"), to: meaning(wanted, "create"))
      #expect(difference == nil, "\(difference?.compact ?? "")\n\(text)")
    }
    try Self.expectEveryField(of: "livekit", in: seen, but: [])
  }

  /// The generator leaves no field of the request out.
  static func expectEveryField(of provider: String, in seen: Set<String>, but: Set<String>) throws {
    let schema = try #require(Providers.named(provider)?.requests.first { $0.name == "create" }?.schema)
    func paths(_ object: Schema, _ lead: String) -> [String] {
      switch object {
      case .object(let object): object.properties.flatMap { paths($0.schema, lead.isEmpty ? $0.key : "\(lead).\($0.key)") }
      case .list(let element, _, _): paths(element, lead + "[]")
      default: [lead]
      }
    }
    // `s3_config` has a digit in its name.
    let wanted = Set(paths(.object(schema()), "").map { String($0.filter { !$0.isNumber }) }).subtracting(but)
    let missing = wanted.filter { path in !seen.contains { $0 == path || $0.hasPrefix(path + ".") } }
    #expect(missing.isEmpty, "the generator never writes \(missing.sorted())")
  }
}
