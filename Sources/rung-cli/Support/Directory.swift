internal import RungPlatform

/// The names in a directory.
enum Directory {
  struct Entry {
    let name: String
    let isDirectory: Bool
    let isLink: Bool
  }

  /// In no order; `.` and `..` left out. What is open in an editor is there.
  static func entries(_ path: String) throws(Unreadable) -> [Entry] {
    let unsaved = OpenTexts.entries(path)
    let saved: [Entry]
    do throws(Unreadable) {
      saved = try onDisk(path)
    } catch {
      guard !unsaved.isEmpty else { throw error }
      saved = []
    }
    if unsaved.isEmpty { return saved }
    var known = Set(saved.map { Array($0.name.utf8) })
    return saved + unsaved.filter { known.insert(Array($0.name.utf8)).inserted }
  }

  private static func onDisk(_ path: String) throws(Unreadable) -> [Entry] {
    guard let stream = PathText.call(path, { opendir($0) }) else { throw Unreadable(reason: SystemError.text(errno)) }
    defer { closedir(stream) }
    var entries: [Entry] = []
    while let item = readdir(stream) {
      let name = withUnsafePointer(to: &item.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { PathText.of($0) }
      }
      guard name != ".", name != ".." else { continue }
      var kind = Int32(item.pointee.d_type)
      if kind == Int32(DT_UNKNOWN) {
        var status = stat()
        guard PathText.call(PathName.join(path, name), { lstat($0, &status) }) == 0 else { continue }
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
