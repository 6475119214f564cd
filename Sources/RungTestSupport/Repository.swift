internal import RungPlatform

/// The files of the repository that the tests run in.
package enum Repository {
  package static let root: String = {
    // …/Sources/RungTestSupport/Repository.swift
    var path = Substring(#filePath)
    for _ in 0..<3 { path = path[..<(path.lastIndex(of: "/") ?? path.startIndex)] }
    return String(path)
  }()

  /// Names in a folder in byte order, hidden ones left out; empty when there is no such folder.
  package static func names(in folder: String) -> [String] {
    guard let stream = opendir(absolute(folder)) else { return [] }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { raw in String(decoding: raw.prefix { $0 != 0 }, as: UTF8.self) }
      if !name.hasPrefix(".") { names.append(name) }
    }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// Files below a folder with one of the endings, as paths from the root.
  package static func files(below folder: String, ending: String) -> [String] {
    names(in: folder).flatMap { name -> [String] in
      let path = "\(folder)/\(name)"
      var status = stat()
      if stat(absolute(path), &status) == 0, status.st_mode & S_IFMT == S_IFDIR { return files(below: path, ending: ending) }
      return name.hasSuffix(ending) ? [path] : []
    }
  }

  package static func exists(_ path: String) -> Bool { access(absolute(path), F_OK) == 0 }

  /// Nil when the file cannot be read.
  package static func bytes(_ path: String) -> [UInt8]? {
    let descriptor = open(absolute(path), O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    return drain(descriptor)
  }

  package static func text(_ path: String) -> String? { bytes(path).map { String(decoding: $0, as: UTF8.self) } }

  /// - Returns: whether the whole text was written.
  package static func write(_ text: String, to path: String) -> Bool { write(Array(text.utf8), to: path) }

  package static func write(_ bytes: [UInt8], to path: String) -> Bool {
    let descriptor = open(absolute(path), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { return false }
    var sent = 0
    while sent < bytes.count {
      let count = bytes[sent...].withUnsafeBytes { RungPlatform.write(descriptor, $0.baseAddress, $0.count) }
      guard count > 0 else { break }
      sent += count
    }
    return close(descriptor) == 0 && sent == bytes.count
  }

  /// A new folder for a test's own files, below `TMPDIR` where that is set. The caller removes it.
  package static func temporaryFolder() -> String? {
    var template = Array("\(variable("TMPDIR") ?? "/tmp")/rung-test-XXXXXX".utf8CString)
    return template.withUnsafeMutableBufferPointer { buffer in
      buffer.baseAddress.flatMap { mkdtemp($0) }.map { String(cString: $0) }
    }
  }

  package static func variable(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }

  /// The folder that holds the programs of this build.
  package static var products: String {
    guard let path = realpath("/proc/self/exe", nil) else { return "\(root)/.build/debug" }
    defer { free(path) }
    let text = String(cString: path)
    // The tests run inside a bundle in that folder, or, by way of a helper of the toolchain, from outside.
    let folder = text.lastIndex(of: "/").map { String(text[..<$0]) } ?? "."
    return access("\(folder)/rung-dev", X_OK) == 0 ? folder : "\(root)/.build/debug"
  }

  /// The tool: what `RUNG_PROGRAM` names, an absolute path, otherwise that of this build.
  package static var program: String { variable("RUNG_PROGRAM") ?? "\(products)/rung" }

  /// Runs a line of shell in the root, its errors among its output.
  package static func shell(_ line: String) -> (status: Int32, output: String) {
    guard let stream = popen("cd '\(root)' && { \(line); } 2>&1", "re") else { return (-1, "the shell could not be started") }
    let output = String(decoding: drain(fileno(stream)), as: UTF8.self)
    let status = pclose(stream)
    return (status & 0x7F == 0 ? status >> 8 & 0xFF : 128 + status & 0x7F, output)
  }

  private static func absolute(_ path: String) -> String { path.hasPrefix("/") ? path : "\(root)/\(path)" }

  private static func drain(_ descriptor: Int32) -> [UInt8] {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = read(descriptor, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return bytes }
      bytes += buffer[..<count]
    }
  }
}
