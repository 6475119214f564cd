internal import Synchronization

/// A text that was read, kept as its bytes.
public struct SourceFile: Sendable {
  /// Who the file belongs to.
  public enum Kind: Sendable, Hashable {
    /// Belongs to the user: findings may lie in it and its leaves are accounted for.
    case author
    /// A ladder that ships with Rung.
    case preset
  }

  /// The name to show: a path as the user gave it, `<stdin>`, or `presets/NAME.yaml`.
  public let name: String
  /// As they were read, a byte order mark included.
  public let bytes: [UInt8]
  /// Only an author's file has fixes.
  public let kind: Kind
  /// Of a text that is not here: the lines and columns that are known of it, by bytes.
  package let positions: [UInt32: LineMap.Position]
  private let looks = Looks()

  /// What of it is secret by the looks of its lines, whether or not it parses. Found when first asked for.
  package var secretRanges: [Range<Int>] { looks.ranges(in: bytes) }

  /// - Parameters:
  ///   - name: as it is shown in findings; a path relative to the working directory, say.
  ///   - bytes: UTF-8; what is malformed is a finding when it is read.
  ///   - kind: whose it is.
  public init(name: String, bytes: [UInt8], kind: Kind = .author) {
    self.name = name
    self.bytes = bytes
    self.kind = kind
    positions = [:]
  }

  /// A file of which only some places are known.
  package init(name: String, positions: [UInt32: LineMap.Position]) {
    (self.name, self.positions) = (name, positions)
    (bytes, kind) = ([], .author)
  }

  /// The text of a span, with malformed UTF-8 repaired: for showing only.
  public func text(_ span: SourceSpan) -> String {
    let lower = Swift.min(Int(span.lower), bytes.count)
    let upper = Swift.min(Int(span.upper), bytes.count)
    return String(decoding: bytes[lower..<upper], as: UTF8.self)
  }
}

/// Copies of a file share what was found in it.
private final class Looks: Sendable {
  private let found = Mutex<[Range<Int>]?>(nil)

  func ranges(in bytes: [UInt8]) -> [Range<Int>] {
    found.withLock { found in
      if let found { return found }
      let ranges = SecretLines.ranges(in: bytes)
      found = ranges
      return ranges
    }
  }
}
