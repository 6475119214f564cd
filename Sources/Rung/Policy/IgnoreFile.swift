/// The patterns of one `.gitignore`.
public struct IgnoreFile: Sendable {
  private let patterns: [(pattern: PathPattern, line: Int)]

  /// - Parameter bytes: of the file; lines end at LF or CRLF.
  public init(_ bytes: [UInt8]) {
    let text = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes[3...] : bytes[...]
    patterns = text.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated().compactMap { number, line in
      PathPattern(bytes: Array(line.last == 0x0D ? line.dropLast() : line)).map { ($0, number + 1) }
    }
  }

  /// What the last pattern that matches says; nil when none does.
  ///
  /// - Parameters:
  ///   - path: relative to the directory of the file, with `/` between its parts.
  ///   - isDirectory: whether it is the path of a directory.
  public func verdict(_ path: String, isDirectory: Bool) -> (isIgnored: Bool, line: Int)? {
    let path = Array(path.utf8)
    return patterns.last { $0.pattern.matches(path, isDirectory: isDirectory) }.map { (!$0.pattern.isNegated, $0.line) }
  }
}
