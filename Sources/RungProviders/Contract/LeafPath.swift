/// The way to a value in a spec: `ladder.renditions[0].audio.bitrate`.
struct LeafPath: Sendable, Hashable {
  enum Component: Sendable, Hashable {
    case key(String)
    case index(Int)
  }

  var components: [Component]

  init(_ components: [Component]) {
    self.components = components
  }

  var text: String { Self.text(components[...]) }

  /// Whether it leads to, or below, the value that the keys name; indices do not count.
  func starts(with keys: [String]) -> Bool {
    var next = keys.startIndex
    for component in components where next < keys.endIndex {
      guard case .key(let key) = component else { continue }
      if key != keys[next] { return false }
      next += 1
    }
    return next == keys.endIndex
  }

  /// Every path, told shortly: `ladder.defaults.{codec, profile}, ladder.renditions[0–4].{name, bitrate}`.
  static func summary(of paths: [LeafPath]) -> String {
    // A leaf in a list is its list, its place there, and the rest; another is its parent and its key.
    var groups: [(head: String, tails: [(text: String, indices: [Int])])] = []
    for path in paths {
      let cut = path.components.firstIndex { if case .index = $0 { true } else { false } }
      let head = text(path.components[..<(cut ?? path.components.count - 1)])
      let tail = text(path.components[(cut.map { $0 + 1 } ?? path.components.count - 1)...])
      let index: [Int] = if let cut, case .index(let number) = path.components[cut] { [number] } else { [] }
      guard let group = groups.firstIndex(where: { $0.head == head }) else {
        groups.append((head, [(tail, index)]))
        continue
      }
      if let known = groups[group].tails.firstIndex(where: { $0.text == tail && $0.indices.isEmpty == index.isEmpty }) {
        groups[group].tails[known].indices += index
      } else {
        groups[group].tails.append((tail, index))
      }
    }
    return groups.flatMap { group in lines(group.head, group.tails) }.joined(separator: ", ")
  }

  private static func lines(_ head: String, _ tails: [(text: String, indices: [Int])]) -> [String] {
    var together: [(indices: [Int], tails: [String])] = []
    for tail in tails {
      if let index = together.firstIndex(where: { $0.indices == tail.indices }) {
        together[index].tails.append(tail.text)
      } else {
        together.append((tail.indices, [tail.text]))
      }
    }
    return together.map { part in
      let place = part.indices.isEmpty ? head : "\(head)[\(ranges(part.indices))]"
      let tails = part.tails.filter { !$0.isEmpty }
      let dot = place.isEmpty ? "" : "."
      switch tails.count {
      case 0: return place
      case 1: return place + dot + tails[0]
      default: return "\(place)\(dot){\(tails.joined(separator: ", "))}"
      }
    }
  }

  /// `0–2, 4`
  private static func ranges(_ numbers: [Int]) -> String {
    var runs: [ClosedRange<Int>] = []
    for number in numbers {
      if let last = runs.last, last.upperBound + 1 == number {
        runs[runs.count - 1] = last.lowerBound...number
      } else {
        runs.append(number...number)
      }
    }
    return runs.map { $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)–\($0.upperBound)" }.joined(separator: ", ")
  }

  private static func text(_ components: ArraySlice<Component>) -> String {
    var text = ""
    for component in components {
      switch component {
      case .key(let key): text += text.isEmpty ? key : ".\(key)"
      case .index(let index): text += "[\(index)]"
      }
    }
    return text
  }
}
