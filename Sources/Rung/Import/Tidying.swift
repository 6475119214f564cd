internal import RungSource

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
  /// Scalars and empty collections.
  var leafCount: Int {
    var count = 0
    forEachLeaf { _ in count += 1 }
    return count
  }
}
