/// The path to a value in a spec: `ladder.renditions[0].audio.bitrate`.
struct LeafPath: Sendable {
  /// The keys down to the first list, or to the parent where the path has no list: `ladder.renditions`.
  let head: String
  /// The position in that list.
  let index: Int?
  /// The rest: `audio.bitrate`; empty for a member of a list.
  let tail: String

  var text: String {
    let start = index.map { "\(head)[\($0)]" } ?? head
    return start.isEmpty || tail.isEmpty ? start + tail : "\(start).\(tail)"
  }

  init(head: String, index: Int?, tail: String) { (self.head, self.index, self.tail) = (head, index, tail) }

  /// A path as it is written: `ladder.video[0].gop`. Everything after the first list is the tail.
  ///
  /// - Parameter isShared: whether the value applies to every item of that list: `ladder.video[].gop`.
  init(_ text: String, isShared: Bool) {
    if let open = text.firstIndex(of: "["), let close = text[open...].firstIndex(of: "]"), let number = Int(text[text.index(after: open)..<close]) {
      let rest = text[text.index(after: close)...]
      self.init(head: String(text[..<open]) + (isShared ? "[]" : ""), index: isShared ? nil : number, tail: String(rest.hasPrefix(".") ? rest.dropFirst() : rest))
    } else if let dot = text.lastIndex(of: ".") {
      self.init(head: String(text[..<dot]), index: nil, tail: String(text[text.index(after: dot)...]))
    } else {
      self.init(head: "", index: nil, tail: text)
    }
  }

  static func joined(_ head: String, _ key: String) -> String { head.isEmpty ? key : "\(head).\(key)" }

  /// Every path, in short form: `ladder.defaults.{codec, profile}, ladder.renditions[0–4].{name, bitrate}`.
  static func summary(of paths: [LeafPath]) -> String {
    // A leaf in a list is its list, its position there, and the rest; any other is its parent and its key.
    var groups: [(head: String, tails: [(text: String, indices: [Int])])] = []
    var heads: [String: Int] = [:]
    var tails: [Tail: Int] = [:]
    for path in paths {
      let group = heads[path.head] ?? groups.count
      if group == groups.count {
        heads[path.head] = group
        groups.append((path.head, []))
      }
      let tail = Tail(group: group, text: path.tail, isInList: path.index != nil)
      if let known = tails[tail] {
        if let index = path.index { groups[group].tails[known].indices.append(index) }
      } else {
        tails[tail] = groups[group].tails.count
        groups[group].tails.append((path.tail, path.index.map { [$0] } ?? []))
      }
    }
    var text = ""
    for group in groups { append(group.head, group.tails, to: &text) }
    return text
  }

  private struct Tail: Hashable {
    let group: Int
    let text: String
    let isInList: Bool
  }

  private static func append(_ head: String, _ tails: [(text: String, indices: [Int])], to text: inout String) {
    var together: [(indices: [Int], tails: [String])] = []
    var known: [[Int]: Int] = [:]
    for tail in tails {
      if let index = known[tail.indices] {
        together[index].tails.append(tail.text)
      } else {
        known[tail.indices] = together.count
        together.append((tail.indices, [tail.text]))
      }
    }
    for part in together {
      if !text.isEmpty { text += ", " }
      text += head
      if !part.indices.isEmpty { text += "[\(ranges(part.indices))]" }
      let tails = part.tails.filter { !$0.isEmpty }
      guard let first = tails.first else { continue }
      if !head.isEmpty { text += "." }
      if tails.count == 1 {
        text += first
        continue
      }
      text += "{\(first)"
      for tail in tails.dropFirst() {
        text += ", "
        text += tail
      }
      text += "}"
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
}
