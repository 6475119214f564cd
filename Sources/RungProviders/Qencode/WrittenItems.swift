internal import RungSource
internal import RungSpec

/// The items of a list as they were written, met in the order of those that could be read.
struct WrittenItems {
  private var rest: ArraySlice<Node>

  init(_ list: Node?) { rest = (list?.items ?? [])[...] }

  /// The item at a place; nil when it lies before one that was asked for already.
  mutating func next(at place: SourcePlace) -> Node? {
    while let item = rest.popFirst() {
      if item.place == place { return item }
    }
    return nil
  }
}
