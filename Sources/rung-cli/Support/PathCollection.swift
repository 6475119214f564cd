/// The files that a command line names.
struct PathCollection {
  struct Item {
    /// `-` for standard input.
    let path: String
    /// Named itself, and not only found in a directory: judged whatever it looks like.
    let isNamed: Bool
    /// That it was found in.
    var directory: String?
    /// Whether a program has listed it.
    var isListed = false

    /// From there; nil for one that was named itself.
    var below: String? { directory.flatMap { $0 == "." ? path : PathName.below($0, path) } }
  }

  private(set) var items: [Item] = []
  /// Names that led nowhere, each with the reason.
  private(set) var unreadable: [(path: String, reason: String)] = []
  /// Names of a list that are no YAML or JSON files, or not there any more.
  private(set) var passedOver = 0
  /// Those that are not there, as they would be named.
  private(set) var gone: [String] = []
  /// Files and directories that `.gitignore`, `exclude` or `include` keep from being found: what they hold is not counted.
  private(set) var excluded = 0
  private var known: [Key: Int] = [:]

  /// A file is one however it is named. What is no file is known by the bytes of its name: those that Unicode holds to be the same are
  /// different ones.
  private enum Key: Hashable {
    case file(FileIdentity)
    case name([UInt8])

    init(_ path: String) {
      if path != "-", case .success(let status) = PathName.status(path) { self = .file(FileIdentity(status)) } else { self = .name(Array(path.utf8)) }
    }
  }

  private let walk: WalkRules?
  /// Whether a file of a directory is one that is looked for, by its name.
  private let isLookedFor: (_ name: String) -> Bool

  /// - Parameters:
  ///   - listed: names of files that a program has listed: as if they were found in a directory.
  ///   - source: of what is passed over in directories; nil for nothing.
  ///   - ofBodies: whether request bodies are looked for, and no specs.
  ///   - isLookedFor: whether a file of a directory is one that is looked for, by its name.
  init(
    _ arguments: [String], among listed: [String] = [], _ source: PolicySource? = nil, ofBodies: Bool = false,
    where isLookedFor: @escaping (_ name: String) -> Bool = PathName.isSource
  ) throws {
    self.isLookedFor = isLookedFor
    walk = source.map { WalkRules($0, ofBodies: ofBodies) }
    guard !arguments.contains(where: \.isEmpty) else { throw Failure.usage("a path cannot be empty; name a file or a directory") }
    for argument in arguments { try take(argument) }
    let repository = listed.isEmpty ? nil : PathName.real(".").flatMap(PathName.repository)
    for name in listed { takeListed(name, in: repository) }
  }

  /// - Parameter repository: what git lists is relative to it, wherever it is called.
  private mutating func takeListed(_ name: String, in repository: String?) {
    let path = PathName.tidy(name)
    let shown = PathName.isAbsolute(path) ? repository.flatMap { PathName.below($0, path) } ?? PathName.name(of: path) : path
    let parts = shown.split(separator: "/").map(String.init)
    guard PathName.isSource(path), !parts.contains(where: { Self.isSkipped($0) && $0 != "." && $0 != ".." }) else {
      passedOver += 1
      return
    }
    // git lists names from the root of the repository, in every folder of it, and other programs from this one: where both are files,
    // both are meant. git starts no name with a dot and a slash.
    let isHere = ["/", "./", "../"].contains(where: name.hasPrefix)
    var found = PathName.kind(path) == .file ? [path] : []
    if !isHere, let inRepository = repository.map({ PathName.join($0, path) }), PathName.kind(inRepository) == .file {
      found.append(PathName.fromHere(inRepository))
    }
    for path in found { add(path, isNamed: false, isListed: true) }
    guard found.isEmpty else { return }
    passedOver += 1
    gone += isHere ? [path] : [path] + (repository.map { [PathName.fromHere(PathName.join($0, path))] } ?? [])
  }

  /// What a directory's files are not looked for in.
  static func isSkipped(_ name: String) -> Bool { name.hasPrefix(".") || name == "node_modules" }

  private mutating func take(_ argument: String) throws {
    if Inputs.isStandardInput(argument) {
      add("-", isNamed: true)
      return
    }
    let path = PathName.tidy(argument)
    if PathName.kind(path) == .missing, Glob.isPattern(path) {
      let match = Glob.match(path)
      unreadable += match.unreadable
      if match.paths.isEmpty, match.unreadable.isEmpty { unreadable.append((argument, "matches no file")) }
      for path in match.paths { try takeExisting(path) }
    } else {
      try takeExisting(path)
    }
  }

  private mutating func takeExisting(_ path: String) throws {
    guard PathName.kind(path) == .directory else {
      add(path, isNamed: true)
      return
    }
    var found: [String] = []
    var directories = [(path: path, level: try walk?.start(path))]
    while let (directory, before) = directories.popLast() {
      let entries: [Directory.Entry]
      do throws(Unreadable) {
        entries = try Directory.entries(directory)
      } catch {
        unreadable.append((directory, error.reason))
        continue
      }
      let level = before.flatMap { level in walk?.entered(level, with: entries) }
      for entry in entries where !Self.isSkipped(entry.name) {
        let isSource = isLookedFor(entry.name)
        guard entry.isDirectory || isSource else { continue }
        if level.map({ walk?.passesOver(entry, in: $0) ?? false }) == true {
          excluded += 1
          continue
        }
        let path = PathName.join(directory, entry.name)
        // Links to directories are not followed: they can lead in circles. Links to files are files.
        if entry.isDirectory {
          directories.append((path, try level.flatMap { try walk?.below($0, entry.name) }))
        } else if !entry.isLink || PathName.kind(path) != .directory {
          if level.map({ walk?.includes(entry, in: $0) ?? true }) ?? true { found.append(path) } else { excluded += 1 }
        }
      }
    }
    found = PathName.sorted(found)
    // The files of one walk are different ones, but for links, which are changed by themselves.
    let new = found.map { Item(path: $0, isNamed: false, directory: path) }
    if items.isEmpty { items = new } else { for item in new { add(item.path, isNamed: false, in: path) } }
  }

  /// Leaves out what an earlier run has written, where this one writes it again: nobody has named it to be judged.
  ///
  /// - Parameter isResult: whether a file holds what a run writes; another one is read, and so never written.
  mutating func leaveOut(_ outputs: [String], where isResult: (_ path: String) -> Bool) {
    let identities = outputs.compactMap { try? PathName.status($0).get() }.map(FileIdentity.init)
    guard !identities.isEmpty else { return }
    items.removeAll { item in
      guard !item.isNamed, let status = try? PathName.status(item.path).get(), identities.contains(FileIdentity(status)) else { return false }
      return isResult(item.path)
    }
    known.removeAll()
  }

  /// Leaves out files that were found in directories.
  mutating func leaveOut(where isOther: (_ path: String) -> Bool) {
    items.removeAll { !$0.isNamed && isOther($0.path) }
    known.removeAll()
  }

  mutating func add(_ path: String, isNamed: Bool, in directory: String? = nil, isListed: Bool = false) {
    if known.isEmpty { for (index, item) in items.enumerated() { known[Key(item.path)] = index } }
    let key = Key(path)
    if let index = known[key] {
      if isNamed, !items[index].isNamed { items[index] = Item(path: path, isNamed: true) }
      return
    }
    known[key] = items.count
    items.append(Item(path: path, isNamed: isNamed, directory: directory, isListed: isListed))
  }
}
