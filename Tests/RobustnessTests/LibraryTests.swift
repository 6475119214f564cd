import Rung
import RungProviders
import RungReading
import RungSource
import RungSpec
import RungTestSupport
import Testing

/// What a program that calls Rung relies on.
@Suite struct LibraryTests {
  private static let spec = SourceInput(name: "news.yaml", text: "rung: 1\nname: news\ntargets: {tenbyte: {region: sg-edge-04}}\n")

  @Test("a target that does not exist is a finding, and never a success")
  func unknownTarget() {
    for found in [check(Self.spec, for: ["tenbite"]).diagnostics, compile(Self.spec, for: ["tenbite"]).diagnostics] {
      let fault = found.first { $0.id == "spec/unknown-target" }
      #expect(fault?.severity == .error, "\(found.map(\.id))")
      #expect(fault?.message.contains("`tenbite`") == true)
      #expect(fault?.help == "did you mean `tenbyte`?")
    }
    #expect(report(Self.spec, for: ["tenbite"]).hasErrors)
    #expect(!check(Self.spec, for: ["obs"]).diagnostics.contains { $0.id == "spec/unknown-target" })
  }

  private static let body = SourceInput(name: "body.json", text: #"{"name": "news", "output_profile_id": "1"}"#)

  @Test("it is a finding in every other entry point as well")
  func unknownEverywhere() throws {
    let from = try RequestName("tenbyte")
    let found: [(String, [Diagnostic])] = [
      ("matrix", matrix(Self.spec, for: ["mkio", "tenbite"]).analysis.diagnostics),
      ("inspect", inspect(Self.spec, for: "tenbite").analysis.diagnostics),
      ("preview", preview(Self.spec, for: "tenbite").analysis.diagnostics),
      ("diff of specs", diff(Self.spec, Self.spec, for: "tenbite").new.diagnostics),
      ("diff of bodies", diff(DiffInput(Self.body), DiffInput(Self.body), for: ["tenbyte", "tenbite"]).new.diagnostics),
      ("import", importBodies([Self.body], from: from, options: ImportOptions(targets: ["tenbite"])).analysis.diagnostics),
      ("convert", convert([Self.body], from: from, to: "tenbite").decisions),
    ]
    for (entry, found) in found {
      let faults = found.filter { $0.id == "spec/unknown-target" }
      #expect(faults.count == 1 && faults.first?.severity == .error && faults.first?.message.contains("`tenbite`") == true, "\(entry): \(found.map(\.id))")
    }
    // No provider either, for a table that has a column for each.
    let encoder = matrix(Self.spec, for: ["ffmpeg"])
    #expect(encoder.tables.first?.providers.isEmpty == true)
    #expect(encoder.analysis.diagnostics.contains { $0.id == "spec/unknown-target" && $0.message.hasPrefix("unknown provider `ffmpeg`") })
    let designed = LadderRequest(source: Resolution(width: 1920, height: 1080), at: FrameRate(25), for: ["tenbite"])
    let fault = #expect(throws: RungError.self) { try design(designed) }
    #expect(fault?.obstacles.contains { $0.message.contains("`tenbite`") } == true)
    #expect(throws: RungError.self) { try RequestName("tenbite.create") }
  }

  @Test("what is wrong with a spec itself stands beside a table that only shows it")
  func viewsHaveFindings() {
    let text = "rung: 1\nname: news\nencoding: transcod\ntargets: [tenbyte]\n"
    let input = SourceInput(name: "a.yaml", text: text)
    let own = check(input, for: []).diagnostics.map(\.id)
    #expect(!own.isEmpty)
    #expect(matrix(input).analysis.diagnostics.map(\.id) == own)
    #expect(inspect(input).analysis.diagnostics.map(\.id) == own)
    #expect(preview(input).analysis.diagnostics.map(\.id) == own)
  }

  private static let sound = SourceInput(name: "news.yaml", text: soundText)
  private static let soundText = """
    rung: 1
    name: Evening News
    targets: {tenbyte: {region: sg-edge-04}, ffmpeg: {}}
    ingest: {protocols: [rtmp]}
    ladder: {preset: tenbyte-balanced}
    packaging: {hls: {segment_format: mpegts}}
    """

  @Test("a body can be walked, and every value knows who set it")
  func walk() throws {
    let analysis = compile(Self.sound)
    let step = try #require(analysis.streams.first?.plans.first?.steps.first { $0.bodyKind == "create" })
    let body = try #require(step.body)
    let name = try #require(body["name"])
    #expect(name.text == "Evening News" && analysis.origin(of: name.place) == .author)
    let video = try #require(body["ladder"]?["video"])
    #expect(video[0]?["gop"]?.int == 60 && video[99] == nil && video["gop"] == nil && body["nothing"] == nil)
    let height = try #require(video[0]?["height"])
    #expect(analysis.origin(of: height.place) == .preset("tenbyte-balanced"))
    // What walks is what is sent.
    func json(_ value: BodyValue) -> String {
      switch value.kind {
      case .null: "null"
      case .bool(let value): "\(value)"
      case .number(let text): text
      case .text(let text): JSONWriter.quoted(text)
      case .list(let items): "[\(items.map(json).joined(separator: ","))]"
      case .object(let members): "{\(members.map { "\(JSONWriter.quoted($0.key)):\(json($0.value))" }.joined(separator: ","))}"
      }
    }
    let sent = try JSONWriter.text(#require(step.node), indent: 0)
    #expect(json(body) == sent)
  }

  @Test("every result can be written in every format")
  func rendered() throws {
    let analysis = compile(Self.sound)
    for format in FindingsFormat.allCases { #expect(!check(Self.spec).rendered(as: format).isEmpty, "\(format)") }
    for format in PlanFormat.allCases { #expect(try !analysis.plans.rendered(as: format).isEmpty, "\(format)") }
    for format in MatrixFormat.allCases { #expect(!matrix(Self.sound).rendered(as: format).isEmpty, "\(format)") }
    for format in InspectionFormat.allCases { #expect(!inspect(Self.sound).rendered(as: format).isEmpty, "\(format)") }
    for format in PreviewFormat.allCases { #expect(try !preview(Self.sound).rendered(as: format).isEmpty, "\(format)") }
    for format in DiffFormat.allCases { #expect(!diff(Self.sound, Self.sound, for: "tenbyte").rendered(as: format).isEmpty, "\(format)") }
    for format in EncoderFormat.allCases { #expect(analysis.streams.first?.setups.first?.rendered(as: format).isEmpty == false, "\(format)") }
    #expect(try analysis.bodies.only("create").rendered() == analysis.streams[0].plans[0].steps[0].bodyText.map { $0 + "\n" })
    #expect(throws: RungError.self) { try analysis.bodies.only("creat") }
    #expect(throws: RungError.self) { try analysis.plans.only(stream: "Morning News") }
    let two = compile(SourceInput(name: "two.yaml", text: Self.soundText + "\n---\n" + Self.soundText.replacing("Evening", with: "Late")))
    guard case .notOnePlan(.curl, count: 2, streams: 2, providers: 1)? = #expect(throws: RungError.self, performing: { try two.plans.rendered(as: .curl) }) else {
      Issue.record("two plans make one script")
      return
    }
    #expect(try two.plans.only(stream: "Late News").rendered(as: .curl).contains("Late News"))
  }

  /// A program that has types of its own under names that Rung uses, or that others use in its field.
  private static let consumer = #"""
    struct Span { var length = 0 }
    struct Binding { var key = "" }
    struct Header { var title = "" }
    struct Note { var text = "" }
    struct Input { var path = "" }
    struct Place { var city = "" }
    struct Node { var children: [Node] = [] }
    struct Wait { var minutes = 0 }
    struct Origin { var city = "" }

    let own = (Span(length: 1), Binding(key: "a"), Header(title: "b"), Note(text: "c"), Input(path: "d"), Place(city: "e"), Node(), Wait(minutes: 1), Origin(city: "f"))

    func use(_ yaml: String) throws(RungError) -> String {
      let input = SourceInput(name: "news.yaml", text: yaml)
      let target: TargetID = "tenbyte"
      let analysis: Analysis = compile(input, for: [target])
      var text = ""
      for finding: Diagnostic in analysis.diagnostics where finding.severity == .error && finding.id == "spec/unknown-target" {
        text += "\(finding.span.lower) \(finding.message) \(finding.notes.map(\.text)) \(finding.fixIts.map(\.title)) \(analysis.sources[finding.span.file].name)"
      }
      for plan: RequestPlan in analysis.streams.flatMap(\.plans) {
        for step in plan.steps where step.bodyKind == "create" && step.id == "create" {
          guard let body = step.body, case .object(let members) = body.kind else { continue }
          for member in members { text += "\(member.key): \(analysis.origin(of: member.value.place).label)" }
          text += body["ladder"]?["video"]?[0]?["height"]?.int.map { "\($0)" } ?? ""
        }
      }
      text += try analysis.plans.rendered(as: .json)
      text += analysis.rendered(as: .json)
      let changed = diff(input, input, for: target)
      for difference in changed.streams.flatMap(\.providers).flatMap(\.differences) where difference.effect == .inPlace {
        text += "\(difference.path) \(difference.new?.value.text ?? "")"
      }
      return text + changed.rendered(as: .markdown) + matrix(input, for: [target]).rendered(as: .text, style: TextStyle(colour: true))
    }

    func ladder() -> String {
      do throws(RungError) {
        return try design(LadderRequest(source: Resolution(width: 1920, height: 1080), at: FrameRate(25), for: ["tenbyte"])).spec
      } catch {
        return error.obstacles.map(\.message).joined()
      }
    }
    """#

  @Test(
    "a program that imports Rung keeps its own names; with MemberImportVisibility it names the modules of the values",
    arguments: [[], ["RungOutput", "RungProviders", "RungSource", "RungSpec"]])
  func consumed(_ modules: [String]) throws {
    let text = (["Rung"] + modules).map { "import \($0)\n" }.joined() + Self.consumer
    let file = "\(Repository.products)/consumer-\(modules.count).swift"
    #expect(Repository.write(text, to: file))
    let maps = ["CYAML", "CJansson"].map { "-Xcc -fmodule-map-file='\(Repository.root)/Sources/\($0)/module.modulemap'" }.joined(separator: " ")
    let feature = modules.isEmpty ? "" : "-enable-upcoming-feature MemberImportVisibility"
    let result = Repository.shell("swiftc -typecheck -swift-version 6 \(feature) -warnings-as-errors -I '\(Repository.products)/Modules' \(maps) '\(file)' 2>&1")
    #expect(result.status == 0, "\(result.output)")
  }

  @Test("what can be named is listed")
  func lists() {
    #expect(Set(allTargets.map(\.id.rawValue)) == Set(Targets.ids) && allTargets.count == Targets.ids.count)
    for target in allTargets { #expect(!check(Self.spec, for: [target.id]).diagnostics.contains { $0.id == "spec/unknown-target" }) }
    for preset in allPresets {
      let text = "rung: 1\nname: a\nladder: {preset: \(preset.name)}\ntargets: [ffmpeg]\n"
      #expect(!check(SourceInput(name: "a.yaml", text: text)).diagnostics.contains { $0.id == "spec/unknown-preset" }, "\(preset.name)")
      #expect(!preset.title.isEmpty && !preset.source.isEmpty && !preset.text.isEmpty)
    }
    #expect(allSchemas.first?.name == "stream.v1" && allSchemas.allSatisfy { $0.text.hasSuffix("}\n") && !$0.summary.isEmpty })
  }

  @Test("nothing public traps")
  func bounds() {
    #expect(Bitrate(kilobits: .max).bitsPerSecond == .max)
    #expect(Bitrate(kilobits: .min).bitsPerSecond == .min)
    #expect(Resolution(width: .max, height: 2).pixels == .max)
    #expect(Rational(Int.min).minus(Rational(Int.min)) == .zero)
    #expect(SourceMap()[FileID(index: 99)].name.isEmpty)
    #expect(LineMap(Array("a\nb".utf8)).line(0).isEmpty && LineMap(Array("a\nb".utf8)).line(9).isEmpty)
    #expect(SourceFile(name: "a", bytes: [65]).text(SourceSpan(file: FileID(index: 0), lower: 5, upper: 9)).isEmpty)
  }
}
