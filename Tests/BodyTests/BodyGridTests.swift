import Rung
import RungProviders
import RungReading
import RungSource
import RungTestSupport
import Testing

/// Generated bodies, and as many mutated ones, before Rung and before a judge from outside: what the one refuses the other
/// refuses, but for what stands in a table with its reason. RUNG_BODIES=2000 takes that many of each.
@Suite struct BodyGridTests {
  /// Where Rung is stricter than the judge.
  struct Exception {
    let rule: String
    /// The end of the path; empty for every path.
    var field = ""
    /// A part of the message; empty for every message.
    var message = ""
    let why: String
  }

  struct Case {
    let kind: String
    let text: String
    let errors: [(id: String, path: String, message: String)]
  }

  private static var count: Int { Repository.variable("RUNG_BODIES").flatMap { Int($0) } ?? Depth.times(100, quick: 20) }

  @Test("Tenbyte's OpenAPI document", .enabled(if: Judge.present(.jsonschema)))
  func tenbyte() throws {
    try Self.compare("tenbyte", ["create"], Self.tenbyteExceptions, hasPlaces: true) { _, random in TenbyteBodies.body(&random) }
  }

  @Test("LiveKit's protobuf and the checks of its server", .enabled(if: Judge.present(.livekit)))
  func livekit() throws {
    try Self.compare("livekit", ["create", "update"], Self.livekitExceptions, hasPlaces: false) { kind, random in
      let body = LiveKitBodies.body(&random)
      return kind == "create" ? body : LiveKitBodies.update(body)
    }
  }

  // MARK: Comparing

  private static func compare(
    _ provider: String, _ kinds: [String], _ exceptions: [Exception], hasPlaces: Bool, _ body: (String, inout SplitMix) -> String
  ) throws {
    let named = try #require(Providers.named(provider))
    var random = SplitMix(seed: 0xB0D1)
    var texts: [(kind: String, text: String)] = []
    for number in 0..<count {
      let kind = kinds[number % 4 == 3 ? kinds.count - 1 : 0]
      texts.append((kind, body(kind, &random)))
    }
    for (kind, text) in texts {
      let mutator = BodyMutator(of: try #require(named.requests.first { $0.name == kind }), at: named)
      texts.append((kind, mutator.mutated(text, &random)))
    }
    let cases = try texts.map { try judged($0.kind, $0.text, provider) }
    let verdicts = try outside(cases, provider)
    try #require(verdicts.count == cases.count)

    var disagreements = 0
    var used: [String: Int] = [:]
    var unexplained: [String: Int] = [:]
    for (given, faults) in zip(cases, verdicts) {
      var wrong: [String] = []
      if given.errors.isEmpty, let first = faults.first { wrong.append("refused at `\(first.path)`, and Rung takes it: \(first.why)") }
      for fault in faults where hasPlaces && !given.errors.isEmpty {
        guard !given.errors.contains(where: { isAt(fault.path, $0) }) else { continue }
        wrong.append("refused at `\(fault.path)`, and Rung says nothing there: \(fault.why)")
      }
      for error in given.errors {
        guard hasPlaces ? !faults.contains(where: { isAt($0.path, error) }) : faults.isEmpty else { continue }
        // Rung judges a field beside its missing object as if it stood in it; to the document it is any unknown key.
        if given.errors.contains(where: { stray in
          stray.message.hasSuffix(", which is missing") && error.path.split(separator: ".").contains { stray.message.contains("`\($0)`") }
        }) { continue }
        // The value of a key in the wrong place is judged as in its own place; to the document it is any unknown key.
        if given.errors.contains(where: { $0.path == error.path && $0.id.hasSuffix("/unknown-field") && $0.id != error.id }) { continue }
        let exception = exceptions.first {
          error.id == $0.rule && ($0.field.isEmpty || error.path == $0.field || error.path.hasSuffix(".\($0.field)"))
            && ($0.message.isEmpty || error.message.contains($0.message))
        }
        if let exception {
          used[exception.rule + " " + exception.field + exception.message, default: 0] += 1
        } else {
          unexplained["\(error.id) \(error.path)", default: 0] += 1
          wrong.append("taken, and Rung refuses it: \(error.id) at `\(error.path)`: \(error.message)")
        }
      }
      guard !wrong.isEmpty else { continue }
      disagreements += 1
      if disagreements <= 30 { Issue.record("\(provider).\(given.kind): \(wrong.joined(separator: "; "))\n\(given.text)") }
    }
    let refused = verdicts.filter { !$0.isEmpty }.count
    print("\(provider): \(count) generated and \(count) mutated bodies, \(refused) refused; \(disagreements) disagreements unexplained")
    for (name, times) in used.sorted(by: { $0.key < $1.key }) { print("  stricter by \(name): \(times)") }
    for (name, times) in unexplained.sorted(by: { $0.key < $1.key }) { print("  not explained: \(name): \(times)") }
    // A body that nobody mutated is one that everybody takes.
    #expect(disagreements == 0)
  }

  /// Rung points at the first key of an object that lacks one, and names what is missing.
  private static func isAt(_ path: String, _ error: (id: String, path: String, message: String)) -> Bool {
    if path == error.path || path.hasPrefix(error.path + ".") || error.path.hasPrefix(path + ".") || path.isEmpty || error.path.isEmpty { return true }
    // Listed and set, it is one fault.
    if error.id == "tenbyte/dash-with-audio", path == "output_protocols" { return true }
    let last = path.split(separator: ".").last.map(String.init) ?? path
    return error.message.contains("`\(last)`") || error.message.contains(".\(last)`")
  }

  private static func judged(_ kind: String, _ text: String, _ provider: String) throws -> Case {
    let analysis = check(SourceInput(name: "body.json", text: text), as: try RequestName.parse("\(provider).\(kind)").get())
    let found = analysis.diagnostics.filter { $0.severity == .error }
    var paths: [SourceSpan: String] = [:]
    func visit(_ node: Node, _ path: String) {
      paths[node.span] = path
      for entry in node.entries {
        let below = path.isEmpty ? entry.key.value : "\(path).\(entry.key.value)"
        paths[entry.key.place.span] = below
        visit(entry.value, below)
      }
      for item in node.items { visit(item, path) }
    }
    if let tree = Disguise.tree(text) { visit(tree, "") }
    // The help names the field that was meant; the end of the message is looked at.
    return Case(kind: kind, text: text, errors: found.map { ($0.id.rawValue, paths[$0.span] ?? "", "\($0.help ?? "") \($0.message)") })
  }

  private static func outside(_ cases: [Case], _ provider: String) throws -> [[(path: String, why: String)]] {
    let bodies = cases.map { "{\"kind\": \"\($0.kind)\", \"text\": \(Rewriting.quoted($0.text))}" }.joined(separator: ",\n")
    let folder = try #require(Repository.temporaryFolder())
    defer { _ = Repository.shell("rm -r '\(folder)'") }
    try #require(Repository.write("{\"provider\": \"\(provider)\", \"bodies\": [\n\(bodies)\n]}\n", to: "\(folder)/manifest.json"))
    let result = Repository.shell("'\(Judge.python)' Tests/BodyTests/body_judge.py '\(folder)/manifest.json' '\(folder)/verdicts.json'")
    try #require(result.status == 0, "\(result.output)")
    let text = Repository.shell("cat '\(folder)/verdicts.json'").output
    let tree = try #require(Disguise.tree(text))
    return tree.items.map { $0.items.map { ($0["path"]?.scalar?.text ?? "", $0["why"]?.scalar?.text ?? "") } }
  }

  // MARK: Where Rung is stricter

  private static let tenbyteExceptions =
    [
      Exception(rule: "tenbyte/unknown-field", why: "The document closes no object and says nothing of unknown keys: a slip of the pen would be dropped in silence."),
      Exception(rule: "tenbyte/protocol-not-of-url", why: "The document pairs a protocol with a URL; a connection by another protocol than the URL's comes to nothing."),
      Exception(rule: "tenbyte/recording-target-missing", why: "recording.target says which of two settings holds; the document describes nothing that is recorded without one."),
      Exception(rule: "tenbyte/value-not-readable", field: "webhook_url", message: "expected `https` or `http`", why: "live-faqs, question 29: webhooks are posted, which HTTP does."),
      Exception(rule: "ladder/level-too-low", why: "ITU-T H.264 and H.265, Annex A: the level that the body states does not hold the picture."),
      Exception(rule: "ladder/size-above-every-level", why: "ITU-T H.264 and H.265, Annex A: no level holds it."),
      Exception(rule: "ladder/profile-not-of-codec", why: "ITU-T H.264 and H.265, Annex A: the codec has no such profile."),
      Exception(rule: "ladder/odd-dimensions", why: "4:2:0 has half the samples of colour in both directions."),
      Exception(rule: "ladder/max-below-target", why: "A maximum below the target is none: x264 and x265 refuse it."),
      Exception(rule: "ladder/buffer-below-one-frame", why: "ITU-T H.264, Annex C: no frame of the bitrate fits into the buffer."),
      Exception(rule: "spec/playlist-below-three-segments", why: "RFC 8216, section 6.2.2: three target durations at least."),
      Exception(rule: "spec/dash-window-below-buffer", why: "ISO/IEC 23009-1: players start minBufferTime behind; the window is shorter."),
    ]

  private static let livekitExceptions = [
    Exception(rule: "livekit/push-without-room", why: "Created without a room, an ingress refuses every encoder: ingress/validation.go, Validate."),
    Exception(rule: "livekit/frame-rate-below-one", why: "The ingress service cuts decimals off and hands 0 to GStreamer's videorate, whose range begins at 1: pkg/media/video_output_bin.go."),
    Exception(rule: "livekit/layer-bitrate-out-of-range", why: "The ingress service divides by 1000 for x264enc, whose range begins at 1 and ends at 2048000: pkg/media/output.go."),
    Exception(rule: "livekit/audio-bitrate-out-of-range", why: "The ingress service hands it to GStreamer's opusenc, whose range is 4000 to 650000 bit/s."),
    Exception(rule: "livekit/value-not-readable", field: "url", why: "The server reads over the URL of an input that is pushed to; what is no address there was meant for another field."),
    Exception(rule: "livekit/kilobits-as-bits", why: "livekit_models.proto counts bits per second: a few thousand are no video of the size."),
    Exception(rule: "livekit/layer-off", message: "no layer is left", why: "The ingress service takes the first of no layers when the encoder connects: pkg/media/webrtc_sink.go."),
    Exception(rule: "livekit/value-not-taken", field: "quality", message: "is not the number of a video quality", why: "An enum of proto3 is open, and the server takes any number; the ingress service makes layers of LOW, MEDIUM and HIGH: pkg/media/webrtc_sink.go."),
    Exception(rule: "ladder/size-above-every-level", why: "ITU-T H.264, Annex A: no level holds it."),
  ]
}

extension LiveKitBodies {
  /// What an update says of what a create request says.
  static func update(_ body: String) -> String {
    guard let tree = Disguise.tree(body) else { return body }
    let kept = tree.entries.filter { !["input_type", "inputType", "url", "bypass_transcoding"].contains($0.key.value) }
    let bytes = Array(body.utf8)
    return TenbyteBodies.object(
      [TenbyteBodies.string("ingress_id", "IN_1")]
        + kept.map { TenbyteBodies.member($0.key.value, String(decoding: bytes[Int($0.value.span.lower)..<Int($0.value.span.upper)], as: UTF8.self)) })
  }
}
