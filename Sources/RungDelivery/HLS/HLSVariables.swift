/// Variables of a playlist (EXT-X-DEFINE; draft-pantos-hls-rfc8216bis, 4.3), which addresses refer to as `{$name}`. Those that are imported, or
/// are in the query of an address, are not known: a reference to one stays as it is.
package struct HLSVariables: Sendable {
  private var values: [String: String] = [:]
  /// The longest text that comes of one address.
  private static let limit = 8192

  /// The first definition of a name holds.
  mutating func define(_ name: String, _ value: String) { if values[name] == nil, value.utf8.count <= Self.limit { values[name] = value } }

  package func expanded(_ text: String) -> String {
    guard !values.isEmpty, text.utf8.count <= Self.limit, text.utf8.contains(UInt8(ascii: "{")) else { return text }
    var result = ""
    var rest = text[...]
    while let opening = rest.utf8.firstIndex(of: UInt8(ascii: "{")) {
      result += rest[..<opening]
      rest = rest[opening...]
      let behind = rest.utf8.dropFirst()
      guard behind.first == UInt8(ascii: "$"), let closing = behind.firstIndex(of: UInt8(ascii: "}")), let value = values[String(Substring(behind.dropFirst()[..<closing]))] else {
        result += "{"
        rest = Substring(behind)
        continue
      }
      result += value
      rest = rest[rest.utf8.index(after: closing)...]
      guard result.utf8.count <= Self.limit else { return text }
    }
    return result + rest
  }
}
