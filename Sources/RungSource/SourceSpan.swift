/// A half-open range of UTF-8 bytes in one file.
///
/// Offsets count from the first byte of the file as it was read, a byte order mark included. Lines and columns are
/// worked out from them only when something is shown (``LineMap``).
public struct SourceSpan: Hashable, Sendable {
  /// The file that the offsets count in.
  public let file: FileID
  /// First byte.
  public let lower: UInt32
  /// The byte after the last one; equal to `lower` for a place between two bytes.
  public let upper: UInt32

  /// - Parameters:
  ///   - file: the file.
  ///   - lower: the first byte, from 0.
  ///   - upper: the byte after the last one; taken as `lower` where it is below.
  public init(file: FileID, lower: UInt32, upper: UInt32) {
    self.file = file
    self.lower = lower
    self.upper = Swift.max(lower, upper)
  }

  /// - Parameters:
  ///   - file: the file.
  ///   - lower: the first byte, from 0.
  ///   - upper: the byte after the last one; taken as `lower` where it is below.
  public init(file: FileID, lower: Int, upper: Int) {
    self.init(file: file, lower: UInt32(clamping: lower), upper: UInt32(clamping: upper))
  }

  /// In bytes.
  public var length: Int { Int(upper - lower) }

  /// The smallest span that holds both; `self` when the other lies in another file.
  package func joined(_ other: SourceSpan) -> SourceSpan {
    guard other.file == file else { return self }
    return SourceSpan(file: file, lower: Swift.min(lower, other.lower), upper: Swift.max(upper, other.upper))
  }

  package func contains(_ other: SourceSpan) -> Bool {
    other.file == file && other.lower >= lower && other.upper <= upper
  }
}
