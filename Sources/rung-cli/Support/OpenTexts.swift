internal import Synchronization

/// Texts that an editor has open: each counts in place of its file, or as a file where it has never been saved. ``PathName``, ``Directory`` and
/// ``FileText`` ask here, so that nothing else has to. Outside editors there are none.
enum OpenTexts {
  /// By the bytes of paths without links.
  private static let texts = Mutex<[[UInt8]: [UInt8]]>([:])

  /// - Parameter open: all of them, by paths that may have links. Where two are of one file, the later one counts.
  static func set(_ open: [(path: String, bytes: [UInt8])]) {
    let open = Dictionary(open.compactMap { text in PathName.place(of: text.path).map { (Array($0.utf8), text.bytes) } }, uniquingKeysWith: { $1 })
    texts.withLock { $0 = open }
  }

  private static var isEmpty: Bool { texts.withLock { $0.isEmpty } }

  static func text(of path: String) -> [UInt8]? {
    guard !isEmpty, let place = PathName.place(of: path) else { return nil }
    return texts.withLock { $0[Array(place.utf8)] }
  }

  /// What a path leads to that the disk alone does not lead to: a text, a directory that one would be in, or what is reached through such a directory.
  static func unsaved(_ path: String) -> (place: String, kind: PathName.Kind)? {
    guard !isEmpty, let place = PathName.place(of: path) else { return nil }
    if texts.withLock({ $0[Array(place.utf8)] != nil }) { return (place, .file) }
    return hasDirectory(place) ? (place, .directory) : PathName.kindOnDisk(place).map { (place, $0) }
  }

  /// Whether a text is open in a directory, or below it.
  ///
  /// - Parameter directory: without links.
  static func hasDirectory(_ directory: String) -> Bool { texts.withLock { texts in texts.keys.contains { isBelow($0, directory) } } }

  /// The names in a directory that the disk may not have.
  static func entries(_ directory: String) -> [Directory.Entry] {
    guard !isEmpty, let place = PathName.place(of: directory) else { return [] }
    let below = texts.withLock { texts in texts.keys.filter { isBelow($0, place) } }
    return below.map { path in
      let rest = path.dropFirst(place == "/" ? 1 : place.utf8.count + 1)
      let name = rest.prefix { $0 != UInt8(ascii: "/") }
      return Directory.Entry(name: PathText.of(Array(name)), isDirectory: name.count < rest.count, isLink: false)
    }
  }

  private static func isBelow(_ path: [UInt8], _ directory: String) -> Bool {
    path.starts(with: directory.utf8) && (directory == "/" || path.dropFirst(directory.utf8.count).first == UInt8(ascii: "/"))
  }
}
