internal import Synchronization

/// Texts that an editor has open: each counts in place of its file.
enum OpenTexts {
  /// By paths without links.
  private static let texts = Mutex<[String: [UInt8]]>([:])

  /// - Parameter open: all of them, by paths that may have links.
  static func set(_ open: [String: [UInt8]]) {
    let open = Dictionary(open.compactMap { path, bytes in (PathName.real(path) ?? saved(path)).map { ($0, bytes) } }, uniquingKeysWith: { first, _ in first })
    texts.withLock { $0 = open }
  }

  static func text(of path: String) -> [UInt8]? {
    texts.withLock { texts in texts.isEmpty ? nil : (PathName.real(path) ?? saved(path)).flatMap { texts[$0] } }
  }

  /// The path without links of a file, or of a text that is open and has never been saved; nil when there is neither.
  static func real(_ path: String) -> String? {
    PathName.real(path) ?? texts.withLock { texts in texts.isEmpty ? nil : saved(path).flatMap { texts[$0] == nil ? nil : $0 } }
  }

  /// Where a file that does not exist would be.
  private static func saved(_ path: String) -> String? { PathName.real(PathName.directory(of: path)).map { PathName.join($0, PathName.name(of: path)) } }
}
