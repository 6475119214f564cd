internal import Rung

/// The specs of a commit beside those of the work tree: what `rung diff --base` compares.
struct RevisionPairs {
  /// Those that differ, by themselves or by what they extend.
  private(set) var pairs: [(old: DiffInput?, new: DiffInput?)] = []
  /// Files that came, went or were renamed: a line each.
  private(set) var remarks: [String] = []
  /// What could not be read or compared: a line each.
  private(set) var unreadable: [String] = []
  /// Specs, on either side.
  private(set) var count = 0

  private struct Side {
    /// As it is shown.
    let shown: String
    let spec: SpecFiles.Spec
    var isChanged = true
    var outline: Outline
  }

  private let revision: Revision
  private let fence: String?

  init(_ base: String, _ paths: [String], in root: RootOption) throws {
    let paths = paths.isEmpty ? ["."] : paths
    if paths.contains(where: { $0 == "-" || $0 == "/dev/stdin" }), root.stdin.name == nil {
      throw Failure.usage("with --base, standard input needs the name of its file: add --stdin-filename NAME")
    }
    revision = try Revision(base, option: "--base", near: paths.first == "-" ? root.stdin.name ?? "." : paths[0])
    fence = try root.directory()
    // By the bytes of their paths from the top.
    var new: [[UInt8]: Side] = [:]
    var order: [String] = []
    var files = try SpecFiles(try PathCollection(paths), in: root)
    var failed: [(path: String, reason: String)] = []
    var others: Set<String> = []
    let (revision, fence) = (revision, fence)
    files.forEach { spec in
      let shown = spec.input.name
      if let other = revision.other(of: shown) { return _ = others.insert(other) }
      guard let place = revision.place(of: shown) else { return failed.append((shown, "is not in the repository \(revision.top)")) }
      let (watched, mark) = ChangeMark.watch(spec, against: revision, root: fence)
      let outline = outline(watched.input, loader: watched.loader)
      if new.updateValue(Side(shown: shown, spec: spec, isChanged: mark.isChanged, outline: outline), forKey: Array(place.utf8)) == nil { order.append(place) }
    } unreadable: { path, reason in
      failed.append((path, reason))
    }
    let (named, found) = places(of: paths)
    var old: [[UInt8]: Side] = [:]
    var gone: [String] = []
    for place in PathName.sorted(order + named + found) where old[Array(place.utf8)] == nil {
      let isPaired = new[Array(place.utf8)] != nil
      switch revision.find(place) {
      case .file(_, let bytes):
        let input = SourceInput(name: revision.shown(place), bytes: bytes)
        let isNamed = named.contains { PathName.isSame($0, place) }
        guard isPaired || isNamed || SpecRecognition.isSpec(bytes) || SpecRecognition.mayBeSpec(bytes) && resemblesSpec(input) else { continue }
        let loader = revision.loader(root: fence)
        old[Array(place.utf8)] = Side(shown: input.name, spec: (input, loader), outline: outline(input, loader: loader))
        if !isPaired { gone.append(place) }
      case .unreadable(let reason):
        // What is no spec now was hardly one.
        if isPaired { unreadable.append("\(revision.shown(place)) \(reason)") }
      case .outside: if isPaired { unreadable.append("\(revision.shown(place)) is a link that leads out of the repository") }
      case .directory, .missing: break
      }
    }
    for (path, reason) in failed where !revision.wasRemoved(path) {
      if Glob.isPattern(path), !gone.isEmpty, PathName.kind(path) == .missing { continue }
      unreadable.append("\(path) \(reason)")
    }
    for other in PathName.sorted(Array(others)) { remarks.append("\(other) is a repository of its own: its files are not compared") }
    // Of these it has been said.
    gone.removeAll { place in
      let path = PathName.join(revision.top, place)
      if let other = revision.other(of: path) {
        unreadable.append("\(revision.shown(place)) cannot be compared: the repository \(other) is in its place now")
        return true
      }
      return failed.contains { $0.path != "-" && revision.place(of: $0.path).map { PathName.isSame($0, place) } == true && !revision.wasRemoved($0.path) }
    }
    count = Set(order.map { Array($0.utf8) } + old.keys).count
    take(order, gone, old, new)
  }

  /// The paths, from the top, that the command line names at the commit: those of files themselves, and those of what is in directories
  /// and matches patterns.
  private func places(of paths: [String]) -> (named: [String], found: [String]) {
    var named: [String] = []
    var found: [String] = []
    for path in paths.map(PathName.tidy) where path != "-" {
      if PathName.kind(path) == .missing, Glob.isPattern(path) {
        let parts = path.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false).compactMap { String($0) }
        let fixed = parts.prefix { !Glob.isPattern($0) }
        guard let start = revision.place(of: fixed.isEmpty ? "." : fixed.count == 1 && fixed[0].isEmpty ? "/" : fixed.joined(separator: "/")) else { continue }
        let rest = Array(parts.dropFirst(fixed.count))
        found += revision.sources(below: start).filter { source in
          let below = start.isEmpty ? source : PathName.below(start, source) ?? source
          return Glob.matches(path: below.utf8.split(separator: UInt8(ascii: "/")).compactMap { String($0) }[...], rest[...])
        }
      } else if let place = revision.place(of: path) {
        if case .directory = revision.find(place, limit: 0) { found += revision.sources(below: place) } else { named.append(place) }
      }
    }
    return (named, found)
  }

  private mutating func take(_ order: [String], _ gone: [String], _ old: [[UInt8]: Side], _ new: [[UInt8]: Side]) {
    let (oldBases, newBases) = (bases(old) { $0.utf8.dropFirst(revision.name.utf8.count + 1).map { $0 } }, bases(new) { PathName.real($0).flatMap(revision.place).map { Array($0.utf8) } })
    func isBase(_ side: Side, _ place: [UInt8], _ bases: Set<[UInt8]>) -> Bool { side.outline.isBase || side.outline.mayBeBase && bases.contains(place) }
    var left: [Side] = []
    for place in gone {
      let key = Array(place.utf8)
      guard let side = old[key], !isBase(side, key, oldBases) else { continue }
      let path = PathName.join(revision.top, place)
      guard PathName.kind(path) == .file else {
        left.append(side)
        continue
      }
      // It is still there, and no spec any more.
      do throws(Unreadable) {
        let now = try Inputs.read(Self.relative(path), root: fence)
        if !outline(now.input, loader: now.loader).isBase { pairs.append((input(side), DiffInput(now.input, loader: now.loader))) } else { left.append(side) }
      } catch {
        unreadable.append("\(Self.relative(path)) \(error.reason)")
      }
    }
    var added: [Side] = []
    for place in order {
      let key = Array(place.utf8)
      guard let side = new[key] else { continue }
      let before = old[key]
      switch (before.map { isBase($0, key, oldBases) } ?? true, isBase(side, key, newBases)) {
      case (true, true): continue
      case (true, false): added.append(side)
      case (false, true): if let before { left.append(before) }
      case (false, false): if side.isChanged, let before { pairs.append((input(before), input(side))) }
      }
    }
    for side in added {
      guard let index = partner(of: side, in: left, beside: added) else {
        remarks.append("\(side.shown) is new since \(revision.name)")
        pairs.append((nil, input(side)))
        continue
      }
      let before = left.remove(at: index)
      remarks.append("\(before.shown) was renamed to \(side.shown)")
      pairs.append((input(before), input(side)))
    }
    for side in left {
      remarks.append("\(side.shown) was removed: no request is planned, and what it created stays until you delete it")
      pairs.append((input(side), nil))
    }
  }

  private func input(_ side: Side) -> DiffInput { DiffInput(side.spec.input, loader: side.spec.loader) }

  /// Files that others extend, by their paths from the top.
  private func bases(_ sides: [[UInt8]: Side], _ place: (String) -> [UInt8]?) -> Set<[UInt8]> {
    Set(sides.values.flatMap { $0.outline.extended.compactMap(place) })
  }

  /// The file that a new one was before: the one of the same text, or else of the same streams, if there is only one.
  private func partner(of side: Side, in left: [Side], beside added: [Side]) -> Int? {
    func only(_ isSame: (Side, Side) -> Bool) -> Int? {
      let old = left.indices.filter { isSame(left[$0], side) }
      return old.count == 1 && added.count { isSame($0, side) } == 1 ? old[0] : nil
    }
    return only { ChangeMark.isSame($0.spec.input.bytes, $1.spec.input.bytes) }
      ?? only { $0.outline.names == $1.outline.names && !$0.outline.names.contains(nil) && !$0.outline.names.isEmpty }
  }

  private static func relative(_ path: String) -> String { PathName.real(".").flatMap { PathName.below($0, path) } ?? path }
}
