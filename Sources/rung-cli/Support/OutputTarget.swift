internal import RungPlatform

/// What the name of an output leads to.
struct OutputTarget {
  enum Kind {
    case missing
    /// A regular file.
    case file(stat)
    /// A pipe or a device: it is written to and stays what it is.
    case stream
    /// One that this process was given open: /dev/stdout.
    case descriptor(Int32)
  }

  /// As it was given.
  let name: String
  /// Where the last of its links leads.
  let path: String
  let kind: Kind

  /// - Parameters:
  ///   - mustBeNew: whether anything that is there already is in the way.
  ///   - isReplaced: whether it is meant to be a file that this run has read.
  init(_ name: String, mustBeNew: Bool = false, isReplaced: Bool = false) throws {
    self.name = name
    if PathName.endsInSlash(name) || PathName.kind(name) == .directory {
      let tidy = PathName.tidy(name)
      throw Failure.notRun("\(name) is a directory; name a file in it, as \(PathName.join(tidy, "NAME"))")
    }
    switch try Self.end(of: name) {
    case .descriptor(let number):
      path = name
      kind = .descriptor(number)
      var status = stat()
      guard fstat(number, &status) == 0 else { throw Failure.notRun("\(name) is not open") }
      try Self.refuseInput(name, status)
    case .path(let end):
      path = end
      switch PathName.status(name) {
      case .success(let status):
        kind = status.st_mode & S_IFMT == S_IFREG ? .file(status) : .stream
        if !isReplaced { try Self.refuseInput(name, status) }
        if !mustBeNew { try Self.refuseUnwritable(name, status) }
      case .failure(let fault) where fault.code == ENOENT:
        kind = .missing
        try Self.refuseForeignLink(name)
      case .failure(let fault): throw OutputFault.unwritable(name, fault.code)
      }
    }
    if mustBeNew {
      // A link that leads nowhere is in the way as well.
      if case .missing = kind, PathName.link(name) == nil { return }
      throw Failure.notRun("\(name) exists already, and nothing is overwritten; name another file")
    }
  }

  private enum End {
    case path(String)
    case descriptor(Int32)
  }

  /// Follows the links of the last part of a path, whether or not anything is where they lead.
  private static func end(of name: String) throws -> End {
    if let descriptor = ["/dev/stdin", "/dev/stdout", "/dev/stderr"].firstIndex(of: name) { return .descriptor(Int32(descriptor)) }
    var path = name
    // As many as the system itself follows.
    for _ in 0..<40 {
      if let number = Int32(PathName.name(of: path)), isOwnDescriptors(PathName.directory(of: path)) { return .descriptor(number) }
      guard let next = PathName.link(path) else { return .path(path) }
      path = PathName.isAbsolute(next) ? next : PathName.join(PathName.directory(of: path), next)
      if PathName.endsInSlash(path) { throw OutputFault.unwritable(name, ENOENT) }
    }
    throw OutputFault.unwritable(name, ELOOP)
  }

  private static func isOwnDescriptors(_ directory: String) -> Bool {
    if directory == "/dev/fd" || directory == "/proc/self/fd" { return true }
    guard directory.hasSuffix("fd"), let real = PathName.real(directory) else { return false }
    return real == "/proc/\(getpid())/fd" || real.hasPrefix("/proc/\(getpid())/task/")
  }

  private static func refuseInput(_ name: String, _ status: stat) throws {
    guard status.st_mode & S_IFMT == S_IFREG, ReadFiles.contains(status) else { return }
    throw Failure.notRun("\(name) is a file that this run reads; name another file to write")
  }

  private static func refuseUnwritable(_ name: String, _ status: stat) throws {
    switch status.st_mode & S_IFMT {
    case S_IFREG:
      // The system itself says whether the file may be written; a directory that may be would be enough to replace it.
      let file = PathText.call(name) { open($0, O_WRONLY | O_CLOEXEC | O_NONBLOCK) }
      guard file >= 0 else { throw OutputFault.unwritable(name, errno) }
      close(file)
    case S_IFBLK: throw Failure.notRun("\(name) is a block device; what is on it would be lost")
    case S_IFSOCK: throw Failure.notRun("\(name) is a socket, which cannot be opened to write; name a file or a pipe")
    default: break
    }
  }

  /// A link that leads nowhere: the system may forbid to follow it (a stranger's in a directory that all may write to).
  private static func refuseForeignLink(_ name: String) throws {
    guard PathName.link(name) != nil else { return }
    let file = PathText.call(name) { open($0, O_WRONLY | O_CLOEXEC | O_NONBLOCK) }
    if file >= 0 { close(file) } else if errno != ENOENT { throw OutputFault.unwritable(name, errno) }
  }
}
