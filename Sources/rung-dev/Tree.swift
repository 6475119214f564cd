internal import RungPlatform

/// The files of the repository. Paths are absolute and without a slash at their end.
enum Tree {
  /// The nearest folder upwards from here that holds the package.
  static func root() throws(Fault) -> String {
    guard let here = getcwd(nil, 0) else { throw Fault("the working directory cannot be read") }
    defer { free(here) }
    var folder = String(cString: here)
    while true {
      if exists(folder + "/Package.swift"), exists(folder + "/Sources/rung-dev") { return folder }
      guard let slash = folder.lastIndex(of: "/"), slash > folder.startIndex else { break }
      folder = String(folder[..<slash])
    }
    throw Fault("run this inside the repository")
  }

  static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

  /// Names in a folder, sorted by their bytes, so that no locale decides; empty when there is no such folder.
  static func names(in folder: String) -> [String] {
    guard let stream = opendir(folder) else { return [] }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { raw in String(decoding: raw.prefix { $0 != 0 }, as: UTF8.self) }
      if !name.hasPrefix(".") { names.append(name) }
    }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// Every Swift file below a folder that is written by hand.
  static func swiftFiles(below folder: String) -> [String] {
    files(below: folder).filter { $0.hasSuffix(".swift") && !$0.hasSuffix("+Generated.swift") }
  }

  static func files(below folder: String) -> [String] {
    names(in: folder).flatMap { name -> [String] in
      let path = "\(folder)/\(name)"
      return isFolder(path) ? files(below: path) : [path]
    }
  }

  /// Nil when there is no such file.
  static func text(of path: String) throws(Fault) -> String? {
    guard exists(path) else { return nil }
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw Fault("`\(path)` cannot be opened: \(lastError)") }
    defer { close(descriptor) }
    return String(decoding: try bytes(from: descriptor, path), as: UTF8.self)
  }

  static func bytes(from descriptor: Int32, _ path: String) throws(Fault) -> [UInt8] {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = read(descriptor, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw Fault("`\(path)` cannot be read: \(lastError)") }
      if count == 0 { return bytes }
      bytes += buffer[..<count]
    }
  }

  /// The file is replaced completely or not at all: the new text is written next to it and moved.
  static func replace(_ path: String, with text: String) throws(Fault) {
    if let slash = path.lastIndex(of: "/") { try makeFolder(String(path[..<slash])) }
    let temporary = "\(path).\(getpid()).new"
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw Fault("`\(temporary)` cannot be written: \(lastError)") }
    let bytes = Array(text.utf8)
    var sent = 0
    while sent < bytes.count {
      let count = bytes[sent...].withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else {
        let reason = lastError
        close(descriptor)
        unlink(temporary)
        throw Fault("`\(temporary)` cannot be written: \(reason)")
      }
      sent += count
    }
    guard close(descriptor) == 0, rename(temporary, path) == 0 else {
      let reason = lastError
      unlink(temporary)
      throw Fault("`\(path)` cannot be replaced: \(reason)")
    }
  }

  /// With the folders around it.
  static func makeFolder(_ folder: String) throws(Fault) {
    guard !exists(folder) else { return }
    if let slash = folder.lastIndex(of: "/"), slash > folder.startIndex { try makeFolder(String(folder[..<slash])) }
    guard mkdir(folder, 0o777) == 0 else { throw Fault("`\(folder)` cannot be created: \(lastError)") }
  }

  static func remove(_ path: String) throws(Fault) {
    guard unlink(path) == 0 else { throw Fault("`\(path)` cannot be removed: \(lastError)") }
  }

  static var lastError: String { String(cString: strerror(errno)) }
}
