internal import Rung
internal import Synchronization

/// Whether a spec of the work tree is as it was, with all that it extends and the configuration that holds for it.
final class ChangeMark: Sendable {
  private let state = Mutex(false)

  var isChanged: Bool { state.withLock { $0 } }

  private func set() { state.withLock { $0 = true } }

  /// The same spec, of which a commit has an earlier version; its bases are compared while they are followed.
  static func watch(_ spec: SpecFiles.Spec, against revision: Revision, root: String?, _ policies: PolicySource) -> (spec: SpecFiles.Spec, mark: ChangeMark) {
    let mark = ChangeMark()
    guard let place = revision.place(of: spec.input.name), revision.other(of: spec.input.name) == nil, case .file(_, let bytes) = revision.find(place),
      isSame(bytes, spec.input.bytes), !policies.differs(from: revision, for: spec.input.name)
    else {
      mark.set()
      return (spec, mark)
    }
    let loader = Loader { path, from in
      let now = spec.loader.load(path, from: from)
      guard !mark.isChanged else { return now }
      let before = revision.place(of: from).map { revision.answer(path, from: $0, root: root) }
      switch (now, before) {
      case (.refused, .refused): break
      case (.file(let now), .file(let before)):
        let place = PathName.real(now.name).flatMap { revision.place(of: $0) }
        if place.map({ PathName.isSame(revision.shown($0), before.name) }) != true || !isSame(now.bytes, before.bytes) { mark.set() }
      default: mark.set()
      }
      return now
    }
    return ((spec.input, loader), mark)
  }

  /// The same spec among files that are watched.
  ///
  /// - Parameter changes: nil where all are new.
  /// - Returns: no mark where all are new.
  static func watch(_ spec: SpecFiles.Spec, _ watched: WatchedFiles, _ changes: WatchedFiles.Changes?) -> (spec: SpecFiles.Spec, mark: ChangeMark?) {
    let mark = changes.map { _ in ChangeMark() }
    if let changes, changes.paths.contains(WatchedFiles.place(of: spec.input.name)) { mark?.set() }
    let loader = Loader { path, from in
      let base = WatchedFiles.place(of: PathName.join(PathName.directory(of: from), path))
      watched.note(base)
      if let changes, changes.paths.contains(base) { mark?.set() }
      return spec.loader.load(path, from: from)
    }
    return ((spec.input, loader), mark)
  }

  /// Line ends aside: git may change them on the way to the work tree (gitattributes(5), text).
  static func isSame(_ left: [UInt8], _ right: [UInt8]) -> Bool {
    left == right || (left.contains(0x0D) || right.contains(0x0D)) && withPlainEnds(left) == withPlainEnds(right)
  }

  private static func withPlainEnds(_ bytes: [UInt8]) -> [UInt8] {
    bytes.enumerated().filter { index, byte in byte != 0x0D || index + 1 == bytes.count || bytes[index + 1] != 0x0A }.map(\.element)
  }
}
