import Rung
import RungProviders
import RungReading
import RungSource
import RungTestSupport
import Testing

/// Whatever stands in a body, the answer is findings or a spec: never a trap, and never a place outside the file.
@Suite struct BodyRobustnessTests {
  @Test("cut off at every byte", arguments: BodyFixture.all)
  func truncated(_ fixture: BodyFixture) throws {
    let bytes = Array(fixture.text.utf8)
    for end in stride(from: 0, to: bytes.count, by: Depth.times(7, quick: max(7, bytes.count / 6))) { try judge(Array(bytes[..<end]), fixture) }
  }

  @Test("every value replaced by every kind of nonsense", arguments: BodyFixture.all)
  func garbled(_ fixture: BodyFixture) throws {
    let tree = try #require(Disguise.tree(fixture.text))
    var spans: [SourceSpan] = []
    func collect(_ node: Node) {
      spans.append(node.span)
      for entry in node.entries { collect(entry.value) }
      for item in node.items { collect(item) }
    }
    collect(tree)
    var random = SplitMix(seed: UInt64(fixture.text.utf8.count))
    for span in Depth.some(spans, quick: 4) {
      for _ in 0..<Depth.times(3, quick: 1) {
        var bytes = Array(fixture.text.utf8)
        bytes.replaceSubrange(Int(span.lower)..<Int(span.upper), with: Array(random.pick(Self.nonsense).utf8))
        try judge(bytes, fixture)
      }
    }
  }

  @Test("every whole number as large and as small as one can be", arguments: BodyFixture.requests)
  func extremes(_ fixture: BodyFixture) throws {
    let tree = try #require(Disguise.tree(fixture.text))
    var spans: [SourceSpan] = []
    tree.forEachLeaf { leaf in if leaf.scalar?.type == .integer { spans.append(leaf.span) } }
    for span in Depth.some(spans, quick: 4) {
      for extreme in ["\(Int.max)", "\(Int.min)", "\(Int.max / 2 + 1)"] {
        var bytes = Array(fixture.text.utf8)
        bytes.replaceSubrange(Int(span.lower)..<Int(span.upper), with: Array(extreme.utf8))
        for finding in try #require(fixture.checked(String(decoding: bytes, as: UTF8.self))).diagnostics { #expect(Int(finding.span.upper) <= bytes.count, "\(finding.id)") }
        try judge(bytes, fixture)
      }
    }
  }

  private static let nonsense = [
    "null", "[]", "{}", "[[]]", "[{}]", "[null]", "\"\"", "\"\\u0000\"", "-0", "1e400", "99999999999999999999999", "-9223372036854775808",
    "\"NaN\"", "{\"\": {\"\": []}}", "true", "[1, \"a\", {}]", "\"https://[\"", "\"s3://\"", "0.00000000000000000000000000001", "{\"data\": {\"data\": {}}}",
  ]

  private func judge(_ bytes: [UInt8], _ fixture: BodyFixture) throws {
    for name in [fixture.provider, "\(fixture.provider).create"] {
      guard case .success(let request) = RequestName.parse(name), request.isRead else { continue }
      let imported = Rung.imported(together: [SourceInput(name: "body.json", bytes: bytes)], as: request)
      for finding in imported.analysis.diagnostics { #expect(Int(finding.span.upper) <= bytes.count, "\(finding.id)") }
      _ = imported.analysis.rendered(as: .text)
      _ = imported.compiled().diagnostics.count
    }
  }
}
