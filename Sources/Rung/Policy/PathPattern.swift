/// A pattern of paths as `.gitignore` has them (gitignore(5)): `*`, `?` and `[…]` cross no `/`, `**` stands for any directories, a `/` at the
/// start or inside ties it to its directory, one at the end takes directories only.
public struct PathPattern: Sendable, Hashable {
  /// As it is written.
  public let text: String
  /// Whether what it matches is taken back: `!…`.
  public let isNegated: Bool
  private let isDirectoryOnly: Bool
  private let isTied: Bool
  /// What a tied pattern begins with before anything special. git compares it apart, so that `**` behind it stands at a beginning.
  private let prefix: [UInt8]
  private let pattern: [UInt8]
  private let isLiteral: Bool

  /// - Parameter text: one line; trailing blanks do not count unless a backslash is before them. Nil for an empty line and a comment.
  public init?(_ text: String) { self.init(bytes: Array(text.utf8)) }

  init?(bytes line: [UInt8]) {
    text = String(decoding: line, as: UTF8.self)
    var bytes = Self.withoutTrailingBlanks(line)
    guard let first = bytes.first, first != UInt8(ascii: "#") else { return nil }
    isNegated = first == UInt8(ascii: "!")
    if isNegated { bytes.removeFirst() }
    isDirectoryOnly = bytes.last == UInt8(ascii: "/")
    if isDirectoryOnly { bytes.removeLast() }
    isTied = bytes.contains(UInt8(ascii: "/"))
    if bytes.first == UInt8(ascii: "/") { bytes.removeFirst() }
    guard !bytes.isEmpty else { return nil }
    prefix = isTied ? Array(bytes.prefix { !Self.special.contains($0) }) : []
    pattern = Array(bytes.dropFirst(prefix.count))
    isLiteral = !pattern.contains(where: Self.special.contains)
  }

  private static let special = Array("*?[\\".utf8)

  private static func withoutTrailingBlanks(_ line: [UInt8]) -> [UInt8] {
    var end = 0
    var index = 0
    while index < line.count {
      if line[index] == UInt8(ascii: "\\"), index + 1 < line.count {
        index += 2
        end = index
      } else {
        index += 1
        if line[index - 1] != 0x20 { end = index }
      }
    }
    return Array(line[..<end])
  }

  /// Whether a path matches, the `!` aside. What lies in a directory that matches is the caller's to know.
  ///
  /// - Parameter path: relative to the directory of the pattern, with `/` between its parts.
  func matches(_ path: [UInt8], isDirectory: Bool) -> Bool {
    guard !isDirectoryOnly || isDirectory else { return false }
    let name = isTied ? path[...] : path[(path.lastIndex(of: UInt8(ascii: "/")).map { $0 + 1 } ?? 0)...]
    guard name.starts(with: prefix) else { return false }
    let rest = name.dropFirst(prefix.count)
    // Most patterns are names.
    if isLiteral { return rest.elementsEqual(pattern) }
    var match = WildMatch(pattern: pattern, text: Array(rest))
    return match.matches()
  }

  /// Whether the path, or a directory above it, matches, the `!` aside.
  func covers(_ path: [UInt8]) -> Bool {
    if matches(path, isDirectory: false) { return true }
    return path.indices.contains { path[$0] == UInt8(ascii: "/") && matches(Array(path[..<$0]), isDirectory: true) }
  }
}

/// One pattern against one text, as git's wildmatch does with WM_PATHNAME.
private struct WildMatch {
  let pattern: [UInt8]
  let text: [UInt8]
  /// Pairs that have been found not to match: `*` after `*` would try them again and again.
  private var failed: Set<Int> = []

  init(pattern: [UInt8], text: [UInt8]) { (self.pattern, self.text) = (pattern, text) }

  private static let slash = UInt8(ascii: "/")
  private static let star = UInt8(ascii: "*")

  mutating func matches() -> Bool { matches(0, 0) }

  private mutating func matches(_ at: Int, _ index: Int) -> Bool {
    let key = at * (text.count + 1) + index
    if failed.contains(key) { return false }
    let found = tries(at, index)
    if !found { failed.insert(key) }
    return found
  }

  private mutating func tries(_ start: Int, _ from: Int) -> Bool {
    var (at, index) = (start, from)
    while at < pattern.count {
      switch pattern[at] {
      case Self.star: return stars(at, index)
      case UInt8(ascii: "?"):
        guard index < text.count, text[index] != Self.slash else { return false }
        (at, index) = (at + 1, index + 1)
      case UInt8(ascii: "["):
        guard index < text.count, text[index] != Self.slash, let next = set(at, text[index]) else { return false }
        (at, index) = (next, index + 1)
      default:
        // A backslash at the end matches nothing.
        if pattern[at] == UInt8(ascii: "\\") { at += 1 }
        guard at < pattern.count, index < text.count, pattern[at] == text[index] else { return false }
        (at, index) = (at + 1, index + 1)
      }
    }
    return index == text.count
  }

  private mutating func stars(_ start: Int, _ from: Int) -> Bool {
    var at = start
    while at < pattern.count, pattern[at] == Self.star { at += 1 }
    let isWhole = at - start > 1 && (start == 0 || pattern[start - 1] == Self.slash) && (at == pattern.count || pattern[at] == Self.slash)
    if isWhole {
      if at == pattern.count { return true }
      // `**/` also stands for no directory at all, and so do many of them.
      var next = at + 1
      while let end = pattern[next...].firstIndex(where: { $0 != Self.star }), end - next > 1, pattern[end] == Self.slash { (at, next) = (end, end + 1) }
      if matches(next, from) { return true }
    }
    var index = from
    while true {
      if matches(at, index) { return true }
      guard index < text.count, isWhole || text[index] != Self.slash else { return false }
      index += 1
    }
  }

  /// The place after a set that has the byte; nil when it has not, or does not end.
  private func set(_ open: Int, _ byte: UInt8) -> Int? {
    var at = open + 1
    guard at < pattern.count else { return nil }
    let isNegated = pattern[at] == UInt8(ascii: "!") || pattern[at] == UInt8(ascii: "^")
    if isNegated { at += 1 }
    var found = false
    var isFirst = true
    var before: UInt8?
    while true {
      guard at < pattern.count else { return nil }
      var next = pattern[at]
      if next == UInt8(ascii: "]"), !isFirst { return found != isNegated ? at + 1 : nil }
      isFirst = false
      if next == UInt8(ascii: "-"), let lower = before, at + 1 < pattern.count, pattern[at + 1] != UInt8(ascii: "]") {
        at += 1
        if pattern[at] == UInt8(ascii: "\\") { at += 1 }
        guard at < pattern.count else { return nil }
        if lower <= byte, byte <= pattern[at] { found = true }
        before = nil
      } else if next == UInt8(ascii: "["), at + 1 < pattern.count, pattern[at + 1] == UInt8(ascii: ":") {
        guard let end = pattern[(at + 2)...].firstIndex(of: UInt8(ascii: "]")) else { return nil }
        guard end - 1 >= at + 2, pattern[end - 1] == UInt8(ascii: ":") else {
          // Not a class: an ordinary bracket.
          if byte == next { found = true }
          before = next
          at += 1
          continue
        }
        guard let isMember = Self.classes[String(decoding: pattern[(at + 2)..<(end - 1)], as: UTF8.self)] else { return nil }
        if isMember(byte) { found = true }
        at = end
        before = nil
      } else {
        if next == UInt8(ascii: "\\") {
          at += 1
          guard at < pattern.count else { return nil }
          next = pattern[at]
        }
        if byte == next { found = true }
        before = next
      }
      at += 1
    }
  }

  private static let classes: [String: @Sendable (UInt8) -> Bool] = [
    "alpha": { ($0 | 0x20) &- 0x61 < 26 }, "digit": { $0 &- 0x30 < 10 }, "alnum": { ($0 | 0x20) &- 0x61 < 26 || $0 &- 0x30 < 10 },
    "upper": { $0 &- 0x41 < 26 }, "lower": { $0 &- 0x61 < 26 }, "space": { $0 == 0x20 || $0 &- 0x09 < 5 }, "blank": { $0 == 0x20 || $0 == 0x09 },
    "cntrl": { $0 < 0x20 || $0 == 0x7F }, "print": { $0 &- 0x20 < 0x5F }, "graph": { $0 &- 0x21 < 0x5E },
    "punct": { $0 &- 0x21 < 0x5E && !(($0 | 0x20) &- 0x61 < 26 || $0 &- 0x30 < 10) },
    "xdigit": { $0 &- 0x30 < 10 || ($0 | 0x20) &- 0x61 < 6 },
  ]
}
