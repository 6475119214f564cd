@testable import Rung
import RungProviders
import RungReading
import RungSource
import RungTestSupport
import Testing

/// All ways from one provider to another: what comes out holds under the other's schema, or the report says which
/// decision is missing.
@Suite struct ConvertTests {
  /// Whose bodies can be read.
  static let readers = Providers.all.filter { $0.reader != nil }.map { $0.id }

  /// Streams of each provider: its own examples, and generated ones.
  private static func streams(of provider: String) -> [[SourceInput]] {
    var random = SplitMix(seed: 0xC0)
    var streams: [[SourceInput]] = []
    switch provider {
    case "mkio":
      let files = BodyFixture.all.filter { $0.provider == provider }
      let names = ["live-event.json", "live-output.json", "asset.json", "streaming-locator.json"]
      streams.append(names.compactMap { name in files.first { $0.name == name } }.map { SourceInput(name: $0.name, text: $0.text) })
      streams.append(files.filter { $0.name == "live-event-response.json" }.map { SourceInput(name: $0.name, text: $0.text) })
      for _ in 0..<Depth.times(25, quick: 1) { streams.append(MKIOBodies.bodies(&random).map { SourceInput(name: "\($0.kind).json", text: $0.text) }) }
    case "qencode", "ivs":
      for fixture in BodyFixture.all where fixture.provider == provider { streams.append([SourceInput(name: fixture.name, text: fixture.text)]) }
    default:
      for fixture in BodyFixture.all where fixture.provider == provider && fixture.name.hasPrefix("create") {
        streams.append([SourceInput(name: fixture.name, text: fixture.text)])
      }
      for _ in 0..<Depth.times(25, quick: 1) where ["tenbyte", "livekit"].contains(provider) {
        let text = provider == "tenbyte" ? TenbyteBodies.body(&random) : LiveKitBodies.body(&random)
        streams.append([SourceInput(name: "body.json", text: text)])
      }
    }
    return streams
  }

  /// What no body of another provider's can say.
  private static func settings(for provider: String) -> SourceInput? {
    Repository.text("Tests/Bodies/settings/\(provider).yaml").map { SourceInput(name: "settings.yaml", text: $0) }
  }

  @Test("every way ends in bodies that hold, or says what is missing")
  func everyWay() throws {
    var cases: [String] = []
    var ways: [String: Int] = [:]
    for from in Self.readers {
      for to in Providers.ids where to != from {
        let name = try RequestName.parse(from).get()
        for inputs in Self.streams(of: from) {
          for settings in [nil, Self.settings(for: to)] {
            let shown = inputs.map { String(decoding: $0.bytes, as: UTF8.self) }.joined(separator: "\n")
            let conversion = convert(inputs.map { SourceInput(name: $0.name, bytes: $0.bytes) }, from: name, to: TargetID(rawValue: to), settings: settings)
            #expect(conversion.decisions.allSatisfy { $0.severity == .error })
            for finding in conversion.analysis.diagnostics {
              // Whatever is said, it is said of what was given.
              let file = conversion.analysis.sources[finding.span.file]
              #expect(file.kind == .preset || inputs.contains { $0.name == file.name } || file.name == "settings.yaml", "\(finding.id) in \(file.name)")
            }
            guard conversion.decisions.isEmpty else { continue }
            let plan = try #require(conversion.analysis.streams.first?.plans.first, "\(from) → \(to)\n\(shown)")
            let bodies = plan.steps.filter { $0.node != nil }
            #expect(!bodies.isEmpty, "\(from) → \(to)\n\(shown)")
            ways["\(from) → \(to)", default: 0] += 1
            for step in bodies {
              guard var body = step.node, let kind = step.bodyKind else { continue }
              // What an earlier answer says is known when the request is sent.
              for fill in step.request.fills { if let parts = JSONPointer.parts(of: fill.pointer) { body = body.without(parts) } }
              let text = try JSONWriter.text(body)
              for secret in ["hunter2", "AKIA0123", "abcd-1234"] { #expect(!text.contains(secret)) }
              cases.append(
                "{\"name\": \(Rewriting.quoted("\(from) → \(to)")), \"schema\": \"\(to).\(kind)\", \"format\": \"json\", \"text\": \(Rewriting.quoted(text)), \"valid\": true}")
            }
          }
        }
      }
    }
    for from in Self.readers {
      for to in Providers.ids where to != from { #expect(ways["\(from) → \(to)"] ?? 0 > 0, "nothing gets from \(from) to \(to)") }
    }
    guard Judge.present(.jsonschema, .ruamel) else { return }
    let schemas = Schemas.names.map { "\(Rewriting.quoted($0)): \(Rewriting.quoted(Schemas.text(named: $0) ?? ""))" }
    let folder = try #require(Repository.temporaryFolder())
    defer { _ = Repository.shell("rm -r '\(folder)'") }
    #expect(Repository.write("{\"schemas\": {\(schemas.joined(separator: ", "))}, \"cases\": [\(cases.joined(separator: ",\n"))]}", to: "\(folder)/m.json"))
    let result = Repository.shell("'\(Judge.python)' Tests/UpToDateTests/judge.py '\(folder)/m.json'")
    #expect(result.status == 0, "\(result.output.prefix(4000))")
  }

  @Test("the report tells decisions, losses and what is filled in apart")
  func report() throws {
    let fixture = try #require(BodyFixture.all.first { "\($0)" == "tenbyte/create-video-push.json" })
    let given = [SourceInput(name: fixture.name, text: fixture.text)]
    let tenbyte = try RequestName.parse("tenbyte").get()
    let room = convert(given, from: tenbyte, to: "livekit")
    #expect(room.decisions.map(\.id) == ["livekit/identity-missing", "livekit/push-without-room"])
    #expect(room.lost.contains { $0.id == "convert/left-behind" && room.analysis.sources[$0.span.file].text($0.span) == "\"sg-edge-04\"" })
    let cloud = convert(given, from: tenbyte, to: "mkio")
    #expect(cloud.decisions.isEmpty)
    // Each value by its place in the body; what all renditions share is one value to the reader of a spec.
    #expect(cloud.lost.contains { $0.notes.contains { $0.text.hasPrefix("ladder.video[].{profile, preset, ") && $0.text.contains("ladder.video[0–2].{max_bitrate_kbps, ") } })
    #expect(cloud.lost.contains { $0.message == "MK.IO has no field for `ingest.protocols[1]`" })
    #expect(cloud.changed.contains { $0.notes.contains { $0.text.hasPrefix("properties.encoding.encodingType: `Premium1080p` (derived") } })
    // Settings may be wrong as well, and are then to blame themselves.
    let wrong = convert(given, from: tenbyte, to: "livekit", settings: SourceInput(name: "--set", text: "targets: {livekit: {romm: a}}\n", format: .yaml))
    #expect(wrong.decisions.contains { wrong.analysis.sources[$0.span.file].name == "--set" })
  }

  @Test("nothing is converted for the provider that it is of", arguments: readers + ["tenbyte.create"])
  func itself(_ name: String) throws {
    let request = try RequestName.parse(name).get()
    let fixture = try #require(BodyFixture.requests.first { $0.provider == request.provider.rawValue })
    for inputs in [[SourceInput(name: fixture.name, text: fixture.text)], []] {
      let conversion = convert(inputs, from: request, to: request.provider)
      #expect(conversion.decisions.map(\.id) == ["convert/same-provider"] && conversion.isForSameProvider)
      #expect(conversion.analysis.streams.isEmpty && conversion.analysis.diagnostics.count == 1)
    }
  }
}
