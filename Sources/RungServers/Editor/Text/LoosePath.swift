/// The way to an entry in texts that are merged: items of lists are the same by their names.
struct LoosePath {
  private enum Step {
    case key(String)
    case named(String)
    case item(Int)
  }

  private let steps: [Step]

  init(of entry: Int, in tree: LooseTree) {
    var (steps, next): ([Step], Int?) = ([], entry)
    while let index = next {
      let own = tree.entries[index]
      if own.isItem {
        let name = tree.value(of: "name", in: index) ?? (own.value.isEmpty ? nil : tree.plain(own.value))
        steps.append(name.map { .named($0) } ?? .item(tree.number(of: index)))
      } else {
        steps.append(.key(own.key))
      }
      next = own.parent
    }
    self.steps = steps.reversed()
  }

  /// The entry at the same way in another text.
  func entry(in tree: LooseTree, document: Int = 0) -> Int? {
    var entry: Int?
    for step in steps {
      let children = tree.children(of: entry, document: document)
      let next: Int? =
        switch step {
        case .key(let key): tree.child(key, of: entry, document: document)
        case .named(let name): children.first { tree.entries[$0].isItem && (tree.value(of: "name", in: $0) ?? tree.plain(tree.entries[$0].value)) == name }
        case .item(let number): children.indices.contains(number) ? children[number] : nil
        }
      guard let next else { return nil }
      entry = next
    }
    return entry
  }
}
