import RungSource

/// One version of a JSON Schema against a later one: what documents, or those who read them, could count on and no longer
/// can.
struct SchemaPromise {
  /// Each with its path, in the order of the earlier schema.
  private(set) var losses: [String] = []
  private let before: Node
  private let now: Node
  /// Whether Rung reads such documents; it writes them otherwise. A reader counts on what has to be there, a writer on what
  /// need not.
  private let isRead: Bool
  /// Definitions that are being compared, for those that hold themselves.
  private var open: Set<[String]> = []

  init(_ before: Node, _ now: Node, isRead: Bool) {
    (self.before, self.now, self.isRead) = (before, now, isRead)
    compare(before, now, "/")
  }

  /// The schema without what only people read.
  static func withoutProse(_ node: Node) -> Node {
    switch node.content {
    case .map(let entries):
      let kept = entries.filter { !(["description", "title", "examples", "$comment"].contains($0.key.value) && !isSchema($0.value)) }
      return Node(.map(kept.map { Node.Entry(key: $0.key, value: withoutProse($0.value)) }), at: node.place)
    case .list(let items): return Node(.list(items.map(withoutProse)), at: node.place)
    case .scalar: return node
    }
  }

  /// A property may be called `title`.
  private static func isSchema(_ node: Node) -> Bool { if case .map = node.content { true } else { false } }

  private static func join(_ path: String, _ part: String) -> String { path == "/" ? "/\(part)" : "\(path)/\(part)" }

  private static func values(_ node: Node?) -> [String]? {
    guard let node else { return nil }
    return (node.isScalar ? [node] : node.items).compactMap { item in
      item.scalar.map { $0.type == .string ? "\"\($0.text)\"" : $0.text }
    }
  }

  private static func words(_ node: Node?) -> [String]? {
    guard let node else { return nil }
    return (node.isScalar ? [node] : node.items).compactMap { $0.scalar?.text }
  }

  /// What `$ref` leads to, and by which names.
  private static func resolved(_ node: Node, in root: Node) -> (node: Node, name: String) {
    var (node, name) = (node, "")
    while let reference = node["$ref"]?.scalar?.text {
      name = reference
      let parts = reference.split(separator: "/").dropFirst()
      guard let next = parts.reduce(Optional(root), { $0?[String($1)] }) else { break }
      node = next
    }
    return (node, name)
  }

  private mutating func compare(_ old: Node, _ new: Node, _ path: String) {
    let (old, oldName) = Self.resolved(old, in: before)
    let (new, newName) = Self.resolved(new, in: now)
    let pair = [oldName, newName]
    let isDefinition = !oldName.isEmpty
    guard !isDefinition || open.insert(pair).inserted else { return }
    defer { if isDefinition { open.remove(pair) } }

    let (oldForms, newForms) = (Self.forms(old), Self.forms(new))
    if oldForms.count > 1 || newForms.count > 1 {
      for form in oldForms.flatMap(Self.withoutNull) where !newForms.contains(where: { matches(form, $0) }) {
        losses.append("\(path) has one form less")
      }
    }
    values(old, new, path)
    if oldForms.count == 1, newForms.count > 1 { return }
    members(old, new, path)
    if let items = old["items"] {
      if let later = new["items"] { compare(items, later, Self.join(path, "[]")) } else if !isRead { losses.append("\(Self.join(path, "[]")) is gone") }
    } else if isRead, new["items"] != nil {
      losses.append("\(path) takes only some items now")
    }
    if isRead { limits(old, new, path) }
  }

  private static func forms(_ node: Node) -> [Node] { (node["anyOf"] ?? node["oneOf"])?.items ?? [node] }

  /// A list of values with null among them, as two forms: a later schema may have null apart.
  private static func withoutNull(_ form: Node) -> [Node] {
    guard case .map(let entries) = form.content, let values = form["enum"], case .list(let items) = values.content, items.contains(where: \.isNull), items.count > 1
    else { return [form] }
    func with(_ kept: [Node]) -> Node {
      Node(.map(entries.map { $0.key.value == "enum" ? Node.Entry(key: $0.key, value: Node(.list(kept), at: values.place)) : $0 }), at: form.place)
    }
    return [with(items.filter { !$0.isNull }), Node(.map([Node.Entry(key: Located("type", at: form.place), value: .string("null", at: form.place))]), at: form.place)]
  }

  private func matches(_ old: Node, _ new: Node) -> Bool {
    var trial = self
    trial.losses = []
    trial.compare(old, new, "/")
    return trial.losses.isEmpty
  }

  private mutating func values(_ old: Node, _ new: Node, _ path: String) {
    // A whole number is a number.
    if let later = Self.words(new["type"]) {
      if let types = Self.words(old["type"]) {
        for type in types where !later.contains(type) && !(type == "integer" && later.contains("number")) {
          losses.append("\(path) is no longer \(type)")
        }
      } else if isRead {
        losses.append("\(path) takes only some types now")
      }
    }
    guard let later = Self.values(new["enum"] ?? new["const"]) else { return }
    guard let values = Self.values(old["enum"] ?? old["const"]) else {
      if isRead { losses.append("\(path) takes only some values now") }
      return
    }
    for value in values where !later.contains(value) { losses.append("\(path) is no longer \(value)") }
  }

  private mutating func members(_ old: Node, _ new: Node, _ path: String) {
    for keyword in ["properties", "patternProperties"] {
      for entry in old[keyword]?.entries ?? [] {
        let here = Self.join(path, entry.key.value)
        if let later = new[keyword]?[entry.key.value] { compare(entry.value, later, here) } else { losses.append("\(here) is gone") }
      }
    }
    let (required, later) = (Set(Self.words(old["required"]) ?? []), Set(Self.words(new["required"]) ?? []))
    if isRead {
      for key in later.subtracting(required).sorted() where new["properties"]?[key] != nil { losses.append("\(Self.join(path, key)) has to be there") }
    } else {
      for key in required.subtracting(later).sorted() where new["properties"]?[key] != nil { losses.append("\(Self.join(path, key)) may be missing") }
    }
    let (others, otherLater) = (old["additionalProperties"], new["additionalProperties"])
    if let others, let otherLater, Self.isSchema(others), Self.isSchema(otherLater) {
      compare(others, otherLater, Self.join(path, "*"))
    } else if isRead, otherLater?.scalar?.text == "false", others?.scalar?.text != "false" {
      losses.append("\(path) takes no other keys now")
    }
  }

  /// Whether a pattern takes less than another nobody can tell here: only a new one is told.
  private mutating func limits(_ old: Node, _ new: Node, _ path: String) {
    for (keyword, isLower) in [("minimum", true), ("minLength", true), ("minItems", true), ("maximum", false), ("maxLength", false), ("maxItems", false)] {
      guard let limit = new[keyword]?.scalar.flatMap({ Double($0.text) }) else { continue }
      guard let earlier = old[keyword]?.scalar.flatMap({ Double($0.text) }) else {
        losses.append("\(path) has a \(keyword) now")
        continue
      }
      if isLower ? limit > earlier : limit < earlier { losses.append("\(path) has another \(keyword)") }
    }
    for keyword in ["pattern", "format", "not", "if", "dependentRequired"] where new[keyword] != nil && old[keyword] == nil {
      losses.append("\(path) has a \(keyword) now")
    }
  }
}
