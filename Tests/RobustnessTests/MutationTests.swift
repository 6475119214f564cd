import Rung
import RungReading
import RungSource
import RungTestSupport
import Testing

/// Whatever stands in a file, the answer is findings or bodies: never a trap, and never a place outside the file.
///
/// With `RUNG_TRACE=FILE` every text is written there before it is compiled, so that a trap shows what it fell into.
@Suite struct MutationTests {
  static let texts: [(name: String, text: [UInt8])] =
    GoldenCase.all.flatMap { golden in golden.specs.map { ("\(golden)/\($0)", golden.bytes(of: $0) ?? []) } }
    + Repository.names(in: "presets").map { ("presets/\($0)", Repository.bytes("presets/\($0)") ?? []) }

  static let trace = Repository.variable("RUNG_TRACE")

  @Test("every node replaced by every kind of nonsense")
  func garbled() { Self.texts.indices.forEach(garbled) }

  private func garbled(_ index: Int) {
    let (name, bytes) = Self.texts[index]
    let pairs = Self.spans(bytes).flatMap { span in Self.snippets.indices.map { (span, $0) } }
    for (span, snippet) in Self.thinned(pairs, to: Depth.times(1200, quick: 5), index) {
      var mutated = bytes
      mutated.replaceSubrange(span, with: Self.snippets[snippet])
      Self.judge(mutated, name)
    }
  }

  @Test("every node dropped, doubled, renamed, wrapped and moved, as YAML and as JSON")
  func restructured() { Self.texts.indices.forEach(restructured) }

  private func restructured(_ index: Int) {
    let (name, bytes) = Self.texts[index]
    guard let tree = Disguise.tree(String(decoding: bytes, as: UTF8.self)) else { return }
    for mutant in Self.thinned(Self.mutants(of: tree), to: Depth.times(500, quick: 5), index) {
      for form in [Rewriting.Form.json, .flow] {
        guard let written = Rewriting(mutant, as: form) else { continue }
        Self.judge(written.bytes, name)
      }
    }
  }

  @Test("cut off at every byte")
  func truncated() { Self.texts.indices.forEach(truncated) }

  private func truncated(_ index: Int) {
    let (name, bytes) = Self.texts[index]
    for end in Self.thinned(Array(bytes.indices), to: Depth.times(.max, quick: 5), index) { Self.judge(Array(bytes[..<end]), name) }
    guard let tree = Disguise.tree(String(decoding: bytes, as: UTF8.self)), let json = Rewriting(tree, as: .json) else { return }
    for end in Self.thinned(Array(json.bytes.indices), to: Depth.times(index == 0 ? .max : 200, quick: 8), index) { Self.judge(Array(json.bytes[..<end]), name) }
  }

  @Test("bytes changed at random, with a fixed seed")
  func flipped() { Self.texts.indices.forEach(flipped) }

  private func flipped(_ index: Int) {
    let (name, bytes) = Self.texts[index]
    guard !bytes.isEmpty else { return }
    var random = SplitMix(seed: 0x52_75_6E_67)
    for _ in 0..<Depth.times(600, quick: 10) {
      var mutated = bytes
      for _ in 0...Int.random(in: 0..<6, using: &random) {
        let at = Int.random(in: mutated.indices, using: &random)
        switch Int.random(in: 0..<5, using: &random) {
        case 0: mutated[at] ^= 1 << UInt8.random(in: 0..<8, using: &random)
        case 1: mutated[at] = UInt8.random(in: 0...255, using: &random)
        case 2: mutated.insert(contentsOf: Self.fragments.randomElement(using: &random) ?? [], at: at)
        case 3: mutated.removeSubrange(at..<min(mutated.count, at + Int.random(in: 1..<20, using: &random)))
        default:
          let other = Int.random(in: mutated.indices, using: &random)
          mutated.swapAt(at, other)
        }
        if mutated.isEmpty { mutated = [0x20] }
      }
      Self.judge(mutated, name)
    }
  }

  @Test("a secret in plain text never comes out again")
  func secrets() { Self.texts.indices.forEach(secrets) }

  private func secrets(_ index: Int) {
    let (name, bytes) = Self.texts[index]
    guard let tree = Disguise.tree(String(decoding: bytes, as: UTF8.self)) else { return }
    tree.forEachLeaf { path, leaf in
      guard let key = path.split(separator: ".").last, ["token", "key", "secret"].contains(key) else { return }
      for secret in ["hunter2-Zq9", "\"hunter2-Zq9 ${env:A}\"", "rtmp://hunter2-Zq9", "[hunter2-Zq9]", "hunter2-Zq9: x"] {
        var mutated = bytes
        mutated.replaceSubrange(Int(leaf.span.lower)..<Int(leaf.span.upper), with: Array(secret.utf8))
        for finding in Self.judge(mutated, name).diagnostics {
          let texts = [finding.message, finding.help ?? ""] + finding.notes.map(\.text) + finding.fixIts.map(\.title)
            + finding.fixIts.flatMap(\.edits).map(\.replacement)
          #expect(!texts.contains { $0.contains("hunter2") }, "\(name), \(path): \(finding.id) says the secret: \(texts)")
        }
      }
    }
  }

  // MARK: Judging

  @discardableResult
  static func judge(_ bytes: [UInt8], _ name: String) -> Analysis {
    if let trace { _ = Repository.write(String(decoding: bytes, as: UTF8.self), to: trace) }
    let analysis = compile(SourceInput(name: "mutant", bytes: bytes))
    var spans: [SourceSpan] = []
    for finding in analysis.diagnostics {
      spans.append(finding.span)
      spans += finding.notes.compactMap(\.span)
      spans += finding.fixIts.flatMap(\.edits).map(\.span)
      if finding.message.isEmpty || finding.message.utf8.contains(0x0A) {
        Issue.record("\(name): \(finding.id): `\(finding.message)`\n\(String(decoding: bytes, as: UTF8.self))")
      }
    }
    spans += analysis.secrets
    for span in spans {
      let text = analysis.sources[span.file].bytes
      guard span.lower <= span.upper, Int(span.upper) <= text.count, isBoundary(Int(span.lower), text), isBoundary(Int(span.upper), text) else {
        Issue.record("\(name): \(span.lower)..<\(span.upper) lies outside the file or inside a character:\n\(String(decoding: bytes, as: UTF8.self))")
        continue
      }
    }
    if analysis.diagnostics.isEmpty, analysis.streams.isEmpty {
      Issue.record("\(name): neither findings nor bodies:\n\(String(decoding: bytes, as: UTF8.self))")
    }
    return analysis
  }

  /// A byte of a malformed character stands for itself.
  private static func isBoundary(_ offset: Int, _ bytes: [UInt8]) -> Bool {
    guard offset > 0, offset < bytes.count, bytes[offset] & 0xC0 == 0x80 else { return true }
    var start = offset
    while start > 0, bytes[start] & 0xC0 == 0x80 { start -= 1 }
    return String(validating: bytes[start...offset], as: UTF8.self) != nil || String(validating: bytes, as: UTF8.self) == nil
  }

  // MARK: Mutants

  /// Evenly spread ones of too many, others for each text, so that the cases together come round.
  private static func thinned<Item>(_ items: [Item], to count: Int, _ index: Int) -> [Item] {
    let step = (items.count - 1) / count + 1
    return step <= 1 ? items : stride(from: index % step, to: items.count, by: step).map { items[$0] }
  }

  private static func spans(_ bytes: [UInt8]) -> [Range<Int>] {
    guard let tree = Disguise.tree(String(decoding: bytes, as: UTF8.self)) else { return [] }
    var spans: Set<Range<Int>> = []
    func visit(_ node: Node) {
      spans.insert(Int(node.span.lower)..<Int(node.span.upper))
      for entry in node.entries {
        spans.insert(Int(entry.key.place.span.lower)..<Int(entry.key.place.span.upper))
        visit(entry.value)
      }
      for item in node.items { visit(item) }
    }
    visit(tree)
    return spans.sorted { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) }
  }

  private static let snippets: [[UInt8]] = {
    let texts = [
      "", "null", "~", "\"\"", "''", "[]", "{}", "[[]]", "{a: {b: [c]}}", "[null]", "{? : }", "true", "no", "0", "-1", "-0", "1e400", ".inf", ".nan",
      "9223372036854775807", "-9223372036854775808", "9223372036854775808", "99999999999999999999999999999999999999", "0x7fffffffffffffff", "0o777",
      "1/0", "0/1", "0/0", "1/9223372036854775807", "9223372036854775807/2", "0s", "9223372036854775807s", "1ms", "0.000000000000000001s", "9e9s",
      "99999999999d", "PT", "P1Y", "PT0.3333333333333333333S", "0k", "9223372036854775807M", "9223372036854775.807k", "0.0000001k", "9223372036854775807 bps",
      "0x0", "1x1", "99999x99999", "1920x1081", "0 Hz", "9223372036854775807 kHz", "0.1 Hz", "${env:A}", "${env:", "<TOKEN>", "hunter2hunter2", "://",
      "rtmp://", "srt://[::1", "https://user:pass@h/?key=abc", "s3:///", "1.2.3.4/33", "999.1.1.1", "🎬", "e\u{301}\u{301}\u{301}", "\u{202E}abc", "\"\\0\"",
      "\"\\uD800\"", "\u{FEFF}", "&a b", "*a", "!!int x", "!x y", "|\n  a\n  b", ">-\n a", "? a", "- a", "a: b: c", "@", "`", "%", "\t", "# gone",
      "h264", "pull", "audio", "passthrough", "tenbyte", "[tenbyte, mkio]", "1", "2", "60", "59.94", "30000/1001", "3s", "1001/30000s", "4.0", "9.9",
    ]
    return texts.map { Array($0.utf8) } + [Array(String(repeating: "x", count: 5000).utf8), [0], [0xFF], [0xC3], [0xED, 0xA0, 0x80], [0x0D], [0x7F]]
  }()

  private static let fragments: [[UInt8]] = [
    "&a ", "*a", "<<: ", "? ", "- ", "\t", "\0", "\"", "'", "{", "}", "[", "]", ": ", "\n", "\r", "\n---\n", "\n...\n", "%YAML 1.1\n", "!!", "|\n", "#",
    "\u{2028}", "\u{FEFF}", "🎬", "${env:X}", ",", "\\u", "e9999",
  ].map { Array($0.utf8) }

  /// The tree with one node dropped, doubled, renamed or turned into another kind.
  private static func mutants(of node: Node) -> [Node] {
    var mutants = retyped(node)
    switch node.content {
    case .scalar: break
    case .list(let items):
      for index in items.indices {
        mutants.append(with(node, .list(Array(items[..<index] + items[(index + 1)...]))))
        mutants.append(with(node, .list(items + [items[index]])))
        for mutant in Self.mutants(of: items[index]) {
          var changed = items
          changed[index] = mutant
          mutants.append(with(node, .list(changed)))
        }
      }
    case .map(let entries):
      for index in entries.indices {
        mutants.append(with(node, .map(Array(entries[..<index] + entries[(index + 1)...]))))
        mutants.append(with(node, .map(entries + [entries[index]])))
        for name in ["", "nmae", "🎬", "<<", "a.b[0]", String(entries[index].key.value.dropLast())] {
          var changed = entries
          changed[index].key.value = name
          mutants.append(with(node, .map(changed)))
        }
        for other in entries.indices where other != index {
          var changed = entries
          changed[index].value = entries[other].value
          mutants.append(with(node, .map(changed)))
        }
        for mutant in Self.mutants(of: entries[index].value) {
          var changed = entries
          changed[index].value = mutant
          mutants.append(with(node, .map(changed)))
        }
      }
    }
    return mutants
  }

  private static func retyped(_ node: Node) -> [Node] {
    let key = Located("a", at: node.place)
    return [
      with(node, .list([node])), with(node, .list([node, node])), with(node, .map([Node.Entry(key: key, value: node)])), with(node, .list([])),
      with(node, .map([])), with(node, .scalar(Scalar("null", .plain))), with(node, .scalar(Scalar("", .quoted))),
      with(node, .scalar(Scalar("7", .plain))), with(node, .scalar(Scalar("true", .plain))), with(node, .scalar(Scalar("text", .quoted))),
    ]
  }

  private static func with(_ node: Node, _ content: Node.Content) -> Node { Node(content, at: node.place) }
}
