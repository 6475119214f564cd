internal import RungPlatform
internal import Synchronization

/// Regular files on the way to their places: ``OutputFiles`` says what for.
struct OutputWork {
  private struct Step {
    let target: OutputTarget
    let text: String
    /// Nil where the file is written in its place.
    let temporary: String?
  }

  private let isPrivate: Bool
  /// One file needs no copy of the old one: to rename it is all or nothing by itself.
  private let isAlone: Bool
  /// What the file has to hold, and then it is replaced as a whole or not at all; nil where it does not matter.
  private let expected: [UInt8]?
  private var steps: [Step] = []
  /// Open, so that their locks are held: a temporary file without a lock is left over, and another run may remove it.
  private var held: [Int32] = []
  /// Second names of the old files, until all is done.
  private var backups: [String] = []
  /// Undoes each deed, the last one first.
  private var reversals: [() -> Void] = []

  init(isPrivate: Bool, isAlone: Bool, replacing expected: [UInt8]? = nil) {
    (self.expected, self.isPrivate, self.isAlone) = (expected, isPrivate, isAlone)
  }

  mutating func makeDirectory(_ path: String) throws {
    if PathName.kind(path) == .directory { return }
    if let above = PathName.above(path), PathName.kind(above) == .missing { try makeDirectory(above) }
    guard PathText.call(path, { mkdir($0, 0o777) }) == 0 else {
      let code = errno
      if code == EEXIST, PathName.kind(path) == .directory { return }
      if code == EEXIST { throw Failure.notRun("\(path) is a \(PathName.link(path) == nil ? "file" : "link that leads nowhere"), not a directory") }
      throw Failure.notRun("\(path) cannot be made: \(OutputFault.reason(code))")
    }
    reversals.append { _ = PathText.call(path) { rmdir($0) } }
  }

  /// Writes a file beside its target.
  mutating func prepare(_ text: String, for target: OutputTarget) throws {
    var old: stat?
    if case .file(let status) = target.kind { old = status }
    if expected != nil { Self.removeLeftovers(beside: target.path) }
    let path = Self.freeName(beside: target.path, ending: expected == nil ? "tmp" : "new")
    let mode: mode_t = old != nil || isPrivate ? 0o600 : 0o666
    let file = PathText.call(path) { open($0, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, mode) }
    guard file >= 0 else {
      let code = errno
      if expected != nil, [EACCES, EPERM, EROFS].contains(code) {
        throw Failure.notRun("\(target.name) cannot be replaced: a new file cannot be made in its directory (\(OutputFault.reason(code)))")
      }
      // The file may be written, and its directory not.
      guard old != nil, [EACCES, EPERM, EROFS].contains(code) else { throw OutputFault.unwritable(target.name, code) }
      return steps.append(Step(target: target, text: text, temporary: nil))
    }
    reversals.append { _ = PathText.call(path) { unlink($0) } }
    if let old, !Self.keepsOwner(file, old, of: target.path, copyingAttributes: expected != nil) {
      if expected != nil {
        close(file)
        throw Failure.notRun("\(target.name) cannot be replaced: a new file could not have its owner and attributes; run this as its owner, or apply what `--diff` prints")
      }
      close(file)
      _ = PathText.call(path) { unlink($0) }
      return steps.append(Step(target: target, text: text, temporary: nil))
    }
    steps.append(Step(target: target, text: text, temporary: path))
    var problem: Int32 = 0
    if expected != nil, flock(file, LOCK_EX | LOCK_NB) != 0 { problem = errno }
    if problem == 0, let old, fchmod(file, self.mode(of: old)) != 0 { problem = errno }
    if problem == 0 { problem = Console.write(Array(text.utf8), to: file) }
    // Some disks find only now that they are full.
    if problem == 0, fsync(file) != 0 { problem = errno }
    if expected != nil { held.append(file) } else if close(file) != 0, problem == 0 { problem = errno }
    guard problem == 0 else { throw OutputFault.unwritable(target.name, problem) }
  }

  /// Puts every file into its place. Those that are written there come first: they are likelier to fail.
  mutating func commit() throws {
    for step in steps where step.temporary == nil { try overwrite(step) }
    for step in steps {
      guard let temporary = step.temporary else { continue }
      if case .missing = step.target.kind { try place(temporary, step.target) } else { try replace(temporary, step) }
    }
    for backup in backups { _ = PathText.call(backup) { unlink($0) } }
    for file in held { close(file) }
  }

  func undo() {
    for reversal in reversals.reversed() { reversal() }
    for file in held { close(file) }
  }

  /// Nothing was there; what has come meanwhile is not replaced.
  private mutating func place(_ temporary: String, _ target: OutputTarget) throws {
    var code = Self.link(temporary, target.path)
    if code == 0 {
      _ = PathText.call(temporary) { unlink($0) }
    } else if code != EEXIST {
      // A file system without hard links.
      var status = stat()
      let isFree = PathText.call(target.path) { lstat($0, &status) } != 0
      code = isFree ? Self.rename(temporary, target.path) : EEXIST
    }
    guard code == 0 else { throw OutputFault.unwritable(target.name, code) }
    reversals.append { _ = PathText.call(target.path) { unlink($0) } }
  }

  private mutating func replace(_ temporary: String, _ step: Step) throws {
    let path = step.target.path
    if !isAlone {
      let backup = Self.freeName(beside: path)
      if Self.link(path, backup) != 0 {
        // Without hard links there is a moment without the file; the old one comes back all the same.
        let code = Self.rename(path, backup)
        if code == EBUSY { return try overwrite(step) }
        guard code == 0 else { throw OutputFault.unwritable(step.target.name, code) }
      }
      backups.append(backup)
      reversals.append {
        _ = Self.rename(backup, path)
        // Two names of one file: then renaming does nothing.
        _ = PathText.call(backup) { unlink($0) }
      }
    }
    try requireExpected(step)
    let code = Self.rename(temporary, path)
    if code == EBUSY, expected != nil { throw Failure.notRun("\(step.target.name) cannot be replaced: something is mounted on it") }
    // A file that something is mounted on, as into a container, can only be written to.
    if code == EBUSY { return try overwrite(step) }
    guard code == 0 else { throw OutputFault.unwritable(step.target.name, code) }
  }

  /// Another program may have written to the file since it was read.
  private func requireExpected(_ step: Step) throws {
    guard let expected else { return }
    let file = PathText.call(step.target.path) { open($0, O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK) }
    guard file >= 0 else { throw OutputFault.unwritable(step.target.name, errno) }
    defer { close(file) }
    var now = stat()
    let isSame =
      if case .file(let old) = step.target.kind { fstat(file, &now) == 0 && FileIdentity(now) == FileIdentity(old) } else { false }
    guard isSame, Self.contents(of: file) == expected else {
      throw Failure.notRun("\(step.target.name) was changed by another program meanwhile, and was not written; run it again")
    }
  }

  /// Writes to the file itself: where a new one could not have its owner, or could not be in its place.
  private mutating func overwrite(_ step: Step) throws {
    guard case .file(let old) = step.target.kind else { return }
    let path = step.target.path
    let file = PathText.call(path) { open($0, O_RDWR | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK) }
    guard file >= 0 else { throw OutputFault.unwritable(step.target.name, errno) }
    defer { close(file) }
    guard let before = Self.contents(of: file) else { throw OutputFault.unwritable(step.target.name, errno) }
    if mode(of: old) != old.st_mode & 0o7777, fchmod(file, mode(of: old)) != 0 { throw OutputFault.unwritable(step.target.name, errno) }
    reversals.append {
      let file = PathText.call(path) { open($0, O_WRONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK) }
      guard file >= 0 else { return }
      _ = Self.setContents(of: file, to: before)
      _ = fchmod(file, old.st_mode & 0o7777)
      close(file)
    }
    let problem = Self.setContents(of: file, to: Array(step.text.utf8))
    guard problem == 0 else { throw OutputFault.unwritable(step.target.name, problem) }
    if let temporary = step.temporary { _ = PathText.call(temporary) { unlink($0) } }
  }

  private func mode(of old: stat) -> mode_t { old.st_mode & (isPrivate ? 0o7700 : 0o7777) }

  /// Whether a new file can have all that the old one has beside its text; then it has the owner and the group.
  private static func keepsOwner(_ file: Int32, _ old: stat, of path: String, copyingAttributes: Bool) -> Bool {
    var made = stat()
    guard fstat(file, &made) == 0 else { return false }
    if made.st_uid != old.st_uid || made.st_gid != old.st_gid, fchown(file, old.st_uid, old.st_gid) != 0 { return false }
    return PathText.call(path) { copyingAttributes ? System.copyAttributes($0, to: file) : !System.hasAttributes($0) }
  }

  // MARK: Calls of the system

  /// Short, whatever the target is called, and not to be guessed.
  private static func freeName(beside path: String, ending: String = "tmp") -> String {
    PathName.join(PathName.directory(of: path), "\(prefix)\(String(UInt64.random(in: 0 ... .max), radix: 36)).\(ending)")
  }

  private static let prefix = ".rung-"

  /// Removes what runs that were killed have left beside a file: each run holds a lock on its own.
  private static func removeLeftovers(beside path: String) {
    let directory = PathName.directory(of: path)
    guard tidied.withLock({ $0.insert(directory).inserted }), let entries = try? Directory.entries(directory) else { return }
    for entry in entries where entry.name.hasPrefix(prefix) && entry.name.hasSuffix(".new") && !entry.isDirectory && !entry.isLink {
      let left = PathName.join(directory, entry.name)
      let file = PathText.call(left) { open($0, O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK) }
      guard file >= 0 else { continue }
      if flock(file, LOCK_EX | LOCK_NB) == 0 { _ = PathText.call(left) { unlink($0) } }
      close(file)
    }
  }

  /// Directories in which that was done.
  private static let tidied = Mutex<Set<String>>([])

  /// - Returns: 0, or the `errno`.
  private static func link(_ path: String, _ other: String) -> Int32 {
    PathText.call(path) { path in PathText.call(other) { RungPlatform.link(path, $0) } } == 0 ? 0 : errno
  }

  /// - Returns: 0, or the `errno`.
  private static func rename(_ path: String, _ other: String) -> Int32 {
    PathText.call(path) { path in PathText.call(other) { RungPlatform.rename(path, $0) } } == 0 ? 0 : errno
  }

  private static func contents(of file: Int32) -> [UInt8]? {
    var bytes: [UInt8] = []
    while true {
      var count = 0
      let piece = [UInt8](unsafeUninitializedCapacity: 1 << 16) { buffer, used in
        count = read(file, buffer.baseAddress, buffer.count)
        used = max(0, count)
      }
      if count == 0 { return bytes }
      if count > 0 { bytes += piece } else if errno != EINTR { return nil }
    }
  }

  /// Cut only when all is there: what is longer is not lost to a full disk.
  ///
  /// - Returns: 0, or the `errno`.
  private static func setContents(of file: Int32, to bytes: [UInt8]) -> Int32 {
    guard lseek(file, 0, SEEK_SET) == 0 else { return errno }
    let problem = Console.write(bytes, to: file)
    guard problem == 0 else { return problem }
    return ftruncate(file, off_t(bytes.count)) == 0 && fsync(file) == 0 ? 0 : errno
  }

  /// Into a pipe, a device or what is open already.
  static func send(_ text: String, to target: OutputTarget) throws {
    var file: Int32
    if case .descriptor(let number) = target.kind {
      file = number
    } else {
      file = PathText.call(target.name) { open($0, O_WRONLY | O_NOCTTY | O_CLOEXEC) }
      guard file >= 0 else { throw OutputFault.unwritable(target.name, errno) }
    }
    var problem = Console.write(Array(text.utf8), to: file)
    if case .descriptor = target.kind {
      // As with standard output: who has read enough of it may go.
      if problem == EPIPE { problem = 0 }
    } else if close(file) != 0, problem == 0 {
      problem = errno
    }
    guard problem == 0 else { throw OutputFault.unwritable(target.name, problem) }
  }
}
