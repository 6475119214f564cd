package import RungSource

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

  /// - Parameters:
  ///   - table: one line for each block that has members: its name, and its members, `!` for required, `*` for a set, `:` before the line of a block,
  ///     which is left out where it is the member's name.
  ///   - names: members that do not have the API's name, by that.
  init(_ table: String, names: [String: String]) {
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
  }

  /// The properties with the names of the resource's members, and what the resource cannot hold of them, in words that follow its name.
  func held(_ properties: Node, by resource: String) -> (node: Node, lacks: [String]) {
    var lacks: [String] = []
    return (held(properties, resource, resource, &lacks), lacks)
  }

  private func held(_ node: Node, _ name: String, _ line: String, _ lacks: inout [String]) -> Node {
    if case .list(let items) = node.content {
      var made: [Node] = []
      for item in items { made.append(held(item, name, line, &lacks)) }
      return Node(.list(made), at: node.place)
    }
    guard case .map(let entries) = node.content else { return node }
    let members = blocks[line] ?? [:]
    var made: [Node.Entry] = []
    var isWhole = true
    for entry in entries {
      let key = entry.key.value
      guard let found = member(key, of: members), let member = members[found] else {
        Self.add("has no `\(name).\(key)`", to: &lacks)
        isWhole = false
        continue
      }
      if member.isSet, case .list(let items) = entry.value.content, items.indices.contains(where: { index in items[..<index].contains { $0.isSame(as: items[index]) } }) {
        Self.add("keeps one of two equal `\(name).\(found)`", to: &lacks)
      }
      let value = member.block.map { held(entry.value, found, $0, &lacks) } ?? entry.value
      made.append(Node.Entry(key: Located(found, at: entry.key.place), value: value))
    }
    // What has another form there lacks the one that is required; one of the two says it.
    if isWhole {
      for (key, member) in members.sorted(by: { $0.key < $1.key }) where member.isRequired && !made.contains(where: { $0.key.value == key }) {
        Self.add("requires `\(name).\(key)`", to: &lacks)
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

  private static func add(_ words: String, to lacks: inout [String]) {
    if !lacks.contains(words) { lacks.append(words) }
  }
}
