internal import CSystem
internal import Glibc

/// Whole files, within a bound.
enum FileText {
  static func read(_ path: String, limit: Int) throws(Unreadable) -> [UInt8] {
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
    case S_IFIFO: throw Unreadable(reason: "is a named pipe; pipe the text in and name it `-`")
    default: throw Unreadable(reason: "is a device, not a file")
    }
    var system = statfs()
    if status.st_blocks == 0, fstatfs(file, &system) != 0 || isOfTheKernel(system) {
      throw Unreadable(reason: "is made by the kernel, not a file of a disk")
    }
    ReadFiles.note(status)
    guard status.st_size <= limit else {
      throw Unreadable(reason: "has \(status.st_size) bytes; at most \(limit) are read")
    }
    return try read(file, expected: Int(status.st_size), isWhole: true, limit: limit)
  }

  /// The first bytes of a file, to see what it is; nil when it cannot be read.
  static func beginning(_ path: String, count: Int) -> [UInt8]? {
    let file = opened(path)
    guard file >= 0 else { return nil }
    defer { close(file) }
    return [UInt8](unsafeUninitializedCapacity: count) { buffer, used in
      used = max(0, Glibc.read(file, buffer.baseAddress, buffer.count))
    }
  }

  static func readStandardInput(limit: Int) throws(Unreadable) -> [UInt8] {
    var status = stat()
    if fstat(STDIN_FILENO, &status) == 0, status.st_mode & S_IFMT == S_IFREG { ReadFiles.note(status) }
    return try read(STDIN_FILENO, expected: 1 << 16, limit: limit)
  }

  /// Not to wait for somebody to open the other end of a pipe.
  private static func opened(_ path: String) -> Int32 {
    PathText.call(path) { open($0, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY) }
  }

  /// Whether it is a file of a disk, which can be read.
  static func isRegular(_ path: String) -> Bool {
    guard case .success(let status) = PathName.status(path), status.st_mode & S_IFMT == S_IFREG else { return false }
    var system = statfs()
    return PathText.call(path) { statfs($0, &system) } == 0 && !isOfTheKernel(system)
  }

  /// Such a file looks like any other and may hold anything, as /proc/self/environ the environment. It takes no room on a disk.
  private static func isOfTheKernel(_ system: statfs) -> Bool {
    kernelFileSystems.contains(UInt32(truncatingIfNeeded: system.f_type))
  }

  /// proc, sysfs, debugfs, tracefs, securityfs, configfs, cgroup and cgroup2, bpf, pstore, efivarfs, selinuxfs, smackfs,
  /// binfmt_misc, mqueue, devpts, nsfs (linux/magic.h).
  private static let kernelFileSystems: Set<UInt32> = [
    0x9FA0, 0x6265_6572, 0x6462_6720, 0x7472_6163, 0x7363_6673, 0x6265_6570, 0x27_E0EB, 0x6367_7270, 0xCAFE_4A11, 0x6165_676C,
    0xDE5E_81E4, 0xF97C_FF8C, 0x4341_5D53, 0x4249_4E4D, 0x1980_0202, 0x1CD1, 0x6E73_6673,
  ]

  /// `<(command)` of a shell.
  private static func isInheritedPipe(_ path: String) -> Bool {
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
        count = Glibc.read(file, buffer.baseAddress, buffer.count)
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
