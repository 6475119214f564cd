internal import RungSource

/// The items of a list as they were written, visited in the order of those that could be read.
struct WrittenItems {
  private var rest: ArraySlice<Node>

  init(_ list: Node?) { rest = (list?.items ?? [])[...] }

  /// The item at a place; nil when it is before one that was visited.
  mutating func next(at place: SourcePlace) -> Node? {
    while let item = rest.popFirst() {
      if item.place == place { return item }
    }
    return nil
  }
}
