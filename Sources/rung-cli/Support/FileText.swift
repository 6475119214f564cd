internal import RungPlatform

/// Whole files, within a bound.
enum FileText {
  /// - Parameter isInput: whether no output may replace it.
  static func read(_ path: String, limit: Int, isInput: Bool = true) throws(Unreadable) -> [UInt8] {
    if let text = OpenTexts.text(of: path) { return text }
    let file = opened(path)
    guard file >= 0 else {
      if errno == ENXIO { throw Unreadable(reason: "is a socket or a device, not a file") }
      throw Unreadable(reason: SystemError.text(errno))
    }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0 else { throw Unreadable(reason: SystemError.text(errno)) }
    switch status.st_mode & S_IFMT {
    case S_IFREG: break
    case S_IFDIR: throw Unreadable(reason: "is a directory")
    case S_IFIFO where isInheritedPipe(path): return try read(file, expected: 1 << 16, limit: limit)
    case S_IFIFO: throw Unreadable(reason: isInput ? "is a named pipe; pipe the text in and name it `-`" : "is a named pipe, not a file")
    default: throw Unreadable(reason: "is a device, not a file")
    }
    if status.st_blocks == 0, !System.isOnDisk(file) {
      throw Unreadable(reason: "is made by the kernel, not a file of a disk")
    }
    if isInput { ReadFiles.note(status) }
    guard status.st_size <= limit else {
      throw Unreadable(reason: "has \(status.st_size) bytes; at most \(limit) are read")
    }
    return try read(file, expected: Int(status.st_size), isWhole: true, limit: limit)
  }

  /// The first bytes of a file, to see what it is; nil when it cannot be read.
  static func beginning(_ path: String, count: Int) -> [UInt8]? {
    if let text = OpenTexts.text(of: path) { return Array(text.prefix(count)) }
    let file = opened(path)
    guard file >= 0 else { return nil }
    defer { close(file) }
    return [UInt8](unsafeUninitializedCapacity: count) { buffer, used in
      used = max(0, RungPlatform.read(file, buffer.baseAddress, buffer.count))
    }
  }

  static func readStandardInput(limit: Int) throws(Unreadable) -> [UInt8] {
    var status = stat()
    if fstat(STDIN_FILENO, &status) == 0, status.st_mode & S_IFMT == S_IFREG { ReadFiles.note(status) }
    return try read(STDIN_FILENO, expected: 1 << 16, limit: limit)
  }

  /// Does not wait until the other end of a pipe is opened.
  private static func opened(_ path: String) -> Int32 {
    PathText.call(path) { open($0, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY) }
  }

  /// Whether it is a file of a disk, or open in an editor, which can be read.
  static func isRegular(_ path: String) -> Bool {
    if OpenTexts.text(of: path) != nil { return true }
    guard case .success(let status) = PathName.status(path), status.st_mode & S_IFMT == S_IFREG else { return false }
    return PathText.call(path) { System.isOnDisk($0) }
  }

  /// `<(command)` of a shell.
  static func isInheritedPipe(_ path: String) -> Bool {
    path.hasPrefix("/dev/fd/") || path.hasPrefix("/proc/self/fd/")
  }

  private static func read(_ file: Int32, expected: Int, isWhole: Bool = false, limit: Int) throws(Unreadable) -> [UInt8] {
    var bytes: [UInt8] = []
    // One byte more than expected, so that a file of the expected size ends with the first read.
    var room = expected + 1
    while true {
      var count = 0
      var problem: Int32 = 0
      let piece = [UInt8](unsafeUninitializedCapacity: room) { buffer, used in
        count = RungPlatform.read(file, buffer.baseAddress, buffer.count)
        if count < 0 { problem = errno }
        used = max(0, count)
      }
      if count < 0 {
        if problem == EINTR { continue }
        if problem == EAGAIN {
          var wait = pollfd(fd: file, events: Int16(POLLIN), revents: 0)
          _ = poll(&wait, 1, -1)
          continue
        }
        throw Unreadable(reason: problem == EISDIR ? "is a directory" : SystemError.text(problem))
      }
      if count == 0 { return bytes }
      if bytes.isEmpty { bytes = piece } else { bytes += piece }
      guard bytes.count <= limit else { throw Unreadable(reason: "has more than \(limit) bytes, which is the most that is read") }
      // There was room for one more: the file has the size that it said. A pipe may have more to come.
      if isWhole, bytes.count == expected { return bytes }
      room = min(max(1 << 16, bytes.count), 1 << 20)
    }
  }
}
