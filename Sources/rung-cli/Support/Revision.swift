internal import Rung
internal import Synchronization

/// The files of one commit, with the names that they have in the repository.
final class Revision: Sendable {
  /// As it was typed.
  let name: String
  /// Its hash.
  let commit: String
  /// The directory of the work tree, without links.
  let top: String
  private let store: Mutex<Store>

  /// What there is at a path.
  enum Found {
    /// - Parameter path: from the top, links followed.
    case file(path: String, bytes: [UInt8])
    case directory(path: String)
    case missing
    /// Behind a link or `..` that leads out of the repository.
    case outside
    /// With the reason, as the end of a sentence.
    case unreadable(String)
  }

  /// - Parameters:
  ///   - option: as the user typed it, for messages.
  ///   - path: one of the paths that are asked about.
  init(_ name: String, option: String, near path: String) throws {
    guard !name.isEmpty, !name.hasPrefix("-") else {
      throw Failure.usage(name.isEmpty ? "\(option) has no value; name a revision of git, such as `main`" : "\(option): `\(name)` starts with a hyphen, which no revision of git does")
    }
    self.name = name
    let directory = Self.directory(near: path)
    do throws(Unreadable) {
      top = try Git.answer(["rev-parse", "--show-toplevel"], in: directory)
    } catch {
      throw Failure.notRun("\(option): git \(error.reason)")
    }
    // A checkout can say that it is the work tree of another directory, in which nothing would be where the commit has it.
    guard let nearest = PathName.repository(of: directory), PathName.isSame(nearest, top) else {
      throw Failure.notRun("\(option): the work tree of git is \(top), which is not the repository of \(directory)")
    }
    do throws(Unreadable) {
      // In two steps: behind `:/text`, the second would be a part of the text.
      let object = try Git.answer(["rev-parse", "--verify", "--end-of-options", name], in: top)
      guard Self.isObject(object) else { throw Unreadable(reason: "is a range") }
      commit = try Git.answer(["rev-parse", "--verify", "--end-of-options", "\(object)^{commit}"], in: top)
    } catch {
      throw Failure.notRun("\(option): the repository has no commit `\(name)`; in a shallow clone, run `git fetch --depth 1 origin BRANCH` and name `FETCH_HEAD`")
    }
    do throws(Unreadable) {
      store = Mutex(try Store(commit, in: top))
    } catch {
      throw Failure.notRun("\(option): git \(error.reason)")
    }
  }

  private static func isObject(_ text: String) -> Bool {
    (text.utf8.count == 40 || text.utf8.count == 64) && text.utf8.allSatisfy { $0 &- 0x30 < 10 || $0 &- 0x61 < 6 }
  }

  /// The nearest directory that is there.
  private static func directory(near path: String) -> String {
    PathName.nearest(to: path == "-" ? "." : path) { PathName.kind($0) == .directory }.flatMap(PathName.real) ?? "/"
  }

  // MARK: Names

  /// The path of something in the work tree, from the top; empty for the top itself. Nil outside. A link at the end is not followed.
  func place(of path: String) -> String? {
    let (directory, name) = (PathName.directory(of: path), PathName.name(of: path))
    let isWhole = name == "." || name == ".." || path == "/"
    if PathName.kind(path) == .directory || isWhole { return PathName.real(path).flatMap(below) }
    guard let real = PathName.real(directory) else {
      // Something that was removed together with its directory.
      return directory == path || directory == "." ? nil : place(of: directory).map { $0.isEmpty ? name : "\($0)/\(name)" }
    }
    return below(PathName.join(real, name))
  }

  private func below(_ real: String) -> String? { PathName.isSame(real, top) ? "" : PathName.below(top, real) }

  /// The name of a file of the commit, as git writes it.
  func shown(_ place: String) -> String { "\(name):\(place)" }

  /// Of a file of another repository, which lies in this one, such as a submodule: that repository's directory.
  func other(of path: String) -> String? {
    guard let real = PathName.real(PathName.directory(of: path)), PathName.isInside(real, top) else { return nil }
    return PathName.repository(of: real).flatMap { PathName.isSame($0, top) ? nil : $0 }
  }

  /// Whether a file is there no more, of those that the commit has.
  func wasRemoved(_ path: String) -> Bool {
    guard PathName.kind(path) == .missing, PathName.link(path) == nil, let place = place(of: path), case .file = find(place) else { return false }
    return true
  }

  /// Whether the commit has a spec there.
  func hadSpec(at path: String) -> Bool {
    guard other(of: path) == nil, let place = place(of: path), case .file(_, let bytes) = find(place) else { return false }
    return SpecFiles.isSpec(SourceInput(name: shown(place), bytes: bytes))
  }

  /// Whether the commit has a spec at or below a path.
  func hadSpecs(below path: String) -> Bool {
    guard let place = place(of: path) else { return false }
    return ([place] + sources(below: place)).contains { place in
      guard case .file(_, let bytes) = find(place) else { return false }
      return SpecFiles.isSpec(SourceInput(name: shown(place), bytes: bytes))
    }
  }

  // MARK: Contents

  func find(_ place: String, limit: Int = Inputs.limit) -> Found { store.withLock { $0.find(place, top: top, limit: limit) } }

  /// The YAML and JSON files below a directory, as ``PathCollection`` looks for them on the disk.
  func sources(below place: String) -> [String] { PathName.sorted(store.withLock { $0.sources(below: place, top: top) }) }

  // MARK: Bases

  /// Follows `extends` in the commit, behind the fence of ``DiskLoader``.
  func loader(root: String?) -> Loader {
    Loader { path, from in self.answer(path, from: String(decoding: from.utf8.dropFirst(self.name.utf8.count + 1), as: UTF8.self), root: root) }
  }

  /// - Parameter place: of the file that names it.
  func answer(_ path: String, from place: String, root: String?) -> Loader.Answer {
    guard !path.isEmpty else { return .refused("is an empty name") }
    var path = PathText.of(Array(path.utf8))
    if PathName.isAbsolute(path) {
      guard let inside = PathName.below(top, PathName.tidy(path)) else { return .refused("lies outside the repository") }
      path = inside
    } else {
      path = PathName.join(PathName.directory(of: place), path)
    }
    switch find(path) {
    case .missing: return .refused("does not exist at `\(name)`")
    case .outside: return .refused("lies outside the repository")
    case .directory: return .refused("is a directory")
    case .unreadable(let reason): return .refused(reason)
    case .file(let found, let bytes):
      if let root, !PathName.isInside(PathName.join(top, found), root) { return .refused("lies outside the directory of `--root`") }
      return .file(SourceInput(name: shown(found), bytes: bytes))
    }
  }
}

/// The objects of a commit. One process answers for all of them.
private struct Store {
  private struct Entry {
    enum Kind { case directory, file, link, submodule }
    let name: String
    let kind: Kind
    let object: String
  }

  private let process: ChildProcess
  private let root: [[UInt8]: Entry]
  private let width: Int
  private var trees: [String: [[UInt8]: Entry]] = [:]
  /// Bases, which many files share.
  private var texts: [String: [UInt8]] = [:]
  private var textSize = 0
  private static let kept = 1 << 25
  private static let treeLimit = 1 << 28

  init(_ commit: String, in top: String) throws(Unreadable) {
    process = try Git.start(["cat-file", "--batch"], in: top)
    width = commit.utf8.count / 2
    root = Self.entries(try Self.read("\(commit)^{tree}", "tree", limit: Self.treeLimit, process), width)
  }

  private static func read(_ object: String, _ kind: String, limit: Int, _ process: ChildProcess) throws(Unreadable) -> [UInt8] {
    guard process.write(Array("\(object)\n".utf8)), let line = process.line(limit: 1 << 12) else {
      throw Unreadable(reason: "cannot be read from git\(process.complaint.isEmpty ? "" : ": \(process.complaint)")")
    }
    let words = line.split(separator: 0x20).map { String(decoding: $0, as: UTF8.self) }
    guard words.count == 3, let size = Int(words[2]) else {
      throw Unreadable(reason: "is not in this clone of the repository, which is a partial one or damaged")
    }
    guard size <= limit, words[1] == kind else {
      guard process.skip(size + 1) else { throw Unreadable(reason: "cannot be read from git") }
      throw Unreadable(reason: words[1] == kind ? "has \(size) bytes; at most \(limit) are read" : "is a \(words[1]) of git, not a \(kind)")
    }
    guard let bytes = process.bytes(size), process.skip(1) else { throw Unreadable(reason: "cannot be read from git") }
    return bytes
  }

  /// The entries of a tree object: `MODE NAME`, NUL, and the id of the object in binary.
  private static func entries(_ tree: [UInt8], _ width: Int) -> [[UInt8]: Entry] {
    var entries: [[UInt8]: Entry] = [:]
    var index = 0
    while index < tree.count {
      guard let blank = tree[index...].firstIndex(of: 0x20), let end = tree[blank...].firstIndex(of: 0), end + width < tree.count else { break }
      let kind: Entry.Kind =
        switch String(decoding: tree[index..<blank], as: UTF8.self) {
        case "40000", "040000": .directory
        case "120000": .link
        case "160000": .submodule
        default: .file
        }
      let object = tree[(end + 1)...(end + width)].map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
      let name = PathText.of(Array(tree[(blank + 1)..<end]))
      // No tree that git makes has such a name.
      if !name.utf8.contains(UInt8(ascii: "/")) { entries[Array(name.utf8)] = Entry(name: name, kind: kind, object: object) }
      index = end + width + 1
    }
    return entries
  }

  private mutating func entries(of object: String) throws(Unreadable) -> [[UInt8]: Entry] {
    if let known = trees[object] { return known }
    let entries = Self.entries(try Self.read(object, "tree", limit: Self.treeLimit, process), width)
    trees[object] = entries
    return entries
  }

  private mutating func text(_ object: String, limit: Int) throws(Unreadable) -> [UInt8] {
    if let known = texts[object] { return known }
    let bytes = try Self.read(object, "blob", limit: limit, process)
    if textSize + bytes.count <= Self.kept {
      textSize += bytes.count
      texts[object] = bytes
    }
    return bytes
  }

  private static let longestWay = 40
  private static let largeFile = Array("version https://git-lfs.github.com/spec/".utf8)

  mutating func find(_ place: String, top: String, limit: Int) -> Revision.Found {
    do throws(Unreadable) {
      var way: [(name: String, entries: [[UInt8]: Entry])] = []
      var rest = Self.parts(place)
      var links = 0
      while let name = rest.popLast() {
        if name == ".." {
          guard way.popLast() != nil else { return .outside }
          continue
        }
        guard let entry = (way.last?.entries ?? root)[Array(name.utf8)] else { return .missing }
        switch entry.kind {
        case .directory: way.append((name, try entries(of: entry.object)))
        case .submodule: return .unreadable("lies in the submodule `\((way.map(\.name) + [name]).joined(separator: "/"))`, whose files are in a repository of their own")
        case .link:
          links += 1
          guard links <= Self.longestWay else { return .unreadable("is a symbolic link that leads back to itself") }
          let target = PathText.of(try text(entry.object, limit: 1 << 12))
          if PathName.isAbsolute(target) {
            guard let inside = PathName.below(top, PathName.tidy(target)) else { return .outside }
            way = []
            rest += Self.parts(inside)
          } else {
            rest += Self.parts(target)
          }
        case .file:
          guard rest.isEmpty else { return .missing }
          let bytes = try text(entry.object, limit: limit)
          if bytes.starts(with: Self.largeFile) { return .unreadable("is a pointer of Git LFS; its text is not in the repository") }
          return .file(path: (way.map(\.name) + [name]).joined(separator: "/"), bytes: bytes)
        }
      }
      return .directory(path: way.map(\.name).joined(separator: "/"))
    } catch {
      return .unreadable(error.reason)
    }
  }

  /// The last one first.
  private static func parts(_ path: String) -> [String] {
    path.utf8.split(separator: UInt8(ascii: "/")).compactMap { String($0) }.filter { $0 != "." }.reversed()
  }

  mutating func sources(below place: String, top: String) -> [String] {
    guard case .directory(let start) = find(place, top: top, limit: 0) else { return [] }
    var found: [String] = []
    var waiting = [start]
    while let directory = waiting.popLast() {
      var entries = root
      for part in Self.parts(directory).reversed() {
        guard let next = entries[Array(part.utf8)], let below = try? self.entries(of: next.object) else { return found }
        entries = below
      }
      for entry in entries.values where !PathCollection.isSkipped(entry.name) {
        let path = directory.isEmpty ? entry.name : "\(directory)/\(entry.name)"
        switch entry.kind {
        case .directory: waiting.append(path)
        case .file: if PathName.isSource(entry.name) { found.append(path) }
        case .link:
          guard PathName.isSource(entry.name) else { break }
          if case .directory = find(path, top: top, limit: 0) { break }
          found.append(path)
        case .submodule: break
        }
      }
    }
    return found
  }
}
