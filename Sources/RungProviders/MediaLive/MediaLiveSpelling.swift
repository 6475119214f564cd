internal import RungSource

extension MediaLive {
  /// What answers have beside the members of requests.
  private static let answered = ["Channel", "Input", "SecurityGroup", "Channels", "Inputs", "InputSecurityGroups", "NextToken", "SecurityGroups", "Message"]

  private static let known: Set<String> = model.keys.union(answered).union(
    requests.flatMap(\.filled).flatMap { $0.path.split(separator: ".").map(String.init) })

  /// `channelClass`, as the API has it, is `ChannelClass` in AWS's tools, and in what Rung writes.
  static func respelled(_ node: Node) -> Node {
    switch node.content {
    case .scalar: return node
    case .list(let items): return Node(.list(items.map(respelled)), at: node.place)
    case .map(let entries):
      return Node(
        .map(entries.map { entry in
          let key = entry.key.value
          let large = key.prefix(1).uppercased() + key.dropFirst()
          let isRespelt = large != key && known.contains(large) && !node.has(large)
          let value = large == "Tags" ? entry.value : respelled(entry.value)
          return Node.Entry(key: isRespelt ? Located(large, at: entry.key.place) : entry.key, value: value)
        }), at: node.place)
    }
  }
}
