/// A URL with named places in it: `https://app.mk.io/api/v1/projects/{project}/media/assets/{asset}`.
public struct URLTemplate: Sendable {
  /// What goes into a place.
  public typealias Parameter = PlanParameter

  /// With `{name}` where a parameter goes; what goes in is percent-encoded.
  public var template: String
  /// What goes into the places, by their names.
  public var parameters: [Parameter]

  package init(_ template: String, _ parameters: [Parameter] = []) {
    self.template = template
    self.parameters = parameters
  }

  /// The URL with every known value in its place, percent-encoded; references stand as `${env:NAME}`, and what else is
  /// known only later stays as `{name}`.
  public var text: String { TextTemplate.text(of: pieces, encoding: Self.encoded) }

  package var pieces: [TextTemplate.Piece] { TextTemplate.pieces(of: template, parameters) }

  /// Everything but the unreserved characters of RFC 3986, section 2.3.
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
