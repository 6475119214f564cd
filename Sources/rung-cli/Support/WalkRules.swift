internal import Rung
internal import RungOutput

/// What a search of directories passes over by `.gitignore` and `exclude`. What is set for git elsewhere, on one machine or for one user, does not
/// count: the same files are judged everywhere.
struct WalkRules {
  /// A directory on the way, with the files that tell of it.
  struct Level {
    /// Without links.
    let directory: String
    fileprivate var ignores: [(directory: String, file: IgnoreFile)] = []
    fileprivate let configuration: Configuration?
  }

  private let source: PolicySource
  private let ofBodies: Bool

  /// - Parameter ofBodies: whether request bodies are looked for: which files are specs does not matter then.
  init(_ source: PolicySource, ofBodies: Bool = false) { (self.source, self.ofBodies) = (source, ofBodies) }

  /// Where a search begins: with what the directories above tell. Nil for one that is not there.
  func start(_ directory: String) throws -> Level? {
    guard let real = PathName.real(directory) else { return nil }
    let configuration = try source.configuration(in: real)
    var level = Level(directory: real, configuration: configuration)
    guard let root = source.root(of: real), configuration?.honoursGitignore ?? true else { return level }
    var above = root
    var rest = PathName.below(root, real)?.split(separator: "/").map(String.init) ?? []
    rest.reverse()
    while !PathName.isSame(above, real), let next = rest.popLast() {
      Self.read(above, &level)
      above = PathName.join(above, next)
    }
    return level
  }

  /// - Parameter names: of what the directory holds.
  func entered(_ level: Level, with names: [Directory.Entry]) -> Level {
    guard source.root(of: level.directory) != nil, level.configuration?.honoursGitignore ?? true else { return level }
    var level = level
    // Another repository has rules of its own.
    if names.contains(where: { $0.name == ".git" }) { level.ignores = [] }
    if names.contains(where: { $0.name == ".gitignore" && !$0.isDirectory && !$0.isLink }) { Self.read(level.directory, &level) }
    return level
  }

  func below(_ level: Level, _ name: String) throws -> Level {
    let directory = PathName.join(level.directory, name)
    var next = Level(directory: directory, configuration: try source.configuration(in: directory))
    next.ignores = level.ignores
    return next
  }

  private static func read(_ directory: String, _ level: inout Level) {
    let path = PathName.join(directory, ".gitignore")
    guard PathName.link(path) == nil, FileText.isRegular(path), let bytes = try? FileText.read(path, limit: Inputs.limit) else { return }
    level.ignores.append((directory, IgnoreFile(bytes)))
  }

  /// Whether a file may be one that is looked for.
  func includes(_ entry: Directory.Entry, in level: Level) -> Bool {
    ofBodies || level.configuration?.includes(PathName.join(level.directory, entry.name)) ?? true
  }

  /// Whether something in a directory is passed over.
  func passesOver(_ entry: Directory.Entry, in level: Level) -> Bool {
    ignored(entry, in: level) != nil || level.configuration?.excludes(PathName.join(level.directory, entry.name)) ?? false
  }

  /// The line of a `.gitignore` that keeps a file from being found; nil when none does.
  ///
  /// - Parameter path: absolute.
  func ignored(_ path: String) throws -> HeldSetting? {
    guard let root = source.root(of: PathName.directory(of: path)), let below = PathName.below(root, path), var level = try start(root) else { return nil }
    let parts = below.split(separator: "/").map(String.init)
    for (index, part) in parts.enumerated() {
      let isDirectory = index < parts.count - 1
      level = entered(level, with: (try? Directory.entries(level.directory)) ?? [])
      if let line = ignored(Directory.Entry(name: part, isDirectory: isDirectory, isLink: false), in: level) { return line }
      if isDirectory { level = try self.below(level, part) }
    }
    return nil
  }

  private func ignored(_ entry: Directory.Entry, in level: Level) -> HeldSetting? {
    guard !level.ignores.isEmpty else { return nil }
    let path = PathName.join(level.directory, entry.name)
    for (directory, file) in level.ignores.reversed() {
      guard let below = PathName.below(directory, path), let verdict = file.verdict(below, isDirectory: entry.isDirectory) else { continue }
      guard verdict.isIgnored else { return nil }
      let name = PathName.join(directory, ".gitignore")
      return HeldSetting("ignored", "passed over in directories", file: PathName.real(".").flatMap { PathName.below($0, name) } ?? name, line: verdict.line)
    }
    return nil
  }
}
