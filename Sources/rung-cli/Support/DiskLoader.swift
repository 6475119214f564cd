internal import Rung

/// Follows `extends` on the disk: relative to the file that names it, and not out of the repository.
enum DiskLoader {
  /// - Parameter start: the path of the spec; nil for standard input, which stands in the current directory.
  static func loader(for start: String?, limit: Int) -> Loader {
    Loader { path, from in
      guard !path.isEmpty else { return .refused("is an empty name") }
      let directory = start == nil && from == Inputs.standardInputName ? "." : PathName.directory(of: from)
      let wanted = path.hasPrefix("/") ? path : PathName.join(directory, path)
      guard let real = PathName.real(wanted) else { return .refused("does not exist") }
      guard let root = root(for: start) else { return .refused("cannot be followed: the current directory is gone") }
      guard PathName.isInside(real, root) else { return .refused("lies outside the repository") }
      let name = shownName(real, start: start)
      do throws(Unreadable) {
        return .file(Input(name: name, bytes: try FileText.read(real, limit: limit)))
      } catch {
        return .refused(error.reason)
      }
    }
  }

  /// The repository of the spec: the nearest directory above it that holds `.git`. Without one, the current directory,
  /// or the spec's own where it lies elsewhere.
  private static func root(for start: String?) -> String? {
    guard let current = PathName.real(".") else { return nil }
    let home = start.flatMap { PathName.real($0) }.map(PathName.directory) ?? current
    var directory = home
    while true {
      if PathName.kind(PathName.join(directory, ".git")) != .missing { return directory }
      guard directory != "/" else { break }
      directory = PathName.directory(of: directory)
    }
    return PathName.isInside(home, current) ? current : home
  }

  /// One name for one file, however it was reached: as the user gave it for the spec itself, otherwise relative to the
  /// current directory.
  private static func shownName(_ real: String, start: String?) -> String {
    if let start, PathName.real(start) == real { return start }
    guard let current = PathName.real("."), current != "/", PathName.isInside(real, current) else { return real }
    return String(real.dropFirst(current.count + 1))
  }
}
