/// A secret as it stands in a spec: a reference to one, a placeholder of a document, or (a finding) the secret itself.
public struct SecretText: Sendable, Hashable {
  public enum Kind: Sendable, Hashable {
    /// `${env:NAME}`: read from the environment at the last moment, and only when asked for.
    case environment(String)
    /// `<INGEST_ACCESS_TOKEN>`: what provider documents print where the reader puts a value of their own.
    case placeholder(String)
    case literal
  }

  public let text: String
  public let kind: Kind

  public init(_ text: String) {
    self.text = text
    if text.hasPrefix("${env:"), text.hasSuffix("}"), Self.isName(text.dropFirst(6).dropLast()) {
      kind = .environment(String(text.dropFirst(6).dropLast()))
    } else if text.hasPrefix("<"), text.hasSuffix(">"), Self.isName(text.dropFirst().dropLast()) {
      kind = .placeholder(String(text.dropFirst().dropLast()))
    } else {
      kind = .literal
    }
  }

  public var isLiteral: Bool { kind == .literal }

  /// The names of every `${env:NAME}` inside a text.
  package static func references(in text: String) -> [String] {
    guard text.utf8.contains(UInt8(ascii: "$")) else { return [] }
    let opening = Array("${env:".utf8)
    let bytes = Array(text.utf8)
    var names: [String] = []
    var index = 0
    while index + opening.count < bytes.count {
      guard bytes[index] == opening[0], bytes[index..<index + opening.count].elementsEqual(opening),
        let end = bytes[index...].firstIndex(of: UInt8(ascii: "}"))
      else {
        index += 1
        continue
      }
      let name = String(decoding: bytes[index + opening.count..<end], as: UTF8.self)
      if isName(Substring(name)) { names.append(name) }
      index = end + 1
    }
    return names
  }

  /// Letters, digits and `_`, not starting with a digit: what a shell takes as a variable name.
  private static func isName(_ text: Substring) -> Bool {
    guard let first = text.utf8.first, first &- 0x30 >= 10 else { return false }
    return text.utf8.allSatisfy { ($0 | 0x20) &- 0x61 < 26 || $0 &- 0x30 < 10 || $0 == UInt8(ascii: "_") }
  }
}
