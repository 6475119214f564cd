internal import RungPlatform
internal import Synchronization

/// The files that `watch` looks at: the ones that were found, what they extend, and the places of configurations for them.
final class WatchedFiles: Sendable {
  /// What tells one state of a file from another.
  private struct State: Equatable {
    let identity: FileIdentity
    let size: Int64
    /// Nanoseconds since 1970.
    let time: Int64

    /// Nil for a file that is not there.
    init?(_ path: String) {
      guard case .success(let status) = PathName.status(path) else { return nil }
      identity = FileIdentity(status)
      size = Int64(status.st_size)
      time = Int64(status.st_mtim.tv_sec) * 1_000_000_000 + Int64(status.st_mtim.tv_nsec)
    }
  }

  /// What is new since an earlier look.
  struct Changes {
    /// Without links.
    var paths: Set<String> = []
  }

  /// By paths without links.
  private let seen = Mutex([String: State?]())

  /// The path of a file without links, as far as it is there.
  static func place(of name: String) -> String {
    PathName.place(of: name) ?? name
  }

  /// Looks at a file before it is read: what is written later is a change.
  func note(_ path: String) { note([path]) }

  private func note(_ paths: some Sequence<String>) {
    seen.withLock { seen in
      for path in paths where seen[path] == nil { seen[path] = .some(State(path)) }
    }
  }

  /// The same of the files of a run, and of the places where configurations for them may be.
  func note(_ names: [String], _ policies: PolicySource) {
    var directories: Set<String> = []
    for name in names {
      let place = Self.place(of: name)
      note(place)
      directories.insert(PathName.directory(of: place))
    }
    for directory in directories {
      let root = policies.root(of: directory)
      var next: String? = directory
      while let one = next {
        note(PathName.join(one, PolicySource.fileName))
        next = root.flatMap { PathName.isSame($0, one) ? nil : PathName.above(one) }
      }
    }
  }

  /// What is new since the last look at each file.
  ///
  /// - Parameter names: of files that a walk has found now.
  func changes(_ names: [String]) -> Changes {
    let found = names.map(Self.place)
    return seen.withLock { seen in
      var changes = Changes()
      for path in Set(found).union(seen.keys) {
        let state = State(path)
        if seen[path] == .some(state) { continue }
        changes.paths.insert(path)
        seen[path] = .some(state)
      }
      return changes
    }
  }
}
