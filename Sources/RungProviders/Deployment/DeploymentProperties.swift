package import RungSource
internal import RungSpec

/// The body of a request in the words of a deployment tool: keys respelt, references to the environment as its parameters.
package struct DeploymentProperties {
  private let format: DeploymentFormat
  private(set) var node: Node
  /// The variables that the body refers to.
  private(set) var variables: [String] = []
  private(set) var jsonTexts: [String] = []

  init(_ format: DeploymentFormat, _ body: Node, fills: [BodyFill]) {
    self.format = format
    // What is known only when a request is sent is an attribute of another resource, and is set as one.
    var body = body
    for fill in fills { if let parts = JSONPointer.parts(of: fill.pointer), parts.count == 1 { body = body.without(parts) } }
    node = body
    node = respelt(body)
  }

  // MARK: Changes

  /// Sets a property of the top.
  package mutating func set(_ key: String, _ value: Node) {
    node = node.without([key])
    guard case .map(let entries) = node.content else { return }
    node = Node(.map(entries + [Node.Entry(key: Located(key, at: .nowhere), value: value)]), at: node.place)
  }

  /// Sets a value at a path of keys in the words of the tool and positions in lists, which leads to something that is there.
  package mutating func set(_ path: [String], _ value: Node) { node = Self.put(value, at: path[...], in: node) }

  private static func put(_ value: Node, at path: ArraySlice<String>, in node: Node) -> Node {
    guard let key = path.first else { return value }
    switch node.content {
    case .scalar: return node
    case .list(var items):
      guard let index = Int(key), items.indices.contains(index) else { return node }
      items[index] = put(value, at: path.dropFirst(), in: items[index])
      return Node(.list(items), at: node.place)
    case .map(let entries):
      return Node(.map(entries.map { $0.key.value == key ? Node.Entry(key: $0.key, value: put(value, at: path.dropFirst(), in: $0.value)) : $0 }), at: node.place)
    }
  }

  /// Sets a value where there is none, and the mappings that lead to it.
  package mutating func fill(_ path: [String], _ value: Node) { node = Self.filled(node, at: path[...], value) }

  private static func filled(_ node: Node?, at path: ArraySlice<String>, _ value: Node) -> Node {
    guard let key = path.first else { return node ?? value }
    if let node, case .list(var items) = node.content {
      guard let index = Int(key), items.indices.contains(index) else { return node }
      items[index] = filled(items[index], at: path.dropFirst(), value)
      return Node(.list(items), at: node.place)
    }
    var entries = node?.entries ?? []
    let made = filled(node?[key], at: path.dropFirst(), value)
    if let index = entries.firstIndex(where: { $0.key.value == key }) { entries[index].value = made } else { entries.append(Node.Entry(key: Located(key, at: .nowhere), value: made)) }
    return Node(.map(entries), at: node?.place ?? .nowhere)
  }

  /// Gives keys the names that a resource of Terraform has for them, and says what it cannot hold; nil for nothing.
  mutating func hold(to blocks: TerraformBlocks, of type: String) -> String? {
    let held = blocks.held(node, by: type)
    node = held.node
    return held.lacks
  }

  package mutating func remove(_ key: String) { node = node.without([key]) }

  /// Gives a property of the top another name.
  package mutating func rename(_ key: String, to other: String) {
    guard let value = node[key] else { return }
    remove(key)
    set(other, value)
  }

  /// Keys that the author chooses, which are not respelt.
  ///
  /// - Parameters:
  ///   - key: in the words of the tool.
  ///   - original: the mapping in the body.
  package mutating func keep(_ key: String, as original: Node?) {
    guard let original else { return }
    set(key, texts(in: original))
  }

  /// A mapping as CloudFormation has tags: a list of `Key` and `Value`.
  package mutating func tags(_ key: String, of original: Node?) {
    guard let original else { return }
    set(key, .list(original.entries.map { entry in
      .map([("Key", .string(entry.key.value, at: .nowhere)), ("Value", texts(in: entry.value))], at: .nowhere)
    }, at: .nowhere))
  }

  /// Sets a property of the top to a text that may refer to the environment.
  package mutating func set(_ key: String, text: String) { set(key, texts(in: .string(text, at: .nowhere))) }

  /// A mapping whose keys the author chooses, which the tool takes as one text in JSON.
  package mutating func asText(_ key: String, _ original: Node?) {
    keep(key, as: original)
    jsonTexts.append(key)
  }

  // MARK: Spelling

  private mutating func respelt(_ node: Node) -> Node {
    switch node.content {
    case .map(let entries):
      return Node(.map(entries.map { entry in
        let key = format == .cloudFormation ? Deployment.pascalCase(entry.key.value) : Deployment.snakeCase(entry.key.value)
        return Node.Entry(key: Located(key, at: entry.key.place), value: respelt(entry.value))
      }), at: node.place)
    case .list(let items):
      var made: [Node] = []
      for item in items { made.append(respelt(item)) }
      return Node(.list(made), at: node.place)
    case .scalar: return texts(in: node)
    }
  }

  /// The same value, its texts in the syntax of the tool.
  private mutating func texts(in node: Node) -> Node {
    switch node.content {
    case .map(let entries):
      var made: [Node.Entry] = []
      for entry in entries { made.append(Node.Entry(key: entry.key, value: texts(in: entry.value))) }
      return Node(.map(made), at: node.place)
    case .list(let items):
      var made: [Node] = []
      for item in items { made.append(texts(in: item)) }
      return Node(.list(made), at: node.place)
    case .scalar(let scalar):
      guard scalar.type == .string else { return node }
      return text(scalar.text, at: node.place)
    }
  }

  private mutating func text(_ text: String, at place: SourcePlace) -> Node {
    let parts = References.parts(of: text)
    for case .environment(let name) in parts where !variables.contains(name) { variables.append(name) }
    switch format {
    case .cloudFormation:
      if parts.count == 1, case .environment(let name) = parts[0] { return .map([("Ref", .string(Self.parameter(name), at: place))], at: place) }
      guard parts.contains(where: { if case .environment = $0 { true } else { false } }) else { return .string(text, at: place) }
      // `${!` is `${` of the text itself.
      let template = parts.map { part in
        switch part {
        case .text(let text): text.replacing("${", with: "${!")
        case .environment(let name): "${\(Self.parameter(name))}"
        }
      }
      return .map([("Fn::Sub", .string(template.joined(), at: place))], at: place)
    case .terraformJSON:
      let template = parts.map { part in
        switch part {
        case .text(let text): text.replacing("${", with: "$${").replacing("%{", with: "%%{")
        case .environment(let name): "${var.\(name.lowercased())}"
        }
      }
      return .string(template.joined(), at: place)
    }
  }

  /// `STREAM_KEY` → `StreamKey`: a parameter's name has letters and digits only.
  package static func parameter(_ variable: String) -> String { Deployment.pascalCase(variable.lowercased()).filter { $0.isLetter || $0.isNumber } }
}
