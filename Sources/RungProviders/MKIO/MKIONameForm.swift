internal import RungSource
internal import RungSpec

/// The form that the name of a resource must have. The published expressions are kept as text for the schemas; names are
/// checked without them, because one of them backtracks badly.
struct MKIONameForm: Sendable {
  /// "live event name"
  let noun: String
  let length: ClosedRange<Int>
  /// "letters, digits and hyphens, with a letter or digit at both ends"
  let characters: String
  let pattern: String?
  let citation: Citation
  let allows: @Sendable (String) -> Bool

  func isName(_ text: String) -> Bool { text.hasLength(length) && allows(text) }

  var expectation: String { "\(length.lowerBound) to \(length.upperBound) characters: \(characters)" }

  /// A field of a body: the rules check it, not the reader.
  var field: FieldType<String> { FieldType.string.described(.string(pattern: pattern, length: length)) }

  static let event = hyphenated("live event name", 2...32, "event_name")
  static let output = hyphenated("live output name", 1...256, "output_name")
  static let endpoint = hyphenated("streaming endpoint name", 1...64, "StreamingEndpointSchema.name")
  static let manifest = MKIONameForm(
    noun: "manifest name", length: 2...64, characters: "letters, digits and hyphens, with a letter or digit at the end",
    pattern: #"^[a-zA-Z0-9\-]+[a-zA-Z0-9]$"#, citation: MKIO.Source.reference("LiveOutputPutProperties.manifestName")
  ) { text in
    text.utf8.allSatisfy { $0.isLetterOrDigit || $0 == 0x2D } && text.utf8.last?.isLetterOrDigit == true
  }
  static let asset = resource("asset name", "asset name")
  static let locator = resource("streaming locator name", "streaming locator name")
  static let container = lowerCase(
    "container name", #"^(?!.*--)(?=[a-z0-9-]{3,63}$)(?!-)[a-z0-9]+(?:-[a-z0-9]+)*$"#, "AssetPutProperties.container")
  static let publicName = lowerCase(
    "public name", "^[a-z0-9]+(-[a-z0-9]+)*$", "StreamingEndpointPutProperties.publicName")
  static let subPath = MKIONameForm(
    noun: "container folder", length: 1...256, characters: "no `/` at either end, no `//`, `?`, `%` or `&`", pattern: nil,
    citation: MKIO.Source.reference("AssetPutProperties.subPath")
  ) { text in
    var last: UInt8 = UInt8(ascii: "/")
    for byte in text.utf8 {
      if byte == UInt8(ascii: "/"), last == byte { return false }
      if byte == UInt8(ascii: "?") || byte == UInt8(ascii: "%") || byte == UInt8(ascii: "&") { return false }
      last = byte
    }
    return last != UInt8(ascii: "/")
  }
  static let locatorID = MKIONameForm(
    noun: "streaming locator id", length: 1...260, characters: "no `/`", pattern: "^[^/]+$",
    citation: MKIO.Source.reference("StreamingLocatorPutProperties.streamingLocatorId")
  ) { !$0.utf8.contains(UInt8(ascii: "/")) }

  private static func hyphenated(_ noun: String, _ length: ClosedRange<Int>, _ locator: String) -> MKIONameForm {
    MKIONameForm(
      noun: noun, length: length, characters: "letters, digits and hyphens, with a letter or digit at both ends",
      pattern: "^[a-zA-Z0-9]+(-*[a-zA-Z0-9])*$", citation: MKIO.Source.reference(locator)
    ) { text in
      text.utf8.allSatisfy { $0.isLetterOrDigit || $0 == 0x2D } && text.utf8.first?.isLetterOrDigit == true
        && text.utf8.last?.isLetterOrDigit == true
    }
  }

  private static func resource(_ noun: String, _ locator: String) -> MKIONameForm {
    MKIONameForm(
      noun: noun, length: 1...260, characters: #"none of `^ ' < > % & : \ ? / * +`"#, pattern: #"^[^\^\'<>%&:\\?/*+]+$"#,
      citation: MKIO.Source.reference(locator)
    ) { text in !text.utf8.contains(where: isRefused) }
  }

  private static func isRefused(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "^"), UInt8(ascii: "'"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "%"), UInt8(ascii: "&"), UInt8(ascii: ":"),
      UInt8(ascii: "\\"), UInt8(ascii: "?"), UInt8(ascii: "/"), UInt8(ascii: "*"), UInt8(ascii: "+"):
      true
    default: false
    }
  }

  private static func lowerCase(_ noun: String, _ pattern: String, _ locator: String) -> MKIONameForm {
    MKIONameForm(
      noun: noun, length: 3...63, characters: "lower-case letters and digits, with single hyphens between them", pattern: pattern,
      citation: MKIO.Source.reference(locator)
    ) { text in
      var last = UInt8(ascii: "-")
      for byte in text.utf8 {
        let isHyphen = byte == UInt8(ascii: "-")
        guard isHyphen ? last != byte : byte &- 0x61 < 26 || byte &- 0x30 < 10 else { return false }
        last = byte
      }
      return last != UInt8(ascii: "-")
    }
  }

  /// Letters and digits in lower case, everything else a hyphen, cut to the length. Nil where too little is left.
  func slug(_ text: String) -> String? {
    var bytes: [UInt8] = []
    for scalar in text.unicodeScalars {
      if let byte = Self.plain(scalar) {
        bytes.append(byte &- 0x41 < 26 ? byte | 0x20 : byte)
      } else if let last = bytes.last, last != 0x2D {
        bytes.append(0x2D)
      }
    }
    bytes = Array(bytes.prefix(length.upperBound))
    while bytes.last == 0x2D { bytes.removeLast() }
    return bytes.count < length.lowerBound ? nil : String(decoding: bytes, as: UTF8.self)
  }

  /// The letter or digit that a character is, or that it is with a mark: `É` is an E by its Unicode name.
  private static func plain(_ scalar: Unicode.Scalar) -> UInt8? {
    if scalar.isASCII { return UInt8(ascii: scalar).isLetterOrDigit ? UInt8(ascii: scalar) : nil }
    guard let words = scalar.properties.name?.split(separator: " "), words.count >= 5, words[0] == "LATIN", words[2] == "LETTER",
      words[4] == "WITH", words[3].utf8.count == 1
    else { return nil }
    return words[3].utf8.first
  }
}
