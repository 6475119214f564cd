/// A URL with named placeholders: `https://app.mk.io/api/v1/projects/{project}/media/assets/{asset}`.
public struct URLTemplate: Sendable {
  /// The value of a placeholder.
  public typealias Parameter = PlanParameter

  /// With `{name}` for a parameter; values are percent-encoded.
  public var template: String
  /// The values of the placeholders, by their names.
  public var parameters: [Parameter]

  package init(_ template: String, _ parameters: [Parameter] = []) { (self.template, self.parameters) = (template, parameters) }

  /// The URL with every known value, percent-encoded; references are `${env:NAME}`, and what else is known only later is
  /// `{name}`.
  public var text: String { TextTemplate.text(of: pieces, encoding: Self.encoded) }

  package var pieces: [TextTemplate.Piece] { TextTemplate.pieces(of: template, parameters) }

  /// Whether the names of the query stand in the order of their bytes; true without one.
  var hasSortedQuery: Bool {
    guard let mark = template.firstIndex(of: "?") else { return true }
    let names = template[mark...].dropFirst().split(separator: "&").map { Array($0.prefix { $0 != "=" }.utf8) }
    return !zip(names, names.dropFirst()).contains { $1.lexicographicallyPrecedes($0) }
  }

  /// Encodes everything but the unreserved characters of RFC 3986, section 2.3.
  package static func encoded(_ text: String) -> String {
    let hex = Array("0123456789ABCDEF")
    var result = ""
    for byte in text.utf8 {
      let isLetter = (byte | 0x20) &- 0x61 < 26
      if isLetter || byte &- 0x30 < 10 || byte == 0x2D || byte == 0x2E || byte == 0x5F || byte == 0x7E {
        result.unicodeScalars.append(UnicodeScalar(byte))
      } else {
        result += "%\(hex[Int(byte >> 4)])\(hex[Int(byte & 15)])"
      }
    }
    return result
  }
}
