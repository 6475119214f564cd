import Rung
import RungProviders
import RungReading
import RungSource
import RungSpec
import RungTestSupport
import Testing

/// Request bodies and answers as sides of a diff.
@Suite struct BodyDiffTests {
  private static let bodies: [(provider: String, name: String)] = Providers.all.flatMap { provider in
    Repository.names(in: "Tests/Bodies/\(provider.id)").filter { $0.hasSuffix(".json") && !$0.contains("error") }.map { (provider.id, $0) }
  }

  private static func input(_ provider: String, _ name: String) throws -> SourceInput {
    SourceInput(name: name, text: try #require(Repository.text("Tests/Bodies/\(provider)/\(name)")))
  }

  private static func found(_ result: DiffAnalysis) -> [String] {
    result.streams.flatMap(\.providers).flatMap { $0.differences.map { "\($0.request) \($0.path)" } }
  }

  @Test("a body does not differ from itself, nor from the spec that is made of it", arguments: Depth.some(bodies, quick: 10))
  func same(_ provider: String, _ name: String) throws {
    let body = try Self.input(provider, name)
    let itself = diff(body, body, for: TargetID(rawValue: provider))
    #expect(itself.streams.flatMap(\.providers).map(\.change) == [.same], "\(Self.found(itself))")
    guard case .success(let request) = RequestName.parse(provider) else { return }
    let imported = importBodies([body], from: request)
    // An update alone is no stream.
    guard let text = imported.text else { return #expect(name.hasPrefix("update")) }
    // A request that no spec creates by itself, which is an error of the import.
    if imported.analysis.diagnostics.contains(where: { $0.id == "import/not-held" }) { return }
    let spec = SourceInput(name: "spec.yaml", text: text)
    #expect(Self.found(diff(body, spec, for: TargetID(rawValue: provider))) == [])
    #expect(Self.found(diff(spec, body, for: TargetID(rawValue: provider))) == [])
  }

  @Test("a name that no URL can hold plans nothing", arguments: [
    ("mkio", "live-event-response.json", "name"), ("tenbyte", "created-response.json", "data.id"),
  ], ["\"\"", "\"..\"", "\".\"", "\"../x\"", "{}"])
  func nameless(_ answer: (provider: String, file: String, path: String), _ name: String) throws {
    let body = try Self.input(answer.provider, answer.file)
    let tree = try #require(Disguise.tree(String(decoding: body.bytes, as: UTF8.self)))
    let leaf = try #require(tree.value(at: answer.path))
    var bytes = body.bytes
    bytes.replaceSubrange(Int(leaf.span.lower)..<Int(leaf.span.upper), with: Array(name.utf8))
    guard case .success(let request) = RequestName.parse(answer.provider) else { return }
    let spec = (importBodies([body], from: request).text ?? "").replacing("720p", with: "540p").replacing("main-stage", with: "other-stage")
    let result = diff(SourceInput(name: "answer.json", bytes: bytes), SourceInput(name: "spec.yaml", text: spec), for: TargetID(rawValue: answer.provider))
    #expect(result.old.hasErrors)
    #expect(result.streams.flatMap(\.providers).allSatisfy { $0.plan == nil })
  }

  private static let full = [
    ("tenbyte", "everything-push.json"), ("livekit", "everything.json"), ("mkio", "live-event-everything.json"),
    ("mkio", "live-output-everything.json"), ("mkio", "streaming-endpoint-everything.json"), ("qencode", "update-everything.json"),
  ]

  @Test("each value of a body that changes shows at its own place, with the fact that says what it takes", arguments: full)
  func leaves(_ provider: String, _ name: String) throws {
    let body = try Self.input(provider, name)
    let tree = try #require(Disguise.tree(String(decoding: body.bytes, as: UTF8.self)))
    var leaves: [(String, Node)] = []
    tree.forEachLeaf { path, leaf in if leaf.scalar != nil { leaves.append((path, leaf)) } }
    var shown = 0
    let tried = Depth.some(leaves, quick: 1)
    for (path, leaf) in tried {
      guard let scalar = leaf.scalar else { continue }
      var isHeard = false
      for value in Silence.others(than: scalar) where !isHeard {
        var bytes = body.bytes
        bytes.replaceSubrange(Int(leaf.span.lower)..<Int(leaf.span.upper), with: Array(value.utf8))
        let changed = diff(DiffInput(body, as: itsName(provider, name)), DiffInput(SourceInput(name: name, bytes: bytes), as: itsName(provider, name)))
        // What the provider could not read is no value.
        if changed.new.diagnostics.contains(where: { $0.severity == .error }) { continue }
        let differences = changed.streams.flatMap(\.providers).flatMap(\.differences)
        guard !differences.isEmpty else { continue }
        isHeard = true
        shown += 1
        for difference in differences {
          let isThere = [difference.old, difference.new].contains { value in
            value.map { $0.node.span.lower <= leaf.span.lower && $0.node.span.upper > leaf.span.lower } ?? false
          }
          #expect(isThere, "\(path): told of \(difference.path)")
          #expect(!difference.citations.isEmpty && difference.effect != .unseen, "\(path): \(difference.path) has no fact")
        }
      }
    }
    #expect(shown * 10 >= tried.count * Depth.times(6, quick: 0), "\(provider)/\(name): only \(shown) of \(tried.count) values show")
  }

  private func itsName(_ provider: String, _ name: String) -> RequestName? {
    let kinds = ["live-event", "live-output", "streaming-endpoint", "update"]
    let kind = kinds.first { name.hasPrefix($0) } ?? "create"
    guard case .success(let request) = RequestName.parse("\(provider).\(kind)") else { return nil }
    return request
  }

  // MARK: Drift

  private static let fleet = Repository.text("Tests/Diff/fleet.yaml") ?? ""

  private static func drift(_ provider: String, _ spec: String = fleet) throws -> ProviderDifference {
    let answer = try #require(Repository.text("Tests/Diff/\(provider)-answer.json"))
    let result = diff(SourceInput(name: "answer.json", text: answer), SourceInput(name: "fleet.yaml", text: spec), for: TargetID(rawValue: provider))
    #expect(result.oldIsAnswer)
    // Of the streams in the file only the one that was asked about counts.
    return try #require(result.streams.flatMap(\.providers).only)
  }

  @Test("an answer of what the spec asks for shows no drift", arguments: ["mkio", "livekit", "qencode", "ivs", "medialive", "mux"])
  func none(_ provider: String) throws {
    let found = try Self.drift(provider)
    #expect(!found.differs, "\(found.differences.map(\.path))")
    #expect(found.plan == nil)
  }

  private static let drifts = [
    ("mkio", "keyframe_interval: 2s", "keyframe_interval: 1s", "properties.input.keyFrameIntervalDuration", ChangeEffect.newResource),
    ("mkio", "encoding_type: PassthroughStandard", "encoding_type: PassthroughBasic", "properties.encoding.encodingType", .newResource),
    ("mkio", "203.0.113.0/24", "203.0.113.0/25", "properties.input.accessControl.ip.allow[203.0.113.0-25]", .newResource),
    ("livekit", "bitrate: 1700k", "bitrate: 1800k", "video.options.layers[HIGH].bitrate", .interrupts),
    ("livekit", "protocols: [whip]", "protocols: [rtmp]", "input_type", .newResource),
    ("medialive", "bitrate: 2500k", "bitrate: 2600k", "EncoderSettings.VideoDescriptions[720p].CodecSettings.H264Settings.Bitrate", .interrupts),
    ("ivs", "insecure_ingest: false", "insecure_ingest: true", "insecureIngest", .inPlace),
    ("qencode", "permissions: public-read", "permissions: private", "dvr.destination[s3://us-west.s3.qencode.com/bucket/folder].permissions", .inPlace),
    ("qencode", "a.rtmp.youtube.com", "b.rtmp.youtube.com", "", .inPlace),
  ]

  @Test("an answer of something else shows where, and what it takes", arguments: drifts)
  func some(_ drift: (provider: String, old: String, new: String, path: String, effect: RungProviders.ChangeEffect)) throws {
    try #require(Self.fleet.contains(drift.old))
    let found = try Self.drift(drift.provider, Self.fleet.replacing(drift.old, with: drift.new))
    #expect(found.differences.contains { $0.path == drift.path }, "\(found.differences.map(\.path))")
    #expect(found.effect == drift.effect)
    let plan = try #require(found.plan)
    #expect(plan.faults == [])
    for given in plan.given { #expect(given.value != nil, "the answer says \(given.name)") }
  }

  /// An answer, what is another in it, and whether it still is one.
  private static let doubts: [(provider: String, old: String, new: String)] = [
    ("mkio", #""description":"""#, #""description":"x""#), ("mkio", #""streamOptions":["Default"]"#, #""streamOptions":null"#),
    ("mkio", #""streamOptions":["Default"]"#, #""streamOptions":[""]"#), ("mkio", #""useStaticHostname":false"#, #""useStaticHostname":true"#),
    ("mkio", #""stretchMode":"AutoSize""#, #""stretchMode":"None""#),
    ("mkio", #""timedMetadataEndpoints":[]"#, #""timedMetadataEndpoints":[{"url":"https://h.example.com/x"}]"#),
    ("mkio", #""allow":[{"name":"studio","address":"203.0.113.0","subnetPrefixLength":24}]"#, #""allow":[]"#),
    ("livekit", #""input_type":"WHIP_INPUT""#, #""input_type":"""#),
    ("qencode", #""playback_ids":["#, #""playback_ids_before":["#), ("qencode", #""playback_ids":["#, #""playback_ids":1,"before":["#),
    ("qencode", #""simulcast_targets":["#, #""simulcast_targets":"x","before":["#),
  ]

  @Test("what an answer does not show, and what nobody set, is no ground to delete anything", arguments: doubts)
  func doubt(_ doubt: (provider: String, old: String, new: String)) throws {
    let answer = try #require(Repository.text("Tests/Diff/\(doubt.provider)-answer.json")).replacing(": ", with: ":").replacing(", ", with: ",")
    try #require(answer.contains(doubt.old), "\(doubt.old) is not in \(answer)")
    let result = diff(
      SourceInput(name: "answer.json", text: answer.replacing(doubt.old, with: doubt.new)), SourceInput(name: "fleet.yaml", text: Self.fleet), for: TargetID(rawValue: doubt.provider))
    let steps = result.streams.flatMap(\.providers).compactMap(\.plan).flatMap(\.steps)
    #expect(steps.isEmpty, "\(steps.map(\.id)) for \(Self.found(result))")
  }

  @Test("a list of answers deletes no stream that it has twice, nor one that the spec does not name", arguments: ["livekit", "qencode", "mkio"])
  func listed(_ provider: String) throws {
    let answer = try #require(Repository.text("Tests/Diff/\(provider)-answer.json"))
    let tree = try #require(Disguise.tree(answer))
    let one = tree["items"]?.items.first ?? tree["stream"] ?? tree
    let text = JSONWriter.shown(one, indent: 0)
    let other = text.replacing("\"main-stage\"", with: "\"other\"").replacing("\"Stage\"", with: "\"Other\"").replacing("\"test\"", with: "\"other\"")
    for list in [[text, text], [text, other], [other, text]] {
      let result = diff(
        SourceInput(name: "answer.json", text: "[\(list.joined(separator: ", "))]"), SourceInput(name: "fleet.yaml", text: Self.fleet), for: TargetID(rawValue: provider))
      #expect(result.streams.flatMap(\.providers).compactMap(\.plan).isEmpty, "\(result.streams.flatMap(\.providers).map(\.verdict))")
    }
  }

  @Test("an answer that says that it failed is none", arguments: ["mkio", "livekit", "qencode", "mux"])
  func failed(_ provider: String) throws {
    let answer = try #require(Repository.text("Tests/Diff/\(provider)-answer.json"))
    for word in ["\"success\": false", "\"error\": {\"code\": \"NotFound\"}", "\"error\": 1"] {
      let text = answer.replacing("{", with: "{\(word), ", maxReplacements: 1)
      let result = diff(SourceInput(name: "answer.json", text: text), SourceInput(name: "fleet.yaml", text: Self.fleet), for: TargetID(rawValue: provider))
      #expect(result.oldState == .notUnderstood && result.streams.isEmpty, "\(word)")
    }
  }
}

extension Array {
  fileprivate var only: Element? { count == 1 ? first : nil }
}
