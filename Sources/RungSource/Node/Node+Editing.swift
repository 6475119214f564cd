// Trees are values: what changes one gives another, whose other parts keep their places.
extension Node {
  /// The same mapping with another value under a key, which comes last when it is new.
  ///
  /// - Parameter keyPlace: of a new key; nil for the place of the value.
  package func replacing(_ key: String, with value: Node, at keyPlace: SourcePlace? = nil) -> Node {
    var entries = self.entries
    if let index = entries.firstIndex(where: { $0.key.value == key }) {
      entries[index].value = value
    } else {
      entries.append(Entry(key: Located(key, at: keyPlace ?? value.place), value: value))
    }
    return Node(.map(entries), at: place)
  }

  /// The same mapping without some keys.
  package func without(_ keys: [String]) -> Node {
    Node(.map(entries.filter { !keys.contains($0.key.value) }), at: place)
  }

  /// The same tree without the value under a path of keys, in every member of the lists on the way.
  package func removing(_ path: String) -> Node { removing(path.split(separator: ".").map(String.init)[...]) }

  private func removing(_ keys: ArraySlice<String>) -> Node {
    guard let key = keys.first else { return self }
    switch content {
    case .scalar: return self
    case .list(let items): return Node(.list(items.map { $0.removing(keys) }), at: place)
    case .map(let entries):
      if keys.count == 1 { return without([key]) }
      return Node(.map(entries.map { $0.key.value == key ? Entry(key: $0.key, value: $0.value.removing(keys.dropFirst())) : $0 }), at: place)
    }
  }
}

extension Node {
  /// The same tree as it is read in another file of the same bytes, without what led to it.
  package func moved(to file: FileID) -> Node {
    func place(_ place: SourcePlace) -> SourcePlace { SourcePlace(SourceSpan(file: file, lower: place.span.lower, upper: place.span.upper)) }
    switch content {
    case .scalar: return Node(content, at: place(self.place))
    case .list(let items): return Node(.list(items.map { $0.moved(to: file) }), at: place(self.place))
    case .map(let entries):
      return Node(.map(entries.map { Entry(key: Located($0.key.value, at: place($0.key.place)), value: $0.value.moved(to: file)) }), at: place(self.place))
    }
  }
}
