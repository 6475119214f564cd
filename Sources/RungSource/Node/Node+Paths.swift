extension Node {
  /// The value under a path of keys: `properties.input`.
  package func value(at path: String) -> Node? {
    path.split(separator: ".").reduce(Optional(self)) { node, key in node?[String(key)] }
  }

  /// Everything under a path of keys that goes through lists as well.
  package func entries(at path: String) -> [Entry] { entries(at: path.split(separator: ".").map(String.init)[...]) }

  private func entries(at keys: ArraySlice<String>) -> [Entry] {
    guard let key = keys.first else { return [] }
    switch content {
    case .scalar: return []
    case .list(let items): return items.flatMap { $0.entries(at: keys) }
    case .map(let entries):
      let found = entries.filter { $0.key.value == key }
      return keys.count == 1 ? found : found.flatMap { $0.value.entries(at: keys.dropFirst()) }
    }
  }
}
