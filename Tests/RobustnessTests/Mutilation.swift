import RungReading
import RungSource
import RungTestSupport

/// Texts that are almost, or not at all, what a side of a diff should be. The same seed gives the same text.
struct Mutilation {
  private var numbers: SplitMix
  /// Whether everything that was done leaves the meaning of an answer as it is: keys that no provider has, nulls, objects of nulls.
  private(set) var isNeutral = true
  /// Keys that stand in no document.
  static let unknownKey = "zz_server_field"

  /// A text with keys that no provider has at random places: at the top, beside an envelope, in objects and members of lists
  /// at any depth. All of them are different.
  mutating func unknownKeys(in original: String) -> (text: String, keys: [String])? {
    guard var tree = Disguise.tree(original) else { return nil }
    let keys = (0...roll(4)).map { "\(Self.unknownKey)_\($0)" }
    for key in keys { tree = inserted(key, tree) }
    return (JSONWriter.shown(tree), keys)
  }

  private mutating func inserted(_ key: String, _ node: Node) -> Node {
    switch node.content {
    case .scalar: return node
    case .list(var items):
      guard !items.isEmpty else { return node }
      let index = roll(items.count)
      items[index] = inserted(key, items[index])
      return Node(.list(items), at: node.place)
    case .map(var entries):
      let inner = entries.indices.filter { Self.hasObject(entries[$0].value) }
      if !inner.isEmpty, roll(3) > 0 {
        let index = pick(inner)
        entries[index].value = inserted(key, entries[index].value)
      } else {
        entries.insert(Node.Entry(key: Located(key, at: node.place), value: unknownValue(node.place)), at: roll(entries.count + 1))
      }
      return Node(.map(entries), at: node.place)
    }
  }

  private static func hasObject(_ node: Node) -> Bool {
    switch node.content {
    case .scalar: false
    case .map: true
    case .list(let items): !items.isEmpty && items.allSatisfy(hasObject)
    }
  }

  private mutating func unknownValue(_ place: SourcePlace) -> Node {
    pick([
      Node.string("x", at: place), .integer(1, at: place), .bool(true, at: place), .null(at: place), Node(.list([]), at: place),
      Node(.map([Node.Entry(key: Located("x", at: place), value: .integer(1, at: place))]), at: place),
    ])
  }

  init(seed: UInt64) { numbers = SplitMix(seed: seed) }

  /// What scripts save in the place of an answer, and documents of other programs.
  static let strangers = [
    "", "null", "[]", "{}", "0", "\"\"", "<html>502</html>", "<!DOCTYPE html>\n<html><body><h1>502 Bad Gateway</h1></body></html>\n", "not found\n",
    "{\"data\": null}", "{\"data\": {}}", "{\"data\": []}", "{\"error\": \"unauthorized\"}", "{\"message\": \"Not Found\", \"code\": 404}",
    "{\"success\": false, \"code\": \"UNAUTHENTICATED\", \"message\": \"Token expired.\", \"errors\": []}",
    "{\"error\": {\"code\": \"NotFound\", \"message\": \"gone\"}}", "{\"code\": \"unauthenticated\", \"msg\": \"invalid token\"}",
    "{\"success\": true, \"data\": {\"id\": \"1\", \"status\": \"idle\"}}", "{\"stream\": {\"id\": \"1\", \"name\": \"news\"}}",
    "{\"items\": [], \"next_page_token\": \"\"}", "{\"value\": []}", "{\"properties\": {}}", "{\"properties\": null, \"name\": \"main-stage\"}",
    "{\"name\": \"demo\", \"version\": \"1.0.0\", \"scripts\": {\"test\": \"true\"}, \"dependencies\": {}}",
    "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: demo}\ndata: {name: news}\n", "name: demo\non: [push]\njobs: {test: {runs-on: linux}}\n",
    "rung: 1\n", "rung: 1\nname: other\n", "rung: 2\nname: news\ntargets: [tenbyte]\n", "extends: missing.yaml\n", "rung: [\n", "a: b: c\n", "\u{0}",
  ]

  mutating func text(of original: String, others: [String]) -> String {
    switch roll(20) {
    case 0:
      isNeutral = false
      return pick(Self.strangers)
    case 1:
      isNeutral = false
      return pick(others)
    case 2, 3:
      isNeutral = false
      return String(decoding: Array(original.utf8).prefix(roll(original.utf8.count)), as: UTF8.self)
    case 4:
      isNeutral = false
      return original + pick(Self.strangers + others)
    case 5: return damaged(original)
    default: break
    }
    guard var tree = Disguise.tree(original) else { return damaged(original) }
    for _ in 0...roll(3) { tree = changed(tree) }
    if roll(12) == 0 {
      isNeutral = false
      let key = pick(["data", "error", "result", "stream", "properties", "value", "ingress"])
      tree = Node(.map([Node.Entry(key: Located(key, at: tree.place), value: tree)]), at: tree.place)
    }
    return JSONWriter.shown(tree)
  }

  /// A few bytes lost or changed.
  private mutating func damaged(_ text: String) -> String {
    isNeutral = false
    var bytes = Array(text.utf8)
    for _ in 0...roll(3) where !bytes.isEmpty {
      let index = roll(bytes.count)
      switch roll(3) {
      case 0: bytes.remove(at: index)
      case 1: bytes[index] = UInt8(0x20 + roll(0x5F))
      default: bytes.removeSubrange(index..<min(bytes.count, index + roll(40)))
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  // MARK: Trees

  private mutating func changed(_ node: Node) -> Node {
    // One of the nodes below, or this one.
    switch node.content {
    case .map(var entries) where !entries.isEmpty && roll(4) > 0:
      let index = roll(entries.count)
      entries[index].value = changed(entries[index].value)
      return Node(.map(entries), at: node.place)
    case .list(var items) where !items.isEmpty && roll(4) > 0:
      let index = roll(items.count)
      items[index] = changed(items[index])
      return Node(.list(items), at: node.place)
    default: return itself(node)
    }
  }

  private mutating func itself(_ node: Node) -> Node {
    guard case .map(var entries) = node.content else {
      isNeutral = false
      if case .list(let items) = node.content, let item = items.first, roll(2) == 0 {
        return Node(.list(roll(2) == 0 ? Array(items.dropFirst()) : items + [item]), at: node.place)
      }
      return other(than: node)
    }
    switch roll(6) {
    case 0, 1:
      let extra = unknownValue(node.place)
      entries.insert(Node.Entry(key: Located("\(Self.unknownKey)_\(roll(3))", at: node.place), value: extra), at: roll(entries.count + 1))
      // A key twice is another fault.
      entries = entries.reduce(into: []) { kept, entry in if !kept.contains(where: { $0.key.value == entry.key.value }) { kept.append(entry) } }
    case 2 where !entries.isEmpty:
      isNeutral = false
      entries.remove(at: roll(entries.count))
    case 3 where !entries.isEmpty:
      isNeutral = false
      let index = roll(entries.count)
      let key = entries[index].key.value
      let renamed = pick([key.uppercased(), key + "s", String(key.dropLast()), "_\(key)"])
      if !entries.contains(where: { $0.key.value == renamed }) { entries[index].key = Located(renamed, at: node.place) }
    case 4 where !entries.isEmpty:
      isNeutral = false
      let index = roll(entries.count)
      entries[index].value = other(than: entries[index].value)
    default:
      isNeutral = false
      return other(than: node)
    }
    return Node(.map(entries), at: node.place)
  }

  private mutating func other(than node: Node) -> Node {
    let place = node.place
    let text = node.scalar?.text ?? ""
    return pick([
      .null(at: place), .string("", at: place), .string(text + "x", at: place), .integer(roll(100_000), at: place), .integer(-1, at: place),
      .bool(roll(2) == 0, at: place), Node(.list([]), at: place), Node(.map([]), at: place), Node(.list([node]), at: place),
      Node(.map([Node.Entry(key: Located("x", at: place), value: node)]), at: place), .string("<html>", at: place),
    ])
  }

  private mutating func roll(_ sides: Int) -> Int { sides > 0 ? Int.random(in: 0..<sides, using: &numbers) : 0 }
  private mutating func pick<Element>(_ choices: [Element]) -> Element { choices[roll(choices.count)] }
}
