internal import Rung
internal import RungOutput

/// Follows `extends` on the disk: relative to the file that names it, and not over the fence.
enum DiskLoader {
  /// - Parameters:
  ///   - start: the path of the spec, or what standard input is called; nil for a nameless standard input, which is read relative to the
  ///     current directory.
  ///   - root: the directory that `--root` names, without links.
  static func loader(for start: String?, root: String?, limit: Int) -> Loader {
    Loader { path, from in
      guard !path.isEmpty else { return .refused("is an empty name") }
      let directory = start == nil && from == Inputs.standardInputName ? "." : PathName.directory(of: from)
      guard let real = PathName.real(PathName.join(directory, PathText.of(Array(path.utf8)))) else { return .refused("does not exist") }
      guard let fence = Fence(start, root: root) else { return .refused(start == nil ? "cannot be followed: the current directory is gone" : "cannot be followed: the folder of the spec does not exist") }
      guard PathName.isInside(real, fence.directory) else {
        return .refused(
          "lies outside \(fence.name)",
          help: FileText.isRegular(real)
            ? "move it there, or add `--root \(ShellText.quoted(fence.wide(enoughFor: real)))`"
            : "name a file in there; with `--root` too, only regular files are read")
      }
      do throws(Unreadable) {
        return .file(SourceInput(name: shownName(real, start: start), bytes: try FileText.read(real, limit: limit)))
      } catch {
        return .refused(error.reason)
      }
    }
  }

  /// The name that a file has for loaders where another one extends it; nil when it is not there.
  static func baseName(_ path: String) -> String? { PathName.real(path).map { shownName($0, start: nil) } }

  /// One name for one file, however it was reached: as the user gave it for the spec itself, otherwise ``PathName/fromHere(_:)``.
  private static func shownName(_ real: String, start: String?) -> String {
    if let start, let own = PathName.real(start), PathName.isSame(own, real) { return start }
    return PathName.fromHere(real)
  }
}

/// The directory that `extends` stays in, whatever the current directory is: what `--root` names, otherwise the repository
/// of the spec (the nearest directory above it that holds `.git`), otherwise the spec's own folder.
private struct Fence {
  /// Without links.
  let directory: String
  let name: String

  init?(_ start: String?, root: String?) {
    if let root {
      directory = root
      name = "the directory of `--root`"
      return
    }
    guard let home = start.map({ PathName.real($0).map(PathName.directory) ?? PathName.real(PathName.directory(of: $0)) }) ?? PathName.real(".") else {
      return nil
    }
    if let repository = PathName.repository(of: home) {
      directory = repository
      name = "the repository"
      return
    }
    directory = home
    name = start == nil ? "the current directory" : "the folder of the spec"
  }

  /// The nearest directory that holds all that this one does and a file outside.
  func wide(enoughFor real: String) -> String { PathName.nearest(to: directory) { PathName.isInside(real, $0) } ?? "/" }
}
