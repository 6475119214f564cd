package import RungSource

extension Node {
  /// Where two trees differ first, in words; nil when they hold the same values.
  package func firstDifference(from other: Node, at path: String = "") -> String? {
    let here = path.isEmpty ? "the whole" : path
    switch (content, other.content) {
    case (.scalar(let mine), .scalar(let theirs)):
      let same = mine.text == theirs.text && (mine.type == .string) == (theirs.type == .string)
      return same ? nil : "\(here): \(mine.type == .string ? "\"\(mine.text)\"" : mine.text) against \(theirs.type == .string ? "\"\(theirs.text)\"" : theirs.text)"
    case (.list(let mine), .list(let theirs)):
      if mine.count != theirs.count { return "\(here): \(mine.count) items against \(theirs.count)" }
      for (index, pair) in zip(mine, theirs).enumerated() {
        if let found = pair.0.firstDifference(from: pair.1, at: "\(path)[\(index)]") { return found }
      }
      return nil
    case (.map(let mine), .map):
      for entry in mine {
        guard let value = other[entry.key.value] else { return "\(path).\(entry.key.value): only on the left" }
        if let found = entry.value.firstDifference(from: value, at: "\(path).\(entry.key.value)") { return found }
      }
      for entry in other.entries where self[entry.key.value] == nil { return "\(path).\(entry.key.value): only on the right" }
      return nil
    default:
      return "\(here): \(kindName) against \(other.kindName)"
    }
  }
}
