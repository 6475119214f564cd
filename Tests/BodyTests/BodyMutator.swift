import RungProviders
import RungSource
import RungSpec
import RungTestSupport

/// Bodies with one to three things wrong in them, or only unusual: any field, any place, any kind of value.
struct BodyMutator {
  /// Keys and words that the provider's bodies have anywhere: what is right in one place is wrong in another.
  private let keys: [String]
  private let words: [String]
  /// The words of each field that has some.
  private let choices: [[String]]

  private static let values = [
    "null", "true", "false", "\"\"", "\"x\"", "\" \"", "0", "-1", "1", "2", "1.5", "2.0", "1e3", "51", "52", "63", "64", "256", "257", "2560", "2561", "29.97",
    "100000", "4294967295", "4294967296", "-2147483649", "9007199254740993", "[]", "{}", "[1]", "[\"x\"]", "{\"a\": 1}", "\"https://example.com/a\"",
    "\"rtmp://example.com/a\"", "\"example.com\"", "\"//example.com/a\"",
  ]

  /// Numbers at the limits of fields and beyond them, and texts as long.
  private let edges: [String]

  init(of request: RequestKind, at provider: any Provider.Type) {
    var keys: Set<String> = []
    var words: Set<String> = []
    var choices: Set<[String]> = []
    var edges: Set<Int> = []
    func visit(_ schema: Schema) {
      switch schema {
      case .object(let object):
        for property in object.properties {
          keys.formUnion([property.key, property.otherKey ?? property.key])
          visit(property.schema)
        }
      case .list(let element, _, _), .nullable(let element), .described(_, let element): visit(element)
      case .oneOf(let own), .numbered(_, let own, _):
        words.formUnion(own)
        choices.insert(own)
      case .integer(let range?), .string(_, let range?, _): edges.formUnion([range.lowerBound &- 1, range.lowerBound, range.upperBound, range.upperBound &+ 1])
      case .anyOf(let choices): for choice in choices { visit(choice) }
      default: break
      }
    }
    if let schema = provider.published(request) { visit(.object(schema)) }
    self.keys = keys.sorted()
    self.words = words.sorted()
    self.choices = choices.sorted { $0.joined(separator: " ") < $1.joined(separator: " ") }
    self.edges = edges.filter { abs($0 / 2) < 1 << 40 }.sorted().flatMap { edge in
      ["\(edge)", "\"\(edge)\""] + (1..<5000 ~= edge ? ["\"\(String(repeating: "a", count: edge))\""] : [])
    } + ["\"a\""]
  }

  /// The body with each other word of a field in its place, one at a time.
  func withOtherWords(_ text: String) -> [String] {
    var bodies: [String] = []
    Disguise.tree(text)?.forEachLeaf { _, leaf in
      guard let word = leaf.scalar?.text, let own = choices.first(where: { $0.contains(word) }) else { return }
      let bytes = Array(text.utf8)
      for other in own where other != word {
        bodies.append(String(decoding: bytes[..<Int(leaf.span.lower)] + Array("\"\(other)\"".utf8) + bytes[Int(leaf.span.upper)...], as: UTF8.self))
      }
    }
    return bodies
  }

  func mutated(_ text: String, _ random: inout SplitMix) -> String {
    var text = text
    for _ in 0..<random.pick([1, 1, 1, 2, 3]) { text = once(text, &random) }
    return text
  }

  private func once(_ text: String, _ random: inout SplitMix) -> String {
    guard let tree = Disguise.tree(text) else { return text }
    var nodes: [Node] = []
    func visit(_ node: Node) {
      nodes.append(node)
      for entry in node.entries { visit(entry.value) }
      for item in node.items { visit(item) }
    }
    visit(tree)
    let node = random.pick(nodes)
    let bytes = Array(text.utf8)
    func source(_ span: SourceSpan) -> String { String(decoding: bytes[Int(span.lower)..<Int(span.upper)], as: UTF8.self) }
    func replaced(by new: String) -> String {
      String(decoding: bytes[..<Int(node.span.lower)] + Array(new.utf8) + bytes[Int(node.span.upper)...], as: UTF8.self)
    }
    switch node.content {
    case .map(let entries): return replaced(by: object(entries, nodes.map { source($0.span) }, source, &random))
    case .list(let items): return replaced(by: list(items.map { source($0.span) }, &random))
    case .scalar(let scalar):
      guard node.span != tree.span else { return text }
      if scalar.type == .integer, let value = Int(scalar.text), random.chance(40) {
        return replaced(by: random.pick(["\(value &+ 1)", "\(value &- 1)", "\(value &* 10)", "\(value).0", "\(value).5", "\"\(value)\"", "-\(value)", random.pick(edges)]))
      }
      // Another word of the same field is right by itself, and may be wrong beside others.
      if let own = choices.first(where: { $0.contains(scalar.text) }), random.chance() { return replaced(by: "\"\(random.pick(own))\"") }
      if scalar.type == .string, random.chance(40) { return replaced(by: "\"\(random.pick(words + [scalar.text.uppercased(), scalar.text + "x"]))\"") }
      return replaced(by: random.pick(random.chance() ? Self.values : edges))
    }
  }

  private func object(_ entries: [Node.Entry], _ all: [String], _ source: (SourceSpan) -> String, _ random: inout SplitMix) -> String {
    var members = entries.map { (key: $0.key.value, value: source($0.value.span)) }
    switch Int.random(in: 0..<10, using: &random) {
    case 0..<4 where !members.isEmpty: members.remove(at: Int.random(in: members.indices, using: &random))
    case 4..<7 where !members.isEmpty:
      let index = Int.random(in: members.indices, using: &random)
      let key = members[index].key
      members[index].key = random.pick([key + "q", String(key.filter { $0 != "_" }), key.uppercased(), key.camelCase, random.pick(keys)])
    case 7: members.append((random.pick(keys), random.pick(all)))
    case 8 where !members.isEmpty:
      let member = random.pick(members)
      members.append((member.key.camelCase, random.chance() ? member.value : "null"))
    case 9 where random.chance(): return random.pick(Self.values)
    default: members.append((random.pick(keys + ["reusable", "stream_key", "zzz"]), random.pick(Self.values)))
    }
    var seen: Set<String> = []
    let kept = members.filter { seen.insert($0.key).inserted }
    return TenbyteBodies.object(kept.map { TenbyteBodies.member($0.key, $0.value) })
  }

  private func list(_ items: [String], _ random: inout SplitMix) -> String {
    switch Int.random(in: 0..<6, using: &random) {
    case 0: "[]"
    case 1 where !items.isEmpty: TenbyteBodies.list(Array(repeating: items[0], count: 7))
    case 2 where !items.isEmpty: TenbyteBodies.list(items + [items[0]])
    case 3 where !items.isEmpty: items[0]
    case 4: TenbyteBodies.list(items + [random.pick(Self.values)])
    default: random.pick(Self.values)
    }
  }
}
