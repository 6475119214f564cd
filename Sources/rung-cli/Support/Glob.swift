/// `*`, `?`, `[…]` and `**`, for patterns that no shell has expanded: those in quotes, and those of CI files.
///
/// As in a shell, `*` crosses no `/` and takes no name that starts with a dot; `**` stands for any number of
/// directories.
enum Glob {
  static func isPattern(_ path: String) -> Bool { path.unicodeScalars.contains { $0 == "*" || $0 == "?" || $0 == "[" } }

  /// What a pattern leads to.
  struct Match {
    /// Sorted by bytes, each once.
    fileprivate(set) var paths: [String] = []
    /// Directories that cannot be looked into, each with the reason.
    fileprivate(set) var unreadable: [(path: String, reason: String)] = []
  }

  static func match(_ pattern: String) -> Match {
    let parts = pattern.utf8.split(separator: UInt8(ascii: "/")).compactMap { String($0) }
    var match = Match()
    walk(PathName.isAbsolute(pattern) ? "/" : "", parts[...], &match)
    let found = match.paths.sorted(by: PathName.precedes)
    // `**` leads to one file on several ways.
    match.paths = []
    for path in found where match.paths.last.map({ !PathName.isSame($0, path) }) ?? true { match.paths.append(path) }
    return match
  }

  private static func walk(_ base: String, _ parts: ArraySlice<String>, _ found: inout Match) {
    guard let part = parts.first else {
      if !base.isEmpty { found.paths.append(base) }
      return
    }
    let rest = parts.dropFirst()
    if !isPattern(part) {
      let path = PathName.join(base, part)
      if PathName.kind(path) != .missing { walk(path, rest, &found) }
      return
    }
    let entries: [Directory.Entry]
    do throws(Unreadable) {
      entries = try Directory.entries(base.isEmpty ? "." : base)
    } catch {
      if PathName.kind(base) == .directory, !found.unreadable.contains(where: { PathName.isSame($0.path, base) }) { found.unreadable.append((base, error.reason)) }
      return
    }
    if part == "**" {
      walk(base, rest, &found)
      for entry in entries where entry.isDirectory && !PathCollection.isSkipped(entry.name) {
        walk(PathName.join(base, entry.name), parts, &found)
      }
      // A `**` at the end takes the files of every directory that it stands for.
      if rest.isEmpty {
        for entry in entries where !entry.isDirectory && PathName.isSource(entry.name) && !entry.name.hasPrefix(".") {
          found.paths.append(PathName.join(base, entry.name))
        }
      }
      return
    }
    for entry in entries where matches(entry.name, part) { walk(PathName.join(base, entry.name), rest, &found) }
  }

  /// Whether a path matches, part by part.
  static func matches(path: ArraySlice<String>, _ pattern: ArraySlice<String>) -> Bool {
    guard let part = pattern.first else { return path.isEmpty }
    guard part == "**" else { return path.first.map { matches($0, part) } == true && matches(path: path.dropFirst(), pattern.dropFirst()) }
    if pattern.count == 1 { return !path.isEmpty }
    return path.indices.contains { matches(path: path[$0...], pattern.dropFirst()) }
  }

  static func matches(_ name: String, _ pattern: String) -> Bool {
    if name.hasPrefix("."), !pattern.hasPrefix(".") { return false }
    let name = PathText.scalars(name)
    let pattern = PathText.scalars(pattern)
    // The last star, and how far it has reached: going back to it is enough, for a later star makes an earlier one free.
    var (index, at) = (0, 0)
    var star: (pattern: Int, name: Int)?
    while index < name.count {
      if at < pattern.count, pattern[at] == "*" {
        star = (at, index)
        at += 1
      } else if let next = one(name[index], pattern, at) {
        index += 1
        at = next
      } else if let last = star {
        star = (last.pattern, last.name + 1)
        index = last.name + 1
        at = last.pattern + 1
      } else {
        return false
      }
    }
    while at < pattern.count, pattern[at] == "*" { at += 1 }
    return at == pattern.count
  }

  /// The place in the pattern after what takes one character; nil when it does not take this one.
  private static func one(_ character: Unicode.Scalar, _ pattern: [Unicode.Scalar], _ at: Int) -> Int? {
    guard at < pattern.count else { return nil }
    if pattern[at] == "?" { return at + 1 }
    guard pattern[at] == "[", let end = closing(pattern, at) else { return pattern[at] == character ? at + 1 : nil }
    var index = at + 1
    let isNegated = pattern[index] == "!" || pattern[index] == "^"
    if isNegated { index += 1 }
    var found = false
    while index < end {
      if index + 2 < end, pattern[index + 1] == "-" {
        found = found || (pattern[index] <= character && character <= pattern[index + 2])
        index += 3
      } else {
        found = found || pattern[index] == character
        index += 1
      }
    }
    return found != isNegated ? end + 1 : nil
  }

  /// The `]` of a set; one that stands first is a member.
  private static func closing(_ pattern: [Unicode.Scalar], _ open: Int) -> Int? {
    var index = open + 1
    if index < pattern.count, pattern[index] == "!" || pattern[index] == "^" { index += 1 }
    index += 1
    while index < pattern.count {
      if pattern[index] == "]" { return index }
      index += 1
    }
    return nil
  }
}
