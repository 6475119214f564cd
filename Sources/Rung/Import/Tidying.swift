internal import RungSource
internal import RungSpec

/// A spec that a program put together, as a person would write it. The meaning stays: whatever is compiled from the one
/// is compiled from the other.
enum Tidying {
  /// - Parameter namesPresets: false to keep every value, and with it its place.
  static func tidied(_ document: Node, namesPresets: Bool = true) -> Node {
    var document = UnitWording.worded(document)
    if let ladder = document["ladder"], case .map = ladder.content {
      document = document.replacing("ladder", with: LadderTidying.tidied(ladder, of: document, namesPresets: namesPresets))
    }
    return SpecOrder.ordered(document)
  }
}

extension Node {
  /// Whether two trees hold the same values; the order of keys and the places do not count.
  func isSame(as other: Node) -> Bool {
    switch (content, other.content) {
    case (.scalar(let mine), .scalar(let theirs)):
      return mine.type == theirs.type && mine.text == theirs.text
    case (.list(let mine), .list(let theirs)):
      return mine.count == theirs.count && zip(mine, theirs).allSatisfy { $0.isSame(as: $1) }
    case (.map(let mine), .map(let theirs)):
      return mine.count == theirs.count && mine.allSatisfy { entry in other[entry.key.value].map { entry.value.isSame(as: $0) } ?? false }
    default: return false
    }
  }

  /// The same mapping with another value under a key, which comes last when it is new.
  func replacing(_ key: String, with value: Node, at keyPlace: SourcePlace? = nil) -> Node {
    var entries = self.entries
    if let index = entries.firstIndex(where: { $0.key.value == key }) {
      entries[index].value = value
    } else {
      entries.append(Node.Entry(key: Located(key, at: keyPlace ?? value.place), value: value))
    }
    return Node(.map(entries), at: place)
  }

  /// The same mapping without some keys.
  func without(_ keys: [String]) -> Node {
    Node(.map(entries.filter { !keys.contains($0.key.value) }), at: place)
  }

  /// Scalars and empty collections.
  var leafCount: Int {
    var count = 0
    forEachLeaf { _ in count += 1 }
    return count
  }
}
