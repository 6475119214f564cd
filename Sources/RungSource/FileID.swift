

/// Names a file inside one run. The table that resolves it is ``SourceMap``.
public struct FileID: Hashable, Sendable {
  /// The place in ``SourceMap/files``; at and above 2³¹ for a file that ships with Rung.
  public let index: UInt32

  static let firstShipped: UInt32 = 1 << 31

  /// - Parameter index: the place in ``SourceMap/files``. An id that no run has handed out names an empty file.
  public init(index: UInt32) {
    self.index = index
  }

  /// True for a file that ships with Rung: nothing in it is the author's to change.
  package var isShipped: Bool { index >= Self.firstShipped }
}
