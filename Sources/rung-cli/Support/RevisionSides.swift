internal import Rung

/// The specs of a commit and those of the work tree: what `rung diff --base` compares.
struct RevisionSides {
  /// Of the commit those that differ, by themselves or by what they extend.
  private(set) var old: [DiffInput] = []
  /// The same of the work tree.
  private(set) var new: [DiffInput] = []
  /// What is left out: a line each.
  private(set) var remarks: [String] = []
  /// What could not be read or compared, each with the reason.
  private(set) var unreadable: [(path: String, reason: String)] = []
  /// Bases that differ: what they change shows in the streams that extend them.
  private(set) var changedBases: [String] = []
  /// Specs, on either side.
  private(set) var count = 0

  private struct Side {
    /// As it is shown.
    let shown: String
    let spec: SpecFiles.Spec
    /// As loaders give it where another file extends it.
    let baseName: String?
    var isChanged = true
    let outline: Outline
  }

  private let revision: Revision
  private let fence: String?
  private let policies: PolicySource

  init(_ base: String, _ paths: [String], in root: RootOption) throws {
    let paths = paths.isEmpty ? ["."] : paths
    if paths.contains(where: { $0 == "-" || $0 == "/dev/stdin" }), root.stdin.name == nil {
      throw Failure.usage("with --base, standard input needs the name of its file: add --stdin-filename NAME")
    }
    revision = try Revision(base, option: "--base", near: paths.first == "-" ? root.stdin.name ?? "." : paths[0])
    fence = try root.directory()
    policies = try PolicySource(root.policy)
    let olderPolicies = try PolicySource(root.policy, at: revision)
    // By the bytes of their paths from the top.
    var new: [[UInt8]: Side] = [:]
    var order: [String] = []
    var files = try SpecFiles(paths, in: root)
    var failed: [(path: String, reason: String)] = []
    var others: Set<String> = []
    let (revision, fence, policies) = (revision, fence, policies)
    try files.forEach { spec in
      let shown = spec.input.name
      if let other = revision.other(of: shown) { return _ = others.insert(other) }
      guard let place = revision.place(of: shown) else { return failed.append((shown, "is not in the repository \(revision.top)")) }
      let (watched, mark) = ChangeMark.watch(spec, against: revision, root: fence, policies)
      let outline = outline(watched.input, loader: watched.loader)
      let side = Side(shown: shown, spec: spec, baseName: DiskLoader.baseName(shown), isChanged: mark.isChanged, outline: outline)
      if new.updateValue(side, forKey: Array(place.utf8)) == nil { order.append(place) }
    } unreadable: { path, reason in
      failed.append((path, reason))
    }
    let (named, found) = places(of: paths)
    // Without its older version, a file is neither new nor changed.
    func leaveOut(_ place: String, _ reason: String) {
      unreadable.append((revision.shown(place), reason))
      new[Array(place.utf8)] = nil
      order.removeAll { PathName.isSame($0, place) }
    }
    var old: [[UInt8]: Side] = [:]
    var gone: [String] = []
    for place in PathName.sorted(order + named + found) where old[Array(place.utf8)] == nil {
      let isPaired = new[Array(place.utf8)] != nil
      switch revision.find(place) {
      case .file(let real, let bytes):
        let input = SourceInput(name: revision.shown(place), bytes: bytes)
        let isNamed = named.contains { PathName.isSame($0, place) }
        guard isPaired || isNamed || SpecFiles.isSpec(input) else { continue }
        let spec = try olderPolicies.settled((input, revision.loader(root: fence)))
        old[Array(place.utf8)] = Side(shown: input.name, spec: spec, baseName: revision.shown(real), outline: outline(spec.input, loader: spec.loader))
        if !isPaired { gone.append(place) }
      // What is no spec now was hardly one.
      case .unreadable(let reason): if isPaired { leaveOut(place, reason) }
      case .outside: if isPaired { leaveOut(place, "is a link that leads out of the repository") }
      case .directory, .missing: break
      }
    }
    for (path, reason) in failed where !revision.wasRemoved(path) {
      if Glob.isPattern(path), !gone.isEmpty, PathName.kind(path) == .missing { continue }
      unreadable.append((path, reason))
    }
    for other in PathName.sorted(Array(others)) { remarks.append("\(other) is a repository of its own: its files are not compared") }
    // Of these it has been said.
    gone.removeAll { place in
      let path = PathName.join(revision.top, place)
      if let other = revision.other(of: path) {
        unreadable.append((revision.shown(place), "cannot be compared: the repository \(other) is in its place now"))
        return true
      }
      return failed.contains { $0.path != "-" && revision.place(of: $0.path).map { PathName.isSame($0, place) } == true && !revision.wasRemoved($0.path) }
    }
    // A file that came from somewhere else is compared with what it was there.
    let arrived = Set(new.filter { old[$0.key] == nil }.flatMap { $0.value.outline.names.compactMap { $0 } }.map { Array($0.utf8) })
    if !arrived.isEmpty {
      for place in revision.sources(below: "") where old[Array(place.utf8)] == nil && PathName.kind(PathName.join(revision.top, place)) == .missing {
        guard case .file(let real, let bytes) = revision.find(place), SpecRecognition.isSpec(bytes, named: place) else { continue }
        let input = SourceInput(name: revision.shown(place), bytes: bytes)
        let spec = try olderPolicies.settled((input, revision.loader(root: fence)))
        let outline = outline(spec.input, loader: spec.loader)
        guard !outline.names.isEmpty, outline.names.allSatisfy({ name in name.map { arrived.contains(Array($0.utf8)) } ?? false }) else { continue }
        old[Array(place.utf8)] = Side(shown: input.name, spec: spec, baseName: revision.shown(real), outline: outline)
        gone.append(place)
      }
    }
    count = Set(order.map { Array($0.utf8) } + old.keys).count
    try take(order, gone, old, new)
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

  /// - Parameters:
  ///   - order: paths of the files of the work tree.
  ///   - gone: of those that only the commit has among the specs.
  private mutating func take(_ order: [String], _ gone: [String], _ old: [[UInt8]: Side], _ new: [[UInt8]: Side]) throws {
    let (oldBases, newBases) = (bases(old), bases(new))
    func isBase(_ side: Side, _ bases: Set<[UInt8]>) -> Bool { side.outline.isBase || side.outline.mayBeBase && side.baseName.map { bases.contains(Array($0.utf8)) } == true }
    for place in PathName.sorted(order + gone) {
      let key = Array(place.utf8)
      let (before, after) = (old[key], try new[key] ?? later(place))
      let (wasBase, isBase) = (before.map { isBase($0, oldBases) } ?? true, after.map { isBase($0, newBases) } ?? true)
      // Files that extend it have its differences.
      if wasBase, isBase {
        if let after, before == nil || after.isChanged { changedBases.append(after.shown) }
        continue
      }
      if before != nil, let after, !after.isChanged, wasBase == isBase { continue }
      if let before { self.old.append(input(before, place)) }
      if let after { self.new.append(input(after, place)) }
    }
  }

  /// What a spec of the commit is now where it is no spec any more; nil where it is not there.
  private mutating func later(_ place: String) throws -> Side? {
    let path = PathName.join(revision.top, place)
    guard PathName.kind(path) == .file else { return nil }
    let name = PathName.fromHere(path)
    let read: SpecFiles.Spec
    do throws(Unreadable) {
      read = try Inputs.read(name, root: fence)
    } catch {
      unreadable.append((name, error.reason))
      return nil
    }
    let now = try policies.settled(read)
    return Side(shown: name, spec: now, baseName: DiskLoader.baseName(name), outline: outline(now.input, loader: now.loader))
  }

  private func input(_ side: Side, _ place: String) -> DiffInput {
    DiffInput(side.spec.input, loader: side.spec.loader, file: place, baseName: side.baseName)
  }

  /// Names of the files that others extend.
  private func bases(_ sides: [[UInt8]: Side]) -> Set<[UInt8]> { Set(sides.values.flatMap { $0.outline.extended.map { Array($0.utf8) } }) }
}
