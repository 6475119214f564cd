internal import Rung

/// Texts of files on their way back to the disk, or into a diff: the same for `--fix` and `fmt`.
struct FileChanges {
  private let root: String?
  private let console: Console
  /// Whether something could not be written.
  private(set) var hasFailed = false
  private(set) var written = 0

  init(root: String?, _ console: Console) { (self.root, self.console) = (root, console) }

  /// Replaces the text of a file.
  ///
  /// - Returns: whether it was written.
  @discardableResult
  mutating func write(_ new: SourceInput, over old: [UInt8]) -> Bool {
    do {
      try refuseLinkAway(new.name)
      try OutputFiles.replace(new.name, holding: old, by: new.bytes)
      written += 1
      return true
    } catch {
      hasFailed = true
      console.say("error: \((error as? Failure)?.message ?? "\(new.name) could not be written")")
      return false
    }
  }

  /// Prints the change of a file.
  func show(_ new: SourceInput, over old: [UInt8]) {
    var before = new
    before.bytes = old
    let patch = Patch(PathText.bytes(Self.name(new.name)), from: before, to: new)
    console.patch(patch.text)
    if !patch.isExact { console.say("warning: the diff of \(new.name) masks secrets, and cannot be applied") }
  }

  /// From the current directory where that holds it; patches know no absolute paths.
  private static func name(_ path: String) -> String {
    guard PathName.isAbsolute(path) else { return path }
    return PathName.real(".").flatMap { PathName.below($0, path) } ?? String(path.drop { $0 == "/" })
  }

  /// A link is followed and stays; what it leads to away from here is not this run's to write.
  private func refuseLinkAway(_ path: String) throws {
    guard PathName.link(path) != nil, let real = PathName.real(path), let home = PathName.real(PathName.directory(of: path)) else { return }
    let fence = root ?? PathName.repository(of: home) ?? home
    guard !PathName.isInside(real, fence) else { return }
    throw Failure.notRun("\(path) is a link to \(real), outside \(root != nil ? "the directory of `--root`" : PathName.isSame(fence, home) ? "its folder" : "the repository"), and was not written; name that file itself")
  }
}
