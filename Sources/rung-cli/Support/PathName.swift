internal import Glibc

/// Paths as text, without asking the disk; and what the disk says of them.
enum PathName {
  /// Without `.` and empty parts: `./a//b` → `a/b`. `..` stays, because a link may stand before it.
  static func tidy(_ path: String) -> String {
    let parts = path.split(separator: "/").filter { $0 != "." }.joined(separator: "/")
    if path.hasPrefix("/") { return "/" + parts }
    return parts.isEmpty ? "." : parts
  }

  static func join(_ directory: String, _ name: String) -> String {
    if name.hasPrefix("/") || directory.isEmpty || directory == "." { return name }
    return directory.hasSuffix("/") ? directory + name : "\(directory)/\(name)"
  }

  static func directory(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  static func name(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[path.index(after: $0)...]) } ?? path
  }

  static func isSource(_ name: String) -> Bool {
    name.hasSuffix(".yaml") || name.hasSuffix(".yml") || name.hasSuffix(".json")
  }

  /// In the order of their bytes, whatever the locale.
  static func sorted(_ paths: [String]) -> [String] {
    // In ASCII the order of strings is that of their bytes, and much faster to come by.
    let isASCII = paths.allSatisfy { $0.utf8.allSatisfy { $0 < 0x80 } }
    return isASCII ? paths.sorted() : paths.sorted(by: precedes)
  }

  static func precedes(_ left: String, _ right: String) -> Bool {
    var (left, right) = (left, right)
    return left.withUTF8 { left in
      right.withUTF8 { right in
        guard let first = left.baseAddress, let second = right.baseAddress else { return left.count < right.count }
        let order = memcmp(first, second, min(left.count, right.count))
        return order != 0 ? order < 0 : left.count < right.count
      }
    }
  }

  enum Kind {
    case file, directory, missing
  }

  /// Links followed.
  static func kind(_ path: String) -> Kind {
    var status = stat()
    guard stat(path, &status) == 0 else { return .missing }
    return status.st_mode & S_IFMT == S_IFDIR ? .directory : .file
  }

  /// The absolute path without links; nil when there is nothing.
  static func real(_ path: String) -> String? {
    guard let raw = realpath(path, nil) else { return nil }
    defer { free(raw) }
    return String(cString: raw)
  }

  static func isInside(_ path: String, _ directory: String) -> Bool {
    path == directory || path.hasPrefix(directory.hasSuffix("/") ? directory : directory + "/")
  }
}

/// The names in a directory.
enum Directory {
  struct Entry {
    let name: String
    let isDirectory: Bool
    let isLink: Bool
  }

  /// Sorted by bytes; `.` and `..` left out.
  static func entries(_ path: String) throws(Unreadable) -> [Entry] {
    guard let stream = opendir(path) else { throw Unreadable(reason: SystemError.text(errno)) }
    defer { closedir(stream) }
    var entries: [Entry] = []
    while let item = readdir(stream) {
      let name = withUnsafePointer(to: &item.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      guard name != ".", name != ".." else { continue }
      var kind = Int32(item.pointee.d_type)
      if kind == Int32(DT_UNKNOWN) {
        var status = stat()
        guard lstat(PathName.join(path, name), &status) == 0 else { continue }
        switch status.st_mode & S_IFMT {
        case S_IFDIR: kind = Int32(DT_DIR)
        case S_IFLNK: kind = Int32(DT_LNK)
        default: kind = Int32(DT_REG)
        }
      }
      entries.append(Entry(name: name, isDirectory: kind == Int32(DT_DIR), isLink: kind == Int32(DT_LNK)))
    }
    return entries
  }
}
