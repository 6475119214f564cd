internal import Synchronization

/// Texts that an editor has open: each counts in place of its file.
enum OpenTexts {
  /// By paths without links.
  private static let texts = Mutex<[String: [UInt8]]>([:])

  /// - Parameter open: all of them, by paths that may have links.
  static func set(_ open: [String: [UInt8]]) {
    let open = Dictionary(open.compactMap { path, bytes in PathName.real(path).map { ($0, bytes) } }, uniquingKeysWith: { first, _ in first })
    texts.withLock { $0 = open }
  }

  static func text(of path: String) -> [UInt8]? {
    texts.withLock { texts in texts.isEmpty ? nil : PathName.real(path).flatMap { texts[$0] } }
  }
}
