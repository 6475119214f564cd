/// A secret in a spec: a reference to one, a placeholder of a document, or (a finding) the secret itself.
///
/// Printed or interpolated it shows what it refers to, and of a literal nothing: `revealed` alone, which is no public name, has the text.
public struct SecretText: Sendable, Hashable, CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  /// What the text is, judged by how it is written.
  public enum Kind: Sendable, Hashable {
    /// `${env:NAME}`: read from the environment at the last moment, and only when asked for.
    case environment(String)
    /// `<INGEST_ACCESS_TOKEN>`: what provider documents print where the reader puts a value of their own.
    case placeholder(String)
    /// The secret itself, in plain text.
    case literal
  }

  /// The text itself, for a request that must contain it and for rules that check its form. Never for anything shown.
  package let revealed: String
  /// Decided when the value was made.
  public let kind: Kind

  /// - Parameter text: `${env:NAME}`, a placeholder of a document, or the secret itself.
  public init(_ text: String) {
    revealed = text
    var copy = text
    kind = copy.withUTF8 { Self.kind(of: $0) }
  }

  private static func kind(of bytes: UnsafeBufferPointer<UInt8>) -> Kind {
    func name(from lower: Int) -> String? {
      guard lower < bytes.count - 1 else { return nil }
      let inner = UnsafeBufferPointer(rebasing: bytes[lower..<bytes.count - 1])
      return isName(inner) ? String(decoding: inner, as: UTF8.self) : nil
    }
    if bytes.first == UInt8(ascii: "<"), bytes.last == UInt8(ascii: ">"), let name = name(from: 1) { return .placeholder(name) }
    if bytes.last == UInt8(ascii: "}"), bytes.starts(with: "${env:".utf8), let name = name(from: 6) { return .environment(name) }
    return .literal
  }

  /// Whether it is the secret itself.
  public var isLiteral: Bool { kind == .literal }

  public var description: String { isLiteral ? SecretSigns.mask : revealed }
  public var debugDescription: String { description }
  public var customMirror: Mirror { Mirror(self, children: ["description": description]) }

  /// The names of every `${env:NAME}` inside a text.
  package static func references(in text: String) -> [String] {
    guard text.utf8.contains(UInt8(ascii: "$")) else { return [] }
    let bytes = Array(text.utf8)
    return referenceRanges(in: bytes).map { String(decoding: bytes[($0.lowerBound + opening.count)..<($0.upperBound - 1)], as: UTF8.self) }
  }

  private static let opening = Array("${env:".utf8)

  /// Where the references are, from `$` to after `}`.
  package static func referenceRanges(in bytes: [UInt8]) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var index = 0
    while index + opening.count < bytes.count {
      guard bytes[index] == opening[0], bytes[index..<index + opening.count].elementsEqual(opening),
        let end = bytes[index...].firstIndex(of: UInt8(ascii: "}"))
      else {
        index += 1
        continue
      }
      if isName(bytes[index + opening.count..<end]) { ranges.append(index..<end + 1) }
      index = end + 1
    }
    return ranges
  }

  /// Letters, digits and `_`, not starting with a digit: what a shell takes as a variable name.
  private static func isName(_ bytes: some Collection<UInt8>) -> Bool {
    guard let first = bytes.first, first &- 0x30 >= 10 else { return false }
    return bytes.allSatisfy { ($0 | 0x20) &- 0x61 < 26 || $0 &- 0x30 < 10 || $0 == UInt8(ascii: "_") }
  }
}
