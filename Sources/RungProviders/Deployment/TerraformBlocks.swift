internal import RungSource

/// The blocks and arguments of resources of Terraform's, to which properties are held: a resource refuses what it has no argument for.
package struct TerraformBlocks {
  private struct Member {
    let isRequired: Bool
    /// A set: of equal blocks one is left.
    let isSet: Bool
    /// The line of the block; nil for an argument.
    let block: String?
  }

  private let blocks: [String: [String: Member]]
  private let names: [String: String]
  private let unknown: [String: Set<String>]

  /// - Parameters:
  ///   - table: one line for each block that has members: its name, and its members, `!` for required, `*` for a set, `:` before the line of a block,
  ///     which is left out where it is the member's name.
  ///   - names: members that do not have the API's name, by that.
  ///   - unknown: values that an argument does not take, by the line and the argument: `input.type`.
  init(_ table: String, names: [String: String], unknown: [String: Set<String>]) {
    var blocks: [String: [String: Member]] = [:]
    for line in table.split(separator: "\n") where !line.hasPrefix("#") {
      let words = line.split(separator: " ")
      var members: [String: Member] = [:]
      for word in words.dropFirst() {
        let halves = word.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        let name = String(halves[0].prefix { $0 != "!" && $0 != "*" })
        let block = halves.count == 1 ? nil : halves[1].isEmpty ? name : String(halves[1])
        members[name] = Member(isRequired: halves[0].contains("!"), isSet: halves[0].hasSuffix("*"), block: block)
      }
      blocks[String(words[0])] = members
    }
    self.blocks = blocks
    self.names = names
    self.unknown = unknown
  }

  /// What a resource cannot hold, by the last two keys that lead there.
  private struct Lacks {
    var absent: [String] = []
    var required: [String] = []
    var repeated: [String] = []

    /// Words that follow the resource's name; nil for nothing.
    var text: String? {
      let parts = [("has no", absent), ("requires", required), ("keeps one of two equal", repeated)].filter { !$0.1.isEmpty }
      return parts.isEmpty ? nil : parts.map { verb, keys in "\(verb) \(keys.map { "`\($0)`" }.joined(separator: ", "))" }.joined(separator: ", ")
    }
  }

  /// The properties with the names of the resource's members, and what the resource cannot hold of them, in words that follow its name; nil for nothing.
  func held(_ properties: Node, by resource: String) -> (node: Node, lacks: String?) {
    var lacks = Lacks()
    let node = held(properties, named: nil, by: resource, &lacks)
    return (node, lacks.text)
  }

  /// - Parameters:
  ///   - name: of the block; nil for the resource.
  ///   - line: of the table.
  private func held(_ node: Node, named name: String?, by line: String, _ lacks: inout Lacks) -> Node {
    if case .list(let items) = node.content {
      var made: [Node] = []
      for item in items { made.append(held(item, named: name, by: line, &lacks)) }
      return Node(.list(made), at: node.place)
    }
    guard case .map(let entries) = node.content else { return node }
    func add(_ key: String, to list: inout [String]) {
      let path = name.map { "\($0).\(key)" } ?? key
      if !list.contains(path) { list.append(path) }
    }
    let members = blocks[line] ?? [:]
    var made: [Node.Entry] = []
    for entry in entries {
      guard let found = member(entry.key.value, of: members), let member = members[found] else {
        add(entry.key.value, to: &lacks.absent)
        continue
      }
      if member.isSet, case .list(let items) = entry.value.content, items.indices.contains(where: { index in items[..<index].contains { $0.isSame(as: items[index]) } }) {
        add(found, to: &lacks.repeated)
      }
      if let text = entry.value.scalar?.text, unknown["\(line).\(found)"]?.contains(text) == true { add("\(found): \(text)", to: &lacks.absent) }
      let value = member.block.map { held(entry.value, named: found, by: $0, &lacks) } ?? entry.value
      made.append(Node.Entry(key: Located(found, at: entry.key.place), value: value))
    }
    // What has another form there also lacks what is required: one of the two says it.
    if made.count == entries.count {
      for (key, member) in members.sorted(by: { $0.key < $1.key }) where member.isRequired && !made.contains(where: { $0.key.value == key }) {
        add(key, to: &lacks.required)
      }
    }
    return Node(.map(made), at: node.place)
  }

  /// `index_nsegments` is `index_n_segments` there.
  private func member(_ key: String, of members: [String: Member]) -> String? {
    if members[key] != nil { return key }
    if let other = names[key], members[other] != nil { return other }
    let plain = key.filter { $0 != "_" }
    return members.keys.first { $0.filter { $0 != "_" } == plain }
  }
}
