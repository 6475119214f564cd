import Rung
import RungProviders
import RungReading
import RungSource
import RungSpec
import RungTestSupport
import Testing

/// A body that differs from a valid one in one place gets a finding at that place, and none elsewhere.
@Suite struct FieldMutationTests {
  struct Mutant {
    let what: String
    let text: String
    /// Where the finding has to be.
    let place: Range<Int>
    let rule: String?
  }

  @Test("every field misspelt, retyped, garbled and dropped", arguments: BodyFixture.requests)
  func mutated(_ fixture: BodyFixture) throws {
    let before = Set(try #require(fixture.checked(fixture.text)).diagnostics.map(\.id))
    let mutants = try Self.mutants(of: fixture)
    #expect(mutants.count > (fixture.text.utf8.count > 200 ? 20 : 3))
    for mutant in Depth.some(mutants, quick: 10) {
      let found = try #require(fixture.checked(mutant.text)).diagnostics
      let hit = found.first { finding in
        Int(finding.span.lower)..<Int(finding.span.upper) == mutant.place
          // Required by the document, and left out in practice.
          && (finding.severity == .error || fixture.provider == "mkio" && finding.id == "mkio/missing-field"
            // No document states a minimum.
            || ["tenbyte/encoder-setting-unusual", "qencode/value-out-of-range", "cloudflare/value-out-of-range"].contains(finding.id) && mutant.what.hasSuffix("negative"))
          && (mutant.rule.map { finding.id.rawValue.hasSuffix("/\($0)") } ?? true)
      }
      #expect(hit != nil, "\(fixture): \(mutant.what): \(found.map { "\($0.id) at \($0.span.lower): \($0.message)" })")
      let others = found.filter { $0 != hit && $0.severity != .note && !before.contains($0.id) && !Self.follows($0.id.rawValue) }
      #expect(others.isEmpty, "\(fixture): \(mutant.what) brings \(others.map { "\($0.id): \($0.message)" })")
    }
  }

  /// What is true beside the fault: the rest of the body read without the field.
  static func follows(_ id: String) -> Bool {
    [
      "livekit/layer-quality-twice", "livekit/single-layer-not-high", "tenbyte/recording-not-enabled", "tenbyte/packaging-not-listed",
      // The server takes an input that it does not know for RTMP.
      "livekit/source-with-push",
      // A buffer is held against the target where the maximum is missing.
      "ladder/buffer-above-two-seconds",
      // Left out, it is false, and no token is known beforehand.
      "mkio/hostname-prefix-ignored", "mkio/static-hostname-without-token",
      // What the field referred to, or completed.
      "medialive/destination-not-used", "medialive/description-not-used", "medialive/frame-rate-missing", "medialive/segment-not-whole-seconds",
      // An HLS output that does not say otherwise has segments of MPEG-TS.
      "spec/codec-not-in-mpegts", "spec/hevc-in-mpegts",
    ].contains(id)
  }

  /// Where keys and values are one's own, and what nobody looks at because it changes nothing.
  private static let own = ["meta", "tags", "Tags", "labels", "properties.pipeline.arguments"]
  private static let ignored = [
    "properties.transcriptions", "properties.outputSnapTime", "properties.rewindWindowLength", "properties.encryptionScope",
    "properties.storageEncryptionFormat", "properties.contentKeys[0].tracks", "properties.cdnProvider", "properties.customHostNames",
  ]

  static func mutants(of fixture: BodyFixture) throws -> [Mutant] {
    let tree = try #require(Disguise.tree(fixture.text))
    let provider = try #require(Providers.named(fixture.provider))
    let kind = fixture.kind
    let schema = try #require(provider.requests.first { $0.name == kind }?.schema)
    var mutants: [Mutant] = []
    visit(tree, "", .object(schema()), .refused, fixture, &mutants)
    return mutants
  }

  private static func visit(_ node: Node, _ path: String, _ schema: Schema?, _ emptiness: Emptiness, _ fixture: BodyFixture, _ mutants: inout [Mutant]) {
    func mutant(_ what: String, _ span: SourceSpan, _ text: String, at place: Range<Int>? = nil, _ rule: String? = nil) {
      var bytes = Array(fixture.text.utf8)
      bytes.replaceSubrange(Int(span.lower)..<Int(span.upper), with: Array(text.utf8))
      let start = Int(span.lower)
      mutants.append(
        Mutant(
          what: "\(path): \(what)", text: String(decoding: bytes, as: UTF8.self), place: place ?? start..<start + text.utf8.count, rule: rule))
    }
    // Keys and values of one's own; `null` is absent to LiveKit.
    if ignored.contains(path) || path == "properties.input.accessToken" && node.isNull { return }
    if own.contains(where: { path.hasPrefix("\($0).") || path.hasPrefix("\($0)[") }) || node.isNull { return }
    if !path.isEmpty {
      switch node.content {
      case .scalar(let scalar):
        mutant("an object", node.span, "{\"a\": 1}")
        mutant("a list", node.span, "[1]")
        if scalar.type == .string, Scalar(scalar.text, .plain).type == .string { mutant("a boolean", node.span, "true") }
        if case .bool = scalar.type { mutant("quoted", node.span, "\"\(scalar.text)\"") }
        if scalar.type == .integer {
          mutant("text", node.span, "\"a\"")
          if !path.hasSuffix("frame_rate"), !path.hasSuffix("frameRate"), !path.hasSuffix("reconnect_window") { mutant("with decimals", node.span, "\(scalar.text).5") }
          if !path.hasSuffix("spatial_layer") { mutant("negative", node.span, "-1") }
        }
        if schema?.isWord ?? false { mutant("no such word", node.span, "\"zzzzzz\"", "value-not-taken") }
        if case .oneOfIntegers? = schema { mutant("no such number", node.span, "7", "value-not-taken") }
        if case .integer(let range)? = schema, let range, range.upperBound < 10_000_000_000 {
          mutant("too large", node.span, "\(range.upperBound + 1)")
        }
      // One or many.
      case .list where schema?.isOneOrMany ?? false, .map where schema?.isOneOrMany ?? false: break
      case .list: mutant("an object", node.span, "{\"a\": 1}", "wrong-field-type")
      case .map: mutant("a list", node.span, "[]", "wrong-field-type")
      }
      if fixture.provider != "livekit", path != "properties.input.accessToken", !emptiness.takesNull { mutant("null", node.span, "null") }
    }
    switch node.content {
    case .scalar: break
    case .list(let items):
      var element: Schema?
      if case .list(let own, _, _)? = schema { element = own }
      for (index, item) in items.enumerated() { visit(item, "\(path)[\(index)]", element, .refused, fixture, &mutants) }
    case .map(let entries):
      var object: ObjectSchema?
      if case .object(let own)? = schema { object = own }
      for entry in entries {
        let below = path.isEmpty ? entry.key.value : "\(path).\(entry.key.value)"
        let property = object?.properties.first { $0.key == entry.key.value }
        if !own.contains(path) {
          mutant("\(entry.key.value) misspelt", entry.key.place.span, "\"\(entry.key.value)q\"", "unknown-field")
        }
        if property?.required == true { dropped(entry, of: node, below, fixture, &mutants) }
        visit(entry.value, below, property?.schema.ofValue, property?.emptiness ?? .refused, fixture, &mutants)
      }
    }
  }

  private static func dropped(_ entry: Node.Entry, of node: Node, _ path: String, _ fixture: BodyFixture, _ mutants: inout [Mutant]) {
    var bytes = Array(fixture.text.utf8)
    var start = Int(entry.key.place.span.lower)
    var end = Int(entry.value.span.upper)
    let isFirst = node.entries.first?.key.place == entry.key.place
    if isFirst {
      while end < bytes.count, bytes[end] != UInt8(ascii: "\""), bytes[end] != UInt8(ascii: "}") { end += 1 }
    } else {
      while start > 0, bytes[start] != UInt8(ascii: ",") { start -= 1 }
    }
    bytes.removeSubrange(start..<end)
    let text = String(decoding: bytes, as: UTF8.self)
    guard node.entries.count > 1, let second = node.entries.first(where: { $0.key.place != entry.key.place }) else { return }
    // The first key that is left.
    let lower = isFirst ? start : Int(second.key.place.span.lower)
    mutants.append(
      Mutant(what: "\(path) dropped", text: text, place: lower..<lower + second.key.place.span.length, rule: "missing-field"))
  }
}

extension Schema {
  /// Without what equals absence.
  fileprivate var ofValue: Schema {
    guard case .anyOf(let choices) = self else { return self }
    let kept = choices.filter { choice in
      switch choice {
      case .null: false
      case .oneOf(let words): words != [""]
      default: true
      }
    }
    return kept.count == 1 ? kept[0] : self
  }

  fileprivate var isWord: Bool {
    switch self {
    case .oneOf, .numbered: true
    default: false
    }
  }

  fileprivate var isOneOrMany: Bool { if case .anyOf = self { true } else { false } }
}
